"""F8, F21 and F22: backups made while somebody writes, and restored while somebody reads."""

from __future__ import annotations

import os
import threading
from contextlib import closing

import pysqlite3.dbapi2
import pytest
from fastapi.testclient import TestClient

from app.archive import open_archive
from app.cli import run
from app.errors import ArchiveBusy, ArchiveError
from app.services.backups import back_up, desk_beside, restore
from app.services.checks import check
from app.storage.desk import desk_file
from app.storage.lock import writer_lock
from app.web.app import create_app
from tests.unit.services.conftest import HARBOUR, WHEAT


@pytest.fixture
def backup(desk, tmp_path):
    """A backup of an archive that has read on since: it holds the harbour, not the wheat."""
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    path = back_up(open_archive(desk.settings), tmp_path / "backup.sqlite3")
    desk.put("b.txt", WHEAT)
    desk.ingest()
    return path


def problems(desk):
    return check(open_archive(desk.settings)).problems


def test_a_restored_archive_is_as_it_was_and_checks_clean(desk, backup):
    assert desk.found("wheat") > 0

    articles, _ = restore(desk.settings, backup)

    assert articles == 1
    assert (desk.found("quay"), desk.found("wheat")) == (1, 0)
    assert problems(desk) == []
    assert len(list(desk.settings.data_dir.glob("onrecord-before-*.sqlite3"))) == 1


def test_a_restored_archive_goes_on_reading(desk, backup):
    restore(desk.settings, backup)

    desk.ingest()

    assert desk.found("wheat") > 0
    assert problems(desk) == []


def test_f22_a_site_that_is_running_shows_the_restored_state(desk, backup):
    with TestClient(create_app(open_archive(desk.settings))) as site:
        before = site.get("/api/v1/search?q=wheat").json()["total"]
        restore(desk.settings, backup)
        after = site.get("/api/v1/search?q=wheat").json()["total"]
        harbour = site.get("/api/v1/search?q=quay").json()

    assert before > 0
    assert after == 0
    assert site.get(harbour["results"][0]["url"]).status_code == 200


def test_f21_a_backup_made_while_somebody_writes_is_one_committed_state(desk, tmp_path):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    for number in range(12):
        desk.put(f"b{number}.txt", WHEAT.replace("winter", f"winter of {number}"))
    writing = threading.Thread(target=desk.ingest)
    writing.start()
    copies = []
    while writing.is_alive() or not copies:
        copies.append(back_up(open_archive(desk.settings), tmp_path / f"{len(copies)}.sqlite3"))
    writing.join()

    for copy in {copies[0], copies[len(copies) // 2], copies[-1]}:
        articles, _ = restore(desk.settings, copy)
        assert 1 <= articles <= 13
        assert problems(desk) == []
    desk.ingest()
    assert problems(desk) == []
    assert desk.found("wheat") > 0


def test_a_restore_while_somebody_writes_is_refused_and_changes_nothing(desk, backup):
    with writer_lock(desk.settings.data_dir, "ingest"), pytest.raises(ArchiveBusy, match="ingest"):
        restore(desk.settings, backup)

    assert desk.found("wheat") > 0


def test_f8_a_damaged_database_is_replaced_and_kept_beside(desk, backup):
    os.truncate(desk.settings.database_path, desk.settings.database_path.stat().st_size // 2)

    restore(desk.settings, backup)

    assert desk.found("quay") == 1
    assert problems(desk) == []
    assert list(desk.settings.data_dir.glob("onrecord-before-*.sqlite3"))


def test_f10_a_missing_archive_is_made_from_a_backup(other_desk, backup):
    restore(other_desk.settings, backup)

    assert other_desk.found("quay") == 1
    assert problems(other_desk) == []


def test_a_damaged_backup_is_refused_and_nothing_is_changed(desk, backup):
    data = bytearray(backup.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = os.urandom(4096)
    backup.write_bytes(data)

    with pytest.raises(ArchiveError, match=r"damaged|no database"):
        restore(desk.settings, backup)

    assert desk.found("wheat") > 0


def test_f19_a_backup_from_a_newer_version_is_refused(desk, backup):
    with closing(pysqlite3.dbapi2.connect(str(backup))) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    with pytest.raises(ArchiveError, match="9999"):
        restore(desk.settings, backup)

    assert desk.found("wheat") > 0


def test_what_is_kept_about_people_is_backed_up_and_restored_beside_the_archive(
    desk, backup, tmp_path
):
    where = desk_file(desk.settings)
    _note(where, "first")
    copy = back_up(open_archive(desk.settings), tmp_path / "later.sqlite3")
    _note(where, "second")

    restore(desk.settings, copy)

    with closing(pysqlite3.dbapi2.connect(str(where))) as database:
        assert database.execute("SELECT words FROM note").fetchall() == [("first",)]
    assert desk_beside(copy).stat().st_mode & 0o077 == 0


def _note(path, words):
    with closing(pysqlite3.dbapi2.connect(str(path))) as database:
        database.execute("CREATE TABLE IF NOT EXISTS note (words TEXT)")
        database.execute("INSERT INTO note VALUES (?)", (words,))
        database.commit()


def test_the_commands_back_up_and_restore(desk, tmp_path, monkeypatch, capsys):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(desk.settings.data_dir))

    assert run(["backup", str(tmp_path / "copy.sqlite3")]) == 0
    assert run(["restore", str(tmp_path / "copy.sqlite3")]) == 0
    assert run(["restore", str(tmp_path / "nothing.sqlite3")]) == 1

    printed = capsys.readouterr()
    assert "in 1 article" in printed.out
    assert "no backup at" in printed.err
