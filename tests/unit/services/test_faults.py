"""F1, F7, F11, F15, F17 and F36 of the reliability cases: what was told as stored stays stored.

`make faults` takes a hundred tries where chance decides, `make test` three.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from app.archive import open_archive
from app.errors import ArchiveBusy
from app.index import generations
from app.models.document import Document
from app.reading import files
from app.services.checks import check
from app.services.reports import Outcome
from app.storage import database
from app.storage.database import writer_engine
from tests.unit.services.conftest import HARBOUR, WHEAT

ROOT = Path(__file__).resolve().parents[3]

INGEST = """
import sys
from pathlib import Path
from app.config import Settings
from app.services.ingest import ingest
data, knowledge, inbox, workers = sys.argv[1:]
settings = Settings(data_dir=data, knowledge_dir=knowledge, language_model="rules",
                    ingest_workers=workers)
print("ready", flush=True)
ingest(settings, [Path(inbox)], tell=lambda seen: print(seen.name, flush=True))
"""


@pytest.fixture
def plain(desk):
    """A desk whose articles are read by rules alone, which is quick."""
    desk.settings = desk.settings.model_copy(update={"language_model": "rules"})
    return desk


def problems(desk):
    return check(open_archive(desk.settings)).problems


def names_held(desk):
    with open_archive(desk.settings).session() as session:
        return set(session.exec(select(Document.name)))


def put_many(desk, first, count):
    for number in range(first, first + count):
        desk.put(f"{number:04}.txt", HARBOUR.replace("Riga", f"Riga {number}") * 2)


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_f1_what_was_told_as_stored_survives_a_kill_at_any_instant(plain, other_desk, request):
    tries = 100 if "faults" in request.config.option.markexpr else 3
    draw = random.Random(tries)
    for attempt in range(tries):
        put_many(plain, attempt * 12, 12)
        told = _killed(plain, draw, workers=2 * (attempt % 2))
        if plain.settings.database_path.exists() and told:
            assert told <= names_held(plain)
            _require_whole(plain)
    plain.ingest()

    other_desk.settings = plain.settings.model_copy(
        update={"data_dir": other_desk.settings.data_dir}
    )
    other_desk.ingest(plain.inbox)
    assert plain.records() == other_desk.records()
    assert problems(plain) == []


def _killed(desk, draw, workers):
    """What a run told as stored until it was killed at a moment that chance chose."""
    folders = [desk.settings.data_dir, desk.knowledge, desk.inbox]
    child = subprocess.Popen(
        [sys.executable, "-c", INGEST, *map(str, folders), str(workers)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(draw.random() * 3)
    child.send_signal(signal.SIGKILL)
    told = set(child.stdout.read().splitlines())
    child.wait()
    return told


def _require_whole(desk):
    found = [json.loads(record) for record in desk.records()]
    articles = {record["id"] for record in found if record["type"] == "article"}
    assert {r["article"] for r in found if r["type"] == "statement"} <= articles


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_f7_whichever_write_fails_the_archive_is_as_before_or_as_after(
    plain, other_desk, request, monkeypatch, tmp_path
):
    step = 1 if "faults" in request.config.option.markexpr else 13
    plain.put("a.txt", HARBOUR)
    plain.ingest()
    before = plain.records()
    kept = tmp_path / "kept"
    shutil.copytree(plain.settings.data_dir, kept)
    plain.put("b.txt", WHEAT)
    plain.ingest()
    after = plain.records()

    failing = 0
    while True:
        failing += step
        shutil.rmtree(plain.settings.data_dir)
        shutil.copytree(kept, plain.settings.data_dir)
        with _Failing(failing, monkeypatch) as layer:
            try:
                plain.ingest()
            except Exception:
                assert layer.failed
        if not layer.failed:
            break
        # How many statements somebody has is counted at the end of a run, or of the next.
        assert uncounted(plain.records()) in (uncounted(before), uncounted(after))
        plain.ingest()
        assert plain.records() == after
        assert problems(plain) == []
    assert failing > step


def uncounted(records):
    plain = [json.loads(record) for record in records]
    return [
        {key: None if key == "statements" and isinstance(value, int) else value
         for key, value in record.items()}
        for record in plain
    ]  # fmt: skip


class _Failing:
    """Lets one step of the file layer fail: the n-th statement, fsync, rename or link."""

    def __init__(self, number, monkeypatch):
        self.left, self.failed, self.patch = number, False, monkeypatch

    def __enter__(self):
        event.listen(Engine, "before_cursor_execute", self._statement)
        self.context = self.patch.context()
        patch = self.context.__enter__()
        for name in ("fsync", "replace", "link"):
            patch.setattr(os, name, self._failing(getattr(os, name)))
        return self

    def __exit__(self, *error):
        event.remove(Engine, "before_cursor_execute", self._statement)
        return self.context.__exit__(*error)

    def _now(self):
        self.left -= 1
        self.failed = self.failed or self.left == 0
        return self.left == 0

    def _statement(self, _connection, _cursor, statement, *_):
        if not statement.startswith(("SELECT", "PRAGMA")) and self._now():
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    def _failing(self, real):
        def act(*arguments, **more):
            if self._now():
                raise OSError(errno.EIO, "Input/output error")
            return real(*arguments, **more)

        return act


def test_f11_a_log_of_another_database_is_ignored(plain, other_desk):
    plain.put("a.txt", HARBOUR)
    plain.ingest()
    records = plain.records()
    other_desk.put("b.txt", WHEAT)
    other_desk.ingest()
    log = Path(f"{other_desk.settings.database_path}-wal")
    with closing(pysqlite3.dbapi2.connect(str(other_desk.settings.database_path))) as other:
        other.execute("UPDATE outlet SET name = name")
        other.commit()
        shutil.copy(log, f"{plain.settings.database_path}-wal")

    assert plain.records() == records
    assert problems(plain) == []


def test_f11_a_log_that_was_removed_costs_a_second_reading_and_is_noticed(plain, tmp_path):
    plain.put("a.txt", HARBOUR)
    plain.ingest()
    before = shutil.copy(plain.settings.database_path, tmp_path / "before")
    plain.put("b.txt", WHEAT)
    plain.ingest()
    after = plain.records()
    shutil.copy(before, plain.settings.database_path)  # as if the log with the rest were gone

    assert any("index" in problem for problem in problems(plain))
    first = plain.ingest(plain.inbox / "a.txt")
    second = plain.ingest()

    assert any("another state of the database" in note for note in first.notes)
    assert second.counts == {Outcome.UNCHANGED: 1, Outcome.NEW: 1}
    assert plain.records() == after
    assert problems(plain) == []


def test_f15_pages_are_read_while_a_writer_holds_the_database_and_writing_is_refused(
    plain, monkeypatch
):
    plain.put("a.txt", HARBOUR)
    plain.ingest()
    plain.put("b.txt", WHEAT)
    records = plain.records()
    monkeypatch.setattr(database, "_BUSY_MS", 100)
    with closing(pysqlite3.dbapi2.connect(str(plain.settings.database_path))) as holder:
        holder.execute("BEGIN IMMEDIATE")
        holder.execute("DELETE FROM statement_span")

        assert plain.records() == records
        with pytest.raises(ArchiveBusy, match="holds the database"):
            plain.ingest()

    assert plain.ingest().counts == {Outcome.UNCHANGED: 1, Outcome.NEW: 1}


def test_f17_a_file_that_may_not_be_read_is_set_aside_and_the_rest_goes_on(plain, monkeypatch):
    plain.put("a.txt", HARBOUR)
    closed = plain.put("b.txt", WHEAT)
    really_open = os.open

    def refuse(path, *more):
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really_open(path, *more)

    monkeypatch.setattr(files.os, "open", refuse)

    report = plain.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert "permission denied" in report.failures[0].reason
    assert report.failures[0].where == str(closed)


def test_f36_a_commit_is_on_the_disk_before_it_is_told(plain):
    plain.put("a.txt", HARBOUR)
    plain.ingest()
    engine = writer_engine(plain.settings.database_path)

    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL: fsync each commit
    engine.dispose()


def test_f36_an_index_is_on_the_disk_before_it_is_switched_to(plain, monkeypatch):
    synced: set[tuple[int, int]] = set()
    really_sync, really_replace = os.fsync, generations._replace
    missing: list[str] = []

    def sync(descriptor):
        found = os.fstat(descriptor)
        synced.add((found.st_dev, found.st_ino))
        really_sync(descriptor)

    def replace(path, content):
        if path.name == generations.MANIFEST:
            folder = path.parent / json.loads(content)["generation"]
            for part in (folder, *folder.iterdir()):
                found = part.stat()
                if (found.st_dev, found.st_ino) not in synced:
                    missing.append(part.name)
        really_replace(path, content)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(generations, "_replace", replace)
    for name, text in (("a.txt", HARBOUR), ("b.txt", WHEAT)):
        plain.put(name, text)
        plain.ingest()

    assert synced
    assert missing == []
