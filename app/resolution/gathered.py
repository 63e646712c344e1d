"""Who is quoted from the summit or the hearing that a report leads with, by the post they hold.

"Leaders of 20 states met at a summit in Lisbon on Tuesday. “We will pay,” said Norwegian Prime
Minister Kari Lund": of those whom such a gathering brings together, words that the report dates
to no other time and puts nowhere else were said there. An analyst's or a spokesman's were not.
"""

import re
from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding
from app.domain.quotations import Extraction, Quotation
from app.domain.resolved import Finding
from app.resolution.event_drafts import Draft
from app.resolution.moments import Moment
from app.resolution.occasions import Circumstances, date_of, is_a_person
from app.resolution.tellings import APART, is_up_to_now
from app.resolution.threads import Thread, is_elsewhere

_LEAD = 2  # the last paragraph of a lead
#: Whom each sort of gathering brings together.
_WHO_MEETS = {
    "summit": re.compile(
        r"\b(?:president|prime minister|premier|chancellor|(?:foreign|finance|defen[cs]e|interior"
        r"|trade|energy) (?:minister|secretary)|secretary[- ]general|king|queen|emir|taoiseach)\b",
        re.IGNORECASE,
    ),
    "ministerial": re.compile(
        r"(?<!prime )\b(?:minister|secretary|commissioner|secretary[- ]general)\b", re.IGNORECASE
    ),
    "hearing": re.compile(
        r"\b(?:sen|rep|senator|representative|congress(?:wo)?man|lawmaker|ranking member"
        r"|(?:chair(?:man|woman)?|member)(?= of the (?:\w+ ){0,3}(?:committee|panel|board)))\b",
        re.IGNORECASE,
    ),
}
_NOT_ONE = re.compile(
    r"\b(?:former|ex|spokes\w+|advis[eo]r|aide|deputy|candidate|nominee|vice|then|president of)\b",
    re.IGNORECASE,
)
#: "Was asked on Tuesday", "tweeted": of its own time and way.
_GATHERED_AT = re.compile(r"\b(?:[Aa]head of|[Bb]efore|[Ee]ve of|skip\w*|boycott\w*|cancel\w*)\b")


def put_at_gathering(thread: Thread, extraction: Extraction) -> None:
    """Puts words of those who meet there at the one gathering that the lead tells to the day."""
    gathering = _gathering(thread)
    if gathering is None:
        return
    moment, event = gathering
    for index, one in enumerate(thread.found):
        if thread.nested[index] or one.frame.sentence.start < moment.sentence.start:
            continue
        if _is_open(thread, one, event) and _meets(extraction, extraction.quotations[index], event):
            _put(one, event)


def _gathering(thread: Thread) -> tuple[Moment, Draft] | None:
    """The one gathering of a known day that the lead of an article tells of, and its sentence."""
    found = [
        (moment, moment.event)
        for moment in thread.moments
        if moment.event is not None and moment.depth <= _LEAD and moment.event.type in _WHO_MEETS
        if not _GATHERED_AT.search(moment.told)
    ]
    if len({id(event) for _, event in found}) != 1:
        return None
    moment, event = found[0]
    held = date_of(event).date
    day = held is not None and held.first == held.last <= thread.printed.last
    return (moment, event) if day and not event.upcoming else None


def _is_open(thread: Thread, one: Circumstances, event: Draft) -> bool:
    """Whether words tell no occasion of their own, and can be of the day of the gathering."""
    if one.event is not None or one.place is not None or not is_a_person(one) or one.present:
        return False
    if one.of_earlier or one.apart or is_elsewhere(one):
        return False
    held, text = date_of(event).date, thread.article.text
    if one.said_on.date is not None and (held is None or not held.may_be(one.said_on.date)):
        return False
    if any(APART.search(piece.of(text)) for piece in one.frame.outside):
        return False
    return not is_up_to_now(text, one.frame)


def _meets(extraction: Extraction, quotation: Quotation, event: Draft) -> bool:
    """Whether the speaker holds a post of those who meet at such an occasion."""
    number = quotation.attribution.entity
    roles: Sequence[str] = (
        extraction.entities[number].roles
        if number is not None and number < len(extraction.entities)
        else ()
    )
    told = [role for role in (quotation.attribution.role, *roles) if role]
    who = _WHO_MEETS[event.type]
    return any(who.search(role) for role in told) and not any(_NOT_ONE.search(r) for r in told)


def _put(one: Circumstances, event: Draft) -> None:
    why = f'the lead tells of "{event.words}", and {one.key} holds a post of those who meet there'
    day = date_of(event)
    one.event, one.event_reason = event, why
    one.said_on = DateFinding(day.date, DateBasis.INFERRED, f"{why}: {day.reason}")
    if event.place:
        one.place = Finding(event.place, f'"{event.words}" was held there')
