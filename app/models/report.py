"""What readers say is wrong, how often pages are read, and what curators have put off."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, UniqueConstraint

from app.domain.reports import Complaint, Outcome
from app.models import base
from app.models.desk import DeskTable


class ReaderReport(DeskTable, table=True):
    """A reader says that a statement is wrong. Appended, then answered once; never deleted.

    The same complaint about the same version is one report that counts how often it came.
    """

    __tablename__ = "reader_report"
    __table_args__ = (
        UniqueConstraint("permalink", "revision", "complaint"),
        Index("ix_reader_report_waiting", "answered_at", "permalink"),
    )

    id: int | None = Field(default=None, primary_key=True)
    permalink: str = Field(index=True)
    revision: int  # of the statement as the reader saw it
    complaint: Complaint
    times: int = 1
    first_at: datetime = Field(default_factory=base.now)
    last_at: datetime = Field(default_factory=base.now)
    answered_at: datetime | None = None
    answered_by: str | None = None
    outcome: Outcome | None = None
    answer: str | None = None  # public


class ReaderLine(DeskTable, table=True):
    """What a reader wrote with a report; seen by curators, public where one says so."""

    __tablename__ = "reader_line"
    __table_args__ = (UniqueConstraint("report_id", "words"),)

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="reader_report.id", index=True)
    words: str
    at: datetime = Field(default_factory=base.now)
    public: bool = False


class ReportCount(DeskTable, table=True):
    """How many reports came in an hour, from a network or in all; kept for two days."""

    __tablename__ = "report_count"
    __table_args__ = (UniqueConstraint("bucket", "hour"),)

    id: int | None = Field(default=None, primary_key=True)
    bucket: str  # "all", or a keyed hash of a network
    hour: datetime = Field(index=True)
    count: int = 0


class PageReads(DeskTable, table=True):
    """How often a statement's page was opened in a browser; a number and nothing else."""

    __tablename__ = "page_reads"

    permalink: str = Field(primary_key=True)
    reads: int = 0


class PutOff(DeskTable, table=True):
    """Something in the queue that a curator could not decide and wants to see another day."""

    __tablename__ = "put_off"

    subject: str = Field(primary_key=True)  # a permalink, or two slugs
    by: str
    until: datetime = Field(index=True)
