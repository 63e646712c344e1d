"""Articles: what a document reports under one headline."""

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column
from sqlmodel import Field, Relationship, SQLModel, UniqueConstraint

from app.domain.dates import DateBasis, DatePrecision
from app.models import base
from app.models.document import Document
from app.models.outlet import Outlet


class Article(SQLModel, table=True):
    """One article in a document. `start`, `end` and `paragraphs` index `Document.text`."""

    __table_args__ = (
        CheckConstraint('0 <= start AND start < "end"', name="span_not_empty"),
        CheckConstraint("published_first <= published_last", name="published_in_order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    permalink: str = Field(unique=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    ordinal: int = 0  # 0 for the first article of its document
    start: int
    end: int
    paragraphs: list[list[int]] = Field(sa_column=Column(JSON, nullable=False))
    headline: str | None = None
    headline_start: int | None = None
    headline_end: int | None = None
    byline: str | None = None
    url: str | None = Field(default=None, index=True)
    dateline_place: str | None = None
    language: str = "en"
    outlet_id: int | None = Field(default=None, foreign_key="outlet.id", index=True)
    published_first: date | None = Field(default=None, index=True)
    published_last: date | None = None
    published_precision: DatePrecision | None = None
    published_basis: DateBasis = DateBasis.UNKNOWN
    published_reason: str = ""
    text_key: str = Field(index=True)  # hash of its normalised text: the same words, the same key
    copy_of_id: int | None = Field(default=None, foreign_key="article.id", index=True)
    copy_reason: str | None = None
    level: str  # "rules", "sm" or "md"
    model: str
    extractor: str
    statement_count: int = 0
    revision: int = 1
    ingested_at: datetime = Field(default_factory=base.now)

    document: Document = Relationship()
    outlet: Outlet | None = Relationship()


class ArticleAnalysis(SQLModel, table=True):
    """What extraction found in an article, so that it can be resolved again without parsing."""

    __tablename__ = "article_analysis"

    article_id: int | None = Field(default=None, primary_key=True, foreign_key="article.id")
    payload: str  # the ParsedArticle without its text, and the Extraction, as JSON
    told: str = "[]"  # the events it tells other articles, as JSON of KnownEvents
    evidence: str | None = None  # hash of what other articles told it; None until a run settled it
    made_with: str  # hash of the program, language model and knowledge it was read with
    sketch: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class ArticleSketch(SQLModel, table=True):
    """The few smallest shingle hashes of an article, by which near-duplicates are looked up."""

    __tablename__ = "article_sketch"

    article_id: int = Field(foreign_key="article.id", primary_key=True)
    shingle: int = Field(primary_key=True, index=True, sa_type=BigInteger)


class ArticleRevision(SQLModel, table=True):
    """Where an article's earlier text stands; the current one is not among them."""

    __tablename__ = "article_revision"
    __table_args__ = (UniqueConstraint("permalink", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    permalink: str = Field(index=True)
    number: int
    document_id: int = Field(foreign_key="document.id", index=True)
    start: int
    end: int
    headline: str | None = None
    reason: str  # why it changed
    until: datetime = Field(default_factory=base.now)
