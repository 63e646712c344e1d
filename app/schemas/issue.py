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
