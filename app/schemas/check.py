"""Whether words were ever said: one verdict a quotation."""

from pydantic import Field

from app.domain.verdicts import DifferenceKind, Verdict
from app.schemas.base import Shown
from app.schemas.statement import StatementCard


class CheckedStatement(Shown):
    """The statement that a quotation was compared with."""

    id: str
    url: str
    speaker: str | None
    text: str


class DifferenceShown(Shown):
    """One place where a quotation differs from the statement, those that turn it first."""

    kind: DifferenceKind
    quoted: str
    printed: str
    alters_meaning: bool
    words: str  # the difference as a sentence


class AlignedRun(Shown):
    """Neighbouring words of both, side by side: the same, or only in one, or different."""

    same: bool
    quoted: str
    printed: str


class CheckedPart(Shown):
    """Words of a quotation, itself not found, that stand in a statement."""

    words: str
    card: StatementCard


class Check(Shown):
    """The verdict on one quotation. `statement` is None exactly where nothing was found."""

    quote: str
    named: str | None = None  # who is said to have said it, by whoever asks or by the draft
    verdict: Verdict
    statement: CheckedStatement | None = None
    card: StatementCard | None = None  # the same statement as lists show it
    other: CheckedStatement | None = None  # where two passages were joined: the second
    differences: list[DifferenceShown] = Field(default_factory=list)
    aligned: list[AlignedRun] = Field(default_factory=list)
    part: CheckedPart | None = None  # of one not found: its longest run that is on record
    notes: list[str] = Field(default_factory=list)  # what else whoever prints it should know
    coverage: str  # what was searched, in words


class Checks(Shown):
    """The verdicts on all quoted passages of a text, in order."""

    checks: list[Check]
    notes: list[str] = Field(default_factory=list)
