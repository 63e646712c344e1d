"""The archive: its settings, database and search engine, opened once and handed to services."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlmodel import Session

from app.config import Settings
from app.domain.gazetteer import Gazetteer
from app.domain.search import SearchEngine


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
    gazetteer: Gazetteer

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A read-only session; every service that only reads takes this one."""
        with Session(self.reader) as session:
            yield session
