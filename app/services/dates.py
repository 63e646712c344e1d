"""Years, months and days, with what was said in them."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.dates import PartialDate
from app.errors import NotFound
from app.schemas import links
from app.schemas.common import Tally, date_words
from app.schemas.home import PeriodRecord
from app.services.cards import card_of, card_rows
from app.services.collection import get_collection
from app.services.listing import page_of
from app.services.tables import STATEMENT
from app.storage.once import copied

_PER_PAGE = 30


def list_years(archive: Archive) -> list[Tally]:
    """Each year with the statements dated to it or to a part of it, newest first.

    Counted once for each state of the archive: it reads a whole index.
    """
    return [
        Tally(name=name, url=links.dates(int(name)), count=held.statements)
        for name, held in sorted(get_collection(archive).items(), reverse=True)
        if len(name) == len("2011") and held.statements
    ]


def get_period(archive: Archive, parts: tuple[int, ...], page: int = 1) -> PeriodRecord:
    """A year, month or day with what was said in it. Three queries.

    A statement belongs to a period when all the days it may have been said on lie in it; those
    known less exactly are counted beside. Raises NotFound for what no calendar has.
    """
    period = _period(parts)
    within = _within(period)
    with archive.session() as session:
        # In the order of the index, so that a page of a year is not sorted out of all of it.
        order = STATEMENT.c.said_first, STATEMENT.c.said_last, STATEMENT.c.id
        held = _held(session, parts, within)
        total = sum(held.values())
        wanted = card_rows().where(*within).order_by(*order)
        rows, paging = page_of(session, wanted, page, _PER_PAGE, counted=total)
        vague = _touching(session, period) - total
    return PeriodRecord(
        name=date_words(period),
        inside=list(_inside(held)) if len(parts) < 3 else [],
        cards=[card_of(row) for row in rows],
        total=total,
        page=paging.page,
        pages=paging.pages,
        vague=vague,
        up=links.dates(*parts[:-1]) if len(parts) > 1 else "/dates",
    )


def _period(parts: tuple[int, ...]) -> PartialDate:
    try:
        match parts:
            case [year]:
                return PartialDate.year(year)
            case [year, month]:
                return PartialDate.month(year, month)
            case [year, month, day]:
                return PartialDate.day(year, month, day)
    except ValueError:
        pass
    raise NotFound(f"no calendar has {'-'.join(map(str, parts))}")


def _within(period: PartialDate) -> tuple[ColumnElement[bool], ...]:
    return (
        STATEMENT.c.said_first.between(period.first, period.last),
        STATEMENT.c.said_last <= period.last,
        STATEMENT.c.id.not_in(copied()),
    )


def _touching(session: Session, period: PartialDate) -> int:
    # No date is known less exactly than to within a few years, so this reads no whole index.
    earliest = date(max(1, period.first.year - 5), 1, 1)
    touching = (
        STATEMENT.c.said_first.between(earliest, period.last),
        STATEMENT.c.said_last >= period.first,
        STATEMENT.c.id.not_in(copied()),
    )
    count: int = session.execute(select(func.count()).where(*touching)).scalar_one()
    return count


def _held(
    session: Session, parts: tuple[int, ...], within: tuple[ColumnElement[bool], ...]
) -> dict[str | None, int]:
    """The statements of each month of a year or day of a month, and of none of them."""
    end = len("2011-07") if len(parts) == 1 else len("2011-07-04")
    first, last = (func.substr(STATEMENT.c[name], 1, end) for name in ("said_first", "said_last"))
    # Only those known to the month, or to the day, belong to it.
    part = case((first == last, first)).label("part")
    found = session.execute(select(part, func.count()).where(*within).group_by(part).order_by(part))
    return dict(found.all())


def _inside(held: Mapping[str | None, int]) -> Iterator[Tally]:
    """The months of a year or the days of a month, with their statements."""
    for iso, count in held.items():
        if iso is not None:
            numbers = [int(number) for number in iso.split("-")]
            name = date_words(PartialDate.from_iso(iso))
            yield Tally(name=name, url=links.dates(*numbers), count=count)
