"""The archive written out."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.archive import open_archive
from app.errors import ArchiveError
from app.services.export_records import STATEMENT_FIELDS
from app.services.exports import Form, export, write_csv
from app.services.extract_paths import extract_paths
from tests.unit.services.conftest import HARBOUR, WHEAT


@pytest.fixture
def archive(desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    desk.ingest()
    return open_archive(desk.settings)


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_json_lines_hold_every_record_with_its_type(archive, tmp_path):
    export(archive, Form.JSONL, tmp_path / "all.jsonl")

    records = lines(tmp_path / "all.jsonl")
    assert {r["type"] for r in records} >= {"article", "statement", "speaker"}
    statement = next(r for r in records if r["type"] == "statement" and "quay" in r["text"])
    assert statement["speaker"] == "Ann Lee"
    assert statement["said_on"] is None or statement["said_on"].startswith("2013")
    article = next(r for r in records if r["type"] == "article" and r["id"] == statement["article"])
    assert article["document"] == "a.txt"
    (first, *_) = statement["content"]
    assert HARBOUR[first[0] : first[1]] in statement["text"]


def test_a_statement_is_exported_once(archive, tmp_path):
    export(archive, Form.JSONL, tmp_path / "all.jsonl")

    ids = [r["id"] for r in lines(tmp_path / "all.jsonl") if r["type"] == "statement"]
    assert len(ids) == len(set(ids)) > 3


def test_csv_has_a_line_a_statement(archive, tmp_path):
    export(archive, Form.CSV, tmp_path / "all.csv")

    with (tmp_path / "all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == STATEMENT_FIELDS
    assert any(row["speaker"] == "Carla Neri" for row in rows)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_b20_a_cell_is_never_a_formula(words):
    file = io.StringIO(newline="")

    write_csv([{"id": "x", "text": words}], file)

    file.seek(0)
    assert next(csv.DictReader(file))["text"] == f"'{words}"


def test_a_sqlite_copy_is_an_archive_of_its_own(archive, desk, tmp_path):
    export(archive, Form.SQLITE, tmp_path / "onrecord.sqlite3")

    copy = open_archive(desk.settings.model_copy(update={"data_dir": tmp_path}))
    with copy.session() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert copy.gazetteer == archive.gazetteer


def test_a_sqlite_copy_does_not_go_to_a_terminal(archive):
    with pytest.raises(ArchiveError, match="-o FILE"):
        export(archive, Form.SQLITE, None)


def test_an_archive_is_never_copied_over_itself(archive, desk):
    with pytest.raises(ArchiveError, match="the archive itself"):
        export(archive, Form.SQLITE, desk.settings.database_path)


def test_a_file_that_cannot_be_written_is_named(archive, tmp_path):
    for form in Form:
        with pytest.raises(ArchiveError, match="nowhere"):
            export(archive, form, tmp_path / "nowhere" / "file")


def test_every_address_is_in_the_ledger_with_what_it_is_recognised_by(archive, tmp_path):
    export(archive, Form.ADDRESSES, tmp_path / "ledger.jsonl")

    ledger = lines(tmp_path / "ledger.jsonl")
    statements = [entry for entry in ledger if entry["type"] == "statement"]
    assert all(entry["shown"] and entry["article"] for entry in statements)
    articles = [entry for entry in ledger if entry["type"] == "article"]
    assert all(entry["identity"] and entry["sketch"] for entry in articles)
    assert len({(entry["type"], entry["address"]) for entry in ledger}) == len(ledger)


def test_a_day_known_to_a_span_of_days_is_exported_with_both_ends(desk, tmp_path):
    desk.put("a.txt", HARBOUR.replace("on Monday", "last week"))
    desk.ingest()

    export(open_archive(desk.settings), Form.JSONL, tmp_path / "all.jsonl")

    ranged = [r for r in lines(tmp_path / "all.jsonl") if r.get("said_on_precision") == "range"]
    assert {(r["said_on"], r["said_first"], r["said_last"]) for r in ranged} == {
        ("2013", "2013-02-25", "2013-03-03")
    }
    extracted = next(extract_paths(desk.settings, [desk.inbox / "a.txt"]))["statements"]
    assert ("2013-02-25", "2013-03-03") in {(s["said_first"], s["said_last"]) for s in extracted}
