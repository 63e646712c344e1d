"""What an article tells about the day it was published, clue by clue, the surest first."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.spans import Span
from app.resolution.counted_clues import counted_after, named
from app.resolution.counted_from_days import counted_from_day, days_counted_from
from app.resolution.day_set import Clue, DaySet
from app.resolution.known_events import KnownEvents, known_events
from app.resolution.reasons import quoted
from app.resolution.relative_dates import in_years, meaning
from app.resolution.sentences import direction_of, points_ahead, sentences_of
from app.resolution.tenures import Tenures, tenures_of
from app.resolution.to_come import is_to_come

_YEARS = range(1900, 2100)
_YEAR = timedelta(days=365)
_WEEK = timedelta(days=6)  # how long a weekday alone can name a day
_BESIDE_LINE = timedelta(days=14)  # a day so near to that of the dateline is of its time
_LEAD = 2  # paragraphs in which a report tells its news
_NEAR = 30  # characters beside the name of an event that tell whether it is over
_PLANNED_NEAR = 60  # characters before a date in which it is called planned
_PLANNED = re.compile(r"\b(?:scheduled|planned|due|upcoming|forthcoming|set for|slated)\b")
#: Types of events that do not come again under the same name, as elections do.
_ONCE = frozenset(
    {"summit", "ministerial", "treaty", "resolution", "death", "attack", "accident", "speech"}
)
_TO_COME = re.compile(r"\b(?:upcoming|forthcoming|scheduled|planned|next|due|coming)\b")
_OVER = re.compile(
    r"\b(?:after|since|following|during|decisions? of|results? of|agreed (?:at|in)|in the wake of)"
    r" (?:the |its |a )?(?:\w+ ){0,2}$"
)
_NOT_PAST = r"(?!was\b|were\b|had\b)"
#: "We have time until", "the treaty runs until": what goes on is told before it ends.
_RUNS_UNTIL = re.compile(
    r"\b(?:ha(?:s|ve) (?:\w+ ){0,2}(?:time|months|weeks|days|a chance)|will|can|must|runs?|lasts?"
    r"|remains?|stays?|(?:is|are) (?:valid|due)) "
    rf"(?:{_NOT_PAST}(?!\w+ed\b)[\w’'-]+ ){{0,6}}?until (?:{_NOT_PAST}[\w’'-]+ ){{0,6}}$"
)
_BESIDE = 90  # characters between words that count years and the event they count from
_QUOTES = re.compile(r"[\"“”„«»]")
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}  # month


def clues_in(article: ParsedArticle, gazetteer: Gazetteer) -> list[Clue]:
    """All clues to the day of publication, those that cannot well mislead first."""
    text = article.text
    sentences = list(sentences_of(text, article.paragraphs))
    dates = [(s, w) for s in sentences for w in find_date_words(text, s)]
    events = known_events(gazetteer)
    mentions = [(s, e, phrase) for s in sentences for e, phrase in events.named_in(s.of(text))]
    return [
        *_explicit_dates(text, dates),
        *_tenures(text, sentences, tenures_of(gazetteer)),
        *_weekdays_with_days(text, dates, dateline_day(article)),
        *_counted_from_events(text, dates, events),
        # Who counts from the later of two events is later, and looks back when counting from both.
        *sorted(counted_after(article, sentences, events), key=lambda c: c.days.last, reverse=True),
        *days_counted_from(text, list(sentences_of(text, article.paragraphs[:_LEAD]))),
        *_known_events(text, mentions),
        *_seasons(text, dates),
        *_days_of_known_events(text, dates, events),
    ]


def _explicit_dates(text: str, dates: list[tuple[Span, DateWords]]) -> Iterator[Clue]:
    """What is over was before the article; what is planned is after it."""
    for sentence, words in dates:
        if words.year is None or (meant := meaning(words, None, future=False)) is None:
            continue
        around = Span(
            max(sentence.start, words.span.start - _PLANNED_NEAR),
            min(sentence.end, words.span.end + _NEAR),
        )
        planned = _PLANNED.search(around.of(text))
        fixed = is_to_come(text, sentence, words.span)  # "the fair opens on 12 June 2012"
        direction = 1 if fixed else direction_of(text, sentence, words.span)
        counted = counted_from_day(text, sentence)
        if counted is not None and counted.day.span == words.span:
            direction = -1  # "a day after the vote on 1 May 2013, she said it would stay"
        if direction == -1 and not planned:
            close = words.form in (DateForm.DAY, DateForm.MONTH)
            yield Clue(DaySet.between(meant.first), f'"{words.words}" is past', recent=close)
        elif planned and words.form is DateForm.YEAR:
            # Of the year that runs a reporter says "this year".
            last = date(meant.first.year - 1, 12, 31) if meant.first.year > 1 else None
            reason = f'"{words.words}" is still to come and not called this year'
            yield Clue(DaySet.between(None, last), reason)
        elif planned or (direction == 1 and _is_told_by_reporter(text, sentence, words)):
            close = words.form in (DateForm.DAY, DateForm.MONTH)
            reason = f'"{words.words}" is still to come'
            yield Clue(DaySet.between(None, meant.last), reason, soon=close)
        elif words.form in (DateForm.DAY, DateForm.MONTH) and _runs_until(text, sentence, words):
            reason = f'"{words.words}", until when something runs, is still to come'
            yield Clue(DaySet.between(None, meant.last), reason, soon=True)


def _runs_until(text: str, sentence: Span, words: DateWords) -> bool:
    """Whether something is told to go on until a date: "we have time until November 2013"."""
    before = text[sentence.start : words.span.start]
    return _RUNS_UNTIL.search(before) is not None


def _is_told_by_reporter(text: str, sentence: Span, words: DateWords) -> bool:
    """Whether a day to come stands in the reporter's own words, alone: "will end on 1 May 2013"."""
    told = sentence.of(text)
    alone = sum(found.year is not None for found in find_date_words(text, sentence)) == 1
    return words.form is DateForm.DAY and alone and not _QUOTES.search(told)


