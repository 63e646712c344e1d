"""What waits for a curator, most worth the time first."""

from enum import StrEnum

from app.schemas.base import Shown
from app.schemas.common import SpeakerRef
from app.schemas.statement import StatementRef


class ItemKind(StrEnum):
    """What kind of decision an item of the queue asks for."""

    STATEMENT = "statement"
    SPEAKERS = "speakers"  # whether two are one
    EVENTS = "events"  # likewise


class Item(Shown):
    """Something to decide, and why it comes where it comes.

    `subject` is a permalink, or two slugs joined by "+", those of events after "events:".
    """

    kind: ItemKind
    subject: str
    score: float
    title: str
    why: list[str]


class Pair(Shown):
    """Two speakers or events that may be one, each with some of what was said."""

    first: SpeakerRef
    second: SpeakerRef
    first_slug: str
    second_slug: str
    first_count: int
    second_count: int
    first_said: list[StatementRef]
    second_said: list[StatementRef]
    reason: str


class Queue(Shown):
    """The head of the queue: what to decide now, and what comes then."""

    items: list[Item]
    reports: int  # without an answer
    doubtful: int  # statements that nobody has looked at, as far as they were counted
    counted_to: int  # where counting stopped
    pairs: int
