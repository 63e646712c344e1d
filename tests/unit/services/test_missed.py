"""Searches that found nothing: counted without a trace of who asked, and never without end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.cli import run
from app.config import Settings
from app.desk import Desk
from app.domain.search import SearchQuery
from app.services.missed import forget_missed, list_missed, note_missed, worth_keeping
from app.storage import missed as rows


class Clock:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path, clock) -> Desk:
    return Desk(Settings(data_dir=tmp_path), clock)


def test_what_is_asked_most_often_comes_first(desk, clock):
    for words in ("harbour", "Ana  RUIZ", "ana ruiz", "wall", "ana ruiz "):
        note_missed(desk, SearchQuery(words))
    clock.now += timedelta(days=3)
    note_missed(desk, SearchQuery("wall"))

    found = [(one.words, one.times, one.first_on, one.last_on) for one in list_missed(desk)]

    first, later = date(2026, 5, 1), date(2026, 5, 4)
    assert found == [
        ("ana ruiz", 3, first, first),
        ("wall", 2, first, later),
        ("harbour", 1, first, first),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "?!",
        "ana@example.org",
        "https://example.org/a",
        "www.example.org",
        "0171 555 1234",
        "12.03.1985 12",
        "x" * 81,
        "one two three four five six seven eight nine",
    ],
)
def test_what_may_be_private_or_is_no_search_is_not_kept(desk, text):
    note_missed(desk, SearchQuery(text))

    assert list_missed(desk) == []
    assert not desk.path.exists()


def test_what_was_narrowed_away_is_not_missed(desk):
    for query in (
        SearchQuery("wall", page=2),
        SearchQuery("wall", filters={"speaker": ("ana-ruiz",)}),
        SearchQuery("wall", said_from=date(2011, 1, 1)),
    ):
        note_missed(desk, query)

    assert list_missed(desk) == []


def test_words_are_kept_without_control_characters():
    assert worth_keeping("Harbour\n\x1b[31m  \u202eWALL") == "harbour [31m wall"
    assert worth_keeping("“legal guarantees” 2011") == "“legal guarantees” 2011"


def test_there_are_never_more_than_a_thousand_and_the_rarest_go_first(desk, monkeypatch):
    monkeypatch.setattr(rows, "MOST_KEPT", 5)
    for words in ("often", "often", "a", "b", "c", "d", "e", "f"):
        note_missed(desk, SearchQuery(words))

    kept = [one.words for one in list_missed(desk)]

    assert len(kept) == 5
    assert kept[0] == "often"
    assert "f" in kept


def test_what_nobody_asks_for_any_more_is_forgotten(desk, clock):
    note_missed(desk, SearchQuery("old"))
    clock.now += timedelta(days=181)
    note_missed(desk, SearchQuery("new"))

    assert [one.words for one in list_missed(desk)] == ["new"]


def test_entries_are_forgotten_on_request(desk):
    for words in ("a", "b", "c"):
        note_missed(desk, SearchQuery(words))

    assert forget_missed(desk, "a") == 1
    assert forget_missed(desk) == 2
    assert list_missed(desk) == []


def test_a_desk_that_cannot_be_written_is_no_fault_of_a_reader(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    closed = Desk(Settings(data_dir=tmp_path / "file"))

    note_missed(closed, SearchQuery("harbour"))

    assert "could not be noted" in caplog.text
    assert "harbour" not in caplog.text


def test_the_commands_list_and_forget(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(tmp_path))
    assert run(["searches", "missed"]) == 0
    assert "no search was in vain" in capsys.readouterr().err

    desk = Desk(Settings())
    for words in ("harbour", "harbour", "wall"):
        note_missed(desk, SearchQuery(words))
    assert run(["searches", "missed"]) == 0
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [
        ["2", "harbour"],
        ["1", "wall"],
    ]
    assert run(["searches", "missed", "--json", "--limit", "1"]) == 0
    assert '"words": "harbour", "times": 2' in capsys.readouterr().out
    assert run(["searches", "forget", "harbour"]) == 0
    assert capsys.readouterr().out == "forgotten: 1\n"
