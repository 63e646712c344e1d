"""`onrecord doctor`: each thing that can be wrong is named, with what to do, and hides no other."""

from __future__ import annotations

import json
import os
import shutil
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.archive import open_archive
from app.cli import run
from app.config import Settings
from app.desk import Desk
from app.models.ingest_run import Fact, IndexTask, IngestRun, Quarantined
from app.services import doctor_machine
from app.services.doctor import Level, examine
from app.storage.database import writer_engine
from app.storage.migrate import migrate
from app.storage.runs import mark_unsettled
from tests.factories import Shelf

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def well(tmp_path) -> Shelf:
    """An archive in perfect order, as `onrecord ingest` leaves it."""
    path = tmp_path / "data" / "onrecord.sqlite3"
    path.parent.mkdir()
    migrate(writer_engine(path), path)
    shelf = Shelf(tmp_path / "data")
    shelf.archive()
    return shelf


def found(settings: Settings) -> dict[str, tuple[Level, str, str]]:
    return {one.subject: (one.level, one.told, one.advice) for one in examine(settings)}


def test_an_archive_in_order_has_no_fault(well):
    levels = {subject: level for subject, (level, _, _) in found(well.settings).items()}

    assert set(levels.values()) == {Level.FINE}, levels
    assert {"sqlite", "model", "index", "disk", "clock", "knowledge", "permissions"} <= set(levels)


def test_a_faulty_sqlite_library_is_named(well, monkeypatch):
    monkeypatch.setattr("pysqlite3.dbapi2.sqlite_version_info", (3, 40, 1))

    level, told, advice = found(well.settings)["sqlite"]

    assert (level, advice) == (Level.NOTE, "install SQLite 3.51.3 or newer")
    assert "3.40.1 can lose data" in told


def test_a_missing_language_model_is_named(well, monkeypatch):
    def gone() -> None:
        raise ImportError("no such model")

    monkeypatch.setattr("app.extraction.language._LOADERS", {"sm": gone, "md": gone})
    doctor_machine.load_model.cache_clear()
    try:
        level, told, advice = found(well.settings)["model"]
    finally:
        doctor_machine.load_model.cache_clear()

    assert level is Level.WRONG
    assert "not installed" in told
    assert "install the requirements" in advice


def test_a_level_of_model_that_does_not_exist_is_named(well):
    settings = well.settings.model_copy(update={"language_model": "huge"})

    assert found(settings)["model"][0] is Level.WRONG


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: shutil.rmtree(folder), "missing"),
        (lambda folder: next(folder.glob("g*/*")).write_bytes(b"x"), "damaged"),
        (lambda folder: (folder.parent / "index.key").write_bytes(b"x" * 32), "without its key"),
    ],
    ids=["missing", "damaged", "foreign"],
)
def test_an_index_that_cannot_be_used_is_named(well, spoil, words):
    spoil(well.settings.index_dir)

    level, told, advice = found(well.settings)["index"]

    assert (level, advice) == (Level.WRONG, "run `onrecord reindex`")
    assert words in told


def test_an_index_that_is_behind_is_named(well):
    well.add(IndexTask(type="statement", permalink="s000000001"))
    well.session.commit()

    level, told, advice = found(well.settings)["index"]

    assert level is Level.NOTE
    assert told.endswith("still to learn: 1")
    assert "reindex" in advice


@pytest.mark.parametrize(
    ("free", "level"), [(10, Level.WRONG), (10**9, Level.NOTE), (10**10, Level.FINE)]
)
def test_a_full_disk_is_named(well, monkeypatch, free, level):
    monkeypatch.setattr(doctor_machine.shutil, "disk_usage", lambda _: Usage(1, 1, free))

    assert found(well.settings)["disk"][0] is level


def test_f23_a_clock_that_ran_back_is_named(well):
    later = datetime.now(UTC) + timedelta(days=2)
    well.add(IngestRun(version="1", started_at=later, finished_at=later))
    well.session.commit()

    level, told, advice = found(well.settings)["database"]

    assert level is Level.WRONG
    assert "but the clock says" in told
    assert "set the clock" in advice


