"""Statements: one utterance, its speaker and its place in one article."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, Relationship, SQLModel, UniqueConstraint

from app.domain.dates import DateBasis, DatePrecision
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import SpeechKind
from app.domain.resolved import EventRelation
from app.models import base
from app.models.article import Article
from app.models.event import Event
from app.models.speaker import Speaker


class Statement(SQLModel, table=True):
    """One thing a speaker said, as one article reports it.

    `content` is the text of its content spans joined by `domain.spans.GAP`. Where a fact was
    decided rather than read, the column beside it ending in `_reason` says by which words.
    """

    __table_args__ = (
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_in_range"),
        CheckConstraint("said_first <= said_last", name="said_in_order"),
        # These hold all that is counted by speaker and by day, so that no row is read for it;
        # and a speaker's statements in the order in which they were said.
        Index(
            "ix_statement_speaker_days",
            "speaker_id",
            "said_first",
            "article_id",
            "ordinal",
            "said_last",
            "event_id",
        ),
        Index("ix_statement_days", "said_first", "said_last"),
        Index("ix_statement_event_said", "event_id", "said_first", "permalink"),
        Index("ix_statement_said", "said_first", "permalink"),
        Index("ix_statement_confidence", "confidence", "permalink"),  # what is doubtful, first
    )

    id: int | None = Field(default=None, primary_key=True)
    permalink: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    ordinal: int  # order in the article
    kind: SpeechKind
    content: str
    confidence: float
    rule: str
    reasons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    speaker_id: int | None = Field(default=None, foreign_key="speaker.id")
    speaker_kind: SpeakerKind = SpeakerKind.UNNAMED
    speaker_found: str | None = None  # the name before anybody decided whom it means
    speaker_full: str | None = None  # the name as its article prints it in full
    speaker_printed: str | None = None  # the source's words: "the NATO chief"; "aides" for "they"
    speaker_reason: str = ""
    office: str | None = None
    office_reason: str | None = None
    said_first: date | None = None
    said_last: date | None = None
    said_precision: DatePrecision | None = None
    said_basis: DateBasis = DateBasis.UNKNOWN
    said_reason: str = ""
    place: str | None = Field(default=None, index=True)
    place_reason: str | None = None
    event_id: int | None = Field(default=None, foreign_key="event.id")
    event_found: str | None = None  # the event's key before anybody decided which it is
    event_relation: EventRelation | None = None
    event_reason: str | None = None
    via: str | None = None
    via_reason: str | None = None
    nested_in_id: int | None = Field(default=None, foreign_key="statement.id", index=True)
    repeats_id: int | None = Field(default=None, foreign_key="statement.id", index=True)
    report_group: str | None = Field(default=None, index=True)  # permalink of the fullest report
    report_reason: str | None = None
    content_key: str = Field(index=True)  # hash of its normalised words
    corrected: bool = False  # whether a person changed anything that its page shows
    revision: int = 1
    ingested_at: datetime = Field(default_factory=base.now)

    article: Article = Relationship()
    speaker: Speaker | None = Relationship()
    event: Event | None = Relationship()
    spans: list["StatementSpan"] = Relationship(
        sa_relationship_kwargs={"order_by": "StatementSpan.start"}
    )
    issues: list["StatementIssue"] = Relationship()


class SpanRole(StrEnum):
    """What a span of a statement holds."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


class StatementSpan(SQLModel, table=True):
    """A run of words of a statement: said, signalling or naming; several of each are possible."""

    __tablename__ = "statement_span"
    __table_args__ = (
        UniqueConstraint("statement_id", "role", "start"),
        CheckConstraint('0 <= start AND start < "end"', name="span_not_empty"),
    )

    id: int | None = Field(default=None, primary_key=True)
    statement_id: int = Field(foreign_key="statement.id", index=True)
    role: SpanRole
    start: int
    end: int


class StatementIssue(SQLModel, table=True):
    """An issue that a statement is on, and the side it takes if any, with the deciding words."""

    __tablename__ = "statement_issue"
    __table_args__ = (UniqueConstraint("statement_id", "issue_id"),)

    id: int | None = Field(default=None, primary_key=True)
    statement_id: int = Field(foreign_key="statement.id", index=True)
    issue_id: int = Field(foreign_key="issue.id", index=True)
    reason: str
    stance: str | None = None
    stance_reason: str | None = None
    conditional: bool = False


class StatementRevision(SQLModel, table=True):
    """What a statement's page showed before it changed; the current state is not among them."""

    __tablename__ = "statement_revision"
    __table_args__ = (UniqueConstraint("permalink", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    permalink: str = Field(index=True)
    number: int
    shown: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    reason: str  # why it changed: "the article's text was revised", "better extractor 3"
    until: datetime = Field(default_factory=base.now)
