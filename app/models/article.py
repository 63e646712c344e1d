"""Articles: what a document reports under one headline."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column
from sqlmodel import Field, Relationship, SQLModel

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
    payload: str  # the Extraction and ParsedArticle as JSON
