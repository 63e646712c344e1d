"""Opens the SQLite database: one writer, many readers, and settings that survive a power cut."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, QueuePool

from app.config import Settings
from app.errors import ArchiveBusy, ArchiveUnavailable, StorageFull

#: Readers at once: the web server's threads, of which there are 40, never wait for a connection.
_READERS = 48

_BUSY_MS = 5000

_LOCKED = "another program holds the database; end what it does there, then run this again"

_FULL = "the disk is full; what was stored before is safe, make room and run it again"

Version = tuple[int, ...]


def database_file(settings: Settings) -> Path:
    """The database's file, from DATABASE_URL or in the data folder.

    Raises ArchiveUnavailable for an address that is not a SQLite file.
    """
    url = settings.database_url
    if url is None:
        return settings.database_path
    prefix = "sqlite:///"
    if not url.startswith(prefix) or url == prefix:
        raise ArchiveUnavailable(
            "ONRECORD_DATABASE_URL does not name a SQLite file; write sqlite:///path/to/file"
        )
    return Path(url.removeprefix(prefix))


def reader_engine(path: Path) -> Engine:
    """An engine whose connections can only read; each transaction sees one committed state."""
    uri = f"file:{quote(str(path.resolve()))}?mode=ro"
    engine = create_engine(
        "sqlite://",
        module=pysqlite3.dbapi2,
        creator=lambda: _connect(uri),
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=_READERS - 8,
        pool_use_lifo=True,  # the connection used last holds most pages of the file
    )

    # Said to the driver itself: it cannot fail, and SQLAlchemy takes five times as long to say it.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("BEGIN")

    return engine


def writer_engine(path: Path) -> Engine:
    """An engine for the one writer; creates the file where there is none.

    Its transactions take the write lock when they begin, so none fails half-way for want of it.
    """
    uri = f"file:{quote(str(path.resolve()))}"
    journal = journal_mode(pysqlite3.dbapi2.sqlite_version_info)

    def connect() -> sqlite3.Connection:
        connection = _connect(uri)
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    engine = create_engine(
        "sqlite://", module=pysqlite3.dbapi2, creator=connect, poolclass=NullPool
    )
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


@contextmanager
def fullness_named() -> Iterator[None]:
    """Turns the errors of a full disk into StorageFull, of a database held into ArchiveBusy."""
    try:
        yield
    except OperationalError as error:
        if "database is locked" in str(error.orig):
            raise ArchiveBusy(_LOCKED) from error
        if "disk is full" not in str(error.orig):
            raise
        raise StorageFull(_FULL) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise StorageFull(_FULL) from error


def fold_log(engine: Engine) -> None:
    """Writes what is in the write-ahead log into the database file, as far as readers allow."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def is_cut_short(path: Path) -> bool:
    """Whether a database file is shorter than its own header says.

    Source: the SQLite file format, "The Database Header": page size at 16, change counter at
    24, pages at 28, and at 92 the change counter for which that number of pages holds.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or header[24:28] != header[92:96]:
        return len(header) < 100
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return path.stat().st_size < pages * (65_536 if size == 1 else size)


def journal_mode(version: Version) -> str:
    """ "WAL", or "DELETE" where this version of SQLite can lose data in WAL mode.

    Source: SQLite's release notes: the WAL-reset bug came with 3.7.0 and was mended in 3.51.3,
    3.50.7 and 3.44.6.
    """
    mended = (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )
    return "WAL" if mended else "DELETE"


def sqlite_warning(version: Version = pysqlite3.dbapi2.sqlite_version_info) -> str | None:
    """What to tell the operator where SQLite is too old for a write-ahead log, else None."""
    if journal_mode(version) == "WAL":
        return None
    number = ".".join(map(str, version))
    return (
        f"SQLite {number} can lose data with a write-ahead log, so the slower rollback journal is "
        "used and readers wait for the writer; install SQLite 3.51.3 or newer"
    )


def _connect(uri: str) -> sqlite3.Connection:
    connection: sqlite3.Connection = pysqlite3.dbapi2.connect(
        uri, uri=True, check_same_thread=False, timeout=_BUSY_MS / 1000, isolation_level=None
    )
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def _begin_with(engine: Engine, statement: str) -> None:
    # With isolation_level=None the driver begins nothing itself, so what begins is said here.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
