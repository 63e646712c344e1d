"""Times counted from something whose day is told with it: "a day after the vote of 31 August"."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.spans import Span
from app.resolution.day_set import NUMBERS, Clue, DaySet
from app.resolution.frames import Frame
from app.resolution.relative_dates import counted, meaning

_COUNT = re.compile(
    rf"(?P<number>{'|'.join(NUMBERS)}|\d{{1,2}}) (?P<unit>day|week|month)s? "
    r"(?P<side>after|following|before) ",
    re.IGNORECASE,
)
#: What stands before a count that tells when its sentence is: its head, or that of its clause.
_HEAD = re.compile(r"\W*(?:(?:Just|Only|Barely|But|And) ){0,2}", re.IGNORECASE)
#: From the count to the day: one thing told, no other clause.
_OF_IT = re.compile(r"[^,;:“”\"]{2,90} (?:(?:late|early) )?")
_A_CLAUSE = re.compile(r"\b(?:who|which|that|when|where|said|told|and|but)\b")
_FORMS = frozenset({DateForm.DAY, DateForm.WEEKDAY})
_A_WEEK = timedelta(days=6)  # from words to the report of them
_A_YEAR = timedelta(days=300)  # a day further back is given with its year


class _Count(NamedTuple):
    """A count at the head of a sentence, and the day told in it from which it counts."""

    words: str
    unit: str
    amount: int
    day: DateWords


def counted_from_day(text: str, sentence: Span) -> _Count | None:
    """The count from a day told with it at the head of a sentence, closed by a comma."""
    head = _HEAD.match(text, sentence.start, sentence.end)
    match = _COUNT.match(text, head.end() if head else sentence.start, sentence.end)
    if match is None:
        return None
    for day in find_date_words(text, Span(match.end(), sentence.end)):
        told = text[match.end() : day.span.start]
        if not _OF_IT.fullmatch(told) or _A_CLAUSE.search(told):
            return None
        if day.form not in _FORMS or not text.startswith(",", day.span.end):
            return None
        number = match["number"].lower()
        amount = NUMBERS.get(number) or int(number)
        sign = -1 if match["side"].lower() == "before" else 1
        return _Count(match.group().strip(), match["unit"].lower(), sign * amount, day)
    return None


def day_from_day(text: str, frame: Frame, published: DateFinding) -> DateFinding | None:
    """The day of words said so long after or before a day told at the head of their sentence."""
    found = counted_from_day(text, frame.sentence)
    if found is None or frame.anchor < found.day.span.end:
        return None
    start = meaning(found.day, published.date, future=False)
    then = _counted(found, start) if start else None
    told = published.date
    if start is None or then is None or (told and then.first > told.last):
        return None
    if told and told.first - then.last > _A_YEAR and not found.day.year:
        return None
    reason = f'"{found.words}" counts from "{found.day.words}" ({start.iso or start.first})'
    return DateFinding(then, DateBasis.INFERRED, reason)


def _counted(found: _Count, start: PartialDate) -> PartialDate | None:
    if start.first != start.last:
        return None
    try:
        return counted(start.first, found.unit, found.amount)
    except (OverflowError, ValueError):
        return None


def days_counted_from(text: str, sentences: list[Span]) -> Iterator[Clue]:
    """The days of print that "a day after the vote of 31 August 1997" leaves in a lead."""
    for sentence in sentences:
        found = counted_from_day(text, sentence)
        if found is None or found.day.year is None or found.amount < 0:
            continue
        start = meaning(found.day, None, future=False)
        then = _counted(found, start) if start else None
        if start is not None and then is not None:
            days = DaySet.between(then.first, then.last + _A_WEEK)
            reason = f'"{found.words}" counts from "{found.day.words}"'
            yield Clue(days, reason, at_least=DaySet.between(start.first))
