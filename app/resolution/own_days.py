"""What the sentence around a quotation itself tells of the day."""

import re
from datetime import timedelta

from app.domain.conflicts import weekday_against
from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, DatePrecision, PartialDate
from app.domain.spans import Span
from app.resolution.date_clauses import AT_THE_HEAD, dates_the_saying
from app.resolution.dated_things import CALENDAR, counts_from_event
from app.resolution.day_set import NUMBERS
from app.resolution.frames import Frame
from app.resolution.own_years import YEAR_AT_THE_HEAD
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning

_FARTHEST = 130  # characters between a cue and the date of the words
_SINCE_A_DAY = re.compile(r"\W*Since (?:last )?(?=[A-Z\d])")
_IN_THE_PAST = re.compile(
    r"\W*(?:In|Over|During|Within) the (?:past|last) (?:(?P<number>\d{1,2}|two|three|four|five|six"
    r"|seven|ten) )?(?P<unit>hour|day|week|month)s?,? (?!since\b)",
    re.IGNORECASE,
)
_UNITS = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=31),
}
_AFTER = re.compile(r"\W*(?:After|Following|Since) [^,;]*$")
_MET = re.compile(
    r"\b(?:meetings?|talks|summit|debate|speech|hearing|rally|briefing|interview|session|lunch"
    r"|dinner|conference|forum|visit|tour|ceremony|met|meeting|speaking|visiting|attending)\b"
)
_A_MONTH = timedelta(days=31)
_HALF_A_YEAR = timedelta(days=300)  # a month further back is given with its year, or "last"


def words_of_saying(text: str, frame: Frame) -> DateWords | None:
    """The words of a date, nearest to the cue, that say when the words were said.

    "On Thursday, a day after the vote, Ruiz said": a day beats what counts from an event.
    """
    near: list[tuple[bool, int, DateWords]] = []
    for piece in frame.outside:
        for words in find_date_words(text, piece):
            # What follows the words said stands as near to their cue as if they were not there.
            beside = max(frame.anchor, piece.start if piece.start > frame.cue_end else 0)
            distance = max(words.span.start - beside, frame.anchor - words.span.end, 0)
            head = AT_THE_HEAD.fullmatch(
                text, frame.sentence.start, words.span.start
            ) or YEAR_AT_THE_HEAD.fullmatch(text, frame.sentence.start, words.span.start)
            if (distance <= _FARTHEST or head) and dates_the_saying(text, frame, piece, words):
                near.append((counts_from_event(text, words), distance, words))
    return min(near, key=lambda found: found[:2])[2] if near else None


def own_date(text: str, frame: Frame, published: DateFinding) -> DateFinding | None:
    """The day on which the words were said, by the sentence that tells of them.

    None where it names no day; a finding without a date where the day cannot be worked out.
    """
    words = words_of_saying(text, frame)
    if words is None:
        return _up_to_now(text, frame, published)
    date = meaning(words, published.date, future=False)
    if date and published.date and not is_plausible(words, date, published.date):
        return None
    if date is None:
        unknown = "in an article whose date is not known"
        tells = "which is no day of the calendar by itself" if published.date else unknown
        reason = f'said "{words.words}", {tells}'
        return DateFinding(None, DateBasis.UNKNOWN, reason)
    if words.year:
        return DateFinding(date, DateBasis.STATED, f'"{words.words}"{weekday_against(words, date)}')
    if (since := _since(text, frame, words, date, published.date)) is not None:
        reason = f'after "{words.words}" in an article {published_when(published)}, between these'
        return DateFinding(since, DateBasis.INFERRED, reason)
    stated = published.basis is DateBasis.STATED
    basis = DateBasis.STATED if stated else DateBasis.INFERRED
    reason = f'"{words.words}" in an article {published_when(published)}'
    return DateFinding(date, basis, reason)


def _up_to_now(text: str, frame: Frame, published: DateFinding) -> DateFinding | None:
    """The days up to the report in which words fell: "Since June 16, …", "In the past week"."""
    told = published.date
    if told is None or frame.paragraph < 0:
        return None
    first, words = None, ""
    if past := _IN_THE_PAST.match(text, frame.sentence.start, frame.sentence.end):
        number = past["number"] or "one"
        amount = NUMBERS.get(number.lower()) or int(number)
        first, words = told.first - amount * _UNITS[past["unit"].lower()], past.group().strip(" ,")
    elif since := _SINCE_A_DAY.match(text, frame.sentence.start, frame.sentence.end):
        found = next(find_date_words(text, Span(since.end(), frame.sentence.end)), None)
        at_head = found is not None and found.span.start == since.end()
        date = meaning(found, told, future=False) if found is not None and at_head else None
        if found is not None and date is not None and frame.anchor > found.span.end:
            first, words = date.first, text[since.start() : found.span.end].strip()
    if first is None or not timedelta(0) < told.last - first <= _A_MONTH:
        return None
    days = PartialDate.between(first, told.last, DatePrecision.RANGE)
    reason = f'"{words}" in an article {published_when(published)}, up to it'
    return DateFinding(days, DateBasis.INFERRED, reason)


def _since(
    text: str, frame: Frame, words: DateWords, date: PartialDate, published: PartialDate | None
) -> PartialDate | None:
    """The days since what befell on a day, where words were said after it.

    "After the end of the talks on March 6, she asked for more": on that day or later. After a
    meeting "on Tuesday" people speak on its day.
    """
    lead = text[frame.sentence.start : words.span.start]
    after = _AFTER.match(lead) and text.startswith(",", words.span.end)
    if not after or published is None or words.form is not DateForm.DAY or _MET.search(lead):
        return None
    if date.first != date.last or not timedelta(0) < published.last - date.first <= _A_MONTH:
        return None
    return PartialDate.between(date.first, published.last, DatePrecision.RANGE)


def is_plausible(words: DateWords, date: PartialDate, published: PartialDate) -> bool:
    """Whether words can have been said then: before the report, and not long before unless said."""
    if date.first > published.last:
        return False
    open_year = words.form in CALENDAR and words.year is None and words.direction is None
    return not open_year or published.first - date.last <= _HALF_A_YEAR
