"""Files go in once, whole, in any order; bad ones are told and kept apart."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from app.archive import open_archive
from app.config import Settings
from app.errors import ArchiveUnavailable, KnowledgeError
from app.models.address import Address, AddressState
from app.models.article import Article
from app.models.ingest_run import IndexTask, IngestRun, Quarantined
from app.models.statement import StatementRevision
from app.services import analyse as analysing
from app.services import ingest as ingesting
from app.services import intake
from app.services.checks import check
from app.services.exports import Form, export
from app.services.ingest import ingest
from app.services.reports import Outcome
from tests.unit.services.conftest import HARBOUR, WHEAT

PATIENCE = 120  # seconds that a child process gets


def rows(desk, table):
    with open_archive(desk.settings).session() as session:
        return session.exec(select(table)).all()


def faults(desk):
    return check(open_archive(desk.settings)).problems


def test_files_become_statements_that_can_be_found(desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)

    report = desk.ingest()

    assert report.counts == {Outcome.NEW: 2}
    assert (report.articles, report.statements > 3) == (2, True)
    assert "2 new, 0 changed, 0 unchanged, 0 duplicate, 0 failed" in report.summary()
    assert desk.found("quay") == 1
    assert faults(desk) == []


def test_doing_it_twice_changes_nothing_and_reads_nothing(desk, monkeypatch):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    desk.ingest()
    before = desk.dump()
    monkeypatch.setattr(ingesting, "look_into", lambda *_: pytest.fail("it was read again"))

    report = desk.ingest()

    assert report.counts == {Outcome.UNCHANGED: 2}
    assert desk.dump() == before
    assert len(rows(desk, IngestRun)) == 1


def test_the_archive_is_the_same_whatever_the_order_and_the_path(desk, other_desk):
    paths = [desk.put("a.txt", HARBOUR), desk.put("b.txt", WHEAT)]
    desk.ingest(*paths)
    for path in reversed(paths):
        other_desk.ingest(shutil.copy(path, other_desk.put(path.name, "")))

    assert [r.replace("inbox/", "") for r in other_desk.records()] == desk.records()
    assert other_desk.addresses() == desk.addresses()


def test_every_document_is_accounted_for_and_bad_ones_do_not_stop_the_rest(desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b1-empty.txt", "")
    desk.put("b1-blank.txt", "\ufeff \n\n")
    desk.put("b7-nul.txt", "Ann Lee said \0 nothing.")
    desk.put("binary.txt", bytes(range(256)) * 50)
    desk.put("z.txt", WHEAT)

    report = desk.ingest()

    assert report.counts == {Outcome.NEW: 2, Outcome.FAILED: 4}
    failed = {failure.name for failure in report.failures}
    assert failed == {"b1-empty.txt", "b1-blank.txt", "b7-nul.txt", "binary.txt"}
    assert {row.name for row in rows(desk, Quarantined)} == failed
    assert all(failure.reason for failure in report.failures)


def test_a_path_that_does_not_exist_is_named_and_the_rest_goes_on(desk):
    report = desk.ingest(desk.inbox / "nothing.txt", desk.put("a.txt", HARBOUR))

    assert report.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert report.failures[0].name == "nothing.txt"


def test_b2_a_file_that_is_too_large_is_refused_without_being_read(desk):
    path = desk.put("large.txt", "")
    os.truncate(path, 50_000_000)  # a hole: it takes no room and no time

    report = desk.ingest()

    assert report.counts == {Outcome.FAILED: 1}
    assert "50,000,000 bytes" in report.failures[0].reason


def test_b26_a_pipe_is_refused_and_never_waited_for(desk):
    os.mkfifo(desk.inbox / "pipe.txt")

    report = desk.ingest()

    assert "no ordinary file" in report.failures[0].reason


def test_a_file_that_was_mended_leaves_quarantine(desk):
    desk.put("a.txt", "")
    desk.ingest()
    desk.put("a.txt", HARBOUR)

    desk.ingest()

    assert rows(desk, Quarantined) == []


def test_a_mistake_in_the_program_costs_one_document(desk, monkeypatch):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    real = analysing.extract

    def broken(article, *rest):
        if "Wheat" in article.text:
            raise ZeroDivisionError("division by zero")
        return real(article, *rest)

    monkeypatch.setattr(analysing, "extract", broken)

    report = desk.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert "ZeroDivisionError" in report.failures[0].reason


def test_b11_the_same_article_twice_is_one(desk):
    desk.put("a.txt", HARBOUR)
    desk.put("copy.txt", HARBOUR)
    lines = [{"id": "x1", "text": HARBOUR}, {"id": "x2", "text": HARBOUR}]
    desk.put("more.jsonl", "\n".join(json.dumps(line) for line in lines))

    report = desk.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.DUPLICATE: 3}
    assert report.articles == 1
    assert desk.ingest().counts == {Outcome.UNCHANGED: 1, Outcome.DUPLICATE: 3}


def test_b12_two_texts_at_one_web_address_are_one_article_and_stay_so(desk):
    url = "https://paper.example/harbour"
    lines = [{"id": "x1", "text": HARBOUR, "url": url}, {"id": "x2", "text": WHEAT, "url": url}]
    desk.put("two.jsonl", "\n".join(json.dumps(line) for line in lines))

    report = desk.ingest()

    assert report.counts == {Outcome.NEW: 1, Outcome.CHANGED: 1}
    assert report.articles == 1
    assert desk.ingest().counts == {Outcome.UNCHANGED: 2}
    assert faults(desk) == []


def test_an_edited_file_keeps_its_addresses(desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    before = desk.addresses()
    desk.put("a.txt", HARBOUR.replace("on Monday", "on Monday night"))

    report = desk.ingest()

    assert report.counts == {Outcome.CHANGED: 1}
    after = desk.addresses()
    assert before.keys() <= after.keys()
    assert len(rows(desk, Address)) == len(after)
    assert [r for r in desk.records() if "quay" in r]


def test_a_file_that_goes_back_to_what_it_was_is_read_again(desk):
    for text in (HARBOUR, HARBOUR.replace("quay", "pier"), HARBOUR):
        desk.put("a.txt", text)
        report = desk.ingest()

    assert report.counts == {Outcome.CHANGED: 1}
    assert desk.found("quay") == 1


def test_new_knowledge_is_applied_to_what_was_read_before(desk):
    desk.put("b.txt", WHEAT)
    desk.ingest()
    (desk.knowledge / "speakers.yaml").write_text("- name: Anna Carla Neri\n  kind: person\n")

    report = desk.ingest()

    assert report.counts == {Outcome.CHANGED: 1}


def test_wrong_knowledge_stops_the_run_before_anything_is_changed(desk):
    desk.put("b.txt", WHEAT)
    desk.ingest()
    before = desk.records()
    (desk.knowledge / "speakers.yaml").write_text("- nome: Carla Neri\n")

    with pytest.raises(KnowledgeError, match=r"speakers\.yaml"):
        desk.ingest()

    assert desk.records() == before


def test_f3_a_kill_before_the_index_is_told_loses_nothing(desk, monkeypatch):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    desk.put("b.txt", WHEAT)

    class Killed(BaseException):
        pass

    def kill(_):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(ingesting, "bring_up_to_date", kill)
        with pytest.raises(Killed):
            desk.ingest()
    assert rows(desk, IndexTask) != []
    assert desk.found("wheat") == 0

    report = desk.ingest()

    assert report.counts == {Outcome.UNCHANGED: 2}
    assert rows(desk, IndexTask) == []
    assert desk.found("wheat") > 0
    assert faults(desk) == []


def test_an_index_that_was_deleted_is_built_anew_by_the_next_run(desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    shutil.rmtree(desk.settings.index_dir)

    report = desk.ingest()

    assert "built anew" in report.notes[0]
    assert desk.found("quay") == 1


def test_f1_a_kill_at_any_moment_leaves_whole_articles_and_the_next_run_completes(desk, other_desk):
    for number in range(8):
        text = HARBOUR.replace("Riga", f"Riga {number}").replace("quay", f"quay {number}")
        desk.put(f"{number:02}.txt", text)
        other_desk.put(f"{number:02}.txt", text)
    other_desk.ingest()

    for articles in (1, 3, 6):
        _kill_with(desk, articles)
        _require_whole_articles(desk)
    desk.ingest()

    assert desk.records() == other_desk.records()
    assert faults(desk) == []


def _kill_with(desk, articles):
    """Ingests in a process of its own, killed as soon as so many articles are in."""
    environment = {
        **os.environ,
        "ONRECORD_DATA_DIR": str(desk.settings.data_dir),
        "ONRECORD_KNOWLEDGE_DIR": str(desk.knowledge),
        "ONRECORD_LANGUAGE_MODEL": desk.settings.language_model,
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "app", "ingest", str(desk.inbox)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + PATIENCE
    while child.poll() is None and _articles(desk) < articles:
        assert time.monotonic() < deadline, "ingestion stands still"
        time.sleep(random.uniform(0, 0.02))
    child.send_signal(signal.SIGKILL)
    child.wait()


def _articles(desk):
    try:
        archive = open_archive(desk.settings)
    except ArchiveUnavailable:  # the tables are not made yet
        return 0
    with archive.session() as session:
        return session.exec(select(func.count()).select_from(Article)).one()


def _require_whole_articles(desk):
    found = [json.loads(record) for record in desk.records()]
    articles = {record["id"] for record in found if record["type"] == "article"}
    assert articles
    assert {r["article"] for r in found if r["type"] == "statement"} == articles
    assert set(desk.addresses().values()) == {AddressState.LIVE.value}


def test_an_archive_rebuilt_from_its_ledger_keeps_every_address(desk, other_desk, tmp_path):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    desk.ingest()
    edited = HARBOUR.replace("on Monday", "on Monday night")
    desk.put("a.txt", edited)
    desk.ingest()
    export(open_archive(desk.settings), Form.ADDRESSES, tmp_path / "ledger.jsonl")

    other_desk.put("moved/2.txt", WHEAT)
    other_desk.put("moved/1.txt", edited)
    other_desk.ingest(addresses=tmp_path / "ledger.jsonl")

    assert other_desk.addresses() == desk.addresses()
    assert faults(other_desk) == []


def test_revisions_tell_what_changed_and_why(desk):
    desk.put("b.txt", WHEAT)
    desk.ingest()
    (desk.knowledge / "speakers.yaml").write_text(
        "- name: Carla Maria Neri\n  kind: person\n  aliases: [Carla Neri]\n"
    )

    desk.ingest()

    revisions = rows(desk, StatementRevision)
    assert revisions
    assert {revision.shown["speaker"] for revision in revisions} == {"Carla Neri"}
    assert all(revision.reason for revision in revisions)


def test_two_settings_do_not_share_an_archive(desk, other_desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()

    with pytest.raises(ArchiveUnavailable, match="onrecord ingest"):
        open_archive(other_desk.settings)


def test_f10_reading_never_creates_an_archive(tmp_path):
    settings = Settings(data_dir=tmp_path / "nowhere")

    with pytest.raises(ArchiveUnavailable, match="onrecord ingest"):
        open_archive(settings)
    assert not (tmp_path / "nowhere").exists()


def test_f10_an_empty_database_file_is_refused(desk):
    desk.settings.data_dir.mkdir()
    desk.settings.database_path.touch()
    desk.put("a.txt", HARBOUR)

    with pytest.raises(ArchiveUnavailable, match="is empty"):
        ingest(desk.settings, [Path(desk.inbox)])
    assert desk.settings.database_path.stat().st_size == 0


def test_a_document_whose_finds_the_tables_refuse_is_named_and_the_others_go_on(desk, monkeypatch):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    save = intake.save_document

    def refuse_the_first(session, incoming):
        if incoming.document.name == "a.txt":
            raise IntegrityError("INSERT", {}, Exception("span_not_empty"))
        return save(session, incoming)

    monkeypatch.setattr(intake, "save_document", refuse_the_first)
    report = desk.ingest()

    assert report.counts == {Outcome.FAILED: 1, Outcome.NEW: 1}
    assert "span_not_empty" in report.failures[0].reason
    assert faults(desk) == []
