"""What a command prints, and the exit code it ends with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlmodel import Session

from app.storage.database import writer_engine
from app.storage.lock import writer_lock
from tests.unit.services.conftest import HARBOUR, WHEAT

LANGUAGE_MODEL = "sm"


def complaint(err):
    assert err.count("\n") == 1, f"not one line: {err!r}"
    assert err.startswith("onrecord: ")
    assert "Traceback" not in err
    return err


COMMANDS = [
    [],
    ["extract"],
    ["ingest"],
    ["serve"],
    ["search"],
    ["reindex"],
    ["check"],
    ["export"],
    ["backup"],
    ["migrate"],
    ["knowledge", "check"],
    ["issues", "suggest"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_helps(onrecord, command):
    code, out, err = onrecord(*command, "--help")

    assert (code, err) == (0, "")
    assert "Usage" in out


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["frobnicate"], "frobnicate"),
        (["ingest"], "PATH"),
        (["serve", "--port", "many"], "port"),
        (["export", "parchment"], "parchment"),
    ],
)
def test_a_command_that_makes_no_sense_is_one_line_and_exit_code_2(onrecord, command, says):
    code, out, err = onrecord(*command)

    assert (code, out) == (2, "")
    assert says.casefold() in complaint(err).casefold()


@pytest.mark.parametrize(
    "command",
    [["serve"], ["search", "quay"], ["check"], ["reindex"], ["export", "jsonl"]],
    ids=" ".join,
)
def test_f10_without_an_archive_a_command_names_ingest_and_makes_nothing(onrecord, desk, command):
    code, _, err = onrecord(*command)

    assert code == 1
    assert "onrecord ingest" in complaint(err)
    assert not desk.settings.data_dir.exists()


def test_a_setting_that_is_wrong_is_named(onrecord, monkeypatch):
    monkeypatch.setenv("ONRECORD_MAX_DOCUMENT_BYTES", "much")

    code, _, err = onrecord("check")

    assert code == 2
    assert "ONRECORD_MAX_DOCUMENT_BYTES" in complaint(err)


def test_ingest_tells_each_failure_in_a_line_and_ends_with_1(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    desk.put("empty.txt", "")

    code, out, err = onrecord("ingest", desk.inbox, desk.inbox / "missing.txt")

    assert code == 1
    assert "1 new" in out
    assert "2 failed" in out
    lines = err.splitlines()
    assert len(lines) == 2
    assert "empty.txt" in lines[0]
    assert "missing.txt" in lines[1]


def test_ingest_shows_no_bar_where_nobody_looks(onrecord, desk):
    desk.put("a.txt", HARBOUR)

    code, out, err = onrecord("ingest", "--json", desk.inbox)

    assert (code, err) == (0, "")
    assert json.loads(out)["new"] == 1


def test_f14_a_second_ingest_ends_with_75(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    desk.settings.data_dir.mkdir()
    with writer_lock(desk.settings.data_dir, "ingest"):
        code, _, err = onrecord("ingest", desk.inbox)

    assert code == 75
    assert f"process {os.getpid()}" in complaint(err)


def test_f19_a_database_from_a_newer_version_is_refused(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    onrecord("ingest", desk.inbox)
    with Session(writer_engine(desk.settings.database_path)) as session, session.begin():
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    for command in (["ingest", desk.inbox], ["search", "quay"], ["migrate"], ["serve"]):
        code, _, err = onrecord(*command)
        assert code == 1
        assert "the database is at 9999, this version knows up to" in complaint(err)


def test_f8_a_database_cut_in_half_is_refused_and_not_overwritten(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    onrecord("ingest", desk.inbox)
    path = desk.settings.database_path
    os.truncate(path, path.stat().st_size // 2)
    size = path.stat().st_size

    for command in (["ingest", desk.inbox], ["check"]):
        code, _, err = onrecord(*command)
        assert code == 1
        assert path.name in complaint(err)
    assert path.stat().st_size == size


def test_search_prints_what_was_said_by_whom(onrecord, desk):
    desk.put("b.txt", WHEAT)
    onrecord("ingest", desk.inbox)

    code, out, _ = onrecord("search", "wheat", "winter")

    assert code == 0
    assert "Carla Neri" in out
    assert "dear this winter" in out


def test_search_prints_json_for_scripts(onrecord, desk):
    desk.put("b.txt", WHEAT)
    onrecord("ingest", desk.inbox)

    _, out, _ = onrecord("search", "--json", "wheat winter")

    answer = json.loads(out)
    assert answer["total"] > 0
    assert "wheat" in answer["results"][0]["text"].casefold()


def test_extract_prints_one_json_object_a_document_and_stores_nothing(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    desk.put("c.txt", "")

    code, out, err = onrecord("extract", desk.inbox)

    records = [json.loads(line) for line in out.splitlines()]
    assert [record["document"] for record in records] == ["a.txt", "b.txt"]
    assert (code, "c.txt" in complaint(err)) == (1, True)
    assert not desk.settings.data_dir.exists()


def test_export_to_a_pipe_that_closes_early_is_no_error(desk):
    for number in range(20):
        desk.put(f"{number}.txt", WHEAT.replace("winter", f"winter {number}"))
    desk.ingest()
    command = f"{sys.executable} -m app export jsonl | head -1"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert json.loads(done.stdout)["type"] == "article"
    assert done.stderr == ""


def test_knowledge_check_names_file_and_line(onrecord, desk):
    (desk.knowledge / "speakers.yaml").write_text("- name: A B\n  kind: person\n- nome: C\n")

    code, _, err = onrecord("knowledge", "check")

    assert code == 1
    assert "speakers.yaml" in err
    assert "3" in err


def test_a_backup_can_be_put_in_the_place_of_the_archive(onrecord, desk):
    desk.put("b.txt", WHEAT)
    onrecord("ingest", desk.inbox)
    before = desk.records()
    code, out, _ = onrecord("backup")
    assert code == 0
    backup = out.strip()

    again, _, err = onrecord("backup", backup)
    assert again == 1
    assert "never written over" in complaint(err)
    shutil.copy(backup, desk.settings.database_path)

    assert desk.records() == before
    assert onrecord("check")[0] == 0


def test_migrate_says_what_it_did(onrecord, desk):
    assert "an empty database was made" in onrecord("migrate")[1]
    assert "already" in onrecord("migrate")[1]


def test_serve_on_a_taken_port_is_one_line(onrecord, desk):
    import socket

    desk.put("a.txt", HARBOUR)
    onrecord("ingest", desk.inbox)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = onrecord("serve", "--port", taken.getsockname()[1])

    assert code == 1
    assert "--port" in complaint(err)


def test_each_mistake_in_knowledge_files_stands_on_a_line_of_its_own(onrecord, desk):
    (desk.knowledge / "speakers.yaml").write_text("- nome: A\n- nome: B\n- nome: C\n")
    told = desk.put("a.txt", "Talks\n\nOSLO, May 5, 2014 (Reuters) - Talks went on.\n")

    code, _, err = onrecord("ingest", str(told))

    assert code == 1
    assert err.count("speakers.yaml") == len(err.splitlines()) > 1
    assert all(line.startswith("onrecord: ") for line in err.splitlines())
