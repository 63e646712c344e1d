"""Callings that one person may have in a life, but not at once or within few years."""

import re

from app.domain.callings import Calling
from app.domain.told import NO_NAMES, TOWN_POSTS, Told
from app.domain.wordlists import word_groups

TERM = 4  # years within which nobody is minister of two states, nor student and professor
_GROUPS = word_groups("callings.txt")
#: What nobody is called alone within years of an office: the office is what articles name.
_BELOW_OFFICE = frozenset(["art", "sport", "service"])
#: Who teaches, leads or looks into something beside learning is no student of this sort.
_ADVANCED = re.compile(
    r"\b(?:graduate|postgraduate|doctoral|ph\.?d|law|medical|research|leader|student activist)\b",
    re.IGNORECASE,
)


def why_never_both(one: Told, two: Told, *, near: bool) -> str | None:
    """Why callings that one person may have in a life are not one person's within few years."""
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    if one.names & two.names or nouns[0] & nouns[1] or not near:
        return None
    for first, second in ((one, two), (two, one)):
        office = next((each for each in first.callings if _is_held(each)), None)
        humble = second.callings[0]
        if any(each.past or each.kind not in _BELOW_OFFICE for each in second.callings):
            continue
        if office is None or _is_below(first):
            continue
        both_placed = bool(office.names - NO_NAMES and humble.names - NO_NAMES)
        if office.noun in TOWN_POSTS and humble.noun in _GROUPS["team"] and both_placed:
            return f"nobody is “{office.phrase}” and “{humble.phrase}” at once"
        if first.on is not None and second.on is not None and first.on < second.on:
            return f"nobody who was “{office.phrase}” is “{humble.phrase}” alone soon afterwards"
    for mine in one.callings:
        for other in two.callings:
            if _takes_years_between(mine, other) or _takes_years_between(other, mine):
                return f"nobody is “{mine.phrase}” and “{other.phrase}” within {TERM} years"
            if _performs(mine, other) or _performs(other, mine):
                return f"“{mine.phrase}” and “{other.phrase}” have nothing in common"
    return None


def _is_held(calling: Calling) -> bool:
    """Whether it is a public post, held at the time."""
    public = calling.is_of_land or calling.is_of_state or calling.noun in TOWN_POSTS
    return calling.kind == "public" and public and not calling.past


def _is_below(told: Told) -> bool:
    return any(each.kind in _BELOW_OFFICE for each in told.callings)


def _takes_years_between(one: Calling, two: Calling) -> bool:
    """Whether the one learns still and the other is what nobody is soon after learning."""
    if one.noun not in _GROUPS["student"] or two.noun not in _GROUPS["senior"]:
        return False
    return not (one.past or _ADVANCED.search(one.phrase))


def _performs(one: Calling, two: Calling) -> bool:
    """Whether the one performs and the other is of a science that is not taught to performers."""
    if one.past or two.past or one.noun not in _GROUPS["stage"]:
        return False
    subject = re.search(r"\b(?:professor|lecturer) of (?P<what>[a-z]+)", two.phrase, re.IGNORECASE)
    if subject is not None:
        return subject["what"].casefold() not in _GROUPS["arts"]
    return two.noun in _GROUPS["practice"]
