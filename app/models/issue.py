"""Issues and the positions people take on them."""

from sqlalchemy import Index
from sqlmodel import Field, Relationship, SQLModel, UniqueConstraint

from app.domain.resolved import Stance
from app.models.speaker import Speaker


class Issue(SQLModel, table=True):
    """A question on which people take sides, from the archive's own list."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # also its slug
    name: str
    question: str
    statement_count: int = 0


class Position(SQLModel, table=True):
    """A holder's stance on an issue; its dates are those of the statements behind it."""

    __table_args__ = (
        UniqueConstraint("speaker_id", "issue_id", "stance", "conditional"),
        # Holds all that an issue's page counts by stance, so that no row is read for it.
        Index("ix_position_issue_stance", "issue_id", "stance", "speaker_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(foreign_key="speaker.id", index=True)
    issue_id: int = Field(foreign_key="issue.id")
    stance: Stance
    conditional: bool = False
    reason: str

    speaker: Speaker = Relationship()
    issue: Issue = Relationship()


class PositionEvidence(SQLModel, table=True):
    """A statement behind a position."""

    __tablename__ = "position_evidence"

    position_id: int = Field(foreign_key="position.id", primary_key=True)
    statement_id: int = Field(foreign_key="statement.id", primary_key=True, index=True)
    reason: str = ""  # the words of its article that decided it
