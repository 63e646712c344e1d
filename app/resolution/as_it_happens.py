"""Reports told as things happen, hour by hour, whose words are of the day they were printed."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_words import AT_OCCASION, OCCASIONS
from app.resolution.occasions import Circumstances
from app.resolution.reasons import in_words, quoted

_CLOCK = re.compile(
    r"\W*\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|A\.?M\.?|P\.?M\.?)\W*(?:[A-Z]{2,3})?\W*"
)
_LEAST = 3  # paragraphs that are nothing but a time of day
_NEAR = 60  # characters before an occasion that say that somebody speaks at it
_SPEAKING_AT = re.compile(
    r"\b(?:using|opening|addressing|starting|ending|holding|giving) (?:\w+ ){0,3}$"
)


def date_by_clock(
    article: ParsedArticle,
    number: int,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> None:
    """Gives words below a time of day the day of the report, where they tell of no other.

    The one occasion that an entry names is that of the words of those it names with it.
    """
    if published.date is None or published.date.first != published.date.last:
        return
    clocks = [
        place
        for place, paragraph in enumerate(article.paragraphs)
        if _CLOCK.fullmatch(paragraph.of(article.text))
    ]
    if len(clocks) < _LEAST:
        return
    for one in found:
        entry = bisect_right(clocks, one.frame.paragraph - 1) - 1
        if entry < 0 or one.key is None:
            continue
        clock = article.paragraphs[clocks[entry]].of(article.text).strip()
        if _is_open(one):
            told = f'told below "{clock}", in a report by the hour published'
            reason = f"{told} {in_words(published.date)}"
            one.said_on = DateFinding(published.date, DateBasis.INFERRED, reason)
        if one.event is None and not (one.of_earlier or one.given_out):
            last = clocks[entry + 1] if entry + 1 < len(clocks) else len(article.paragraphs)
            paragraphs = article.paragraphs[clocks[entry] + 1 : last]
            _put_at_the_one_named(article.text, number, one, drafts, paragraphs, clock)


def _put_at_the_one_named(
    text: str,
    number: int,
    one: Circumstances,
    drafts: Sequence[Draft],
    paragraphs: Sequence[Span],
    clock: str,
) -> None:
    """Puts words at the only occasion that their entry tells of, if it names their speaker."""
    if not paragraphs or not one.called:
        return
    entry = Span(paragraphs[0].start, paragraphs[-1].end)
    there = {
        id(draft): (draft, span)
        for draft in drafts
        for span in draft.articles.get(number, ())
        if draft.type in OCCASIONS and not draft.upcoming and entry.contains(span)
    }
    name = re.compile(rf"\b{one.called_pattern}\b")
    if len(there) != 1 or not name.search(text, entry.start, entry.end):
        return
    ((draft, span),) = there.values()
    before = text[max(entry.start, span.start - _NEAR) : span.start]
    day, said = draft.date.date, one.said_on.date
    same = day is None or draft.guessed or said is None or day.may_be(said)
    if same and (AT_OCCASION.search(before) or _SPEAKING_AT.search(before)):
        words = quoted(span.of(text))
        one.event = draft
        one.event_reason = f'told below "{clock}" with {words}, the only occasion there'


def _is_open(one: Circumstances) -> bool:
    """Whether words are somebody's, and told of no other time."""
    told = one.said_on.date is None and one.event is None
    return told and not (one.of_earlier or one.elsewhere)
