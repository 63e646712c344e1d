"""Moments for Atom feeds, which know no vaguer time than a second."""

from collections.abc import Sequence

from app.domain.dates import PartialDate
from app.schemas.followed import Arrival
from app.schemas.statement import StatementHistory

_NEVER = "1970-01-01T00:00:00Z"


def atom_time(iso: str | None) -> str:
    """The first moment of a day, month or year; that of 1970 where no date is known."""
    return f"{PartialDate.from_iso(iso).first}T00:00:00Z" if iso else _NEVER


def atom_moment(iso: str) -> str:
    """A moment in UTC that ISO 8601 may write with an offset or without, as feeds write it."""
    return f"{iso[:19]}Z"


def updated(arrivals: Sequence[Arrival], history: StatementHistory | None) -> str:
    """When a feed last changed: the latest moment among its entries."""
    moments = [atom_moment(one.at) for one in arrivals]
    moments += [atom_time(version.since) for version in history.versions] if history else []
    return max(moments, default=_NEVER)
