"""Searches that whoever runs the archive is told of."""

from datetime import date

from sqlmodel import Field

from app.models.desk import DeskTable


class SavedSearch(DeskTable, table=True):
    """A search by name, why it is followed, and up to which statement it was told of."""

    __tablename__ = "saved_search"

    name: str = Field(primary_key=True)
    words: str  # in the language of searches
    note: str | None = None
    told_to: int = 0  # row number of the last statement there was when it was told of last
    made_on: date
