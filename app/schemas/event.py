"""Events as lists and their own pages show them."""

from app.schemas.base import Shown
from app.schemas.common import ArticleRef, DateShown, Paging, SpeakerRef


class EventRow(Shown):
    """One event in a list."""

    slug: str
    url: str
    name: str
    type: str
    date: DateShown
    place: str | None
    statement_count: int


class EventList(Shown):
    """A page of events, newest first; those without a date come last."""

    rows: list[EventRow]
    paging: Paging


class EventRecord(EventRow):
    """One event with who took part and which articles name it; its statements are a search."""

    reason: str
    also_called: list[str]
    participants: list[str]
    participant_refs: dict[str, SpeakerRef]  # those that have a page, by their name
    articles: list[ArticleRef]
    previous: EventRow | None
    next: EventRow | None
