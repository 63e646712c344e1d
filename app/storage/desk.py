"""The desk's database file: opened to be read, made or brought up to date to be written."""

import os
from pathlib import Path

import pysqlite3.dbapi2
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from app import resources
from app.config import Settings
from app.errors import ArchiveUnavailable
from app.models import tables
from app.models.desk import DeskTable
from app.storage.backup import copy_database
from app.storage.migrate import current_revision


def desk_file(settings: Settings) -> Path:
    """Where the desk's database is: beside the archive's, in the data folder."""
    return settings.data_dir / "desk.sqlite3"


def empty_desk() -> Engine:
    """A desk on which nothing lies, in memory: what is read where there is no file yet."""
    assert tables.__all__  # importing it has filled the metadata
    engine = create_engine(
        "sqlite://",
        module=pysqlite3.dbapi2,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
    )
    DeskTable.metadata.create_all(engine)
    return engine


def newest_desk() -> str:
    """The revision of the desk's tables that this version of the program needs."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def make_ready(engine: Engine, path: Path) -> None:
    """Makes the desk's tables, or brings older ones up to date after a copy; private to its owner.

    Raises ArchiveUnavailable for a desk from a newer version of the program.
    """
    at, newest = current_revision(engine), newest_desk()
    if at == newest:
        return
    script = ScriptDirectory.from_config(_config())
    if at is not None:
        if at not in {known.revision for known in script.walk_revisions()}:
            raise ArchiveUnavailable(
                f"the desk {path} is at {at}, this version knows up to {newest}; "
                "install the newer Onrecord that made it"
            )
        copy_database(path, path.with_name(f"{path.stem}-before-{newest}{path.suffix}"))
    os.chmod(path, 0o600)  # it holds hashes of passwords
    config = _config()
    with engine.begin() as connection:
        # Asked again under the lock: another process may have been quicker.
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    folder = resources.migrations_dir() / "desk"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config
