"""What two outlets print of one report is one statement in search, found by either outlet."""

from __future__ import annotations

import json

from sqlmodel import select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.domain.search import SearchQuery
from app.models.article import Article
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.checks import check
from app.services.collection import get_collection
from app.services.corrections import correct
from app.services.dates import get_period, list_years
from app.services.search import find

STORY = (
    "The harbour must stay public, Ann Lee said on Monday after a long meeting of the council. "
    "“We will not sell one metre of the quay,” she told reporters who had waited outside. "
    "Nobody from the company answered the many questions that were put to it that evening. "
    "The council votes in March, and the mayor has promised to publish every offer before then."
)
OTHER = "“Wheat will be dear this winter,” Carla Neri said in Rome on Monday. Few disagreed."


def put(desk, name, outlet, day, text):
    desk.put(name, json.dumps({"text": text, "outlet": outlet, "published": day, "title": outlet}))


def put_both(desk):
    put(desk, "a.jsonl", "The Post", "2013-03-04", STORY)
    put(desk, "b.jsonl", "The Mail", "2013-03-05", STORY.replace("that evening", "that night"))


def found(desk, **filters):
    query = SearchQuery("quay", filters={name: (value,) for name, value in filters.items()})
    return find(open_archive(desk.settings), query)


def printed(desk):
    """The permalinks of the rows that hold the words, by whether the article is no copy."""
    with open_archive(desk.settings).session() as session:
        wanted = (
            select(Statement.permalink, Article.copy_of_id)
            .join(Article, Article.id == Statement.article_id)
            .where(Statement.content.contains("one metre of the quay"))
        )
        return {first is None: link for link, first in session.exec(wanted)}


def faults(desk):
    return check(open_archive(desk.settings)).problems


def test_a_copy_is_counted_once_and_found_by_both_outlets(desk):
    put_both(desk)
    desk.ingest()

    links, hits = printed(desk), found(desk)

    assert len(links) == 2
    assert hits.total == 1
    assert [hit.statement.id for hit in hits.results if hit.statement] == [links[True]]
    assert found(desk, outlet="the-post").total == found(desk, outlet="the-mail").total == 1
    assert faults(desk) == []


def test_a_copy_that_comes_later_changes_no_total(desk):
    put(desk, "a.jsonl", "The Post", "2013-03-04", STORY)
    desk.ingest()
    put_both(desk)
    desk.ingest()

    assert len(printed(desk)) == 2
    assert found(desk).total == 1
    assert found(desk, outlet="the-mail").total == 1
    assert faults(desk) == []


def test_the_original_may_come_after_its_copy(desk):
    put(desk, "b.jsonl", "The Mail", "2013-03-05", STORY)
    desk.ingest()
    put(desk, "a.jsonl", "The Post", "2013-03-04", STORY.replace("that evening", "that night"))
    desk.ingest()

    hits = found(desk)

    assert [hit.statement.id for hit in hits.results if hit.statement] == [printed(desk)[True]]
    assert faults(desk) == []


def test_words_that_only_the_copy_has_are_its_own_statement(desk):
    put(desk, "a.jsonl", "The Post", "2013-03-04", STORY)
    put(desk, "b.jsonl", "The Mail", "2013-03-05", STORY.replace("one metre", "one single metre"))
    desk.ingest()

    assert found(desk).total == 2


def test_a_statement_of_a_copy_that_a_curator_changed_counts_by_itself(desk):
    put_both(desk)
    put(desk, "c.jsonl", "The Sun", "2013-03-05", OTHER)
    desk.ingest()
    copy = printed(desk)[False]

    correct(
        open_archive(desk.settings),
        Proposal(
            Action.SPEAKER, Subject.STATEMENT, copy, "misprinted", "Eve", {"speaker": "Carla Neri"}
        ),
    )

    assert found(desk).total == 2
    assert found(desk, outlet="the-mail").total == 1
    assert faults(desk) == []


def test_a_copy_that_becomes_another_report_counts_by_itself(desk):
    put_both(desk)
    desk.ingest()
    assert found(desk).total == 1
    edited = STORY.replace("The harbour must", "A different beginning altogether: the port should")
    for part in ("after a long meeting of the council", "who had waited outside", "that evening"):
        edited = edited.replace(part, "and then went on to speak at length of other matters")
    put(desk, "b.jsonl", "The Mail", "2013-03-05", edited)
    desk.ingest()

    assert found(desk).total == 2
    assert faults(desk) == []


def test_a_copy_changes_no_counter_and_no_chart(desk):
    put(desk, "a.jsonl", "The Post", "2013-03-04", STORY)
    desk.ingest()
    before = counted(desk)
    put_both(desk)
    desk.ingest()

    assert counted(desk) == before
    lee, years, period, held = before
    assert lee == years["2013"] == period == held > 0


def test_what_only_the_copy_has_is_counted_as_well(desk):
    put_both(desk)
    desk.ingest()
    before = counted(desk)
    put(desk, "b.jsonl", "The Mail", "2013-03-05", STORY + " “Never,” Ann Lee said in March.")
    desk.ingest()

    assert counted(desk)[0] == before[0] + 1


def counted(desk):
    """Statements of Ann Lee, of each year, of 2013, and of 2013 in the chart of the whole."""
    archive = open_archive(desk.settings)
    with archive.session() as session:
        lee = session.exec(select(Speaker.statement_count).where(Speaker.name == "Ann Lee")).one()
    years = {tally.name: tally.count for tally in list_years(archive)}
    held = get_collection(archive)["2013"].statements
    return lee, years, get_period(archive, (2013,)).total, held
