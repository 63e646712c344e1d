"""The desk is a file of its own: made when needed, never in the archive's way."""

from __future__ import annotations

import stat

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel, select, text

import app.models.tables  # noqa: F401  - the metadata must be whole
from app.config import Settings
from app.desk import Desk
from app.errors import ArchiveBusy, ArchiveUnavailable
from app.models.desk import DeskTable
from app.models.report import PageReads
from app.storage.database import writer_engine
from app.storage.desk import desk_file


def desk_in(folder) -> Desk:
    return Desk(Settings(data_dir=folder))


def test_a_desk_that_nobody_wrote_to_is_empty_and_leaves_no_file(tmp_path):
    desk = desk_in(tmp_path)

    with desk.session() as session:
        found = session.exec(select(PageReads)).all()

    assert found == []
    assert list(tmp_path.iterdir()) == []


def test_what_one_process_writes_another_reads(tmp_path):
    writing, reading = desk_in(tmp_path), desk_in(tmp_path)
    with reading.session() as session:
        assert session.exec(select(PageReads)).all() == []

    with writing.transaction() as session:
        session.add(PageReads(permalink="s000000001", reads=3))

    with reading.session() as session:
        assert session.exec(select(PageReads.reads)).all() == [3]


def test_a_failed_transaction_on_the_desk_leaves_nothing_behind(tmp_path):
    desk = desk_in(tmp_path)

    def fail() -> None:
        with desk.transaction() as session:
            session.add(PageReads(permalink="s000000001", reads=3))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with desk.session() as session:
        assert session.exec(select(PageReads)).all() == []


def test_the_file_is_its_owners_alone(tmp_path):
    desk = desk_in(tmp_path)
    desk.prepare()

    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o600


def test_tables_of_the_desk_and_their_migrations_agree(tmp_path):
    desk = desk_in(tmp_path)
    desk.prepare()

    with writer_engine(desk.path).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, DeskTable.metadata) == []


def test_no_table_of_the_desk_is_in_the_archive():
    desk, archive = set(DeskTable.metadata.tables), set(SQLModel.metadata.tables)

    assert {"account", "signed_in", "reader_report"} <= desk
    assert not desk & archive


def test_a_desk_from_a_newer_version_is_refused_in_one_sentence(tmp_path):
    desk = desk_in(tmp_path)
    with desk.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with (
        pytest.raises(ArchiveUnavailable, match="9999, this version knows up to"),
        desk_in(tmp_path).session(),
    ):
        pass


def test_a_damaged_desk_is_named_with_what_to_do(tmp_path):
    desk_file(Settings(data_dir=tmp_path)).write_bytes(b"this is no database " * 400)

    for use in (desk_in(tmp_path).session, desk_in(tmp_path).transaction):
        with pytest.raises(ArchiveUnavailable, match="is damaged; put a backup"), use() as session:
            session.exec(select(PageReads)).all()


def test_who_cannot_write_because_another_does_is_told_to_try_again(tmp_path, monkeypatch):
    monkeypatch.setattr("app.storage.database._BUSY_MS", 20)
    desk = desk_in(tmp_path)
    desk.prepare()
    other = writer_engine(desk_file(desk.settings))

    with (
        other.begin(),
        pytest.raises(ArchiveBusy, match="nothing was changed"),
        desk.transaction() as session,
    ):
        session.add(PageReads(permalink="s000000001", reads=3))


def test_f16_a_folder_that_cannot_be_written_is_named(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")

    with pytest.raises(ArchiveUnavailable, match=r"desk\.sqlite3"):
        desk_in(blocked).prepare()
