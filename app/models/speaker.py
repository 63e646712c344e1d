"""People and bodies that speak."""

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel, UniqueConstraint

from app.domain.gazetteer import SpeakerKind


class Speaker(SQLModel, table=True):
    """A person or an organisation, once identified."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    key: str = Field(unique=True)  # normal form of the name, see resolution.speakers
    name: str
    sort_name: str  # "Lavrov, Sergey"
    sort_key: str = Field(index=True)  # sort_name in lower case, without accents
    kind: SpeakerKind
    description: str | None = None
    # Where else they are told of, and their picture: the keys of domain.gazetteer.Profile.
    profile: dict[str, str] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    known: bool = False  # from the knowledge files
    statement_count: int = Field(default=0, index=True)


class SpeakerAlias(SQLModel, table=True):
    """A way a speaker's name is written, and why it is taken for this speaker."""

    __tablename__ = "speaker_alias"
    __table_args__ = (UniqueConstraint("speaker_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(foreign_key="speaker.id", index=True)
    name: str
    key: str = Field(index=True)
    reason: str  # "knowledge: speakers.yaml" or how an article's name was matched


class NotSamePerson(SQLModel, table=True):
    """A lasting judgement that two speakers are not one, whatever their names look like."""

    __tablename__ = "not_same_person"
    __table_args__ = (UniqueConstraint("speaker_id", "other_id"),)

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(foreign_key="speaker.id", index=True)
    other_id: int = Field(foreign_key="speaker.id", index=True)
    reason: str


class PersonToldOf(SQLModel, table=True):
    """What one article says of a person it quotes, so that two of one name are told apart."""

    __tablename__ = "person_told_of"
    __table_args__ = (UniqueConstraint("article_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    key: str = Field(index=True)  # normal form of the bare name
    name: str  # as found in the article
    roles: list[str] = Field(sa_column=Column(JSON, nullable=False))
    age: int | None = None
    known: bool  # the knowledge files list this very person
    another: bool  # the knowledge files list somebody else of this name
    settled: bool = Field(default=False, index=True)  # compared with all others of the name
