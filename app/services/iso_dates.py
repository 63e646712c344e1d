"""Dates of rows in ISO 8601."""

from datetime import date

from app.domain.dates import DatePrecision, PartialDate


def iso_of(first: date | None, last: date | None, precision: DatePrecision | None) -> str | None:
    """The date in three columns as ISO 8601, no more precise than it is known; None if unknown."""
    if first is None or last is None or precision is None:
        return None
    return PartialDate(first, last, precision).iso
