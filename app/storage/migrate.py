"""Which version of the tables a database has, and bringing it to the one this program knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from app import resources
from app.errors import ArchiveUnavailable
from app.storage.backup import copy_database
from app.storage.database import reader_engine


def current_revision(engine: Engine) -> str | None:
    """The revision the database is at; None where it has no tables yet."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str:
    """The revision this version of the program needs."""
    return str(_script().get_current_head())


def require_current(engine: Engine) -> None:
    """Raises ArchiveUnavailable where the database is older or newer than this program."""
    at, newest = current_revision(engine), newest_revision()
    if at == newest:
        return
    if at is not None and at not in _known_revisions():
        raise ArchiveUnavailable(
            f"the database is at {at}, this version knows up to {newest}; "
            "install the newer Onrecord that made it"
        )
    raise ArchiveUnavailable(
        f"the database is at {at or 'no version'}, this version needs {newest}; "
        "run `onrecord migrate`"
    )


def require_known(path: Path) -> None:
    """Raises ArchiveUnavailable for a database file that this program cannot bring up to date."""
    engine = reader_engine(path)
    try:
        at = current_revision(engine)
    finally:
        engine.dispose()
    if at not in _known_revisions():
        raise ArchiveUnavailable(
            f"the database is at {at or 'no version'}, this version knows up to "
            f"{newest_revision()}; install the newer Onrecord that made it"
        )


def migrate(engine: Engine, path: Path) -> str | None:
    """Brings the database to the newest revision, after a backup beside it.

    All steps are one transaction: they are in whole or not at all. Returns the revision it was
    at; None for a new database. Raises ArchiveUnavailable for a database from a newer version,
    and where a step does not succeed.
    """
    at, newest = current_revision(engine), newest_revision()
    if at == newest:
        return at
    if at is not None:
        if at not in _known_revisions():
            require_current(engine)
        copy_database(path, path.with_name(f"{path.stem}-before-{newest}{path.suffix}"))
    config = _config()
    with engine.connect() as connection:
        _without_references(connection)
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                _require_references(connection)
        except DatabaseError as error:
            raise ArchiveUnavailable(
                f"the database could not be brought from {at or 'nothing'} to {newest} "
                f"({error.orig}); nothing was changed, go on with the version that made it"
            ) from error
    return at


def _without_references(connection: Connection) -> None:
    # A table that gets a column may be written anew, and for a moment what refers to it refers
    # to nothing. SQLite takes this only between transactions, so the driver is told.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys=OFF")


def _require_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ArchiveUnavailable(
            f"after the migration row {broken[1]} of {broken[0]} would refer to a {broken[2]} that "
            "is not there; nothing was changed, run `onrecord check` with the version that made it"
        )


def _known_revisions() -> set[str]:
    return {script.revision for script in _script().walk_revisions()}


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(resources.migrations_dir()).replace("%", "%%"))
    return config


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
