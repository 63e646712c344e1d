"""Queries that are worked out once give what SQLAlchemy gives."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pysqlite3
import pytest
from sqlalchemy import bindparam, func, select, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from app.domain.quotations import SpeechKind
from app.models.article import Article
from app.models.statement import Statement
from app.storage.prepared import Prepared
from tests.factories import Shelf

STATEMENT, ARTICLE = Statement.__table__, Article.__table__


@pytest.fixture
def session(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    ana = shelf.speaker("Ana Ruiz")
    article = shelf.article("Title\n“One.” she said.\n“Two,” she said.\nThree.")
    for words in ("One.", "Two,", "Three."):
        kind = SpeechKind.INDIRECT if words == "Three." else SpeechKind.DIRECT
        shelf.statement(article, words, speaker=ana, kind=kind, said="2011-12-08")
    with Session(shelf.archive().reader) as session:
        yield session


def test_rows_have_the_names_and_values_that_sqlalchemy_gives_them(session):
    query = select(STATEMENT, ARTICLE.c.paragraphs).join(
        ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id
    )
    query = query.where(STATEMENT.c.content == bindparam("content"))

    row = Prepared(query).first(session, content="Two,")
    same = session.execute(query, {"content": "Two,"}).one()

    assert row._asdict() == same._asdict()
    assert row.said_first == date(2011, 12, 8)
    assert row.kind is SpeechKind.DIRECT
    assert row.paragraphs[0] == [0, 5]


def test_values_are_turned_into_those_of_the_database_lists_as_well(session):
    query = select(STATEMENT.c.content).where(
        STATEMENT.c.kind.in_(bindparam("kinds", expanding=True)),
        STATEMENT.c.said_first == bindparam("day"),
        STATEMENT.c.content.in_(bindparam("words", expanding=True)),
    )
    prepared, day = Prepared(query.order_by(STATEMENT.c.ordinal)), date(2011, 12, 8)
    both, words = [SpeechKind.DIRECT, SpeechKind.INDIRECT], ["One.", "Three."]

    assert [one.content for one in prepared.all(session, kinds=both, day=day, words=words)] == words
    direct = [SpeechKind.DIRECT]
    assert len(prepared.all(session, kinds=direct, day=day, words=words)) == 1
    assert prepared.all(session, kinds=both, day=day, words=[]) == []
    assert prepared.all(session, kinds=both, day=date(2012, 1, 1), words=words) == []


def test_values_that_a_query_names_itself_stay(session):
    query = select(func.substr(STATEMENT.c.content, 1, 2).label("start")).limit(1)

    (row,) = Prepared(query).all(session)

    assert row.start == "On"


def test_no_row_is_none_and_a_forgotten_value_is_an_error(session):
    prepared = Prepared(select(STATEMENT.c.id).where(STATEMENT.c.id == bindparam("id")))

    assert prepared.first(session, id=999) is None
    with pytest.raises(KeyError, match="id"):
        prepared.first(session)


def test_all_queries_of_a_session_see_one_state(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    shelf.speaker("Ana Ruiz")
    counted = Prepared(select(func.count()).select_from(text("speaker")))
    with Session(shelf.archive().reader) as session:
        (before,) = counted.first(session)
        shelf.speaker("Ben Okafor")
        (after,) = counted.first(session)
    with Session(shelf.archive().reader) as session:
        (later,) = counted.first(session)

    assert (before, after, later) == (1, 1, 2)


def test_a_query_is_planned_once_in_a_database_that_somebody_analysed(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    article = shelf.article("Title\n“One.” she said.")
    for _ in range(40):
        shelf.statement(article, "One.")
    archive = shelf.archive()
    with closing(pysqlite3.connect(archive.settings.database_path)) as rows:
        rows.execute("ANALYZE")
    query = select(STATEMENT.c.content).join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id)
    beside = Prepared(query.where(STATEMENT.c.article_id == bindparam("article")))
    planned = []
    with Session(archive.reader) as session:
        driver = session.connection().connection.driver_connection
        driver.set_authorizer(lambda *what: planned.append(what) or 0)
        beside.all(session, article=7)
        assert planned
        planned.clear()
        found = beside.all(session, article=article.id)
        assert not planned

    assert len(found) == 40


def test_trouble_of_the_database_is_told_as_sqlalchemy_tells_it(session):
    missing = Prepared(select(func.count()).select_from(text("nothing_of_the_kind")))

    with pytest.raises(DatabaseError, match="no such table"):
        missing.all(session)
