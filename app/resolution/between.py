"""Words between others of one day or one occasion, where their speaker is among the others.

An article that tells of a day before and after what somebody says has not left it in between.
"""

from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.resolution.occasions import Circumstances, is_a_person, why_lent
from app.resolution.tellings import ANOTHER_OCCASION
from app.resolution.threads import Thread


def date_between(thread: Thread) -> None:
    """Dates words by the day of those before and after, where one of these is their speaker's."""
    told = _in_running_text(thread)
    dated = [one.said_on.date is not None for one in told]
    for index, one in enumerate(told):
        beside = _beside(told, dated, index)
        if dated[index] or one.of_earlier or beside is None or _is_another(thread, one):
            continue
        before, after = beside
        if one.event is not None and not (one.event is before.event or one.event is after.event):
            continue
        if _is_a_day(before.said_on.date) and before.said_on.date == after.said_on.date:
            reason = why_lent(
                f"{one.key} is quoted between words of one day", before.said_on.reason
            )
            one.said_on = DateFinding(before.said_on.date, DateBasis.INFERRED, reason)


def place_between(thread: Thread) -> None:
    """Puts words of about its day at the occasion of those before and after them."""
    told = _in_running_text(thread)
    placed = [one.event is not None for one in told]
    for index, one in enumerate(told):
        beside = _beside(told, placed, index)
        if placed[index] or one.of_earlier or beside is None or _is_another(thread, one):
            continue
        before, after = beside
        if before.event is after.event and _holds(one, before, after):
            one.event = before.event
            why = f"{one.key} is quoted between words from there"
            one.event_reason = why_lent(why, before.event_reason)


def _beside(
    told: Sequence[Circumstances], known: Sequence[bool], index: int
) -> tuple[Circumstances, Circumstances] | None:
    """The nearest words before and after of which it is known, if the speaker said either."""
    before = next((told[at] for at in range(index - 1, -1, -1) if known[at]), None)
    after = next((told[at] for at in range(index + 1, len(told)) if known[at]), None)
    one = told[index]
    if before is None or after is None or not is_a_person(one):
        return None
    if one.key not in (before.key, after.key):
        return None
    return before, after


def _is_another(thread: Thread, one: Circumstances) -> bool:
    text = thread.article.text
    return any(ANOTHER_OCCASION.search(piece.of(text)) for piece in one.frame.outside)


def _in_running_text(thread: Thread) -> list[Circumstances]:
    told = [
        one
        for one, nested in zip(thread.found, thread.nested, strict=True)
        if not nested and one.frame.paragraph >= 0
    ]
    return sorted(told, key=lambda one: one.frame.anchor)


def _holds(one: Circumstances, before: Circumstances, after: Circumstances) -> bool:
    """Whether words are of the day of those beside them, or of days that hold it."""
    days = [o.said_on.date for o in (before, after) if o.said_on.date is not None]
    said = one.said_on.date
    return said is not None and any(said.first <= d.first and d.last <= said.last for d in days)


def _is_a_day(date: PartialDate | None) -> bool:
    return date is not None and date.first == date.last
