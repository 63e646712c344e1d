"""What was taken in last, for those who follow a search."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.search import EntryType, SearchQuery
from app.services import taken_in
from app.services.taken_in import latest_of, volume_of
from tests.factories import SEEN, Shelf
from tests.web.conftest import count_queries

WORDS = [f"The harbour wall number {number} must hold" for number in range(8)]


@pytest.fixture(params=[True, False], ids=["index", "database"])
def archive(tmp_path: Path, request: pytest.FixtureRequest):
    return filled(tmp_path, index=request.param)


def filled(tmp_path: Path, *, index: bool = True):
    """Eight statements, one taken in each week; the later read, the longer ago it was said."""
    shelf = Shelf(tmp_path / "data")
    article = shelf.article("Title\n" + "\n".join(f"{one}." for one in WORDS))
    for number, words in enumerate(WORDS):
        at = SEEN + timedelta(weeks=number)
        said = None if number == 6 else str(2011 - number)
        shelf.statement(article, words, speaker=None, said=said, ingested_at=at)
    return shelf.archive(index=index)


def texts(archive, query: SearchQuery, limit: int = 20) -> list[str]:
    return [one.statement.text for one in latest_of(archive, query, limit) if one.statement]


def test_what_was_taken_in_last_comes_first_whenever_it_was_said(archive):
    assert texts(archive, SearchQuery(), limit=3) == [WORDS[7], WORDS[6], WORDS[5]]
    assert texts(archive, SearchQuery("harbour")) == WORDS[::-1]
    assert texts(archive, SearchQuery("number 3")) == [WORDS[3]]
    assert texts(archive, SearchQuery("zebra")) == []


def test_each_comes_with_the_moment_it_was_taken_in(archive):
    [last] = latest_of(archive, SearchQuery("number 7"))

    assert last.at == f"{SEEN + timedelta(weeks=7):%Y-%m-%dT%H:%M:%SZ}"


def test_where_the_last_hold_too_few_what_was_said_last_follows(archive, monkeypatch):
    monkeypatch.setattr(taken_in, "_LAST_STATEMENTS", taken_in.Prepared(
        taken_in._last(taken_in.STATEMENT).limit(2)
    ))  # fmt: skip

    found = texts(archive, SearchQuery("harbour"), limit=4)

    assert found[:2] == [WORDS[7], WORDS[6]]
    assert found[2:] == [WORDS[0], WORDS[1]]


def test_articles_are_followed_too(archive):
    [one] = latest_of(archive, SearchQuery("harbour", type=EntryType.ARTICLE))

    assert one.article is not None
    assert one.at.startswith(f"{SEEN:%Y-%m-%d}")


def test_volume_counts_what_came_in_and_how_much_that_is_a_week(archive):
    volume = volume_of(archive, SearchQuery("harbour"))

    assert (volume.matching, volume.looked_through) == (8, 8)
    assert volume.when == "between 2 January 2026 and 20 February 2026"
    assert volume.a_week == pytest.approx(8 / 7)
    assert volume_of(archive, SearchQuery("number 3")).matching == 1


def test_no_rate_is_told_of_what_came_in_at_one_time(tmp_path):
    shelf = Shelf(tmp_path / "data")
    shelf.statement(shelf.article(f"Title\n{WORDS[0]}."), WORDS[0])

    assert volume_of(shelf.archive(), SearchQuery()).a_week is None
    assert volume_of(Shelf(tmp_path / "empty").archive(), SearchQuery()).looked_through == 0


def test_following_costs_the_same_queries_however_much_there_is(tmp_path):
    archive = filled(tmp_path)
    with count_queries(archive.reader) as few:
        latest_of(archive, SearchQuery("number 3"))
    with count_queries(archive.reader) as many:
        latest_of(archive, SearchQuery("harbour"), limit=3)

    assert few.count == many.count <= 4
