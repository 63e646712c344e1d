"""A small archive of invented people for tests of pages, and a client that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from app.archive import Archive
from app.domain.dates import DateBasis
from app.domain.quotations import SpeechKind
from app.domain.resolved import Stance
from app.models.address import AddressKind, AddressState
from app.models.article import Article
from app.models.statement import Statement, StatementRevision
from app.web.app import create_app
from tests.factories import Shelf

ARTICLE = """Harbour to stay open
Mayor Ana Ruiz said on Thursday: "The harbour must stay public." She spoke in Lisbon.
"We will build the wall," Ruiz said, "and we will pay for it."
Ben Okafor called the plan "a waste of money."
Okafor said that nobody had been asked about the wall.
"Somebody should measure it," a harbour official said.
"Ruiz told us 'there is no money left' last year," Okafor recalled.
The meeting ended at noon."""


class Town(NamedTuple):
    """The archive with the rows that tests name."""

    shelf: Shelf
    archive: Archive
    article: Article
    statements: list[Statement]


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """One article with every kind of speech, an issue, an event, an office, a changed statement."""
    shelf = Shelf(tmp_path_factory.mktemp("town"))
    return make_town(shelf)


def make_town(shelf: Shelf) -> Town:
    """Fills a shelf with the town's one article."""
    post = shelf.outlet("The Harbour Post")
    ruiz = shelf.speaker("Ana Ruiz", aliases=["Anna Ruiz"], description="Mayor of Lisbon")
    okafor = shelf.speaker("Ben Okafor")
    shelf.tenure(ruiz, "Mayor of Lisbon", "2009", "2013")
    summit, wall = shelf.event(), shelf.issue()
    article = shelf.article(ARTICLE, outlet=post)
    office = {"office": "Mayor of Lisbon", "office_reason": "“Mayor Ana Ruiz”", "place": "Lisbon"}
    inferred = {
        "said_basis": DateBasis.INFERRED,
        "said_reason": "“on Thursday” before the day of publication",
    }
    add = shelf.statement
    first = add(
        article, "The harbour must stay public.", speaker=ruiz, event=summit, **office, **inferred
    )
    built = add(
        article,
        "We will build the wall,",
        "and we will pay for it.",
        speaker=ruiz,
        revision=2,
        **office,
    )
    waste = add(article, 'the plan "a waste of money."', speaker=okafor, kind=SpeechKind.MIXED)
    asked = add(
        article,
        "nobody had been asked about the wall",
        speaker=okafor,
        kind=SpeechKind.INDIRECT,
        said="2011-11",
    )
    unnamed = add(
        article,
        "Somebody should measure it,",
        said=None,
        speaker_printed="a harbour official",
        confidence=0.4,
    )
    outer = add(article, "Ruiz told us 'there is no money left' last year,", speaker=okafor)
    nested = add(
        article, "there is no money left", speaker=ruiz, said="2010", nested_in_id=outer.id
    )
    shelf.on(built, wall, Stance.SUPPORTS)
    shelf.on(asked, wall, Stance.OPPOSES)
    shelf.add(
        StatementRevision(
            permalink=built.permalink,
            number=1,
            reason="better extractor 2",
            shown={
                "content": "We will build the wall,",
                "kind": "direct",
                "speaker": "Ana Ruiz",
                "speaker_slug": "ana-ruiz",
                "said_basis": "unknown",
            },
        )
    )
    address = shelf.address
    address(AddressKind.STATEMENT, "m000000001", AddressState.MOVED, target=first.permalink)
    address(
        AddressKind.STATEMENT,
        "g000000001",
        AddressState.LOST,
        reason="the article changed",
        shown="Words that once stood here.",
    )
    address(AddressKind.STATEMENT, "w000000001", AddressState.WITHDRAWN, reason="a court order")
    for one in (first, built, waste, asked, unnamed, outer, nested):
        address(AddressKind.STATEMENT, one.permalink, AddressState.LIVE)
    address(AddressKind.SPEAKER, "ana-ruiz", AddressState.LIVE)
    statements = [first, built, waste, asked, unnamed, outer, nested]
    return Town(shelf, shelf.archive(), article, statements)


@pytest.fixture(scope="session")
def site(town: Town) -> Iterator[TestClient]:
    """Asks the town's site; an error in a handler fails the test that asked."""
    app = create_app(town.archive)
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client


class Counted:
    """How many statements the database was sent."""

    def __init__(self) -> None:
        self.count = 0


@contextmanager
def count_queries(engine: Engine) -> Iterator[Counted]:
    """Counts the questions that SQLite itself is asked inside the block, whoever asks them."""
    counted, asked = Counted(), []

    def note(sql: str) -> None:
        counted.count += sql.lstrip().startswith(("SELECT", "WITH"))

    def listen(connection: Any, *_: object) -> None:
        connection.set_trace_callback(note)
        asked.append(connection)

    event.listen(engine, "checkout", listen)
    try:
        yield counted
    finally:
        event.remove(engine, "checkout", listen)
        for connection in asked:
            connection.set_trace_callback(None)


def open_site(archive: Archive) -> TestClient:
    """A client for an archive of a test's own."""
    return TestClient(create_app(archive), follow_redirects=False)


def fresh(tmp_path: Path, **settings: object) -> Shelf:
    """A shelf of a test's own."""
    return Shelf(tmp_path / "shelf", **settings)
