"""The archive: its settings, database and search engine, opened once and handed to services."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from app.config import Settings
from app.domain.gazetteer import Gazetteer
from app.domain.search import SearchEngine
from app.errors import ArchiveUnavailable
from app.index.engine import open_engine
from app.storage.database import (
    database_file,
    fold_log,
    fullness_named,
    is_cut_short,
    reader_engine,
    writer_engine,
)
from app.storage.knowledge import NewestKnowledge
from app.storage.lock import writer_lock
from app.storage.migrate import migrate, require_current
from app.storage.reading import Reading

#: Seconds that a short job waits for another.
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Archive:
    """What every service is handed.

    `reader` opens the database read-only and serves all public pages; `writer` is for the
    ingestion job and curators, one at a time under the archive's lock.
    """

    settings: Settings
    reader: Engine
    writer: Engine | None
    search: SearchEngine
    gazetteer: Gazetteer  # as it was when the archive was opened
    newest: Callable[[], Gazetteer] | None = None

    def known(self) -> Gazetteer:
        """What the archive knows beforehand, as it is now."""
        return self.newest() if self.newest else self.gazetteer

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A read-only session; every service that only reads takes this one."""
        with Session(self.reader) as session:
            yield session

    def reading(self) -> Reading:
        """One state of the archive, for services that ask it prepared queries alone."""
        return Reading(self.reader)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that writes: all of it is stored when the block ends, or none of it.

        Raises ArchiveUnavailable where the archive was opened to be read, and StorageFull.
        """
        if self.writer is None:
            raise ArchiveUnavailable("this archive was opened to be read, not written")
        session = Session(self.writer, expire_on_commit=False)
        with fullness_named(), session, session.begin():
            yield session


def open_archive(settings: Settings) -> Archive:
    """The archive, to be read. Nothing is created and nothing is changed.

    Raises ArchiveUnavailable where there is no database, or it is damaged, or its tables are
    older or newer than this program's.
    """
    path = database_file(settings)
    _require_file(path)
    reader = reader_engine(path)
    with _damage_named(path):
        require_current(reader)
        return _opened(settings, reader, None)


@contextmanager
def open_for_writing(settings: Settings, job: str, *, create: bool = False) -> Iterator[Archive]:
    """The archive, to be read and written, under the lock that lets one job write at a time.

    With `create`, a database is made where there is none and an older one is brought up to
    date after a backup. Raises ArchiveBusy, naming the job that writes now ("ingest", "reindex").
    """
    path = database_file(settings)
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not create or path.exists():
        _require_file(path)
    with writer_lock(path.parent, job):
        writer, reader = writer_engine(path), reader_engine(path)
        try:
            with _damage_named(path):
                if create:
                    migrate(writer, path)
                else:
                    require_current(writer)
                archive = _opened(settings, reader, writer)
            yield archive
        finally:
            reader.dispose()
            fold_log(writer)  # so that the one file is the whole archive again
            writer.dispose()


@contextmanager
def writing(archive: Archive, job: str) -> Iterator[Archive]:
    """An open archive, to be written for one short job, under the same lock.

    Waits a few seconds for another short job. Raises ArchiveBusy while a long one runs.
    """
    if archive.writer is not None:
        yield archive
        return
    path = database_file(archive.settings)
    with writer_lock(path.parent, job, _PATIENCE):
        writer = writer_engine(path)
        try:
            yield replace(archive, writer=writer)
        finally:
            writer.dispose()


def _opened(settings: Settings, reader: Engine, writer: Engine | None) -> Archive:
    newest = NewestKnowledge(reader)
    gazetteer = newest()
    search = open_engine(settings.index_dir, gazetteer, newest)
    return Archive(settings, reader, writer, search, gazetteer, newest)


def _require_file(path: Path) -> None:
    if not path.is_file():
        raise ArchiveUnavailable(
            f"there is no archive at {path}; make one with `onrecord ingest PATH`"
        )
    if path.stat().st_size == 0:
        raise ArchiveUnavailable(
            f"the database {path} is empty; put a backup in its place, or remove it and run "
            "`onrecord ingest PATH`"
        )
    if is_cut_short(path):
        raise ArchiveUnavailable(f"the database {path} is cut short; put a backup in its place")


@contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    try:
        with fullness_named():  # a database that is held, or has no room, is not damaged
            yield
    except DatabaseError as error:
        raise ArchiveUnavailable(
            f"the database {path} cannot be read ({error.orig}); put a backup in its place"
        ) from error
