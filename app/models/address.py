"""The address ledger: every address ever published, and what became of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel, UniqueConstraint

from app.models import base


class AddressKind(StrEnum):
    """What lives at an address."""

    STATEMENT = "statement"
    ARTICLE = "article"
    SPEAKER = "speaker"
    EVENT = "event"
    OUTLET = "outlet"


class AddressState(StrEnum):
    """Whether an address answers 200, 301 or an explained 410."""

    LIVE = "live"
    MOVED = "moved"  # 301 to `target`
    LOST = "lost"  # no longer found in the source
    WITHDRAWN = "withdrawn"


class Address(SQLModel, table=True):
    """One permalink or slug. Never deleted and never used for anything else."""

    __table_args__ = (UniqueConstraint("kind", "permalink"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: AddressKind
    permalink: str
    state: AddressState = AddressState.LIVE
    target: str | None = None
    reason: str | None = None
    shown: str | None = None  # the words that stood there, for an address that is gone
    article: str | None = Field(default=None, index=True)  # a statement's article
    identity: str | None = Field(default=None, index=True)  # an article's, see storage.permalinks
    published_at: datetime = Field(default_factory=base.now)
    changed_at: datetime = Field(default_factory=base.now)


class ImportedArticle(SQLModel, table=True):
    """An article that only an imported ledger knows, until a file that holds it is read."""

    __tablename__ = "imported_article"

    permalink: str = Field(primary_key=True)
    sketch: list[int] = Field(sa_column=Column(JSON, nullable=False))
