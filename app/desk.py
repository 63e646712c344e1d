"""The desk: what is kept about people, beside the archive, in a file of its own."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from app.config import Settings
from app.errors import ArchiveBusy, ArchiveUnavailable
from app.models import base
from app.storage.database import fullness_named, reader_engine, writer_engine
from app.storage.desk import desk_file, empty_desk, make_ready, newest_desk
from app.storage.migrate import current_revision
from app.storage.reading import Reading

_BUSY = "somebody else is writing just now; nothing was changed, try again in a moment"
_CLOSED = "nothing can be written here: {why}; whoever runs this archive has to look at {path}"

_DAMAGED = "the desk {path} is damaged; put a backup in its place, or move it away to begin anew"


class Desk:
    """Accounts, sessions, readers' reports and page reads of one archive.

    The file is made when something is first written; until then the desk is empty. Each write
    is one short transaction, so a running ingest, which has a file of its own, never waits.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = base.now) -> None:
        """`clock` says what time it is, in UTC; tests turn it."""
        self.settings, self.clock = settings, clock
        self.path = desk_file(settings)
        self.secret: str | None = None  # what forms are stamped with, once it was asked for
        self._lock = Lock()
        self._ready = False

    def is_begun(self) -> bool:
        """Whether anything was ever written here."""
        return self._ready or self.path.exists()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A read-only session; of an empty desk where there is none yet.

        Raises ArchiveUnavailable where the file is damaged or from a newer version.
        """
        with self._troubles_named():
            engine = self._reader if self._is_there() else _EMPTY.engine
            with Session(engine) as session:
                yield session

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One state of a desk that is begun, for prepared queries alone; raises as `session`."""
        with self._troubles_named():
            self._is_there()
            with Reading(self._reader) as reading:
                yield reading

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that writes: all of it is stored when the block ends, or none of it.

        Raises ArchiveBusy where another process writes for too long, ArchiveUnavailable where
        the file cannot be written, and StorageFull.
        """
        self.prepare()
        with fullness_named(), self._troubles_named():
            session = Session(self._writer, expire_on_commit=False)
            with session, session.begin():
                yield session

    def prepare(self) -> None:
        """Makes the file where there is none, or brings it up to date; quick when it is done.

        Raises ArchiveUnavailable where that cannot be.
        """
        if self._ready:
            return
        with self._lock, fullness_named(), self._troubles_named():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            make_ready(self._writer, self.path)
            self._ready = True

    def _is_there(self) -> bool:
        if not self._ready and self.path.exists():
            # Looked at before it is touched, so that a disk that only reads will do.
            self._ready = current_revision(self._reader) == newest_desk()
            if not self._ready:
                self.prepare()
        return self._ready

    @cached_property
    def _reader(self) -> Engine:
        return reader_engine(self.path)

    @cached_property
    def _writer(self) -> Engine:
        return writer_engine(self.path)

    @contextmanager
    def _troubles_named(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            why = str(error.orig)
            if "not a database" in why or "malformed" in why:
                raise ArchiveUnavailable(_DAMAGED.format(path=self.path)) from error
            if "locked" in why or "busy" in why:
                raise ArchiveBusy(_BUSY) from error
            if any(word in why for word in ("readonly", "unable to open", "disk I/O")):
                raise ArchiveUnavailable(_CLOSED.format(why=why, path=self.path)) from error
            raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise  # a full disk has a sentence of its own
            why = (error.strerror or str(error)).lower()
            raise ArchiveUnavailable(_CLOSED.format(why=why, path=self.path)) from error


class _Empty:
    """The one empty desk of this process, made when first asked for."""

    @cached_property
    def engine(self) -> Engine:
        return empty_desk()


_EMPTY = _Empty()
