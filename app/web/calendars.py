"""A month as a calendar shows it, and what a period of time is a part of."""

from calendar import Calendar
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.dates import PartialDate
from app.schemas.common import Tally, date_words


class Day(NamedTuple):
    """One day of a month; `said` is None where nothing was."""

    number: int
    said: Tally | None


def weeks_of(path: str, inside: Sequence[Tally]) -> list[list[Day | None]]:
    """The weeks of the month whose page is at `path`, from Monday on; None is another month's day.

    `inside` are its days on which something was said. Empty where the page is of no month.
    """
    parts = _parts(path)
    if len(parts) != 2:
        return []
    said = {_parts(one.url)[2]: one for one in inside}
    return [
        [Day(number, said.get(number)) if number else None for number in week]
        for week in Calendar().monthdayscalendar(*parts)
    ]


def name_of(address: str) -> str:
    """What the period at this address is called; that of all of them is "By date"."""
    parts = _parts(address)
    if not parts:
        return "By date"
    iso = "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
    return date_words(PartialDate.from_iso(iso))


def _parts(address: str) -> list[int]:
    return [int(part) for part in address.removeprefix("/dates").split("/") if part]
