"""The small values that many pages show."""

from datetime import date

from app.domain.date_words import MONTH_NAMES
from app.domain.dates import DateBasis, DatePrecision, PartialDate
from app.schemas.base import Shown

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}  # by their first month
_THIRDS = {(1, 10): "early ", (11, 20): "mid-"}


class DateShown(Shown):
    """A date with how it is known. `iso` is None where it is not."""

    iso: str | None
    words: str  # "8 December 2011", "early July 2011", "date not known"
    precision: DatePrecision | None
    basis: DateBasis
    reason: str
    first: date | None = None  # the days it may be, both included
    last: date | None = None

    @classmethod
    def of(
        cls,
        first: date | None,
        last: date | None,
        precision: DatePrecision | None,
        basis: DateBasis,
        reason: str,
    ) -> "DateShown":
        """The date of a row, from its columns."""
        if first is None or last is None or precision is None:
            return cls(iso=None, words="date not known", precision=None, basis=basis, reason=reason)
        when = PartialDate(first, last, precision)
        return cls(
            iso=when.iso,
            words=date_words(when),
            precision=precision,
            basis=basis,
            reason=reason,
            first=first,
            last=last,
        )


def date_words(when: PartialDate) -> str:
    """A date as people write it, no more precise than it is known."""
    first, last = when.first, when.last
    if first == last:
        return day_words(first)
    if when.precision is DatePrecision.MONTH:
        return f"{first:%B %Y}"
    if when.precision is DatePrecision.YEAR:
        return f"{first.year}"
    if when.precision is DatePrecision.SEASON and first.day == 1 and first.month in _SEASONS:
        years = f"{first.year}" if first.year == last.year else f"{first.year}/{last:%y}"
        return f"{_SEASONS[first.month]} {years}"
    return _range_words(first, last)


def day_words(day: date) -> str:
    """A day as people write it: "8 December 2011"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _range_words(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        third = _THIRDS.get((first.day, last.day))
        if third is None and first.day == 21 and last.day >= 28:
            third = "late "
        if third is not None:
            return f"{third}{first:%B %Y}"
        return f"{first.day}–{last.day} {first:%B %Y}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year}–{last.year}"
    start = day_words(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"between {start} and {day_words(last)}"


class SpeakerRef(Shown):
    """A speaker's name and address."""

    name: str
    url: str


class ArticleRef(Shown):
    """An article's headline and address."""

    id: str
    headline: str
    url: str


class OutletRef(Shown):
    """An outlet's name and address."""

    name: str
    url: str


class IssueRef(Shown):
    """An issue's name and address."""

    key: str
    name: str
    url: str


class Tally(Shown):
    """A name with its address and how many statements or articles stand behind it."""

    name: str
    url: str
    count: int
    note: str | None = None  # one line beside the name


class Paging(Shown):
    """Which page of how many this is."""

    page: int
    per_page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; one even where there is nothing to show."""
        return max(1, -(-self.total // self.per_page))

    @property
    def offset(self) -> int:
        """How many records come before this page."""
        return (self.page - 1) * self.per_page