def _tenures(text: str, sentences: list[Span], tenures: Tenures) -> Iterator[Clue]:
    for sentence in sentences:
        if any(
            w.year or w.form in (DateForm.AGO, DateForm.COUNTED)
            for w in find_date_words(text, sentence)
        ):
            continue  # the office of another time
        for held in tenures.printed_in(sentence.of(text)):
            yield Clue(held.days, held.reason, weak_end=True)


def _known_events(text: str, mentions: list[tuple[Span, KnownEvent, Span]]) -> Iterator[Clue]:
    """ "After the Lisbon summit" was written after it, "the upcoming Chicago summit" before it."""
    for sentence, event, phrase in mentions:
        if event.date is None or event.type not in _ONCE:
            continue
        words = Span(sentence.start + phrase.start, sentence.start + phrase.end)
        before = text[max(sentence.start, words.start - _NEAR) : words.start]
        around = before + text[words.end : min(sentence.end, words.end + _NEAR)]
        if _TO_COME.search(around):
            days, when = DaySet.between(None, event.date.last), "is still to come"
        elif _OVER.search(before):
            days, when = DaySet.between(event.date.first), "is past"
        else:
            continue
        yield Clue(days, f'"{words.of(text)}" ({event.date.iso or event.date.first}) {when}')


def dateline_day(article: ParsedArticle) -> DateWords | None:
    """The words for the day of the dateline; None where it names none."""
    words = article.dateline and article.dateline.date_words
    found = next(find_date_words(words), None) if words else None
    return found if found is not None and found.form is DateForm.DAY else None


def _weekdays_with_days(
    text: str, dates: list[tuple[Span, DateWords]], line: DateWords | None
) -> Iterator[Clue]:
    """ "Saturday, August 13": only in some years is that a Saturday.

    Near the day of the dateline `line` it is of the same days, ahead or past.
    """
    for sentence, words in dates:
        if words.form is not DateForm.DAY or words.year or words.weekday is None:
            continue
        ahead = points_ahead(text, sentence, words.span)
        days = in_years(words, _YEARS)
        span = [(d.first - _YEAR, d.first) if ahead else (d.first, d.first + _YEAR) for d in days]
        if line is not None:
            span = [_around(d.first, line, left) for d, left in zip(days, span, strict=True)]
        near = [d.first.year for d in in_years(words, range(1990, 2030))]
        years = ", ".join(map(str, near))
        yield Clue(DaySet.of(span), f'"{words.words}" fits the calendar of {years} only')


