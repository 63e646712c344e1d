"""Statements as lists and results show them."""

from pydantic import Field

from app.domain.quotations import SpeechKind
from app.schemas.base import Shown
from app.schemas.common import ArticleRef, DateShown, IssueRef, OutletRef, Paging, SpeakerRef
from app.schemas.correction import CorrectionShown


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
    speaker_printed: str | None  # the source's words: "a Pentagon official"; "aides" for "they"
    speaker_description: str | None = None  # the same where they describe somebody left unnamed
    speaker_joint: bool = False  # they name two who spoke together
    office: str | None
    said_on: DateShown
    place: str | None
    event: SpeakerRef | None  # name and address of the event
    event_is_subject: bool = False  # spoken about, rather than spoken at
    via: str | None
    outlet: OutletRef | None
    article: ArticleRef
    number: int = 0  # its number in the article, from 1
    confidence: float
    confidence_word: str  # "certain", "likely", "doubtful"
    reports: int = 0  # how many other reports of the same statement
    corrected: bool = False
    in_print: DateShown | None = None  # when it was printed, where nobody knows when it was said

    @property
    def when(self) -> str:
        """When it was said, in words; where that is not told, when it was in print, as such."""
        return _when(self.said_on, self.in_print)


def _when(said_on: DateShown, in_print: DateShown | None) -> str:
    if said_on.iso is None and in_print and in_print.iso:
        return f"in print {in_print.words}"
    return said_on.words


def confidence_word(confidence: float) -> str:
    """How sure extraction is, in a word: 0.85 and more is certain, 0.6 and more likely."""
    if confidence >= 0.85:
        return "certain"
    return "likely" if confidence >= 0.6 else "doubtful"


class TextRun(Shown):
    """A run of an article's text, and the numbers of the statements it belongs to."""

    text: str
    said: list[int] = Field(default_factory=list)  # numbers in the article; none for plain text
    ends: list[int] = Field(default_factory=list)  # statements whose words pause or end here


class SpanShown(Shown):
    """Words of the source, and where they stand in the document's text."""

    role: str  # "content", "cue" or "source"
    start: int
    end: int
    text: str


class Selector(Shown):
    """Where a run of words stands: a W3C Web Annotation selector, by quotation or position."""

    type: str  # "TextQuoteSelector" or "TextPositionSelector"
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None


class ContextShown(Shown):
    """The paragraph before, the paragraphs that hold the words, and the one after."""

    before: str | None
    paragraphs: list[list[TextRun]]
    after: str | None


class StatementRef(Shown):
    """A statement named in passing."""

    id: str
    url: str
    text: str
    kind: SpeechKind
    said_on: DateShown
    speaker: str | None = None
    in_print: DateShown | None = None  # as a card has it, where lists ask for it

    @property
    def when(self) -> str:
        """When it was said, in words, or when it was in print, as a card tells it."""
        return _when(self.said_on, self.in_print)

    @property
    def pieces(self) -> list[PieceShown]:
        """The words as one run."""
        return [PieceShown(text=self.text, matched=False)]


class IssueOn(Shown):
    """An issue that a statement is on, the side it takes, and the words that say so.

    `statements` counts the speaker's statements that take this side, from `first` to `last`
    (years); `place` is the permalink under which this one stands among all of theirs on it.
    """

    issue: IssueRef
    reason: str
    stance: str | None
    stance_reason: str | None
    conditional: bool
    statements: int = 0
    first: int | None = None
    last: int | None = None
    place: str | None = None  # of the one it repeats, where it does; None where neither counts


class ReportShown(Shown):
    """The same statement as another article, or another passage, reports it."""

    statement: StatementRef
    outlet: OutletRef | None
    article: ArticleRef
    published: DateShown
    reason: str | None
    words: list[PieceShown]  # `matched` marks the words that differ from the statement shown
    disagrees: bool = False  # it dates the words to other days than another of the reports


class Evidence(Shown):
    """One decision of the program: what, what came out, and by which words of the source."""

    what: str
    value: str
    reason: str


class StatementRecord(StatementCard):
    """One statement with all that the archive knows of it; page and JSON show the same."""

    canonical: str  # the permanent address in full
    speaker_kind: str
    in_article: str  # the address of its place in the article
    published: DateShown
    document: str
    article_url: str | None  # at the publisher's
    spans: list[SpanShown]
    selectors: list[Selector]
    context: ContextShown
    issues: list[IssueOn]
    evidence: list[Evidence]
    reports_of_it: list[ReportShown]
    dated_by: ReportShown | None = None  # the report that tells the day, where this one tells none
    nested_in: StatementRef | None
    repeats: StatementRef | None
    previous: StatementRef | None
    next: StatementRef | None
    turns_on: IssueRef | None = None  # the issue that previous and next are on, if not any
    above: str | None = None  # addresses of the statements before and after it in its article
    below: str | None = None
    corrections: list[CorrectionShown] = Field(default_factory=list)  # those that hold
    related: list[StatementRef] = Field(default_factory=list)  # by their rarest words, best first
    revision: int
    ingested_at: str


class StatementList(Shown):
    """A page of statements, those said last first; those without a date come last."""

    cards: list[StatementCard]
    paging: Paging


class Alike(Shown):
    """A statement and those most like it, best first."""

    statement: StatementCard
    cards: list[StatementCard]


class WordRun(Shown):
    """Words of two versions of a text."""

    text: str
    how: str  # "same", "gone" where only the earlier version has them, or "new"


class FactChanged(Shown):
    """One fact that a version tells otherwise than the version before."""

    what: str  # "Speaker", "Date"
    was: str
    now: str


class Version(Shown):
    """A statement as its page showed it under one version number."""

    number: int
    kind: SpeechKind
    text: str
    speaker: SpeakerRef | None
    speaker_printed: str | None
    office: str | None
    said_on: DateShown
    place: str | None
    event: str | None
    since: str | None  # the day it began to be shown; None where that is not recorded
    until: str | None  # the day it was replaced; None for the version shown now
    reason: str | None  # why it was replaced
    words: list[WordRun] = Field(default_factory=list)  # where its words differ from those before
    changed: list[FactChanged] = Field(default_factory=list)  # facts that differ from those before


class StatementHistory(Shown):
    """A statement's versions, newest first."""

    id: str
    url: str
    canonical: str
    versions: list[Version]