def test_f23_a_clock_before_the_programs_own_time_is_named(well, monkeypatch):
    class Then(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(1970, 1, 1, tzinfo=tz)

    monkeypatch.setattr(doctor_machine, "datetime", Then)

    assert found(well.settings)["clock"][0] is Level.WRONG


def test_an_archive_that_is_missing_older_or_newer_is_named(well, tmp_path):
    assert "onrecord ingest" in found(Settings(data_dir=tmp_path / "none"))["database"][2]

    for revision, advice in (("0001", "run `onrecord migrate`"), ("9999", "newer Onrecord")):
        well.session.connection().exec_driver_sql(
            f"UPDATE alembic_version SET version_num = '{revision}'"
        )
        well.session.commit()
        level, _, told = found(well.settings)["database"]
        assert level is Level.WRONG
        assert advice in told


def test_a_run_that_was_broken_off_and_files_in_quarantine_are_named(well):
    well.add(Fact(key="unfinished", value="yes"))
    well.add(Quarantined(origin="x", name="x", reason="x"))
    well.session.commit()

    told = found(well.settings)

    assert "broken off" in told["database"][1]
    assert told["quarantine"][:2] == (Level.NOTE, "files that could not be read: 1")


def test_a_correction_is_no_run_that_was_broken_off(well):
    mark_unsettled(well.session)
    well.session.commit()

    assert found(well.settings)["database"][0] is Level.FINE


@pytest.mark.parametrize(
    ("settings", "level", "advice"),
    [
        ({"base_url": "archive.example"}, Level.WRONG, "ONRECORD_BASE_URL"),
        ({"base_url": "ftp://archive.example"}, Level.WRONG, "ONRECORD_BASE_URL"),
        ({"base_url": "http://archive.example"}, Level.NOTE, "certificate"),
        ({"base_url": "https://archive.example"}, Level.NOTE, "FORWARDED_ALLOW_IPS"),
        (
            {"base_url": "https://archive.example", "forwarded_allow_ips": "127.0.0.1"},
            Level.FINE,
            "",
        ),
        ({"base_url": "http://127.0.0.1:8000"}, Level.FINE, ""),
    ],
)
def test_a_public_address_that_is_none_or_unsafe_is_named(well, settings, level, advice):
    found_level, _, found_advice = found(well.settings.model_copy(update=settings))["address"]

    assert found_level is level
    assert advice in found_advice


def test_mistakes_in_knowledge_files_are_named(well, tmp_path):
    folder = tmp_path / "knowledge"
    shutil.copytree(Path("seeds/knowledge"), folder)
    (folder / "speakers.yaml").write_text("- nme: Ana Ruiz\n")

    level, told, advice = found(well.settings.model_copy(update={"knowledge_dir": folder}))[
        "knowledge"
    ]

    assert level is Level.WRONG
    assert "speakers.yaml" in told
    assert "knowledge check" in advice


def test_what_should_be_private_and_is_not_is_named(well):
    os.chmod(well.settings.index_dir, 0o755)

    level, told, advice = found(well.settings)["permissions"]

    assert level is Level.WRONG
    assert str(well.settings.index_dir) in told
    assert advice.startswith("run: chmod -R go= ")


def test_a_folder_that_cannot_be_written_is_named(well, monkeypatch):
    monkeypatch.setattr(doctor_machine.os, "access", lambda _, mode: not mode & os.W_OK)

    level, told, advice = found(well.settings)["data folder"]

    assert level is Level.NOTE
    assert "not written" in told
    assert "chown" in advice


def test_too_few_open_files_are_named(well, monkeypatch):
    monkeypatch.setattr("resource.getrlimit", lambda _: (256, 256))

    assert "LimitNOFILE" in found(well.settings)["open files"][2]


def test_two_forks_of_the_search_engine_at_once_are_named(well, monkeypatch):
    both = {"whoosh": ["whoosh3", "Whoosh-Reloaded"]}
    monkeypatch.setattr(doctor_machine, "packages_distributions", lambda: both)

    level, told, _ = found(well.settings)["program"]

    assert level is Level.WRONG
    assert "Whoosh-Reloaded and whoosh3" in told


def test_a_desk_of_a_newer_version_or_a_damaged_one_is_named(well):
    desk = Desk(well.settings)
    desk.prepare()
    assert found(well.settings)["desk"][0] is Level.FINE

    with desk.transaction() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    level, told, advice = found(well.settings)["desk"]
    assert (level, advice) == (Level.WRONG, "install the newer Onrecord that made it")
    assert "is at 9999" in told

    for path in well.settings.data_dir.glob("desk.sqlite3*"):
        path.unlink()
    desk.path.write_bytes(b"not a database" * 500)
    desk.path.chmod(0o600)
    assert found(well.settings)["desk"][0] is Level.WRONG


def test_a_look_that_fails_hides_no_other(well, monkeypatch):
    def broken(_):
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(doctor_machine.shutil, "disk_usage", broken)

    told = found(well.settings)

    assert told["disk"][0] is Level.WRONG
    assert "on fire" in told["disk"][1]
    assert told["index"][0] is Level.FINE


def test_the_command_ends_with_0_or_1_and_changes_nothing(well, monkeypatch, capsys):
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(well.settings.data_dir))
    before = well.settings.database_path.read_bytes()

    assert run(["doctor"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "no fault"
    assert well.settings.database_path.read_bytes() == before

    shutil.rmtree(well.settings.index_dir)
    assert run(["doctor", "--json"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["subject"] for one in told if one["level"] == "wrong"] == ["index"]
    assert open_archive(well.settings)
