"""Contradictions between articles and what is known are listed."""

from __future__ import annotations

from sqlmodel import select

from app.archive import open_archive, open_for_writing
from app.models.article import Article
from app.models.statement import Statement
from app.services.knowledge_conflicts import list_conflicts
from tests.unit.services.conftest import HARBOUR


def test_nothing_contradicts_where_no_reason_says_so(desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()

    assert list_conflicts(open_archive(desk.settings)) == []


def test_a_contradiction_is_told_once_a_speaker_with_how_often_it_is_seen(desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    reason = "“Minister”; the known tenure does not fit the day: Minister, 2001 to 2004"
    with open_for_writing(desk.settings, "test") as archive, archive.transaction() as session:
        rows = session.exec(select(Statement)).all()
        for row in rows:
            row.office_reason, row.speaker_id = reason, rows[-1].speaker_id
            session.add(row)
        article = session.exec(select(Article)).one()
        article.published_reason = 'dateline "May 4"; against it: "June 9" is past'
        session.add(article)

    found = list_conflicts(open_archive(desk.settings))

    offices = [one for one in found if one.about == "office"]
    days = [one for one in found if one.about == "day of publication"]
    assert {one.reason for one in offices} == {reason}
    assert sum(one.count for one in offices) == len(rows) > len(offices) == 1
    assert [one.url.partition("/")[2].partition("/")[0] for one in days] == ["articles"]
