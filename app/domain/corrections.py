"""What a person may change of what the program found, and how such a change is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Subject(StrEnum):
    """What a correction is about."""

    STATEMENT = "statement"
    ARTICLE = "article"
    SPEAKER = "speaker"
    EVENT = "event"
    CORRECTION = "correction"  # for an undo


class Action(StrEnum):
    """What a correction does. In brackets the keys of its `after`, with plain JSON values."""

    SPAN = "span"  # content: [[start, end], …] in the document's text; or words: ["…", …]
    KIND = "kind"  # kind: "direct", "mixed" or "indirect"
    SPEAKER = "speaker"  # speaker: name or null; speaker_kind: "person", "organisation"; office
    OFFICE = "office"  # office: its name or null
    SAID_ON = "said_on"  # said_on: "2011-12-08", "2011-12", "2011" or null; basis: "stated", …
    PLACE = "place"  # place: its name or null
    EVENT = "event"  # event: a slug or null; relation: "at" or "about"
    ISSUES = (
        "issues"  # issues: [{issue: key, stance: … or null, conditional: bool}, …], all of them
    )
    ADD = "add"  # subject: an article; content, kind, and any of the keys above
    REJECT = "reject"  # a false find; nothing
    WITHDRAW = "withdraw"  # keep_words: bool, whether the page that explains still shows them
    CONFIRM = "confirm"  # looked at and found right; nothing
    MERGE = "merge"  # subject: the speaker or event that goes; into: the slug that stays
    SPLIT = "split"  # speaker: names: [spelling, …]; event: articles: [permalink, …], name: …
    NOT_SAME = "not_same"  # speaker or event; other: slug
    UNDO = "undo"  # subject: a correction; nothing


#: Actions that change one statement that the archive holds.
ON_STATEMENT = frozenset(
    {
        Action.SPAN,
        Action.KIND,
        Action.SPEAKER,
        Action.OFFICE,
        Action.SAID_ON,
        Action.PLACE,
        Action.EVENT,
        Action.ISSUES,
        Action.REJECT,
        Action.WITHDRAW,
        Action.CONFIRM,
    }
)

#: Actions about who or what is the same: they hold for every article, read or not yet read.
ON_IDENTITY = frozenset({Action.MERGE, Action.SPLIT, Action.NOT_SAME})


class Standing(StrEnum):
    """What a correction does to the archive now."""

    APPLIED = "applied"
    WAITING = "waiting"  # the article it speaks of has not been read yet
    ORPHANED = "orphaned"  # what it spoke of is no longer found in the source
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document with what stands around them: a W3C TextQuoteSelector.

    `start` and `end` index the text of the document in which they were selected.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the words of a statement stand, so that they are found in a later text too.

    `document` is the SHA-256 of the source in which the quotes were selected.
    """

    article: str  # permalink
    document: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction that somebody wants to make.

    `target` is a permalink, a slug, or the number of a correction to undo. `by` is shown to
    readers. `based_on` is the statement's revision that the person saw; None where none was seen,
    and then nothing is compared.
    """

    action: Action
    subject: Subject
    target: str
    reason: str
    by: str
    after: Mapping[str, Any] = field(default_factory=dict)
    based_on: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A correction as it was made; it never changes.

    `uid` names it on every machine. `before` holds the keys of `after` as they were. `anchor` is
    where the words of the statement stood, None for speakers and events. `at` is ISO 8601, UTC.
    """

    uid: str
    action: Action
    subject: Subject
    target: str
    after: Mapping[str, Any]
    before: Mapping[str, Any]
    reason: str
    by: str
    at: str
    based_on: int | None = None
    anchor: Anchor | None = None
