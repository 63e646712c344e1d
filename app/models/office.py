"""Posts, and who held them when."""

from datetime import date

from sqlmodel import Field, SQLModel


class Office(SQLModel, table=True):
    """A post: "Foreign Minister of Russia"."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    body: str | None = None


class Tenure(SQLModel, table=True):
    """One speaker holding one office; an empty end is open or not known."""

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(foreign_key="speaker.id", index=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    start: date | None = None
    end: date | None = None
    start_iso: str | None = None  # as precise as it is known
    end_iso: str | None = None
    reason: str  # "knowledge: offices.yaml"
