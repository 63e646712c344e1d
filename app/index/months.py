"""How many records lie in each month, where they lie within a few years."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from app.domain.search import IndexEntry
from app.index.shelf import Records

#: What lies further apart is told by its years well enough.
_MOST_YEARS = 3
_MOST_MONTHS = 12 * _MOST_YEARS


def are_few(per_year: Sequence[tuple[int, int]]) -> bool:
    """Whether these (year, count) pairs lie close enough for their months to be counted."""
    return bool(per_year) and per_year[-1][0] - per_year[0][0] < _MOST_YEARS


def months_of(first: Records, last: Records) -> list[tuple[str, int]]:
    """("2011-07", how many), oldest first, of records with these first and last days.

    Days are ordinals, 0 where there is none. Records known to no one month are left out; where
    they lie further apart than three years there is nothing.
    """
    dated = first > 0
    first, last = first[dated], last[dated]
    if not len(first):
        return []
    begun, ended = (_month(date.fromordinal(int(day))) for day in (first.min(), first.max()))
    if ended - begun >= _MOST_MONTHS:
        return []
    starts = [_start(month) for month in range(begun, ended + 2)]
    places = np.searchsorted(starts, first, "right")
    known = places == np.searchsorted(starts, last, "right")
    counts = np.bincount(places[known], minlength=1).tolist()
    return [(_name(begun + place - 1), count) for place, count in enumerate(counts) if count]


def months_of_entries(entries: Iterable[IndexEntry]) -> list[tuple[str, int]]:
    """The same of entries that are read one by one."""
    dated = [(one.said_first, one.said_last or one.said_first) for one in entries if one.said_first]
    months = [_month(first) for first, _ in dated]
    if not months or max(months) - min(months) >= _MOST_MONTHS:
        return []
    counts = Counter(_month(first) for first, last in dated if _month(first) == _month(last))
    return [(_name(month), count) for month, count in sorted(counts.items())]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _start(month: int) -> int:
    """The ordinal of a month's first day; that of the month after the last there is, too."""
    year, place = divmod(month, 12)
    return (
        date(year, place + 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1
    )


def _name(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
