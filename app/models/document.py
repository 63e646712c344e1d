"""Source documents as they came."""

from datetime import datetime

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, Relationship, SQLModel, UniqueConstraint

from app.models import base


class Document(SQLModel, table=True):
    """A source file as received; `text` is what its reader made of it and never changes.

    `stated` is what the file that carried it says about the article: headline, outlet, …
    The bytes are kept apart (`DocumentSource`), so that reading a text does not load them.
    """

    __table_args__ = (UniqueConstraint("sha256", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(index=True)
    name: str
    origin: str = Field(index=True)
    text: str
    reader: str
    warnings: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    stated: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    ingested_at: datetime = Field(default_factory=base.now)

    source: "DocumentSource" = Relationship(sa_relationship_kwargs={"uselist": False})


class DocumentSource(SQLModel, table=True):
    """The bytes of a source document, exactly as received."""

    __tablename__ = "document_source"

    document_id: int | None = Field(default=None, primary_key=True, foreign_key="document.id")
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
