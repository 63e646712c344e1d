"""The event page: its statements in the order of what happened, and which order that is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.factories import Shelf
from tests.web.conftest import fresh, open_site


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An archive with one event and nothing said there yet."""
    return fresh(tmp_path)


def told(client: TestClient, address: str = "/events/harbour-summit") -> list[str]:
    """The words of the statements on the page, in order."""
    page = client.get(address).text
    return re.findall(r'<blockquote class="card-words"[^>]*>.*?Word (\w+)\.', page, re.S)


def words(*names: str) -> str:
    return "Title\n" + "\n".join(f"Word {name}." for name in names)


def test_statements_stand_in_order_of_time_and_then_as_their_article_tells_them(shelf):
    event = shelf.event()
    later = shelf.article(words("last"), published="2011-12-10")
    names = [f"n{number:02d}" for number in range(25)]
    shelf.statement(later, "Word last.", said="2011-12-09", event=event)
    article = shelf.article(words("eve", *names), published="2011-12-09")
    for name in names:
        shelf.statement(article, f"Word {name}.", said="2011-12-08", event=event)
    shelf.statement(article, "Word eve.", said="2011-12-07", event=event)
    client = open_site(shelf.archive())

    assert told(client) == ["eve", *names[:19]]
    assert told(client, "/events/harbour-summit?page=2") == [*names[19:], "last"]
    page = client.get("/events/harbour-summit").text
    assert '<span aria-current="true">in order</span>' in page
    assert "In order of time, by the day they were said; those of one day article by" in page
    assert 'href="/api/v1/search?event=harbour-summit&amp;sort=in-order"' in page


def test_statements_without_a_day_stand_at_the_end_article_by_article(shelf):
    event = shelf.event()
    second = shelf.article(words("c", "d"), published="2011-12-10")
    first = shelf.article(words("a", "b"), published="2011-12-09")
    for article, name in ((second, "c"), (second, "d"), (first, "a"), (first, "b")):
        shelf.statement(article, f"Word {name}.", said=None, event=event)
    client = open_site(shelf.archive())

    assert told(client) == ["a", "b", "c", "d"]
    page = client.get("/events/harbour-summit").text
    assert "The days of these are not told: they stand article by article" in page


def test_dated_and_undated_are_told_apart_and_other_orders_claim_nothing(shelf):
    event = shelf.event()
    article = shelf.article(words("a", "b"), published="2011-12-09")
    shelf.statement(article, "Word a.", said=None, event=event)
    shelf.statement(article, "Word b.", said="2011-12-08", event=event)
    client = open_site(shelf.archive())

    assert told(client) == ["b", "a"]
    assert "at the end those whose day is not told" in client.get("/events/harbour-summit").text
    newest = client.get("/events/harbour-summit?sort=newest").text
    assert '<span aria-current="true">newest</span>' in newest
    assert "In order of time" not in newest


def test_page_of_an_event_of_which_nothing_was_said_offers_nothing_to_sort(tmp_path):
    shelf = fresh(tmp_path)
    shelf.event("Harbour debate")
    shelf.statement(shelf.article("Title\nThe wall holds."), "The wall holds")

    page = open_site(shelf.archive()).get("/events/harbour-debate").text

    assert "No statement in this archive was made there" in page
    assert "Nothing here has the event" not in page
    assert 'class="toolbar"' not in page
