"""Which event known beforehand, or told by another article, a mention means."""

from datetime import timedelta

from app.domain.dates import DateFinding, PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.occasions import are_opposed
from app.resolution.event_drafts import Draft
from app.resolution.event_phrases import EventMention
from app.resolution.event_rules import fits_known, is_just_before
from app.resolution.known_events import KnownEvents
from app.resolution.name_forms import NameForms

_A_MONTH = timedelta(days=31)
_BESIDE = 5  # characters up to a date that is the mention's own: "the summit on Monday"
#: Types at which one speaks, so that other people make another occasion.
_OF_ONE = frozenset({"briefing", "interview", "rally", "speech"})


def known_event(
    mention: EventMention,
    seen: Draft,
    events: KnownEvents,
    forms: NameForms,
    published: DateFinding,
) -> KnownEvent | None:
    """The event known beforehand, or told by another article, that a mention means.

    `seen` is what the mention alone tells.
    """
    alone = len({event.name for event in mention.known}) == 1 and not mention.by_date
    if alone and _may_be_meant(mention.known[0], seen, published.date):
        return mention.known[0]
    near = mention.known or events.held_in(seen.place, forms)
    named = bool(mention.known)
    fitting = [e for e in near if fits_known(e, seen, forms, published.date, named=named)]
    fitting = [e for e in fitting if not e.told_by or not _is_anothers(e, seen)]
    if known := next((event for event in fitting if not event.told_by), None):
        return known
    if len({(event.name, event.date) for event in fitting}) == 1:
        return fitting[0]  # of two debates in one city in one week neither is meant for sure
    return _summit_known(seen, events, published) if seen.type == "summit" else None


def is_of_another_day(mention: EventMention, seen: Draft) -> bool:
    """Whether a day right behind a known name says that it means another: "the summit on Monday".

    "The Lisbon summit", said of one of 2010, is not one held this week.
    """
    told = seen.date.date
    beside = any(0 <= d.span.start - mention.span.end <= _BESIDE for d in mention.dates)
    if told is None or not beside or told.last - told.first > _A_MONTH:
        return False
    return all(e.date is not None and not e.date.may_be(told) for e in mention.known)


def _may_be_meant(event: KnownEvent, seen: Draft, published: PartialDate | None) -> bool:
    """Whether a mention by name can mean an event that another article tells: day and people agree.

    "The Porto rally" of which no day is told is not one of another year.
    """
    if event.told_by is None or event.date is None:
        return True
    if _is_anothers(event, seen):
        return False
    if seen.date.date is not None:
        return event.date.may_be(seen.date.date)
    if published is None:
        return True
    return published.first - _A_MONTH <= event.date.last <= published.last + _A_MONTH


def _is_anothers(event: KnownEvent, seen: Draft) -> bool:
    """Whether what a mention tells is not of an event told by another article: other people."""
    if are_opposed(event.name, seen.told):
        return True
    theirs = {word for who in event.participants for word in who.split()}
    alone = event.type in _OF_ONE and bool(theirs and seen.people)
    return alone and not theirs & seen.people


def _summit_known(seen: Draft, events: KnownEvents, published: DateFinding) -> KnownEvent | None:
    """The one known summit of the body that is named, held when it is told: "this week"."""
    if seen.place is not None or published.date is None:
        return None
    told = seen.date.date
    if told is not None and told.last - told.first > _A_MONTH:
        return None
    held = [
        event
        for event in events.of_sort("summit")
        if event.date is not None
        and set(event.participants) & seen.names
        and (event.date.may_be(told) if told else is_just_before(event.date, published.date))
        and not are_opposed(event.name, seen.told)
    ]
    return held[0] if len(held) == 1 else None
