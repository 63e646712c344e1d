"""The days a dateline without a year leaves: "MOSCOW, October 31", and "on Monday" below it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.clues import dateline_day
from app.resolution.day_set import FIRST_DAY, Clue, DaySet
from app.resolution.relative_dates import in_years
from app.resolution.sentences import points_ahead, sentences_of

_MOST_YEARS = 12  # candidates among which a weekday may choose
_LATE_YEARS = range(1990, 2030)  # those that are named where nothing tells which is meant
_LEAD = 2  # paragraphs that tell what a dispatch is of
_A_YEAR = timedelta(days=366)
_BESIDE = timedelta(days=7)  # between two dispatches that stand in one file
#: "By Monday", "as early as Tuesday", "last Sunday": not the day of the dispatch.
_NOT_OF_TODAY = re.compile(
    r"\b(?:by|until|till|before|after|since|from|as early as|as soon as|no later than|next|last"
    r"|past|previous|following|coming|each|every)\s+(?:on )?$",
    re.IGNORECASE,
)

#: "Is ready to host the next round, she told reporters here on Thursday": that day is past.
_SAID_ON = re.compile(r"\b(?:told|said|announced|stated)(?: (?!to\b)[\w’'-]+){0,4} (?:on )?$")


def by_dateline(
    article: ParsedArticle, days: DaySet, used: Sequence[Clue]
) -> tuple[DaySet, list[str]]:
    """The days that a dateline without a year leaves, where one year remains possible.

    Among several years a weekday decides: what is "said on Monday" in a dispatch was as a rule
    said on the day of its dateline. Where only a late day is known to be past ("since March 3,
    2016"), the dispatch is of the year after it if that weekday fits; where only a near day is
    known to come ("until November 2013"), of the year before it.
    """
    found = dateline_day(article)
    ahead = min((clue for clue in used if clue.soon), key=lambda c: c.days.last, default=None)
    if found is None or not days or (days.first <= FIRST_DAY and ahead is None):
        return days, []
    reason, (words, weekdays) = f'dateline "{found.words}"', (found, _weekdays(article))
    begun = days.first > FIRST_DAY
    if begun and not days.is_open:
        candidates = _candidates(words, days)
        if len(candidates) < 2 or len(candidates) > _MOST_YEARS:
            return (DaySet.of((d, d) for d in candidates), [reason]) if candidates else (days, [])
        for told in (weekdays, _weekdays(article, _LEAD)):
            fitting = [day for day in candidates if day.weekday() in told]
            if len(fitting) == 1:
                return _only(fitting[0], reason, told[fitting[0].weekday()], " alone")
    late = max((clue for clue in used if clue.recent), key=lambda c: c.days.first, default=None)
    told = _weekdays(article, _LEAD)
    if late is not None:
        since = late.days.first
        near = _candidates(words, days & DaySet.between(since, since + _A_YEAR))
        fitting = [day for day in near if day.weekday() in told]
        if len(fitting) == 1:
            return _only(fitting[0], reason, told[fitting[0].weekday()], _first_after(late))
    if ahead is not None:
        until = ahead.days.last
        near = _candidates(words, days & DaySet.between(until - _A_YEAR, until))
        fitting = [day for day in near if day.weekday() in told]
        if len(fitting) == 1:
            return _only(fitting[0], reason, told[fitting[0].weekday()], _last_before(ahead))
    if days.is_open or not begun:
        return days, []
    return DaySet.of((d, d) for d in candidates), [reason]


def _only(day: date, reason: str, weekday: str, how: str) -> tuple[DaySet, list[str]]:
    told = f'which is a "{weekday}" in {day.year}{how}'
    return DaySet(((day, day),)), [f"{reason}, {told}"]


def _first_after(clue: Clue) -> str:
    """Which year that is: the one that begins with the day of a clue, whose words it gives."""
    return f", within a year after {clue.reason.removesuffix(' is past')}"


def _last_before(clue: Clue) -> str:
    """Which year that is: the one that ends with a day to come, by the words of its clue."""
    words = clue.reason.partition(", until")[0].removesuffix(" is still to come")
    return f", within a year before {words}"


def year_left_open(article: ParsedArticle) -> str:
    """What the dateline and a weekday below it tell of the day, where nothing tells the year.

    Empty without a day in the dateline.
    """
    found = dateline_day(article)
    if found is None:
        return ""
    days = [date_.first for date_ in in_years(found, _LATE_YEARS)]
    if found.weekday is not None:  # its own weekday fits some years, whatever was said on another
        fits, how = days, "fits the calendar of"
    else:
        told = _weekdays(article, _LEAD)
        number, weekday = next(iter(told.items())) if len(told) == 1 else (None, "")
        fits, how = [day for day in days if day.weekday() == number], f'is a "{weekday}" in'
    if not fits:
        return f'nothing tells the year of the dateline "{found.words}"'
    years = ", ".join(str(day.year) for day in fits)
    return f'the dateline "{found.words}" {how} several years ({years}), and nothing tells which'


def _candidates(words: DateWords, days: DaySet) -> list[date]:
    if not days:
        return []
    years = range(days.first.year, days.last.year + 1)
    left = DaySet.of((d.first, d.last) for d in in_years(words, years)) & days
    return [first for first, _ in left.intervals]


def _weekdays(article: ParsedArticle, paragraphs: int | None = None) -> dict[int, str]:
    """The weekdays that an article names as past, in its first paragraphs or all, by number."""
    return {
        words.weekday: words.words
        for sentence, words in _dates(article, paragraphs)
        if words.form is DateForm.WEEKDAY
        and words.weekday is not None
        and not (
            points_ahead(article.text, sentence, words.span)
            and not _SAID_ON.search(article.text, sentence.start, words.span.start)
        )
        and not _NOT_OF_TODAY.search(article.text[sentence.start : words.span.start])
    }


def _dates(article: ParsedArticle, paragraphs: int | None) -> Iterator[tuple[Span, DateWords]]:
    for sentence in sentences_of(article.text, article.paragraphs[:paragraphs]):
        for words in find_date_words(article.text, sentence):
            yield sentence, words


def days_dated(findings: Iterable[DateFinding]) -> list[date]:
    """The days on which articles of one file were published, each once, the earliest first."""
    dates = (finding.date for finding in findings)
    return sorted({date_.first for date_ in dates if date_ and date_.first == date_.last})


def beside_dated(article: ParsedArticle, days: Sequence[date]) -> DateFinding | None:
    """The day of a dispatch beside another of the same week in one file, if the weekday fits.

    "OSLO, Feb. 13" with "on Wednesday" beside a dispatch of 14 February 2013. `days` are those
    of `days_dated`.
    """
    found = dateline_day(article)
    if found is None or not days:
        return None
    told = _weekdays(article, _LEAD)
    fitting: dict[PartialDate, str] = {}
    for date_ in in_years(found, range(days[0].year - 1, days[-1].year + 2)):
        if date_.first.weekday() not in told:
            continue
        near = days[
            bisect_left(days, date_.first - _BESIDE) : bisect_right(days, date_.first + _BESIDE)
        ]
        if near:
            day = min(near, key=lambda one: abs(one - date_.first))
            fitting[date_] = (
                f'dateline "{found.words}" beside an article of {day.isoformat()} in the same '
                f'file, which is a "{told[date_.first.weekday()]}" in that year'
            )
    if len(fitting) != 1:
        return None
    ((date_, reason),) = fitting.items()
    return DateFinding(date_, DateBasis.INFERRED, reason)
