"""How often statements are read is counted cheaply, and nothing else about it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from app.config import Settings
from app.desk import Desk
from app.errors import ArchiveBusy
from app.models.report import PageReads
from app.services import reads as counting
from app.services.reads import Reads


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(Settings(data_dir=tmp_path))


def stored(desk) -> dict[str, int]:
    with desk.session() as session:
        return dict(session.exec(select(PageReads.permalink, PageReads.reads)).all())


def test_reads_are_added_up_and_written_together(desk):
    reads = Reads(desk)
    for permalink in ("a", "b", "a"):
        assert not reads.count(permalink)
    assert stored(desk) == {}

    reads.write()
    reads.count("a")
    reads.write()

    assert stored(desk) == {"a": 3, "b": 1}


def test_it_is_time_to_write_after_a_minute_or_many_statements(desk):
    now = [0.0]
    reads = Reads(desk, lambda: now[0])
    assert not reads.count("a")
    now[0] = 61.0
    assert reads.count("a")

    reads.write()
    due = [reads.count(f"s{number}") for number in range(counting.EVERY_STATEMENTS)]
    assert due == [False] * (counting.EVERY_STATEMENTS - 1) + [True]


def test_nothing_counted_writes_nothing(desk):
    Reads(desk).write()

    assert not desk.path.exists()


def test_a_desk_that_cannot_be_written_stops_no_reader(desk, monkeypatch, caplog):
    def busy():
        raise ArchiveBusy("somebody else is writing")

    monkeypatch.setattr(desk, "transaction", busy)
    reads = Reads(desk)
    reads.count("a")
    reads.write()

    assert "somebody else is writing" in caplog.text
