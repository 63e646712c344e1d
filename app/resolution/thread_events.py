"""Occasions by the thread of a report, for words that name none themselves."""

import re
from bisect import bisect_left, bisect_right

from app.resolution.moments import Moment
from app.resolution.occasions import Circumstances, closer, date_of, why_lent
from app.resolution.threads import HEAD, NEAR, Thread, is_elsewhere

#: An occasion that has been told before, by a word for any.
_THE_OCCASION = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ii]n|[Ff]rom) (?:the|that|this|the same) (?:event|discussion|gathering"
    r"|appearance|session|broadcast|show|program|conversation|exchange|occasion)\b"
    r"|\b[Oo]n (?:the same|that) (?:show|program(?:me)?|broadcast|podcast|panel)\b"
)


def place_by_thread(thread: Thread) -> None:
    """Puts words at the occasion of the same speaker's words, or of the sentences before."""
    thread.last.clear()
    moments = [m for m in thread.moments if m.event is not None]
    starts = [m.sentence.start for m in moments]
    for index, one in enumerate(thread.found):
        if thread.nested[index] or one.key is None:
            continue
        if one.event is None and not one.of_earlier:
            if one.frame.paragraph < 0:
                _put_headline(thread, one)
            elif _refers_back(thread, one):
                _put_back(thread, one, moments[: bisect_left(starts, one.frame.sentence.start)])
            elif not (is_elsewhere(one) or one.apart):
                _put(thread, index, one, moments[: bisect_right(starts, one.frame.anchor)])
        thread.note(index, known=one.event is not None)


def _put(thread: Thread, index: int, one: Circumstances, before: list[Moment]) -> None:
    """Lets words go on at the occasion of the same speaker's, if no sentence led them away.

    Not at one that a sentence tells of them by itself: that held in two of three cases read.
    """
    last = thread.before(index)
    if last is None:
        return
    other, named = last[1], thread.last_about(one, before)
    away = named is not None and named.sentence.start >= other.frame.sentence.end
    if away and named is not None and named.event is not other.event:
        return
    near = one.frame.paragraph - other.frame.paragraph <= NEAR
    if near and _agree(one, other) and one.present == other.present:
        one.event = other.event
        one.event_reason = why_lent(f"{one.key} goes on", other.event_reason)
        one.place = one.place or other.place
        _take_its_day(one)


def _refers_back(thread: Thread, one: Circumstances) -> bool:
    text = thread.article.text
    return any(_THE_OCCASION.search(piece.of(text)) for piece in one.frame.outside)


def _put_back(thread: Thread, one: Circumstances, before: list[Moment]) -> None:
    """Puts words said "at the event" at the occasion told last, and gives them its day."""
    told = [(moment.sentence.start, moment.event) for moment in before[-1:]]
    told += [
        (other.frame.sentence.start, other.event)
        for other in thread.found
        if other.event is not None and 0 <= other.frame.sentence.start < one.frame.sentence.start
    ]
    event = max(told, key=lambda pair: pair[0])[1] if told else None
    if event is None:
        return
    one.event, one.event_reason = event, f'the sentence refers back to "{event.words}"'
    _take_its_day(one)


def _take_its_day(one: Circumstances) -> None:
    """Dates words by their occasion, where they have no day or a wider one."""
    if one.event is not None:
        found = one.said_on.date is not None
        one.said_on = closer(one.said_on, one.event) if found else date_of(one.event)


def _put_headline(thread: Thread, one: Circumstances) -> None:
    """Puts a headline at the occasion of the first words below of the same speaker."""
    for other in thread.found:
        if other.key != one.key or other.frame.paragraph < 0:
            continue
        if other.event is not None and other.frame.depth <= HEAD and _agree(one, other):
            one.event = other.event
            one.event_reason = why_lent(f"{one.key} is told of below", other.event_reason)
        if other.event is not None or other.of_earlier:
            return


def _agree(one: Circumstances, other: Circumstances) -> bool:
    """Whether two words can be of one day."""
    a, b = one.said_on.date, other.said_on.date
    return a is None or (b is not None and a.may_be(b))
