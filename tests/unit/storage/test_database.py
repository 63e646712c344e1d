"""Engines, the lock and migrations."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pysqlite3.dbapi2
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, SQLModel

import app.models.tables  # noqa: F401  fills the metadata
from app.config import Settings
from app.errors import ArchiveBusy, ArchiveUnavailable
from app.models.ingest_run import Fact
from app.storage.backup import copy_database
from app.storage.database import (
    database_file,
    journal_mode,
    reader_engine,
    sqlite_warning,
    writer_engine,
)
from app.storage.lock import writer_lock
from app.storage.migrate import current_revision, migrate, newest_revision, require_current


def pragma(engine, name):
    with engine.connect() as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar()


def test_the_writer_survives_a_power_cut_and_checks_references(store):
    assert pragma(store.engine, "journal_mode") == "wal"
    assert pragma(store.engine, "synchronous") == 2  # FULL
    assert pragma(store.engine, "foreign_keys") == 1
    assert pragma(store.engine, "trusted_schema") == 0


def test_a_reader_cannot_write(store, tmp_path):
    reader = reader_engine(tmp_path / "onrecord.sqlite3")

    with Session(reader) as session:
        session.add(Fact(key="a", value="b"))
        with pytest.raises(OperationalError, match="readonly"):
            session.flush()


def test_a_reader_sees_one_committed_state_while_the_writer_goes_on(store, tmp_path):
    reader = reader_engine(tmp_path / "onrecord.sqlite3")
    with Session(reader) as reading:
        assert reading.get(Fact, "a") is None
        with store.session() as writing:
            writing.add(Fact(key="a", value="b"))

        assert reading.get(Fact, "a") is None

    with Session(reader) as reading:
        assert reading.get(Fact, "a").value == "b"


def test_f37_a_sqlite_that_can_lose_data_gets_a_rollback_journal_and_a_warning():
    affected = [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2)]
    mended = [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4)]

    assert [journal_mode(version) for version in affected] == ["DELETE"] * 5
    assert [journal_mode(version) for version in mended] == ["WAL"] * 4
    assert "3.40.1" in sqlite_warning((3, 40, 1))
    assert sqlite_warning(pysqlite3.dbapi2.sqlite_version_info) is None


def test_only_a_sqlite_address_is_understood(tmp_path):
    path = tmp_path / "x.sqlite3"

    assert database_file(Settings(database_url=f"sqlite:///{path}")) == path
    with pytest.raises(ArchiveUnavailable, match="sqlite:///"):
        database_file(Settings(database_url="postgresql://host/name"))


def test_the_migrations_make_exactly_the_tables_of_the_models(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrations_are_numbered_so_that_the_folder_reads_in_order():
    names = sorted(path.name for path in Path("migrations/versions").glob("*.py"))

    assert all(re.match(r"\d{4}_\w+\.py$", name) for name in names)
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_f19_a_newer_database_is_refused_by_its_number(store, tmp_path):
    with store.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ArchiveUnavailable, match=f"is at 9999, .* up to {newest_revision()}"):
        require_current(store.engine)
    with pytest.raises(ArchiveUnavailable, match="newer Onrecord"):
        migrate(store.engine, tmp_path / "onrecord.sqlite3")
    assert current_revision(store.engine) == "9999"


def test_f20_an_older_database_is_migrated_only_on_request(store):
    with store.session() as session:
        session.execute(text("DROP TABLE alembic_version"))
        session.add(Fact(key="a", value="b"))

    with pytest.raises(ArchiveUnavailable, match="onrecord migrate"):
        require_current(store.engine)


def test_a_backup_is_whole_while_the_original_is_written(store, tmp_path):
    with store.session() as session:
        session.add(Fact(key="before", value="x"))
    with store.session() as session:
        session.add(Fact(key="during", value="x"))
        session.flush()
        copy_database(tmp_path / "onrecord.sqlite3", tmp_path / "copy.sqlite3")

    copy = writer_engine(tmp_path / "copy.sqlite3")
    with Session(copy) as session:
        assert session.get(Fact, "before") is not None
        assert session.get(Fact, "during") is None
    assert pragma(copy, "integrity_check") == "ok"


def test_f14_a_second_writer_is_told_who_writes_and_since_when(tmp_path):
    first, second = writer_lock(tmp_path, "ingest"), writer_lock(tmp_path, "reindex")
    with first, pytest.raises(ArchiveBusy) as busy:
        second.__enter__()

    assert re.search(r"another ingest is running \(process \d+, since 2\d{3}-", str(busy.value))
    with writer_lock(tmp_path, "reindex"):
        pass


def test_f14_the_lock_dies_with_its_owner(tmp_path):
    program = (
        "import os, signal, sys, time; from pathlib import Path\n"
        "from app.storage.lock import writer_lock\n"
        f"with writer_lock(Path({str(tmp_path)!r}), 'ingest'):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    owner = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert owner.stdout.readline() == b"held\n"
    with pytest.raises(ArchiveBusy, match=str(owner.pid)), writer_lock(tmp_path, "ingest"):
        pass

    owner.kill()
    owner.wait()

    with writer_lock(tmp_path, "ingest"):
        pass
