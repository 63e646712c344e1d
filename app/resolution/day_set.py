"""Sets of days as intervals: what clues leave possible for a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import DatePrecision, PartialDate

#: The days that anything in an archive of news can have happened on.
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2099, 12, 31)

#: How many days an occasion may last, or be known to, and still be counted from.
A_FEW_DAYS = timedelta(days=7)
#: Numbers in the words that count days, weeks and months from an occasion.
NUMBERS = {"a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
NUMBERS |= {"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}


@dataclass(frozen=True, slots=True)
class DaySet:
    """Days as intervals [first, last] in order and without overlap."""

    intervals: tuple[tuple[date, date], ...]

    @classmethod
    def of(cls, intervals: Iterable[tuple[date, date]]) -> "DaySet":
        """The days in any of `intervals`, which may overlap."""
        joined: list[tuple[date, date]] = []
        for first, last in sorted(i for i in intervals if i[0] <= i[1]):
            if joined and first <= joined[-1][1] + timedelta(days=1):
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return cls(tuple(joined))

    @classmethod
    def between(cls, first: date | None = None, last: date | None = None) -> "DaySet":
        """The days from `first` to `last`; None is an open end."""
        return cls.of([(first or FIRST_DAY, last or LAST_DAY)])

    def __and__(self, other: "DaySet") -> "DaySet":
        """The days in both."""
        found, mine, theirs = [], list(self.intervals), list(other.intervals)
        a = b = 0
        while a < len(mine) and b < len(theirs):
            first, last = max(mine[a][0], theirs[b][0]), min(mine[a][1], theirs[b][1])
            if first <= last:
                found.append((first, last))
            if mine[a][1] < theirs[b][1]:
                a += 1
            else:
                b += 1
        return DaySet(tuple(found))

    def __bool__(self) -> bool:
        return bool(self.intervals)

    @property
    def first(self) -> date:
        """The first day; there must be one."""
        return self.intervals[0][0]

    @property
    def last(self) -> date:
        """The last day; there must be one."""
        return self.intervals[-1][1]

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds it on one side or the other."""
        return not self or self.first <= FIRST_DAY or self.last >= LAST_DAY

    def as_date(self) -> PartialDate:
        """The date that these days, from first to last, make; there must be a day."""
        first, last = self.first, self.last
        for exact in (
            PartialDate.day(first.year, first.month, first.day),
            PartialDate.month(first.year, first.month),
            PartialDate.year(first.year),
        ):
            if (exact.first, exact.last) == (first, last):
                return exact
        return PartialDate.between(first, last, DatePrecision.RANGE)


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which an article can have been published, and the words that say so.

    What a report may only look back to ("a year after the summit") has in `at_least` the days
    that are left then, for where others contradict it.
    """

    days: DaySet
    reason: str
    weak_end: bool = False  # a title can outlive the office: "President Clinton"
    beside: str = ""  # what a neighbouring article shares, where the clue stands in that
    choices: tuple[tuple[date, date], ...] = ()  # the intervals among which others decide
    recent: bool = False  # a past day or month with its year, as a report names late ones
    soon: bool = False  # a day or month to come with its year, as a report names near ones
    at_least: DaySet | None = None
