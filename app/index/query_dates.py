"""Days and ranges as readers type them: 2011, 2011-07..2011-12, "last year", since 16 July 2016.

Documented are years, months and days in ISO 8601, two of them with two dots between, and spans
counted from today; everything else that is plainly a date is read too, and told to the reader.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.dates import PartialDate

_ENDED = r"[.,;:!?]{0,9}(?=[\s()\"“”„«»‟]|$)"
_GAP = r"[\s_-]{1,9}"
_UNIT = r"(?:day|week|month|year)s?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBERS = r"\d{4}(?:-\d{1,2}){0,2}"
_COUNTED = (
    rf"(?:(?:last|this|past){_GAP}(?:\d{{1,4}}{_GAP})?{_UNIT}"
    rf"|\d{{1,4}}{_GAP}{_UNIT}(?:{_GAP}ago)?|today|yesterday)"
)
_DAY = (
    rf"(?:\d{{4}}(?:[-/.]\d{{1,2}}){{0,2}}|(?:{_ORDINAL}{_GAP})?{_MONTH},?{_GAP}\d{{4}}"
    rf"|{_MONTH}{_GAP}{_ORDINAL},?{_GAP}\d{{4}}|{_COUNTED})(?!\w)"
)
_MARK = r"(?:\.{2,9}|…|[-–—])"
_BETWEEN = rf"(?:{_MARK}|\s{{1,9}}(?:{_MARK}|to|till|until|through)\s{{1,9}})"

#: How ranges are typed, each with what its two ends are called; the first that fits is meant.
_SHAPES = tuple(
    re.compile(rf"\s{{0,9}}{shape}{_ENDED}", re.IGNORECASE)
    for shape in (
        rf"(?:from{_GAP})?(?P<start>{_DAY}){_BETWEEN}(?P<end>{_DAY})",
        rf"between{_GAP}(?P<start>{_DAY}){_GAP}and{_GAP}(?P<end>{_DAY})",
        rf"(?:since|from){_GAP}(?P<start>{_DAY})",
        rf"after{_GAP}(?P<before>{_DAY})",
        rf"(?:until|till|by|up{_GAP}to){_GAP}(?P<end>{_DAY})",
        rf"before{_GAP}(?P<after>{_DAY})",
        rf"(?P<start>{_DAY}){_MARK}",
        rf"(?:\.{{2,9}}|…)(?P<end>{_DAY})",
        rf"(?:(?:in|on|during){_GAP})?(?P<one>{_DAY})",
    )
)
_DOCUMENTED = re.compile(
    rf"(?:{_NUMBERS})?(?:\.\.)?(?:{_NUMBERS})?|{_COUNTED.replace(_GAP, ' ')}", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")
_AGO = re.compile(r"(?:last|past)?\s*(\d{1,4})\s+(day|week|month|year)s?(\s+ago)?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ONE_DAY = timedelta(days=1)

Days = tuple[date | None, date | None]


class DaysRead(NamedTuple):
    """The first and last day meant, None for an open end, and how they were typed.

    `turned` where the last stood before the first; `documented` where the language says so.
    """

    first: date | None
    last: date | None
    turned: bool = False
    documented: bool = True


def dated_until(text: str, at: int) -> int | None:
    """Where the date or range that stands in `text` from `at` on ends, None where none does."""
    found = _shape(text, at)
    return found.end() if found else None


def read_days(text: str, today: date) -> DaysRead | None:
    """The days that the whole of `text` means, None for no date at all."""
    found = _shape(text, 0)
    if not found or found.end() != len(text.rstrip()):
        return None
    ends = {name: _one(said, today) for name, said in found.groupdict().items() if said}
    if None in ends.values():
        return None
    days = _between({name: end for name, end in ends.items() if end})
    if days is None:
        return None
    first, last, turned = days
    return DaysRead(first, last, turned, bool(_DOCUMENTED.fullmatch(text)))


def written_days(first: date | None, last: date | None) -> str:
    """Days as the language documents them: "2016-07", "2016-07-05..2016-08-01", "2016-07-05.."."""
    if first and last:
        for whole in (PartialDate.year(first.year), PartialDate.month(first.year, first.month)):
            if (whole.first, whole.last) == (first, last):
                return whole.iso or ""
        if first == last:
            return first.isoformat()
    return f"{first or ''}..{last or ''}"


def told_days(first: date | None, last: date | None) -> str:
    """Days in words, for a note: "from 2015-01-01 on", "2016-07", "2016-07-05 to 2016-08-01"."""
    if first and last:
        return written_days(first, last).replace("..", " to ")
    return f"from {first} on" if first else f"until {last}"


def _shape(text: str, at: int) -> re.Match[str] | None:
    return next((found for shape in _SHAPES if (found := shape.match(text, at))), None)


def _between(ends: dict[str, tuple[date, date]]) -> tuple[date | None, date | None, bool] | None:
    """The days from one end to the other, and whether the ends were exchanged."""
    match ends:
        case {"start": start, "end": end} if start[0] > end[1]:
            return end[0], start[1], True
        case {"start": start, "end": end}:
            return start[0], end[1], False
        case {"start": start}:
            return start[0], None, False
        case {"end": end}:
            return None, end[1], False
        case {"before": before}:
            return (before[1] + _ONE_DAY, None, False) if before[1] < date.max else None
        case {"after": after}:
            return (None, after[0] - _ONE_DAY, False) if after[0] > date.min else None
    return (*ends["one"], False)


def _one(typed: str, today: date) -> tuple[date, date] | None:
    numbered = re.sub(r"(?<=\d)[/.](?=\d)", "-", typed)
    try:
        if _NUMBERED.match(numbered):
            found = PartialDate.from_iso(numbered)
            return found.first, found.last
        said = " ".join(re.split(r"[\s_,.-]+", typed.lower().strip()))
        return _relative(said, today) or _named(said)
    except ValueError:
        return None


def _named(said: str) -> tuple[date, date] | None:
    """A month by its name, perhaps with a day. Raises ValueError where the calendar has none."""
    words = said.split()
    names = [word for word in words if word[:3] in _MONTHS]
    if len(names) != 1:
        return None
    month, year = _MONTHS.index(names[0][:3]) + 1, int(words[-1])
    days = [int(word.rstrip("stndrh")) for word in words[:-1] if word[0].isdigit()]
    found = PartialDate.day(year, month, days[0]) if days else PartialDate.month(year, month)
    return found.first, found.last


def _relative(said: str, today: date) -> tuple[date, date] | None:
    monday = today - timedelta(days=today.weekday())
    before = today.replace(day=1) - _ONE_DAY
    match said:
        case "today":
            return today, today
        case "yesterday":
            return today - _ONE_DAY, today - _ONE_DAY
        case "this week":
            return monday, monday + timedelta(days=6)
        case "last week":
            return monday - timedelta(days=7), monday - _ONE_DAY
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


def _ago(said: str, today: date) -> tuple[date, date] | None:
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
