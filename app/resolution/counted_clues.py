"""Days of publication counted from events: "two weeks after the Lisbon summit, Ruiz said"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.domain.date_words import find_date_words
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import KnownEvent
from app.domain.spans import Span
from app.resolution.day_set import A_FEW_DAYS, NUMBERS, Clue, DaySet
from app.resolution.known_events import KnownEvents
from app.resolution.reasons import quoted
from app.resolution.relative_dates import counted

_COUNTED = re.compile(
    r"\b(?:(?P<less>less than|within|under|not (?:even )?)|(?P<more>more than|over))? ?"
    rf"\b(?P<number>{'|'.join(NUMBERS)}|\d{{1,3}}) (?P<unit>day|week|month|year)s? "
    r"(?:after|since|from|following)\b",
    re.IGNORECASE,
)
#: What may stand before the count where a sentence tells by it when it is itself: its head, or
#: the verb that tells the news.
_OF_NOW = re.compile(
    r"(?:[^a-z]*|.*\b(?:said|spoke|announced|arrived|met|signed|voted)(?: (?:in|at) [A-ZÀ-Þ]\w+)?"
    r"(?: on [A-Z][a-z]+day)?,?) ?(?:(?:[Jj]ust|[Oo]nly|[Bb]arely|[Aa]bout|[Aa]lmost|[Nn]early"
    r"|[Ss]ome) ?)?",
    re.DOTALL,
)
_LEAD = 2  # paragraphs in which a report tells its news
_PHRASE = 80  # characters behind the count in which its event is named
_OWN_YEAR = 45  # characters behind the count: "a day after the 2010 Lisbon summit"
_ROUND_A_YEAR = timedelta(days=120)
_YEAR = timedelta(days=365)


def named(event: KnownEvent) -> str:
    """An event with its day, which its name may already hold the year of."""
    return f"{event.name} ({event.date.iso or event.date.first})" if event.date else event.name


def counted_after(
    article: ParsedArticle, sentences: Sequence[Span], events: KnownEvents
) -> Iterator[Clue]:
    """ "A year after the Lisbon summit", "a week after the summit in Minsk".

    Years count wherever they stand, for nobody looks back so on what is long over; days, weeks
    and months only where the sentence tells by them when its own news is.
    """
    text = article.text
    lead = article.paragraphs[min(_LEAD, len(article.paragraphs)) - 1].end
    for sentence in sentences:
        # In this article's sentences: its document may hold thousands of others.
        for match in _COUNTED.finditer(text, sentence.start, sentence.end):
            years = match["unit"].lower() == "year"
            now = match.start() < lead and _is_of_now(article, sentence, match)
            if not (now or years):
                continue
            phrase = text[match.end() : min(sentence.end, match.end() + _PHRASE)]
            phrase = re.split(r"\." if years else r"[.,;:“\"]", phrase, maxsplit=1)[0]
            if clue := _clue(text, match, phrase, _meant(phrase, events, now=now)):
                yield clue


def _is_of_now(article: ParsedArticle, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a count tells when its sentence is, and no year stands there but the event's own."""
    line = article.dateline.span.end if article.dateline else 0
    before = article.text[max(sentence.start, line) : match.start()]
    years = (w.span.start for w in find_date_words(article.text, sentence) if w.year is not None)
    other = any(not match.end() <= at <= match.end() + _OWN_YEAR for at in years)
    return _OF_NOW.fullmatch(before) is not None and not other


def _meant(phrase: str, events: KnownEvents, *, now: bool) -> list[KnownEvent]:
    """The events with a date that may be counted from; by name alone only in news of now."""
    found = events.placed_in(phrase)
    if now:
        found += [event for event, _ in events.named_in(phrase)]
    return [event for event in {id(event): event for event in found}.values() if event.date]


def _clue(
    text: str, match: re.Match[str], phrase: str, events: Sequence[KnownEvent]
) -> Clue | None:
    number = match["number"].lower()
    amount = NUMBERS.get(number) or int(number) if number != "0" else 0
    days: list[tuple[date, date]] = []
    for event in events:
        if event.date is not None:
            first, last = event.date.first, event.date.last
            days += _days(first, last, match["unit"].lower(), amount, match)
    if not days:
        return None
    meant = " or ".join(dict.fromkeys(named(event) for event in events))
    words = quoted(text[match.start() : match.end()].lstrip() + phrase, 45)
    begun = min(event.date.first for event in events if event.date)
    return Clue(DaySet.of(days), f"{words} counts from {meant}", at_least=DaySet.between(begun))


def _days(
    first: date, last: date, unit: str, amount: int, match: re.Match[str]
) -> Iterator[tuple[date, date]]:
    """The days that lie some time after an event of `first` to `last`, as exact as told."""
    try:
        if unit == "year":
            then = first + amount * _YEAR
            yield then - _ROUND_A_YEAR, then + _ROUND_A_YEAR
        elif match["less"]:
            yield first, counted(last, unit, amount).last
        elif match["more"]:
            yield counted(last, unit, amount).first, counted(last, unit, 2 * amount).last
        else:
            # What is known to a few days ends before one counts from it; of a month any day may.
            start = last if last - first <= A_FEW_DAYS else first
            yield counted(start, unit, amount).first, counted(last, unit, amount).last
    except (OverflowError, ValueError):
        return