def _around(day: date, line: DateWords, left: tuple[date, date]) -> tuple[date, date]:
    """The days near a day where the dateline's own falls among these, else those `left`."""
    first, last = day - _BESIDE_LINE, day + _BESIDE_LINE
    near = (d.first for d in in_years(line, range(first.year, last.year + 1)))
    return (first, last) if any(first <= one <= last for one in near) else left


def _counted_from_events(
    text: str, dates: list[tuple[Span, DateWords]], events: KnownEvents
) -> Iterator[Clue]:
    """ "One year ago in Lisbon", "a year after the Lisbon summit", "last November … in Lisbon"."""
    for sentence, words in dates:
        counted = words.form is DateForm.AGO and words.unit == "year"
        last = words.form is DateForm.MONTH and words.direction == -1
        if not (counted or last):
            continue
        around = Span(
            max(sentence.start, words.span.start - _BESIDE),
            min(sentence.end, words.span.end + _BESIDE),
        ).of(text)
        found = [
            (event, interval)
            for event in events.placed_in(around)
            if event.date
            for interval in _counted(words, event.date.first)
        ]
        if found:
            names = " or ".join(dict.fromkeys(named(event) for event, _ in found))
            reason = f'"{words.words}" counts from {names}'
            yield Clue(DaySet.of(i for _, i in found), reason)


def _counted(words: DateWords, event: date) -> Iterator[tuple[date, date]]:
    if words.form is DateForm.AGO:
        # "Two years ago" counts calendar years: it is said in the second year after.
        year = event.year + (words.amount or 0)
        yield date(year, 1, 1), date(year, 12, 31)
    elif event.month == words.month:
        # "Last November" is said from the month after it until the next one.
        yield event + timedelta(days=1), date(event.year + 1, event.month, 28)


def _seasons(text: str, dates: list[tuple[Span, DateWords]]) -> Iterator[Clue]:
    """What is to come "this spring" is told before the spring is over, in the same year."""
    for sentence, words in dates:
        if words.form is not DateForm.SEASON or words.year or words.direction != 0:
            continue
        if words.season and words.season != "winter" and _is_told_ahead(text, sentence, words):
            month = _SEASON_ENDS[words.season]
            days = DaySet.of((date(y, 1, 1), date(y, month, 30)) for y in _YEARS)
            yield Clue(days, f'"{words.words}" is still to come')


def _is_told_ahead(text: str, sentence: Span, words: DateWords) -> bool:
    before = text[sentence.start : words.span.start]
    return points_ahead(text, sentence, words.span) or bool(
        re.search(r"\b(?:agreed|agree|invited|promised|pledged) (?:to|for)\b|\bnext\b", before)
    )


def _days_of_known_events(
    text: str, dates: list[tuple[Span, DateWords]], events: KnownEvents
) -> Iterator[Clue]:
    """ "At a ministerial meeting in Brussels on Thursday": known meetings there on a Thursday."""
    for sentence, words in dates:
        if words.form is not DateForm.WEEKDAY or points_ahead(text, sentence, words.span):
            continue
        days = [
            (event.date.last, event.date.last + _WEEK)
            for event in events.of_kind_in(sentence.of(text))
            if event.date and event.date.last.weekday() == words.weekday
        ]
        if days:
            held = " and ".join(sorted((last - _WEEK).isoformat() for _, last in days))
            many = (
                "a meeting is known there on" if len(days) == 1 else "meetings are known there on"
            )
            start = max(sentence.start, words.span.end - 2 * _NEAR)
            start += len(text[start : words.span.start].partition(" ")[0]) + 1
            reason = f"{quoted(text[start : words.span.end], 2 * _NEAR)}: {many} {held}"
            yield Clue(DaySet.of(days), reason, choices=tuple(days))
