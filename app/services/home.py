"""The front page: what the archive holds, and ways into it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Column, ScalarSelect, Select, Table, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.dates import DateBasis, DatePrecision
from app.domain.quotations import SpeechKind
from app.schemas import links
from app.schemas.common import DateShown, Tally
from app.schemas.home import Coverage, HomeRecord
from app.schemas.statement import StatementCard
from app.services.cards import card_of, card_rows
from app.services.tables import ARTICLE, EVENT, ISSUE, OUTLET, SPEAKER, STATEMENT
from app.storage.prepared import Prepared

_LATEST = 8
_WAYS_IN = 10
#: The front page begins with a quotation that reads well large: not a scrap, not a speech.
_LEAD_LENGTH = (70, 260)
_LEAD_FROM = 40


def get_home(archive: Archive) -> HomeRecord:
    """The front page. Six queries, however large the archive is."""
    with archive.session() as session:
        lead = _lead(session)
        latest = [card for card in _latest(session) if lead is None or card.id != lead.id]
        return HomeRecord(
            coverage=_coverage(session),
            lead=lead,
            latest=latest[:_LATEST],
            speakers=_tallies(_SPEAKERS.all(session), links.speaker),
            issues=_tallies(_ISSUES.all(session), links.issue),
            events=_tallies(_EVENTS.all(session), links.event),
        )


def get_coverage(archive: Archive) -> Coverage:
    """What the archive holds, in numbers. One query."""
    with archive.session() as session:
        return _coverage(session)


def _coverage(session: Session) -> Coverage:
    (row,) = _held.all(session)
    statements, articles, speakers, outlets, events, first, last = row
    return Coverage(
        statements=statements,
        articles=articles,
        speakers=speakers,
        outlets=outlets,
        events=events,
        first=_day(first),
        last=_day(last),
    )


@Prepared
def _held() -> Select[Any]:
    return select(
        _count(STATEMENT),
        _count(ARTICLE),
        select(func.count()).where(SPEAKER.c.statement_count > 0).scalar_subquery(),
        select(func.count()).where(OUTLET.c.article_count > 0).scalar_subquery(),
        select(func.count()).where(EVENT.c.statement_count > 0).scalar_subquery(),
        select(func.min(STATEMENT.c.said_first)).scalar_subquery(),
        # The end of the range that begins last: one step in the index, where the greatest end
        # of all would take a walk through every statement.
        select(STATEMENT.c.said_last)
        .order_by(STATEMENT.c.said_first.desc(), STATEMENT.c.said_last.desc())
        .limit(1)
        .scalar_subquery(),
    )


def _count(table: Table) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).scalar_subquery()


def _lead(session: Session) -> StatementCard | None:
    """A direct quotation of a named speaker: of the newest of a good length, the surest."""
    rows = _leading.all(session)
    return card_of(max(rows, key=lambda row: row.confidence)) if rows else None


def _latest(session: Session) -> list[StatementCard]:
    return [card_of(row) for row in _spoken_last.all(session)]


@Prepared
def _leading() -> Select[Any]:
    return (
        _newest()
        .where(STATEMENT.c.said_precision == DatePrecision.DAY)
        .where(STATEMENT.c.kind == SpeechKind.DIRECT, STATEMENT.c.speaker_id.is_not(None))
        .where(func.length(STATEMENT.c.content).between(*_LEAD_LENGTH))
        .limit(_LEAD_FROM)
    )


@Prepared
def _spoken_last() -> Select[Any]:
    return _newest().limit(_LATEST + 1)


def _newest() -> Select[Any]:
    """Dated statements, those said last first; headlines that repeat are left out.

    One of an uncertain day comes with the first of the days that it may have been.
    """
    return (
        card_rows()
        .where(STATEMENT.c.said_first.is_not(None), STATEMENT.c.repeats_id.is_(None))
        .order_by(STATEMENT.c.said_first.desc(), STATEMENT.c.permalink.desc())
    )


def _most(table: Table, key: "Column[str]") -> Prepared:
    """What most statements belong to: its name, the key of its address, and how many."""
    return Prepared(
        select(table.c.name, key, table.c.statement_count)
        .where(table.c.statement_count > 0)
        .order_by(table.c.statement_count.desc(), table.c.name)
        .limit(_WAYS_IN)
    )


_SPEAKERS, _EVENTS = _most(SPEAKER, SPEAKER.c.slug), _most(EVENT, EVENT.c.slug)
_ISSUES = _most(ISSUE, ISSUE.c.key)


def _tallies(rows: Iterable[tuple[str, str, int]], address: Callable[[str], str]) -> list[Tally]:
    return [Tally(name=name, url=address(key), count=count) for name, key, count in rows]


def _day(day: date | None) -> DateShown | None:
    if day is None:
        return None
    return DateShown.of(day, day, DatePrecision.DAY, DateBasis.STATED, "")
