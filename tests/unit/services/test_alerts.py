"""Searches that are followed: each statement is told once, and nothing where nothing came in."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app.cli import run
from app.desk import Desk
from app.errors import ArchiveError
from app.services import alerts
from app.services.alerts import (
    forget_search,
    list_saved,
    mark_told,
    save_search,
    what_is_new,
)
from tests.factories import Shelf

OLD = "The harbour wall must hold"
NEW = ["The harbour must stay public", "Ferries to the harbour leave at dawn"]


@pytest.fixture
def shelf(tmp_path):
    """An archive that holds one statement of the harbour."""
    shelf = Shelf(tmp_path / "data")
    shelf.statement(shelf.article(f"Title\n{OLD}."), OLD, speaker=shelf.speaker("Ana Ruiz"))
    return shelf


@pytest.fixture
def desk(shelf):
    return Desk(shelf.archive().settings, lambda: datetime(2026, 5, 1, 12, tzinfo=UTC))


def told(digest) -> dict[str, list[str]]:
    return {one.search.name: [card.text for card in one.cards] for one in digest.news}


def taken_in(shelf, *texts):
    article = shelf.article("Later\n" + "\n".join(f"{text}." for text in texts))
    for text in texts:
        shelf.statement(article, text, said="1999")
    return shelf.archive()


def test_only_what_comes_in_afterwards_is_told_the_latest_first(shelf, desk):
    save_search(desk, shelf.archive(), "port", "harbour", "for the column")

    assert told(what_is_new(desk, shelf.archive())) == {"port": []}

    digest = what_is_new(desk, taken_in(shelf, *NEW))

    assert told(digest) == {"port": NEW[::-1]}
    assert digest.news[0].search.note == "for the column"


def test_what_was_told_is_not_told_again(shelf, desk):
    save_search(desk, shelf.archive(), "port", "harbour")
    archive = taken_in(shelf, NEW[0])

    first, again = what_is_new(desk, archive), what_is_new(desk, archive)
    mark_told(desk, first)

    assert told(first) == told(again) == {"port": [NEW[0]]}
    assert told(what_is_new(desk, archive)) == {"port": []}
    assert told(what_is_new(desk, taken_in(shelf, NEW[1]))) == {"port": [NEW[1]]}


def test_what_two_searches_find_stands_under_the_first(shelf, desk):
    save_search(desk, shelf.archive(), "a port", "harbour")
    save_search(desk, shelf.archive(), "b dawn", "dawn")

    digest = what_is_new(desk, taken_in(shelf, *NEW))

    assert told(digest) == {"a port": NEW[::-1], "b dawn": []}
    assert [one.elsewhere for one in digest.news] == [0, 1]


def test_more_than_are_looked_through_or_shown_at_a_time_are_all_counted(shelf, desk, monkeypatch):
    monkeypatch.setattr(alerts, "_AT_A_TIME", 2)
    monkeypatch.setattr(alerts, "MOST_SHOWN", 3)
    save_search(desk, shelf.archive(), "port", "harbour")

    lines = [f"The harbour wall number {number} must hold" for number in range(7)]
    (news,) = what_is_new(desk, taken_in(shelf, *lines)).news

    assert news.total == 7
    assert [card.text for card in news.cards] == lines[:3:-1]


def test_a_search_of_one_name_takes_the_place_of_the_other(shelf, desk):
    assert save_search(desk, shelf.archive(), "port", "harbour") is False
    assert save_search(desk, shelf.archive(), " port ", "dawn") is True
    assert [(one.name, one.words) for one in list_saved(desk)] == [("port", "dawn")]

    forget_search(desk, "port")
    assert list_saved(desk) == []
    with pytest.raises(ArchiveError, match="no search called port"):
        forget_search(desk, "port")
    with pytest.raises(ArchiveError, match="needs a name and words"):
        save_search(desk, shelf.archive(), "port", "  ")


def test_commands_follow_tell_once_and_are_silent_where_nothing_is_new(shelf, monkeypatch, capsys):
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(shelf.archive().settings.data_dir))
    # The shelf's tables were made at once and not by migrations, so it says no version.
    monkeypatch.setattr("app.cli_alerts.open_archive", lambda settings: shelf.archive())
    monkeypatch.setenv("ONRECORD_BASE_URL", "https://onrecord.example/")

    def printed(*arguments: str) -> str:
        assert run(["alerts", *arguments]) == 0
        return capsys.readouterr().out

    assert "followed from now on" in printed("add", "port", "harbour", "--note", "the column")
    assert "port  harbour  since" in printed("list")
    assert printed("new") == ""

    taken_in(shelf, NEW[0])
    record = json.loads(printed("new", "--json", "--again"))
    digest = printed("new")

    assert (record["search"], record["text"]) == ("port", NEW[0])
    assert record["url"].startswith("https://onrecord.example/statements/")
    assert "port: 1 new for harbour\n(the column)\n" in digest
    assert f"“{NEW[0]}”" in digest
    assert printed("new") == ""
    assert "no longer followed" in printed("remove", "port")
    assert run(["alerts", "remove", "port"]) == 1
