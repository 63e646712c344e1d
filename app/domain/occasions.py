"""When two records of events are one occasion, told under two names."""

import re

from app.domain.gazetteer import KnownEvent

#: The type of an event that is still to come when it is told of.
PLANNED = "planned event"
#: Types that one occasion may be called by, besides its own.
_GATHERINGS = frozenset({"summit", "ministerial", "meeting", "talks", "conference"})
#: Types at which somebody speaks: two of them in one city on one day are two people's.
_OF_ONE_PERSON = frozenset({"interview", "briefing", "speech", "rally", "death"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset({"with", "from", "between", "about", "over", "others"})


def same_occasion(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether two events are one: the same day and place, one sort, and people or words shared.

    "Rally of Ana Ruiz, Lisbon" and "Lisbon rally" of one day are; the meetings of four people in
    one city on one day may be two.
    """
    if one.date is None or one.place is None or (one.date, one.place) != (other.date, other.place):
        return False
    if one.date.first != one.date.last:
        return False
    sorts = {one.type, other.type}
    if len(sorts) > 1 and not sorts <= _GATHERINGS:
        return False
    if set(one.participants) & set(other.participants):
        return True
    if one.participants and other.participants:
        return False
    if sorts & _OF_ONE_PERSON and (one.participants or other.participants):
        return False
    mine, theirs = _telling(one), _telling(other)
    return bool(mine & theirs) or not mine or not theirs


def _telling(event: KnownEvent) -> set[str]:
    """The words of an event's name that tell it from others of its sort and place."""
    sort = {*event.type.split(), *_GATHERINGS} if event.type in _GATHERINGS else {event.type}
    words = {word.casefold() for word in _WORD.findall(event.name)}
    return words - sort - _SMALL - {w.casefold() for w in _WORD.findall(event.place or "")}
