"""F24, F25 and F26: a worker that dies, hangs or lacks its model never costs another document."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import select

from app.archive import open_archive
from app.errors import ArchiveError
from app.models.article import Article
from app.services import in_order
from app.services import ingest as ingesting
from app.services.checks import check
from app.services.quarantine import list_quarantine
from app.services.reports import Outcome
from tests.unit.services.conftest import HARBOUR, WHEAT
from tests.unit.services.workers_that_fail import FailingWorker, NeverReady, WithoutModel

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shared(desk):
    """A desk whose articles are read by two processes without a language model."""
    desk.settings = desk.settings.model_copy(
        update={"ingest_workers": 2, "language_model": "rules"}
    )
    return desk


@pytest.fixture
def failing(shared, monkeypatch, tmp_path):
    """The same with workers that fail on certain words."""
    monkeypatch.setattr(ingesting, "make_worker", partial(FailingWorker, folder=tmp_path))
    return shared


def test_the_archive_is_the_same_however_many_workers_share_the_work(shared, other_desk):
    for desk in (shared, other_desk):
        for number in range(12):
            text = HARBOUR.replace("Riga", f"Riga {number}") * (1 + 20 * (number == 3))
            desk.put(f"{number:02}.txt", text)
        desk.put("copy.txt", HARBOUR.replace("Riga", "Riga 5"))
        desk.put("bad.txt", b"\0")
    other_desk.settings = shared.settings.model_copy(
        update={"ingest_workers": 0, "data_dir": other_desk.settings.data_dir}
    )

    ours, theirs = shared.ingest(), other_desk.ingest()

    assert ours.counts == theirs.counts == {
        Outcome.NEW: 12, Outcome.DUPLICATE: 1, Outcome.FAILED: 1
    }  # fmt: skip
    assert shared.records() == [
        record.replace(str(other_desk.inbox), str(shared.inbox)) for record in other_desk.records()
    ]
    numbers = [
        [(row.id, row.permalink) for row in open_rows(desk, Article)]
        for desk in (shared, other_desk)
    ]
    assert numbers[0] == numbers[1]


def open_rows(desk, table):
    with open_archive(desk.settings).session() as session:
        return session.exec(select(table).order_by("id")).all()


def test_f25_a_worker_that_dies_is_replaced_and_its_document_set_aside(failing):
    failing.put("a.txt", HARBOUR)
    failing.put("b.txt", "SEGFAULT")
    failing.put("c.txt", WHEAT)

    report = failing.ingest()

    assert report.counts == {Outcome.NEW: 2, Outcome.FAILED: 1}
    assert "SIGSEGV" in report.failures[0].reason
    assert [held.name for held in list_quarantine(failing.settings)] == ["b.txt"]
    assert check(open_archive(failing.settings)).problems == []


def test_f25_a_document_whose_worker_died_by_chance_is_tried_again(failing, tmp_path):
    failing.put("a.txt", HARBOUR + "ONCE")

    report = failing.ingest()

    assert report.counts == {Outcome.NEW: 1}
    assert (tmp_path / "asked").read_text().splitlines() == ["a.txt", "a.txt"]


def test_f25_a_worker_that_hangs_is_ended_and_the_others_go_on(failing, monkeypatch):
    monkeypatch.setattr(in_order, "_PATIENCE", 1.0)
    failing.put("a.txt", "SLEEP")
    failing.put("b.txt", HARBOUR)

    report = failing.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert "more than the 1 seconds allowed" in report.failures[0].reason


def test_f24_a_document_too_large_for_the_memory_there_is_is_named(failing):
    failing.put("a.txt", "MEMORY")
    failing.put("b.txt", HARBOUR)

    report = failing.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert "too large for the memory" in report.failures[0].reason


def test_f26_a_model_that_is_missing_is_said_once_and_kept_with_each_article(shared, monkeypatch):
    monkeypatch.setattr(ingesting, "make_worker", WithoutModel)
    shared.settings = shared.settings.model_copy(update={"language_model": "auto"})
    shared.put("a.txt", HARBOUR)
    shared.put("b.txt", WHEAT)

    report = shared.ingest()

    assert [note for note in report.notes if "not installed" in note] == [
        "a language model is not installed, so statements were found at level rules"
    ]
    assert {article.level for article in open_rows(shared, Article)} == {"rules"}


def test_workers_that_never_start_end_the_run_with_a_sentence(shared, monkeypatch):
    monkeypatch.setattr(ingesting, "make_worker", NeverReady)
    shared.put("a.txt", HARBOUR)

    with pytest.raises(ArchiveError, match="ONRECORD_INGEST_WORKERS=0"):
        shared.ingest()


def test_a_killed_run_leaves_no_worker_behind(shared):
    for number in range(40):
        shared.put(f"{number}.txt", HARBOUR.replace("Riga", f"Riga {number}") * 30)
    environment = {
        **os.environ,
        "ONRECORD_DATA_DIR": str(shared.settings.data_dir),
        "ONRECORD_KNOWLEDGE_DIR": str(shared.knowledge),
        "ONRECORD_LANGUAGE_MODEL": "rules",
    }
    command = [sys.executable, "-m", "app", "ingest", "--workers", "2", str(shared.inbox)]
    run = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    workers: list[int] = []
    until = time.monotonic() + 60
    while len(workers) < 2 and time.monotonic() < until:
        workers = _children(run.pid)
        time.sleep(0.05)
    assert workers
    run.send_signal(signal.SIGKILL)
    run.wait()

    while any(_is_alive(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.05)

    assert [pid for pid in workers if _is_alive(pid)] == []


def _children(pid):
    tasks = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in tasks.read_text().split()] if tasks.exists() else []


def _is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
