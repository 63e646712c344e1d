"""What people changed, and what of it holds now."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel, UniqueConstraint

from app.domain.corrections import Action, Standing, Subject
from app.models import base


class Correction(SQLModel, table=True):
    """One change as a person made it. Rows are only ever added; the database refuses the rest."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)  # the same on every machine
    action: Action
    subject: Subject
    target: str = Field(index=True)  # permalink, slug or uid
    article: str | None = Field(default=None, index=True)  # of the statement concerned
    after: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    before: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    anchor: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON, nullable=True))
    reason: str
    by: str
    at: datetime = Field(default_factory=base.now, index=True)
    based_on: int | None = None


class CorrectionState(SQLModel, table=True):
    """What a correction does to the archive now; may change with every reading."""

    __tablename__ = "correction_state"

    uid: str = Field(primary_key=True)
    standing: Standing = Field(index=True)
    reason: str = ""  # why it is orphaned or waits
    undone_by: str | None = None  # uid
    changed_at: datetime = Field(default_factory=base.now)


class CorrectionAbout(SQLModel, table=True):
    """A record that a correction concerns: a statement, both speakers, an issue and the like."""

    __tablename__ = "correction_about"

    uid: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)  # "statement", "article", "speaker", "event", "issue"
    link: str = Field(primary_key=True, index=True)  # permalink, slug or key


class StatementFound(SQLModel, table=True):
    """A corrected statement as the program alone has it: what is left when all is undone."""

    __tablename__ = "statement_found"

    permalink: str = Field(primary_key=True)
    article: str = Field(index=True)  # permalink
    document: str  # SHA-256 of the source in which it was found; "" where it is found no more
    payload: str  # a ResolvedStatement as JSON; its event is named by key


class IdentityDecision(SQLModel, table=True):
    """Whom or what a name means, as a curator decided; made from the corrections that hold.

    `name` is a speaker's folded name or an event's key. With `same`, it means `other`; without,
    the two are never one. An event's decision may hold in one `article` only.
    """

    __tablename__ = "identity_decision"
    __table_args__ = (UniqueConstraint("kind", "name", "article", "other", "same", "uid"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str  # "speaker" or "event"
    name: str = Field(index=True)
    other: str = Field(index=True)  # likewise; for `same`, the name in full
    same: bool
    article: str = ""  # permalink; "" for everywhere
    uid: str = Field(index=True)  # the correction
