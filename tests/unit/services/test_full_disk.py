"""F4, F5: a full disk costs what is being written, and nothing that was written before."""

from __future__ import annotations

import errno

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.archive import open_archive
from app.errors import StorageFull
from app.index import writer
from app.services.checks import check
from tests.unit.services.conftest import HARBOUR, WHEAT


@pytest.fixture
def no_room(monkeypatch):
    """Lets no database grow from now on, as a full disk would."""
    limit = []

    def stop_growing(connection, _):
        if limit:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={max(pages, 1)}")

    event.listen(Engine, "connect", stop_growing)
    yield lambda full=True: limit.append(1) if full else limit.clear()
    event.remove(Engine, "connect", stop_growing)


def test_f4_a_full_disk_is_named_and_earlier_articles_stay_whole(desk, no_room):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    before = desk.records()
    for number in range(8):
        desk.put(f"b{number}.txt", WHEAT.replace("winter", f"winter of {number}") * 3)
    no_room()

    with pytest.raises(StorageFull, match="disk is full"):
        desk.ingest()

    assert set(before) <= set(desk.records())
    no_room(False)
    desk.ingest()
    assert check(open_archive(desk.settings)).problems == []
    assert desk.found("wheat") > 0


def test_f5_a_full_disk_under_the_index_leaves_the_old_index_and_the_work_to_do(desk, monkeypatch):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    desk.put("b.txt", WHEAT)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writer, "publish", full)
        with pytest.raises(StorageFull, match="disk is full"):
            desk.ingest()
    assert desk.found("quay") == 1

    desk.ingest()

    assert desk.found("wheat") > 0
    assert check(open_archive(desk.settings)).problems == []
