"""What somebody who follows a search is told."""

from datetime import date

from app.domain.dates import DatePrecision, PartialDate
from app.schemas.base import Shown
from app.schemas.common import date_words
from app.schemas.search import ArticleHit
from app.schemas.statement import StatementCard

#: From so many a week on a rate is told by the week.
_TOLD_BY_WEEK, _WEEKS_A_MONTH = 2, 4.35


class Arrival(Shown):
    """A statement or an article, and when the archive took it in."""

    statement: StatementCard | None = None
    article: ArticleHit | None = None
    at: str = ""  # a moment in UTC, ISO 8601


class Volume(Shown):
    """How much of what the archive took in last a search finds."""

    matching: int
    looked_through: int
    since: date | None = None  # the days on which the first and last of those were taken in
    until: date | None = None
    a_week: float | None = None  # None where that was too short a time to tell

    @property
    def when(self) -> str:
        """In which time those were taken in, as a reader is told."""
        if self.since is None or self.until is None:
            return "at no known time"
        days = (PartialDate(day, day, DatePrecision.DAY) for day in (self.since, self.until))
        first, last = map(date_words, days)
        return f"on {first}" if first == last else f"between {first} and {last}"

    @property
    def rate(self) -> str | None:
        """How many that is, as a reader is told; None where nobody can tell."""
        if self.a_week is None:
            return None
        if round(self.a_week) >= _TOLD_BY_WEEK:
            return f"about {round(self.a_week):,} a week"
        a_month = round(self.a_week * _WEEKS_A_MONTH)
        if a_month > 1:
            return f"about {a_month} a month"
        return "fewer than two a month" if self.matching else "none so far"
