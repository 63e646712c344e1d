"""What a speaker said before and after a statement: on its issue, and else on anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from app.domain.resolved import Stance
from app.services import turns
from app.services.statements import get_statement
from tests.factories import Shelf
from tests.web.conftest import count_queries


class Told:
    """Statements of one speaker, one a day in the order they were added."""

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf(folder)
        self.ana, self.ben = self.shelf.speaker("Ana Ruiz"), self.shelf.speaker("Ben Oke")
        self.wall, self.tolls = self.shelf.issue(), self.shelf.issue("The tolls")
        self.days = 0

    def add(self, *issues, speaker=None, stance=None, day=None) -> str:
        """One more statement on these issues; its permalink."""
        self.days += 1
        words = f"Word {self.days}."
        row = self.shelf.statement(
            self.shelf.article(f"Title\n{words}"),
            words,
            speaker=speaker or self.ana,
            said=day or f"2011-12-{self.days:02d}",
        )
        for issue in issues:
            self.shelf.on(row, issue, stance if issue is self.wall else None)
        return row.permalink

    def turns(self, link: str) -> tuple[str | None, str | None, str | None]:
        """The permalinks before and after, and the issue they are said to be on."""
        found = get_statement(self.shelf.archive(), link)
        before, after = (one.id if one else None for one in (found.previous, found.next))
        return before, after, found.turns_on.key if found.turns_on else None


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path / "data")


def test_on_its_issue_whatever_else_was_said_between(told):
    first = told.add(told.wall)
    told.add(told.tolls)
    told.add(told.wall, speaker=told.ben)
    here = told.add(told.wall)
    told.add()
    last = told.add(told.wall)

    assert told.turns(here) == (first, last, "the-harbour-wall")
    assert told.turns(first) == (None, here, "the-harbour-wall")


def test_the_issue_on_which_it_takes_a_side_comes_first(told):
    tolls, wall = told.add(told.tolls), told.add(told.wall)
    here = told.add(told.tolls, told.wall, stance=Stance.DEMANDS)
    other = told.add(told.tolls, told.wall)

    assert told.turns(here) == (wall, other, "the-harbour-wall")
    assert told.turns(tolls)[2] == "the-tolls"


def test_on_anything_where_it_has_no_issue_or_is_the_only_one_on_it(told):
    first, here, last = told.add(), told.add(told.wall), told.add()

    assert told.turns(here) == (first, last, None)
    assert told.turns(first) == (None, here, None)


def test_on_one_day_in_the_order_of_the_article(told):
    article = told.shelf.article("Title\nOne.\nTwo.\nThree.")
    one, two, three = (
        told.shelf.statement(article, words, speaker=told.ana)
        for words in ("One.", "Two.", "Three.")
    )
    for row in (one, two, three):
        told.shelf.on(row, told.wall)

    assert told.turns(two.permalink) == (one.permalink, three.permalink, "the-harbour-wall")


def test_search_for_one_on_the_issue_goes_no_further_than_it_says(told, monkeypatch):
    monkeypatch.setattr(turns, "NEAR", 3)
    monkeypatch.setattr(turns, "_on_issue", turns.Prepared(turns.on_issue_rows()))
    far = told.add(told.wall)
    near = [told.add() for _ in range(3)]
    here = told.add(told.wall)

    assert told.turns(here) == (near[-1], None, None)
    assert told.turns(near[0])[0] == far


def test_it_takes_two_queries_at_most(told):
    told.add()
    link = told.add(told.wall)
    archive = told.shelf.archive()
    with archive.session() as session:
        row = session.execute(
            turns.STATEMENT.select().where(turns.STATEMENT.c.permalink == link)
        ).one()
    issues = get_statement(archive, link).issues

    counts = []
    for on in (issues, []):
        with archive.session() as session, count_queries(archive.reader) as counted:
            turns.turns_of(session, row, on)
        counts.append(counted.count)

    assert counts == [2, 1]


def test_the_statements_beside_are_found_without_reading_or_sorting_any(told):
    with told.shelf.archive().session() as session:
        query = turns.on_issue_rows().compile(dialect=sqlite.dialect())
        plan = "explain query plan " + str(query).replace("\n", " ")
        driver = session.connection().connection.driver_connection
        steps = [row[3] for row in driver.execute(plan, [0] * len(query.positiontup)).fetchall()]

    walked = [step for step in steps if "ix_statement_speaker_days" in step]
    assert len(walked) == 2
    assert all("COVERING INDEX" in step for step in walked)
    assert not [step for step in steps if "TEMP B-TREE" in step]
