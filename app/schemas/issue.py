"""Issues, and who takes which side on them."""

from app.schemas.base import Shown
from app.schemas.common import IssueRef, Paging, SpeakerRef
from app.schemas.speaker import OtherSide, PositionLine
from app.schemas.statement import StatementCard


class IssueRow(Shown):
    """One issue in a list."""

    key: str
    url: str
    name: str
    question: str
    statement_count: int


class IssueList(Shown):
    """A page of issues, those with most statements first."""

    rows: list[IssueRow]
    paging: Paging


class IssueRecord(IssueRow):
    """One issue with the positions taken on it, by stance; its statements are a search."""

    positions: list[PositionLine]  # of each stance those with most statements
    holders: dict[str, int]  # speakers of each stance


class Cell(Shown):
    """Where one speaker stands on one issue: the latest side, and what is behind all of it."""

    stance: str
    conditional: bool
    statements: int
    first: int | None
    last: int | None
    url: str  # the statements behind it
    latest_url: str
    also: list[OtherSide]  # other sides that the holder's statements take


class MatrixRow(Shown):
    """One issue and its cells, in the order of the matrix's speakers; None is nothing held."""

    issue: IssueRef
    cells: list[Cell | None]
    others: int  # speakers with a position that the columns leave out


#: Stances by the lane of a timeline they are drawn on: for, between, against.
LANES = {
    "demands": "for",
    "supports": "for",
    "offers": "for",
    "warns": "between",
    "doubts": "between",
    "opposes": "against",
    "rejects": "against",
}


#: So many days and months are said as such, more as months and years.
_DAYS, _MONTHS = 60, 24
_MONTH, _YEAR = 30.44, 365.25


class Step(Shown):
    """One statement on an issue, with the side it takes."""

    card: StatementCard
    stance: str
    conditional: bool

    @property
    def lane(self) -> str:
        """The lane of a timeline that its stance is drawn on."""
        return LANES[self.stance]


class Turn(Shown):
    """Two statements, one after the other in time, that point different ways."""

    before: Step
    after: Step

    @property
    def apart(self) -> str:
        """How long it is from one to the other, in words; "about" where a day is not known."""
        first, last = self.before.card.said_on, self.after.card.said_on
        if first.last is None or last.first is None:
            return "an unknown time"
        exact = first.first == first.last and last.first == last.last
        return time_in_words((last.first - first.last).days, exact=exact)


def time_in_words(days: int, *, exact: bool = True) -> str:
    """A number of days as people say it: "the same day", "38 days", "about 7 months"."""
    if days <= 0:
        return "the same day" if exact else "about the same time"
    if days <= _DAYS:
        told = f"{days} day{'' if days == 1 else 's'}"
        return told if exact else f"about {told}"
    months = round(days / _MONTH)
    return f"about {months} months" if months < _MONTHS else f"about {round(days / _YEAR)} years"


class Course(Shown):
    """What one holder said on one issue in the order of time."""

    issue: IssueRef
    question: str
    holder: SpeakerRef
    url: str
    dated: list[Step]
    undated: list[Step]
    turns: list[Turn]


class Matrix(Shown):
    """Issues down, speakers across."""

    speakers: list[SpeakerRef]
    rows: list[MatrixRow]
    paging: Paging  # of the issues
    across: Paging  # of the speakers
