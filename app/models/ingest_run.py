"""Runs of the ingestion job, what they could not read, and what the index still has to learn."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel, UniqueConstraint

from app.models import base


class IngestRun(SQLModel, table=True):
    """One run: when, by which version, and how many of what."""

    __tablename__ = "ingest_run"

    id: int | None = Field(default=None, primary_key=True)
    started_at: datetime = Field(default_factory=base.now)
    finished_at: datetime | None = None
    version: str
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Quarantined(SQLModel, table=True):
    """A source that could not be read, kept with its reason until a later run can read it."""

    __table_args__ = (UniqueConstraint("origin"),)

    id: int | None = Field(default=None, primary_key=True)
    origin: str
    name: str
    reason: str
    tries: int = 1
    first_at: datetime = Field(default_factory=base.now)
    last_at: datetime = Field(default_factory=base.now)


class KnownFile(SQLModel, table=True):
    """A file all of whose documents are in the archive, so that it need not be read again.

    `digest` is the SHA-256 of its name, sidecar and bytes, `made_with` the hash of what it was
    read with; `unchanged` and `duplicates` are how many documents a new reading would find so.
    """

    __tablename__ = "known_file"

    path: str = Field(primary_key=True)
    size: int = Field(sa_type=BigInteger)  # bytes
    digest: str
    made_with: str
    unchanged: int
    duplicates: int


class IndexTask(SQLModel, table=True):
    """A record the index has to take up again; written in the transaction that changed it."""

    __tablename__ = "index_task"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)  # a number is never used twice
    type: str  # "statement" or "article"
    permalink: str = Field(index=True)


class Fact(SQLModel, table=True):
    """A named fact about the archive itself: knowledge hash, index fingerprint."""

    key: str = Field(primary_key=True)
    value: str
