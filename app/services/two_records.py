"""Two records side by side that may be one, with some of what was said by or at each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select
from sqlmodel import Session

from app.archive import Archive
from app.errors import NotFound
from app.schemas.common import SpeakerRef
from app.schemas.review import Pair
from app.schemas.statement import StatementRef
from app.services.cards import ref_of, ref_rows
from app.services.tables import STATEMENT

_SAID = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared: `rows` of one table, and the statement's column that names one of them."""

    called: str  # "speakers"
    rows: Select[Any]
    slug: ColumnElement[str]
    held_by: ColumnElement[int]
    link: Callable[[str], str]
    reason: Callable[[Row[Any], Row[Any]], str | None]


def get_two(archive: Archive, slugs: Sequence[str], side: Side) -> Pair:
    """Both records of a pair with some of what was said. Three queries.

    Raises NotFound where one of them is gone: somebody decided it meanwhile.
    """
    with archive.session() as session:
        found = session.execute(side.rows.where(side.slug.in_(slugs)))
        rows = {row.slug: row for row in found}
        if len(slugs) != 2 or len(rows) != 2:
            gone = f"these two are no longer two {side.called}; somebody has decided it"
            raise NotFound(gone)
        first, second = (rows[slug] for slug in slugs)
        said = {row.slug: _said(session, side.held_by == row.id) for row in (first, second)}
    return Pair(
        first=SpeakerRef(name=first.name, url=side.link(first.slug)),
        second=SpeakerRef(name=second.name, url=side.link(second.slug)),
        first_slug=first.slug,
        second_slug=second.slug,
        first_count=first.statement_count,
        second_count=second.statement_count,
        first_said=said[first.slug],
        second_said=said[second.slug],
        reason=side.reason(first, second) or "",
    )


def _said(session: Session, whose: ColumnElement[bool]) -> list[StatementRef]:
    wanted = ref_rows().where(whose).order_by(STATEMENT.c.id).limit(_SAID)
    return [ref_of(row) for row in session.execute(wanted)]
