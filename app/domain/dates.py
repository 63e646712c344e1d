"""Dates that are never more precise than their evidence."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class DateBasis(StrEnum):
    """How a date is known: printed in so many words, worked out, or not at all."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The days a date may be: from `first` to `last`, both included."""

    first: date
    last: date
    precision: DatePrecision

    @classmethod
    def day(cls, year: int, month: int, day: int) -> "PartialDate":
        """A date known to the day. Raises ValueError where the calendar has no such day."""
        when = _day(year, month, day)
        return cls(when, when, DatePrecision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "PartialDate":
        """A date known to the month. Raises ValueError where the calendar has none such."""
        first = _day(year, month, 1)
        last = first.replace(day=monthrange(year, month)[1])
        return cls(first, last, DatePrecision.MONTH)

    @classmethod
    def year(cls, year: int) -> "PartialDate":
        """A date known to the year. Raises ValueError where the calendar has none such."""
        return cls(_day(year, 1, 1), _day(year, 12, 31), DatePrecision.YEAR)

    @classmethod
    def between(cls, first: date, last: date, precision: DatePrecision) -> "PartialDate":
        """A season or a range; raises ValueError where `last` is before `first`."""
        if last < first:
            raise ValueError(f"a date range cannot end ({last}) before it starts ({first})")
        return cls(first, last, precision)

    @property
    def iso(self) -> str | None:
        """ISO 8601 with as many parts as all its days share; None where not even the year is."""
        if self.precision is DatePrecision.DAY:
            return self.first.isoformat()
        if self.first.year != self.last.year:
            return None
        if self.first.month == self.last.month:
            return f"{self.first:%Y-%m}" if self.first != self.last else self.first.isoformat()
        return f"{self.first:%Y}"

    @classmethod
    def from_iso(cls, iso: str) -> "PartialDate":
        """The date that "2011", "2011-12" or "2011-12-08" names. Raises ValueError for others."""
        parts = [int(part) for part in iso.split("-")]
        match parts:
            case [year]:
                return cls.year(year)
            case [year, month]:
                return cls.month(year, month)
            case [year, month, day]:
                return cls.day(year, month, day)
        raise ValueError(f"{iso!r} is not a year, a month or a day in ISO 8601")

    def may_be(self, other: "PartialDate") -> bool:
        """Whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except OverflowError as beyond:  # from 2**31 on it is not asked whether the calendar has it
        raise ValueError("no calendar has a year, month or day of such a number") from beyond


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date with how it is known. `date` is None exactly where the basis is unknown.

    `reason` names the words of the source that decided it, so that a reader can check it.
    """

    date: PartialDate | None
    basis: DateBasis
    reason: str

    @property
    def iso(self) -> str | None:
        """The date as ISO 8601, or None."""
        return self.date.iso if self.date else None


UNKNOWN_DATE = DateFinding(None, DateBasis.UNKNOWN, "no date is given")
