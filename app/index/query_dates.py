"""Dates and ranges as readers type them: 2011, 2011-07..2011-12, ..2012, "last year"."""

import re
from datetime import date, timedelta

from app.domain.dates import PartialDate

_AGO = re.compile(r"(?:last|past)?\s*(\d{1,4})\s+(day|week|month|year)s?(\s+ago)?$")
_ISO = re.compile(r"\d{4}(-\d{1,2}){0,2}$")
_MONTHS = "january february march april may june july august september october november december"
_NAMED_MONTH = re.compile(r"([a-z]{3,9})\.?\s+(\d{4})$")

Days = tuple[date | None, date | None]


def read_days(text: str, today: date) -> Days | None:
    """The first and last day that `text` means, None for an open end; None for no date at all."""
    said = " ".join(text.lower().replace("_", " ").split())
    for gap in ("..", "…"):
        if gap in said:
            start, end = said.split(gap, 1)
            return _range(start, end, today)
    if " to " in said:
        start, end = said.split(" to ", 1)
        return _range(start, end, today)
    return _one(said, today)


def _range(start: str, end: str, today: date) -> Days | None:
    first = _one(start.strip(), today) if start.strip() else (None, None)
    last = _one(end.strip(), today) if end.strip() else (None, None)
    if first is None or last is None or (not start.strip() and not end.strip()):
        return None
    return first[0], last[1]


def _one(said: str, today: date) -> Days | None:
    if _ISO.match(said):
        try:
            found = PartialDate.from_iso(said)
        except ValueError:
            return None
        return found.first, found.last
    return _relative(said, today) or _month(said)


def _month(said: str) -> Days | None:
    named = _NAMED_MONTH.match(said)
    if not named:
        return None
    for number, name in enumerate(_MONTHS.split(), 1):
        if name.startswith(named.group(1)):
            try:
                found = PartialDate.month(int(named.group(2)), number)
            except ValueError:
                return None
            return found.first, found.last
    return None


def _relative(said: str, today: date) -> Days | None:
    monday = today - timedelta(days=today.weekday())
    before = today.replace(day=1) - timedelta(days=1)
    match said:
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "this week":
            return monday, monday + timedelta(days=6)
        case "last week":
            return monday - timedelta(days=7), monday - timedelta(days=1)
        case "this month":
            month = PartialDate.month(today.year, today.month)
            return month.first, month.last
        case "last month":
            return before.replace(day=1), before
        case "this year":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case "last year":
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    return _ago(said, today)


def _ago(said: str, today: date) -> Days | None:
    found = _AGO.match(said)
    if not found:
        return None
    count, unit, ago = int(found.group(1)), found.group(2), found.group(3)
    if unit == "year" and ago:
        year = today.year - count
        return (date(year, 1, 1), date(year, 12, 31)) if year > 0 else None
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    if days >= today.toordinal():
        return None
    start = today - timedelta(days=days)
    return (start, start) if ago and unit == "day" else (start, today)
