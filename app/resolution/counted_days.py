"""The day of words told as said some days after or before a day that the text names above them."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, DatePrecision, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.date_clauses import RELATIVE_CLAUSE
from app.resolution.dated_things import OF_OTHER, counts_from_event, is_title
from app.resolution.frames import Frame
from app.resolution.occasions import Circumstances
from app.resolution.own_days import is_plausible, words_of_saying
from app.resolution.reasons import in_words
from app.resolution.relative_dates import counted, meaning
from app.resolution.sentences import points_ahead, sentences_of
from app.resolution.turns import DAYS, Outside, is_of_a_vote

_FIRST_QUOTED = re.compile(r'"[^"]+"')
_BACK = 3  # paragraphs above in which the day may stand
#: Dates from which years, or months and years, can be counted besides days.
_WIDER = {"month": {DateForm.MONTH}, "year": {DateForm.MONTH, DateForm.YEAR}}


def is_counted(text: str, frame: Frame) -> bool:
    """Whether a sentence tells its day by counting from another: "two days later she said"."""
    words = words_of_saying(text, frame)
    return words is not None and words.form is DateForm.COUNTED


def day_counted(
    article: ParsedArticle,
    frame: Frame,
    published: DateFinding,
    outside: Outside,
    before: Sequence[Circumstances],
) -> DateFinding | None:
    """The day that "two days later" or "the same day" comes to, by the day told before it.

    `before` are the circumstances of the words above, whose days may have been counted as well:
    "later" goes on from these, "earlier" goes back from a day that is named.
    """
    words = words_of_saying(article.text, frame)
    if words is None or words.form is not DateForm.COUNTED or frame.paragraph < 0:
        return None
    if words.amount is None or counts_from_event(article.text, words):
        return None
    told = _last_named(article, frame, published, outside, words)
    if told is None or words.amount >= 0:
        told = _last_said(before, frame, told.start if told else -1) or told
    if told is None or published.date is None:
        return None
    day = _shifted(told.date, words)
    if day is None or day.first > published.date.last:
        return None
    if day.last > published.date.last:
        day = PartialDate.between(day.first, published.date.last, DatePrecision.RANGE)
    start = told.date.iso or in_words(told.date)
    reason = f'"{words.words}", counted from {start}, told before as {told.words}'
    return DateFinding(day, DateBasis.INFERRED, reason)


class _Told(NamedTuple):
    """A day told, the words for it, and where these stand."""

    start: int
    date: PartialDate
    words: str


def _last_said(before: Sequence[Circumstances], frame: Frame, start: int) -> _Told | None:
    """The day of the nearest words above that tell theirs themselves, if it is told behind `start`.

    Words that are told not of their own day stand between and change nothing.
    """
    for one in reversed(before):
        if one.frame.paragraph < frame.paragraph - _BACK or one.frame.anchor <= start:
            return None
        date = one.said_on.date
        if one.own and date is not None and date.first == date.last:
            said = _FIRST_QUOTED.search(one.said_on.reason)
            return _Told(one.frame.anchor, date, said.group() if said else "said before")
    return None


def _shifted(date: PartialDate, words: DateWords) -> PartialDate | None:
    """The date that words count from another, as exact as both allow."""
    if words.unit == "weekday":
        return _weekday(date, words.weekday or 0, words.amount or 0)
    try:
        return counted(date.first, words.unit, words.amount or 0)
    except (ValueError, OverflowError):
        return None


def _weekday(date: PartialDate, weekday: int, amount: int) -> PartialDate:
    """The next such weekday after a day, or the last before it."""
    ahead = (weekday - date.first.weekday()) % 7 or 7
    back = (date.first.weekday() - weekday) % 7 or 7
    found = date.first + timedelta(days=ahead if amount > 0 else -back)
    return PartialDate.day(found.year, found.month, found.day)


def _last_named(
    article: ParsedArticle,
    frame: Frame,
    published: DateFinding,
    outside: Outside,
    words: DateWords,
) -> _Told | None:
    """The last day that the reporter's own words name as past before the words of a date."""
    if published.date is None:
        return None
    forms = DAYS | _WIDER.get(words.unit or "", set())
    above = article.paragraphs[max(0, frame.paragraph - _BACK) : frame.paragraph + 1]
    for sentence in reversed(list(sentences_of(article.text, above))):
        if sentence.start > words.span.start:
            continue
        part = Span(sentence.start, min(sentence.end, words.span.start))
        for named in reversed(list(find_date_words(article.text, part))):
            if named.form not in forms or not _is_told(article.text, part, named, outside):
                continue
            date = meaning(named, published.date, future=False)
            if date is not None and is_plausible(named, date, published.date):
                return _Told(named.span.start, date, f'"{named.words}"')
    return None


def _is_told(text: str, sentence: Span, words: DateWords, outside: Outside) -> bool:
    """Whether the reporter's own words tell that something happened on a day."""
    before = text[sentence.start : words.span.start]
    if not outside.holds(words.span) or is_title(text, words) or is_of_a_vote(text, words.span):
        return False
    if OF_OTHER.search(before) or RELATIVE_CLAUSE.search(before):
        return False
    # "Attacked the plan on March 3": only of a weekday does the sentence tell which is meant.
    return words.form is not DateForm.WEEKDAY or not points_ahead(text, sentence, words.span)
