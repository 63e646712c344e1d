"""Statements as lists and results show them."""

from app.domain.quotations import SpeechKind
from app.schemas.base import Shown
from app.schemas.common import ArticleRef, DateShown, OutletRef, SpeakerRef


class PieceShown(Shown):
    """A run of a text that a search word matched, or did not; pieces join up to the exact text."""

    text: str
    matched: bool


class StatementCard(Shown):
    """One statement in a list: enough to judge it, and the way to its page.

    `pieces` join up to `text`, the statement's words verbatim.
    """

    id: str
    url: str
    kind: SpeechKind
    text: str
    pieces: list[PieceShown]
    speaker: SpeakerRef | None
    speaker_printed: str | None  # the source's own words: "a Pentagon official"
    office: str | None
    said_on: DateShown
    place: str | None
    event: SpeakerRef | None  # name and address of the event
    via: str | None
    outlet: OutletRef | None
    article: ArticleRef
    confidence: float
    confidence_word: str  # "certain", "likely", "doubtful"
    reports: int = 0  # how many other reports of the same statement
    corrected: bool = False
