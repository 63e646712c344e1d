"""One event while its mentions in the articles of a document are gathered."""

from dataclasses import dataclass, field

from app.domain.dates import UNKNOWN_DATE, DateFinding
from app.domain.gazetteer import KnownEvent
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention


@dataclass
class Draft:
    """One event while its mentions are gathered. `articles` number those that mention it."""

    type: str
    mentions: list[EventMention] = field(default_factory=list)
    articles: dict[int, list[Span]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    bodies: tuple[str, ...] = ()  # known states and bodies among the names
    place: str | None = None
    place_in: str | None = None  # the state that the text puts the place in: "Cleveland, Ohio"
    told: str = ""  # the article's own words for it, one mention after the other
    date: DateFinding = UNKNOWN_DATE
    upcoming: bool = False
    topic: frozenset[str] = frozenset()
    after: "Draft | None" = None  # the event right after which it was held
    known: KnownEvent | None = None
    on_air: bool = False  # an appearance on a show, or an interview there
    guessed: bool = False  # dated by its report alone
    recent: bool = False  # known, and held just before it was told
    process: bool = False  # a course of talks, not one occasion
    quoted: bool = True  # told within quotation marks alone
    light: bool = False  # an event only if words are reported from it
    name: str = ""
    words: str = ""  # the article's own words for it, short enough to quote
