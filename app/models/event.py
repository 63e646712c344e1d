"""Occasions: summits, meetings, briefings, treaties, campaigns."""

from datetime import date

from sqlmodel import Field, SQLModel, UniqueConstraint

from app.domain.dates import DateBasis, DatePrecision


class Event(SQLModel, table=True):
    """One occasion, however many articles mention it and under however many names."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    key: str = Field(unique=True)  # normal form of name and date
    name: str
    type: str = Field(index=True)
    date_first: date | None = Field(default=None, index=True)
    date_last: date | None = None
    date_precision: DatePrecision | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    date_reason: str = ""
    place: str | None = None
    reason: str = ""  # the words it was recognised by
    known: bool = False
    statement_count: int = 0


class EventMention(SQLModel, table=True):
    """Where an article names an event; `start` and `end` index the document's text."""

    __tablename__ = "event_mention"
    __table_args__ = (UniqueConstraint("event_id", "article_id", "start"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    start: int
    end: int
    name: str  # what this article calls it
    found: str | None = None  # the event's key before anybody decided which it is
    reason: str


class EventParticipant(SQLModel, table=True):
    """Who took part in an event."""

    __tablename__ = "event_participant"
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    name: str
    speaker_id: int | None = Field(default=None, foreign_key="speaker.id", index=True)
