"""A database and a short way to say what an article holds."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.documents import StatedMetadata
from app.domain.gazetteer import KnownEvent
from app.models.address import Address, AddressKind
from app.models.statement import Statement
from app.storage.articles import Incoming, Saved, save_document
from app.storage.database import fold_log, writer_engine
from app.storage.migrate import migrate
from app.storage.totals import publish_slugs
from tests.making import Said, read


class Store:
    """A fresh database, and what tests do with it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def hold(
        self,
        text: str,
        *said: Said | str,
        name: str = "a.txt",
        stated: StatedMetadata | None = None,
        reason: str | None = "read again",
        told: Sequence[KnownEvent] = (),
        cuts: Sequence[int] = (),
    ) -> Saved:
        """Stores an article with these statements in it."""
        with self.session() as session:
            return self.save(
                session,
                text,
                *said,
                name=name,
                stated=stated,
                reason=reason,
                told=told,
                cuts=cuts,
            )

    def save(
        self,
        session: Session,
        text: str,
        *said: Said | str,
        name: str = "a.txt",
        stated: StatedMetadata | None = None,
        reason: str | None = "read again",
        told: Sequence[KnownEvent] = (),
        cuts: Sequence[int] = (),
    ) -> Saved:
        document, articles = read(text, said, name=name, stated=stated, cuts=cuts)
        told_by_each = [tuple(told)] * len(articles)
        incoming = Incoming(document, articles, told_by_each, "made", reason=reason)
        return save_document(session, incoming)

    def publish_slugs(self) -> None:
        with self.session() as session:
            publish_slugs(session)

    def links(self) -> dict[str, str]:
        """The words of every statement by its address."""
        with self.session() as session:
            rows = session.exec(select(Statement).order_by(Statement.ordinal)).all()
            return {row.permalink: row.content for row in rows}

    def address(self, permalink: str, kind: AddressKind = AddressKind.STATEMENT) -> Address:
        with self.session() as session:
            wanted = select(Address).where(Address.kind == kind, Address.permalink == permalink)
            return session.exec(wanted).one()

    def addresses(self, kind: AddressKind = AddressKind.STATEMENT) -> list[Address]:
        with self.session() as session:
            return list(session.exec(select(Address).where(Address.kind == kind)))

    def rows(self, table: type) -> list:
        with self.session() as session:
            return list(session.exec(select(table)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty archive's database."""
    return make_store(tmp_path)


@pytest.fixture
def new_store(tmp_path: Path) -> Callable[[], Store]:
    """Makes further archives, as on other machines."""
    numbers = count()
    return lambda: make_store(tmp_path / f"machine{next(numbers)}")


def make_store(folder: Path) -> Store:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "onrecord.sqlite3"
    shutil.copy(_empty_database(), path)
    return Store(writer_engine(path))


@cache
def _empty_database() -> Path:
    """A database with tables and nothing in them; made once, as migrations take their time."""
    folder = tempfile.mkdtemp(prefix="onrecord-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "onrecord.sqlite3"
    engine = writer_engine(path)
    migrate(engine, path)
    fold_log(engine)
    return path
