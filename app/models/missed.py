"""Searches that found nothing: what readers look for and the archive does not hold."""

from datetime import date

from sqlmodel import Field

from app.models.desk import DeskTable


class MissedSearch(DeskTable, table=True):
    """Words that were searched for in vain, how often and on which days; nothing of who asked."""

    __tablename__ = "missed_search"

    words: str = Field(primary_key=True)  # small letters, one space between two words
    times: int = 1
    first_on: date
    last_on: date = Field(index=True)
