"""The front page, and the pages of years, months and days."""

from app.schemas.base import Shown
from app.schemas.common import DateShown, IssueRef, SpeakerRef, Tally
from app.schemas.statement import StatementCard


class Coverage(Shown):
    """What the archive holds, in numbers."""

    statements: int
    articles: int
    speakers: int
    outlets: int
    events: int
    first: DateShown | None  # the earliest and latest day a statement is dated to
    last: DateShown | None


class PeriodHeld(Shown):
    """What the archive holds of one year or month."""

    period: str  # "2011", "2011-07"
    articles: int  # published in it
    statements: int  # said in it


class VoicesOn(Shown):
    """How many statements each of some speakers made on one issue, and where they are listed."""

    issue: IssueRef
    counts: list[int]
    addresses: list[str]


class Voices(Shown):
    """Who speaks about what: the issues most spoken of by the speakers most on record."""

    speakers: list[SpeakerRef]
    rows: list[VoicesOn]


class HomeRecord(Shown):
    """The front page: one statement to begin with, the latest ones, and ways in."""

    coverage: Coverage
    lead: StatementCard | None
    latest: list[StatementCard]
    speakers: list[Tally]
    issues: list[Tally]
    events: list[Tally]


class PeriodRecord(Shown):
    """A year, month or day with its statements and the periods inside it."""

    name: str  # "2011", "December 2011", "8 December 2011"
    inside: list[Tally]  # months of a year, days of a month
    cards: list[StatementCard]
    total: int
    page: int
    pages: int
    vague: int  # statements that may be of this period but are known less exactly
    up: str  # the address one level up
