"""F18: a migration that fails changes nothing, and one that breaks references is taken back."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, text

from app.domain.gazetteer import SpeakerKind
from app.errors import ArchiveUnavailable
from app.models.speaker import Speaker, SpeakerAlias
from app.storage import migrate as migrating
from app.storage.database import writer_engine
from app.storage.migrate import current_revision, migrate, newest_revision


@pytest.fixture
def older(store, tmp_path):
    """A database that says it is at the first revision, and its file."""
    with store.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    path = tmp_path / "onrecord.sqlite3"
    return writer_engine(path), path


def doing(monkeypatch, *steps):
    """Puts these steps in the place of the real ones."""

    def upgrade(config, _to):
        connection = config.attributes["connection"]
        for step in steps:
            connection.exec_driver_sql(step)

    monkeypatch.setattr(migrating.command, "upgrade", upgrade)


def test_f18_a_step_that_fails_half_way_leaves_the_database_as_it_was(older, monkeypatch):
    engine, path = older
    doing(monkeypatch, "CREATE TABLE half (a)", "INSERT INTO nowhere VALUES (1)")

    with pytest.raises(ArchiveUnavailable, match=r"from 0001 to .*nothing was changed"):
        migrate(engine, path)

    assert current_revision(engine) == "0001"
    assert "half" not in inspect(engine).get_table_names()
    assert path.with_name(f"onrecord-before-{newest_revision()}.sqlite3").is_file()


def test_f18_a_step_that_leaves_a_reference_to_nothing_is_taken_back(older, monkeypatch):
    engine, path = older
    doing(
        monkeypatch,
        "INSERT INTO statement_issue (statement_id, issue_id, reason, conditional) "
        "VALUES (999, 999, 'x', 0)",
    )

    with pytest.raises(ArchiveUnavailable, match=r"row 1 of statement_issue .*nothing was changed"):
        migrate(engine, path)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM statement_issue").scalar() == 0


def test_a_table_that_others_refer_to_can_be_written_anew(older, store, monkeypatch):
    engine, path = older
    with store.session() as session:
        speaker = Speaker(
            slug="ana-ruiz",
            key="ana ruiz",
            name="Ana Ruiz",
            sort_name="Ruiz, Ana",
            sort_key="ruiz, ana",
            kind=SpeakerKind.PERSON,
        )
        session.add(speaker)
        session.flush()
        session.add(
            SpeakerAlias(speaker_id=speaker.id, key="anna ruiz", name="Anna Ruiz", reason="x")
        )
        made = session.execute(text("SELECT sql FROM sqlite_master WHERE name = 'speaker'"))
        anew = made.scalar().replace("CREATE TABLE speaker", "CREATE TABLE anew")
    doing(
        monkeypatch,
        anew,
        "INSERT INTO anew SELECT * FROM speaker",
        "DROP TABLE speaker",
        "ALTER TABLE anew RENAME TO speaker",
    )

    migrate(engine, path)

    with store.session() as session:
        assert session.execute(text("SELECT name FROM speaker_alias")).scalar() == "Anna Ruiz"
        assert session.execute(text("SELECT slug FROM speaker")).scalar() == "ana-ruiz"
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
