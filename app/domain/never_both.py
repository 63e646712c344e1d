"""Callings that one person may have in a life, but not at once or within few years."""

import re
from datetime import timedelta

from app.domain.callings import Calling
from app.domain.countries import country_of
from app.domain.persons import fold
from app.domain.told import NO_NAMES, TOWN_POSTS, Told, lie_apart, share_places
from app.domain.wordlists import word_groups

TERM = 4  # years within which nobody is minister of two states, nor student and professor
_GROUPS = word_groups("callings.txt")
#: What nobody is called alone within years of an office: the office is what articles name.
_BELOW_OFFICE = frozenset(["art", "sport", "service"])
#: Who teaches, leads or looks into something beside learning is no student of this sort.
_GOVERNING = frozenset(["minister", "premier", "prime", "king", "queen"])
#: "president of Chile", "Chilean president": of no university and no company.
_OF_STATE = re.compile(
    r"(?:the )?president of (?:the )?(?P<of>[A-Z][\w ]+)"
    r"|(?P<own>[A-Z][\w -]+?)(?:[’']s)? president",
    re.IGNORECASE,
)
#: "an economist at the London School of Economics".
_AT_BODY = re.compile(r"\b(?:at|with) (?:the )?[A-Z]")
_EMPLOYED = frozenset(["economist", "analyst", "strategist", "correspondent", "anchor", "auditor"])
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


def why_elsewhere(one: Told, two: Told, *, at_once: bool) -> str | None:
    """Why an office and work at a body elsewhere are not one person's; None where they may be.

    Who holds an office is called by it for as long as it lasts: work at another place, told on
    the same day or within a year afterwards, is another's. Before that it may be what somebody
    did who was called into office; without `at_once` that is asked as well.
    """
    for first, second in ((one, two), (two, one)):
        offices = [each for each in first.callings if _is_placed_office(each)]
        work = [each for each in second.callings if _AT_BODY.search(each.phrase)]
        if not offices or len(work) < len(second.callings) or any(each.past for each in work):
            continue
        if not all(_is_work(each) for each in work) or _works_at(first):
            continue
        if any(each.noun in fold(role) for each in work for role in first.roles):
            continue  # "mayor of Leeds and economist at Barclays"
        if one.names & two.names or not one.states.isdisjoint(two.states):
            continue
        if not at_once or _within_a_year(first, second):
            return f"nobody is “{offices[0].phrase}” and “{work[0].phrase}” at once"
    return None


def why_of_two_states(one: Told, two: Told, *, near: bool) -> str | None:
    """Why offices of two states are not one person's: "senator from Ohio", "minister of Peru"."""
    if not near or share_places(one, two):
        return None
    for mine in one.callings:
        for other in two.callings:
            both = _governs(mine) and _governs(other) and not (mine.past or other.past)
            if both and lie_apart(mine.states, other.states):
                return f"“{mine.phrase}” and “{other.phrase}” are posts of two states"
    return None


def _governs(calling: Calling) -> bool:
    """Whether it is an office within a state, not one that a state has in another."""
    if calling.noun == "president":
        found = _OF_STATE.fullmatch(calling.phrase)
        return found is not None and country_of(found["of"] or found["own"]) is not None
    return calling.is_of_land or calling.noun in _GOVERNING


def _is_placed_office(calling: Calling) -> bool:
    return _is_held(calling) and bool(calling.names - NO_NAMES or calling.states)


def _is_work(calling: Calling) -> bool:
    """Whether it is work that somebody is paid for by a body, and no office."""
    return calling.kind in ("science", "lay") or calling.noun in _EMPLOYED


def _works_at(told: Told) -> bool:
    return any(_AT_BODY.search(each.phrase) for each in told.callings)


def _within_a_year(first: Told, second: Told) -> bool:
    """Whether the second was told on the same day as the first or less than a year later."""
    if first.on is None or second.on is None:
        return False
    return timedelta(0) <= second.on - first.on < timedelta(days=366)


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
