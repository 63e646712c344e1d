"""What a page states about itself: source lines, date lines, addresses, sidecar values."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from app.domain.conflicts import AGAINST, weekday_against
from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, PartialDate
from app.domain.documents import Dateline, StatedMetadata
from app.parsing.outlets import OutletNames

_SOURCE = re.compile(r"Source: ?(?P<rest>.{2,120})$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:Published|Posted|Updated|Last updated|Date|Publication date)(?: on)?:? ?)?"
    r"(?P<rest>(?:[^.!?]|(?<=[a-z])\.(?= \d)|(?<=\d)\.(?=\d)){6,60}\.?)$",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"[\s,|·•@–—-]*(?:at )?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:[A-Z]{2,4}|UTC|GMT)(?:[+-]\d{1,2})?\)?)?[\s,|.–—-]*",
    re.IGNORECASE,
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/_.-]|$)")
_ISO_TIME = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?$")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ ,T].*)?$")
_LONGEST = 60  # characters of a date
_SHOWN = 40  # characters of what is no date in a note
_YEARS = range(1700, 2101)
_BEFORE_PRINT, _AFTER_PRINT = timedelta(days=4), timedelta(days=1)
_A_CHRONICLE = timedelta(days=60)  # from the first of its days to others of which no year is told
_UPDATED = re.compile(r'the line "(?:Last )?updated', re.IGNORECASE)


class PageLine(NamedTuple):
    """What a line at the head of an article says of its publication."""

    outlet: str | None
    outlet_words: str | None
    published: DateFinding


def read_source_line(line: str, outlets: OutletNames) -> PageLine | None:
    """ "Source: Global Security Newswire Tuesday, July 5, 2011"; None for other lines."""
    match = _SOURCE.match(line)
    if match is None:
        return None
    rest = match["rest"]
    dates = [found for found in find_date_words(rest) if found.form is DateForm.DAY]
    finding = day_stated(dates[-1], f'the line "{line}"') if dates else UNKNOWN_DATE
    name = (rest[: dates[-1].span.start] if dates else rest).strip(" ,|–—-.")
    return PageLine(
        outlets.find(name) or name or None, f"Source: {name}" if name else None, finding
    )


def stated_by_dateline(dateline: Dateline | None) -> DateFinding:
    """The day a dateline prints with its year: "LISBON, 4 March 2015 (Reuters) -"."""
    words = dateline and dateline.date_words
    found = next(find_date_words(words), None) if words else None
    if found is None or found.form is not DateForm.DAY or not found.year:
        return UNKNOWN_DATE
    return day_stated(found, f'the dateline "{words}"')


def told_against(stated: DateFinding, others: Iterable[DateFinding]) -> DateFinding:
    """The day stated, with the others of the page that contradict it in its reason.

    A dispatch carries the day on which it was written, some days before print or, over the date
    line, one after.
    """
    date = stated.date
    if date is None:
        return stated
    early, late = date.first - _BEFORE_PRINT, date.last + _AFTER_PRINT
    against = "".join(
        f"{AGAINST}{other.reason}"
        for other in others
        if other.date
        and not _UPDATED.match(other.reason)
        and not (early <= other.date.last and other.date.first <= late)
    )
    return replace(stated, reason=stated.reason + against)


def day_of_dateline(dateline: Dateline | None, near: PartialDate | None) -> DateFinding:
    """The day of a dateline: with its year, or without one in the year that brings it nearest."""
    stated = stated_by_dateline(dateline)
    words = dateline and dateline.date_words
    found = next(find_date_words(words), None) if words else None
    if stated.date or near is None or found is None or found.form is not DateForm.DAY:
        return stated
    years = range(near.first.year - 1, near.first.year + 2)
    days = [day for year in years if (day := _day(year, found.month or 0, found.day or 0))]
    if not days:
        return stated
    nearest = min(days, key=lambda day: abs(day.first - near.first))
    return DateFinding(nearest, DateBasis.INFERRED, f'the dateline gives the day "{words}"')


def read_date_line(line: str) -> PageLine | None:
    """A line that is only a date with its year, "Published" or a time beside it; else None."""
    match = _DATED.match(line)
    if match is None:
        return None
    rest = match["rest"]
    found = next((d for d in find_date_words(rest) if d.form is DateForm.DAY and d.year), None)
    if found is None:
        numbers = _written_date(rest) if _NUMBERS.fullmatch(rest) else None
        stated = DateFinding(numbers, DateBasis.STATED, f'the line "{line}" states it')
        return PageLine(None, None, stated) if numbers is not None else None
    around = rest[: found.span.start], rest[found.span.end :]
    if not all(_ONLY_TIME.fullmatch(part) for part in around):
        return None
    return PageLine(None, None, day_stated(found, f'the line "{line}"'))


def later_day(line: str, since: PartialDate) -> PartialDate | None:
    """The day soon after another that a line without a year is: "Tuesday, March 7"."""
    plain = line.strip(" .:")
    words = next(find_date_words(plain), None)
    if words is None or words.form is not DateForm.DAY or words.year or words.words != plain:
        return None
    for year in (since.first.year, since.first.year + 1):
        day = _day(year, words.month or 0, words.day or 0)
        if day and timedelta(0) < day.first - since.last <= _A_CHRONICLE:
            return day if words.weekday in (None, day.first.weekday()) else None
    return None


def stated_in(metadata: StatedMetadata | None) -> DateFinding:
    """The day of publication that metadata states, by its date or else its address."""
    if metadata is None:
        return UNKNOWN_DATE
    if metadata.published and (date := _written_date(metadata.published)):
        reason = f'the metadata state "{metadata.published}"'
        return DateFinding(date, DateBasis.STATED, reason)
    if metadata.url and (match := _URL_DATE.search(metadata.url)):
        iso = "-".join(f"{int(part):02}" for part in match.groups() if part)
        if date := _iso_date(iso):
            return DateFinding(date, DateBasis.STATED, f'the address holds "{match.group()}"')
    notes = unusable(metadata)
    return DateFinding(None, DateBasis.UNKNOWN, notes[0]) if notes else UNKNOWN_DATE


def unusable(metadata: StatedMetadata | None) -> tuple[str, ...]:
    """Notes on metadata that could not be used."""
    if metadata and metadata.published and _written_date(metadata.published) is None:
        shown = metadata.published[:_SHOWN] + ("…" if len(metadata.published) > _SHOWN else "")
        why = "may be two days" if _is_two_days(metadata.published) else "is no date"
        return (f'the metadata\'s date "{shown}" {why}; write it like 2011-12-08',)
    return ()


def _written_date(words: str) -> PartialDate | None:
    """The day, month or year that a date stands for: "2011-12-08", "8 December 2011", "31/12/2011".

    None for what no calendar has and for what may be two days ("03/04/2012").
    """
    if date := _iso_date(words):
        return date
    if (match := _NUMBERS.match(words.strip())) is not None:
        first, second, year = (int(part) for part in match.groups())
        days = {_day(year, second, first), _day(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    found = [d for d in find_date_words(words[:_LONGEST]) if d.form is DateForm.DAY and d.year]
    return day_stated(found[0], "").date if len(found) == 1 else None


def _is_two_days(words: str) -> bool:
    match = _NUMBERS.match(words.strip())
    return match is not None and all(0 < int(part) <= 12 for part in match.groups()[:2])


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.day(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _iso_date(words: str) -> PartialDate | None:
    match = _ISO_TIME.match(words.strip())
    try:
        date = PartialDate.from_iso(match[1]) if match else None
    except ValueError:
        return None
    return date if date and date.first.year in _YEARS else None


def day_stated(found: DateWords, where: str) -> DateFinding:
    """The day that words with their year state, by what is said of `where` they stand."""
    if found.year is None or found.month is None or found.day is None:
        return UNKNOWN_DATE
    try:
        date = PartialDate.day(found.year, found.month, found.day)
    except ValueError:
        return UNKNOWN_DATE
    return DateFinding(date, DateBasis.STATED, f"{where} states it{weekday_against(found, date)}")
