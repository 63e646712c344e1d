"""Quotations once the people, days, events and issues in them are known."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import UNKNOWN_DATE, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, Quotation
from app.domain.spans import Span


class Stance(StrEnum):
    """One side that a statement takes on an issue."""

    DEMANDS = "demands"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    REJECTS = "rejects"
    OFFERS = "offers"
    WARNS = "warns"
    DOUBTS = "doubts"


class EventRelation(StrEnum):
    """Whether a statement was made at an event or speaks about it."""

    AT = "at"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Finding:
    """A name that was decided, and the words that decided it."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """Who spoke. `name` is the archive's name; None for somebody left unnamed.

    `known` says that the gazetteer holds this speaker; else the name is the article's own.
    """

    kind: SpeakerKind
    name: str | None
    description: str | None  # the source's own words where unnamed
    printed: str | None  # the name as this article prints it in full
    reason: str
    known: bool = False
    another: bool = False  # the gazetteer holds somebody else of this name


@dataclass(frozen=True, slots=True)
class PersonTold:
    """What an article says of a person it quotes: descriptions of a calling as printed, and age.

    `name` is the speaker's as resolved; `known` says that the gazetteer holds this very person,
    `another` that it holds somebody else of the name.
    """

    name: str
    roles: tuple[str, ...] = ()
    age: int | None = None
    known: bool = False
    another: bool = False


@dataclass(frozen=True, slots=True)
class IssueFinding:
    """An issue that a statement is on, the words that say so, and the stance it takes if any."""

    key: str
    reason: str
    stance: Stance | None = None
    stance_reason: str | None = None
    conditional: bool = False  # "if", "unless": drawn differently
    weight: float = 0.0  # how strongly its words take the stance; 3 for one sure phrase


@dataclass(frozen=True, slots=True)
class ResolvedStatement:
    """A quotation with its speaker, office, date, place, event, agency and issues."""

    quotation: Quotation
    speaker: ResolvedSpeaker | None = None
    office: Finding | None = None
    said_on: DateFinding = UNKNOWN_DATE
    place: Finding | None = None
    event: Finding | None = None  # `value` is the name of a ResolvedEvent of the same article
    event_relation: EventRelation | None = None
    via: Finding | None = None
    issues: tuple[IssueFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """An event that an article mentions. `name` is unique within the document."""

    name: str
    type: str
    date: DateFinding
    place: str | None
    participants: tuple[str, ...]
    mentions: tuple[Span, ...]
    reason: str
    known: bool = False  # the gazetteer holds it under this name


@dataclass(frozen=True, slots=True)
class ResolvedPosition:
    """A holder's stance on an issue, with the statements (indexes) that are its evidence."""

    holder: str
    holder_kind: SpeakerKind
    issue: str  # key
    stance: Stance
    statements: tuple[int, ...]
    reason: str
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedArticle:
    """One article with everything that is known of what was said in it."""

    article: ParsedArticle
    extraction: Extraction
    published: DateFinding
    statements: tuple[ResolvedStatement, ...]
    events: tuple[ResolvedEvent, ...]
    positions: tuple[ResolvedPosition, ...]
    people: tuple[PersonTold, ...] = ()
