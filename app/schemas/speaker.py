"""Speakers as lists and their own pages show them."""

from pydantic import Field

from app.schemas.base import Shown
from app.schemas.common import DateShown, IssueRef, Paging, SpeakerRef, Tally
from app.schemas.event import EventRow
from app.schemas.statement import StatementRef


class SpeakerRow(Shown):
    """One speaker in a list."""

    slug: str
    url: str
    name: str
    sort_name: str
    kind: str  # "person", "organisation" or "unnamed"
    description: str | None
    statement_count: int


class SpeakerList(Shown):
    """A page of speakers in the order of their sort names."""

    rows: list[SpeakerRow]
    paging: Paging
    starts: list[str]  # the letters that names begin with
    letter: str | None
    query: str


class OfficeHeld(Shown):
    """An office and the time it was held, as precisely as that is known."""

    name: str
    start: str | None  # ISO 8601
    end: str | None
    years: str  # "2004–2012", "since 2004", "until 2009", or empty where neither is known
    reason: str


class OtherSide(Shown):
    """A side that a holder takes as well, with the number of statements behind it."""

    stance: str
    statements: int


class PositionLine(Shown):
    """One side that one holder takes on one issue, and what stands behind it."""

    holder: SpeakerRef
    issue: IssueRef
    stance: str
    conditional: bool
    statements: int
    first: int | None  # years
    last: int | None
    latest: StatementRef
    also: list[OtherSide] = Field(default_factory=list)  # of the same holder on this issue


class PositionList(Shown):
    """A page of the positions that one speaker takes, or that are taken on one issue."""

    name: str  # of the speaker or the issue
    url: str
    stance: str | None  # only positions of this stance, where it is given
    lines: list[PositionLine]
    paging: Paging


class Elsewhere(Shown):
    """Where else a speaker is told of."""

    name: str  # "Wikidata"
    told: str  # the number there, or the site's name
    url: str


class SpeakerPicture(Shown):
    """A picture of a speaker, with who made it and under which licence it is shown."""

    url: str
    credit: str


class SpeakerRecord(Shown):
    """One speaker with everything known of them but their statements, which are a search."""

    slug: str
    url: str
    name: str
    kind: str
    description: str | None
    aliases: list[str]
    offices: list[OfficeHeld]
    not_to_confuse: list[SpeakerRef]
    statements: int
    events: int
    first: DateShown | None
    last: DateShown | None
    positions: list[PositionLine]  # those with most statements
    position_count: int  # all of them
    known: bool = False  # whether the archive's own list names them, or only its articles
    elsewhere: list[Elsewhere] = Field(default_factory=list)
    picture: SpeakerPicture | None = None
    quoted_with: list[Tally] = Field(default_factory=list)  # in articles of the latest statements


class EventOf(Shown):
    """One event with the number of a speaker's statements at or about it."""

    event: EventRow
    held: int


class EventsOf(Shown):
    """A page of the events that a speaker was heard at or spoke about, newest first."""

    name: str  # of the speaker
    url: str
    rows: list[EventOf]
    paging: Paging
