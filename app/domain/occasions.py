"""When two records of events are one occasion, told under two names."""

import re
from functools import lru_cache

from app.domain.gazetteer import KnownEvent

#: The type of an event that is still to come when it is told of.
PLANNED = "planned event"
#: Types that one occasion may be called by, besides its own.
_GATHERINGS = frozenset({"summit", "ministerial", "meeting", "talks", "conference"})
#: Types at which somebody speaks: two of them in one city on one day are two people's.
_OF_ONE_PERSON = frozenset({"interview", "briefing", "speech", "rally", "death"})
#: Types that many take part in, of whom an article quotes one.
_PUBLIC = frozenset({"summit", "conference", "debate", "hearing"})
_REMEMBERED = 4_096  # names of events looked at last: each is compared with all of its day
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset(
    {"with", "from", "between", "about", "over", "others", "appearance", "interview"}
)


_NUMBERS = (
    *("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th"),
    *("seventh|7th", "eighth|8th", "ninth|9th", "tenth|10th", "eleventh|11th", "twelfth|12th"),
)
#: Words of which one occasion has at most one of each row: "first debate" is not "final debate".
_ONE_OF = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in row)
    for row in (
        ("republicans?|gop|republicans[’']", "democrats?|democratic|dems?"),
        (
            "vice[- ]presidential|vp|running mates[’']?",
            "senate|senatorial",
            "gubernatorial|governors?[’']?",
            "mayoral",
            "congressional|house",
            "(?<!vice )(?<!vice-)presidential",
        ),
        _NUMBERS,
        ("first|opening", "final|last|closing"),
        ("undercard", "main|prime[- ]time"),
        (
            "town halls?",
            "rall(?:y|ies)",
            "fund-?rais(?:er|ers|ing)",
            "gala|dinner|breakfast|lunch(?:eon)?|reception",
            "ceremony|vigil|funeral|parade|march|protest",
        ),
    )
)


def are_opposed(one: str, other: str) -> bool:
    """Whether the words for two occasions tell them apart: another party, office or number."""
    rows = zip(_kinds(one), _kinds(other), strict=True)
    return any(mine and theirs and not mine & theirs for mine, theirs in rows)


@lru_cache(maxsize=_REMEMBERED)
def _kinds(told: str) -> tuple[frozenset[int], ...]:
    """Of each row, the places of the words that are told."""
    return tuple(
        frozenset(n for n, words in enumerate(row) if words.search(told)) for row in _ONE_OF
    )


def same_occasion(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether two events are one: the same day, no other place, one sort, and something shared.

    "Rally of Ana Ruiz, Lisbon" and "Lisbon rally" of one day are; the meetings of four people in
    one city on one day may be two, and so may be two interviews of one person.
    """
    if one.date is None or one.date != other.date or one.date.first != one.date.last:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    sorts = {one.type, other.type}
    if len(sorts) > 1 and not sorts <= _GATHERINGS:
        return False
    if are_opposed(one.name, other.name):
        return False
    mine, theirs = _telling(one), _telling(other)
    if "interview" in sorts:
        return bool(mine & theirs) and set(one.participants) == set(other.participants)
    if set(one.participants) & set(other.participants):
        return True
    if sorts & _PUBLIC and mine & theirs:
        return True  # who is quoted from it is not all who came
    if "debate" in sorts and not (one.participants and other.participants):
        return True
    if one.participants and other.participants:
        return False
    if sorts & _OF_ONE_PERSON and (one.participants or other.participants):
        return False
    here = one.place is not None and one.place == other.place
    return bool(mine & theirs) or (here and not (mine and theirs))


def _telling(event: KnownEvent) -> set[str]:
    """The words of an event's name that tell it from others of its sort, place and people."""
    sort = {*event.type.split(), *_GATHERINGS} if event.type in _GATHERINGS else {event.type}
    words = {word.casefold() for word in _WORD.findall(event.name)}
    known = " ".join((event.place or "", *event.participants))
    return words - sort - _SMALL - {w.casefold() for w in _WORD.findall(known)}
