"""Issues, and who takes which side on them."""

from app.schemas.base import Shown
from app.schemas.common import IssueRef, Paging, SpeakerRef
from app.schemas.speaker import PositionLine


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

    positions: list[PositionLine]
    holders: int


class Cell(Shown):
    """Where one speaker stands on one issue: the latest side, and what is behind all of it."""

    stance: str
    conditional: bool
    statements: int
    first: int | None
    last: int | None
    url: str  # the statements behind it
    latest_url: str
    mixed: bool


class MatrixRow(Shown):
    """One issue and its cells, in the order of the matrix's speakers; None is nothing held."""

    issue: IssueRef
    cells: list[Cell | None]
    others: int  # speakers with a position that the columns leave out


class Matrix(Shown):
    """Issues down, speakers across."""

    speakers: list[SpeakerRef]
    rows: list[MatrixRow]
    paging: Paging
