"""When two people of one name are two: by what articles say of them, never by the name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.callings import CONGRESS, DENIED, Calling, read_calling
from app.domain.countries import us_state
from app.domain.persons import fold
from app.domain.wordlists import word_groups

#: Kinds of calling that one person hardly ever has both of.
_APART = {frozenset(["lay", other]) for other in ("public", "sport", "art", "clergy", "science")}
_APART |= {frozenset(["sport", "science"]), frozenset(["sport", "clergy"])}
_APART |= {frozenset(["service", other]) for other in ("art", "science", "clergy")}
#: What nobody is called alone within years of an office: the office is what articles name.
_BELOW_OFFICE = frozenset(["art", "sport", "service"])
#: Who teaches, leads or looks into something beside learning is no student of this sort.
_ADVANCED = re.compile(
    r"\b(?:graduate|postgraduate|doctoral|ph\.?d|law|medical|research|leader|student activist)\b",
    re.IGNORECASE,
)
_LEGISLATORS = frozenset(["senator", "representative", CONGRESS])
_TOWN_POSTS = frozenset(["mayor", "sheriff", "councilman", "councilmember", "alderman"])
_GROUPS = word_groups("callings.txt")
_NO_NAMES = _GROUPS["no-name"]
_OFF = 2  # years by which two printed ages may differ in what they say of the birth
_TERM = 4  # years within which nobody is minister of two states
_AT_ONCE = 3  # times as often as all others is whom the bare name means
_LOOKED_AT = 12  # descriptions of one person that another is compared with


@dataclass(frozen=True)
class Told:
    """What one article says of somebody it names: descriptions as printed, age, and when.

    `denied` are those of others of the name: "the sheriff" of "no relation to the sheriff".
    """

    roles: tuple[str, ...] = ()
    age: int | None = None
    on: date | None = None
    denied: tuple[str, ...] = ()

    @classmethod
    def of(cls, roles: Iterable[str], age: int | None, on: date | None) -> "Told":
        """What is told by descriptions of which some may say who somebody is not."""
        printed = {role: DENIED.search(role) for role in roles}
        own = tuple(role for role, found in printed.items() if found is None)
        return cls(own, age, on, tuple(found["whom"] for found in printed.values() if found))

    @cached_property
    def callings(self) -> tuple[Calling, ...]:
        """The callings that the descriptions tell, in order."""
        return tuple(found for role in self.roles if (found := read_calling(role)))

    @property
    def born(self) -> int | None:
        """The year of birth, a year more or less; None where age or day is not told."""
        return None if self.age is None or self.on is None else self.on.year - self.age

    @property
    def names(self) -> set[str]:
        """The names of places and bodies in the descriptions, in small letters."""
        return {name for one in self.callings for name in one.names - _NO_NAMES}

    @property
    def states(self) -> set[str]:
        """The states and U.S. states that the descriptions name."""
        return {state for one in self.callings for state in one.states}


def why_two(one: Told, two: Told) -> str | None:
    """Why these are two people, naming the words; None where nothing says so.

    Titles change over the years, so posts of public life are one person's unless they are of
    two places at once. Words in common speak for one person.
    """
    if one.born is not None and two.born is not None and abs(one.born - two.born) > _OFF:
        return f"one was born about {one.born}, the other about {two.born}"
    for denying, denied in ((one, two), (two, one)):
        for words in denying.denied:
            if any(each.noun in fold(words).split() for each in denied.callings):
                return f"“no relation to {words}” is said of one, “{denied.roles[0]}” of the other"
    if not one.callings or not two.callings:
        return None
    near = one.on is None or two.on is None or abs((one.on - two.on).days) < _TERM * 366
    for mine in one.callings:
        for other in two.callings:
            if _are_of_two_places(mine, other, near=near) and not _share_places(one, two):
                return f"“{mine.phrase}” and “{other.phrase}” are posts of two places"
    if _have_nothing_in_common(one, two):
        mine, other = one.callings[0], two.callings[0]
        return f"“{mine.phrase}” and “{other.phrase}” have nothing in common"
    return _why_never_both(one, two, near=near)


def _why_never_both(one: Told, two: Told, *, near: bool) -> str | None:
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
        both_placed = bool(office.names - _NO_NAMES and humble.names - _NO_NAMES)
        if office.noun in _TOWN_POSTS and humble.noun in _GROUPS["team"] and both_placed:
            return f"nobody is “{office.phrase}” and “{humble.phrase}” at once"
        if first.on is not None and second.on is not None and first.on < second.on:
            return f"nobody who was “{office.phrase}” is “{humble.phrase}” alone soon afterwards"
    for mine in one.callings:
        for other in two.callings:
            if _takes_years_between(mine, other) or _takes_years_between(other, mine):
                return f"nobody is “{mine.phrase}” and “{other.phrase}” within {_TERM} years"
            if _performs(mine, other) or _performs(other, mine):
                return f"“{mine.phrase}” and “{other.phrase}” have nothing in common"
    return None


def _is_held(calling: Calling) -> bool:
    """Whether it is a public post, held at the time."""
    public = calling.is_of_land or calling.is_of_state or calling.noun in _TOWN_POSTS
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


def _are_of_two_places(one: Calling, two: Calling, *, near: bool) -> bool:
    """Whether both are posts tied to a place, and the places are two."""
    if one.noun in _LEGISLATORS and two.noun in _LEGISLATORS:
        return _lie_apart(one.states, two.states)
    if one.noun != two.noun:
        return False
    if one.noun in _TOWN_POSTS:
        here, there = one.names - _NO_NAMES, two.names - _NO_NAMES
        return bool(here and there) and here.isdisjoint(there)
    at_once = near and not (one.past or two.past)
    return (one.is_of_land or (one.is_of_state and at_once)) and _lie_apart(one.states, two.states)


def is_town_post(role: str) -> bool:
    """Whether a description is a post of one town: mayor, sheriff, alderman."""
    found = read_calling(role)
    return found is not None and found.noun in _TOWN_POSTS


def town_words(role: str) -> frozenset[str]:
    """The words, in small letters, that may name the town of a post; none for other posts."""
    found = read_calling(role)
    return found.names - _NO_NAMES if found and found.noun in _TOWN_POSTS else frozenset()


def _lie_apart(here: frozenset[str] | set[str], there: frozenset[str] | set[str]) -> bool:
    """Whether both name states, and none of the one is or lies in one of the other."""
    return bool(here and there) and not any(
        a == b or (a == "United States" and us_state(b)) or (b == "United States" and us_state(a))
        for a in here
        for b in there
    )


def _share_places(one: Told, two: Told) -> bool:
    # "U.S." in both says nothing where one is of Ohio and the other of Texas.
    near = [{state for state in told.states if us_state(state)} for told in (one, two)]
    states = near if all(near) else [one.states, two.states]
    return bool(one.names & two.names) or not states[0].isdisjoint(states[1])


def why_doubtful(one: Told, two: Told) -> str | None:
    """What makes it doubtful that two are one whom nothing tells apart; None for nothing."""
    if not one.callings or not two.callings or why_two(one, two) is not None:
        return None
    kinds = [{each.kind for each in told.callings} for told in (one, two)]
    if "loose" in kinds[0] | kinds[1] or kinds[0] & kinds[1] or _share_places(one, two):
        return None
    return f"“{one.callings[0].phrase}” and “{two.callings[0].phrase}”"


def telling_words(told: Told) -> str | None:
    """The words that tell somebody best from others of the name: those that name a place first."""
    placed = (one for one in told.callings if one.states or one.names - _NO_NAMES)
    found = next(placed, told.callings[0] if told.callings else None)
    return found.phrase if found else None


def _have_nothing_in_common(one: Told, two: Told) -> bool:
    """Whether callings, places and bodies of both differ, and callings as one person's do not."""
    if one.names & two.names:
        return False
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    kinds = [{each.kind for each in told.callings} for told in (one, two)]
    apart = _lie_apart(one.states, two.states)
    if kinds[0] | kinds[1] <= {"lay", "loose"}:
        same = bool(nouns[0] & nouns[1]) or "loose" in kinds[0] | kinds[1]
        return apart or (not same and bool(one.names and two.names))
    if kinds[0] & kinds[1]:
        return False
    return apart or all(_are_apart(a, b) for a in one.callings for b in two.callings)


def _are_apart(one: Calling, two: Calling) -> bool:
    """Whether the kinds are hardly ever one person's; who was a teacher once may be anything."""
    if any(each.past and each.kind != "public" for each in (one, two)):
        return False
    return frozenset([one.kind, two.kind]) in _APART


#: Pairs of numbers of what is told, the lower one first.
Pairs = frozenset[tuple[int, int]]


def told_apart(
    told: Sequence[Told], together: Pairs = frozenset(), apart: Pairs = frozenset()
) -> list[list[int]]:
    """The people of one name, each as the numbers of what tells of them, in order.

    None where nothing tells two apart. `together` are pairs that tell one story, and so of one
    person, `apart` those that somebody judged to be of two. What says too little to be put with
    one of several stands with nobody; a description that most of what is told of one contradicts
    is another's, one that little does is a slip.
    """
    people: list[list[int]] = []
    judged = {number for pair in together | apart for number in pair}
    for number, one in enumerate(told):
        says_nothing = not one.callings and one.born is None and not one.denied
        if says_nothing and number not in judged:
            continue
        fitting = [who for who in people if not _differ(told, who, [number], together, apart)]
        surely = [who for who in fitting if any((n, number) in together for n in who)]
        if surely or (len(fitting) > 1 and says_nothing):
            fitting = surely
        if len(fitting) > 1:
            fitting = [who for who in fitting if any(are_alike(told[n], one) for n in who)][:1]
            if not fitting:
                continue
        if fitting:
            fitting[0].append(number)
        else:
            people.append([number])
    people = _joined(told, people, together, apart)
    return people if len(people) > 1 else []


def _joined(
    told: Sequence[Told], people: list[list[int]], together: Pairs, apart: Pairs
) -> list[list[int]]:
    """The people, those that a slip of what came first kept from another put with that one."""
    kept: list[list[int]] = []
    for who in sorted(people, key=lambda each: (-len(each), each)):
        same = next((each for each in kept if not _differ(told, each, who, together, apart)), None)
        if same is None:
            kept.append(who)
        else:
            same += who
    return [sorted(who) for who in sorted(kept, key=min)]


def _differ(
    told: Sequence[Told],
    people: Sequence[int],
    others: Sequence[int],
    together: Pairs,
    apart: Pairs,
) -> bool:
    """Whether most of what is told of one contradicts what is told of the other."""
    pairs = [(a, b) for a in people[:_LOOKED_AT] for b in others[:_LOOKED_AT]]
    ordered = {(min(pair), max(pair)) for pair in pairs}
    if ordered & apart:
        return True
    if ordered & together:
        return False
    return 2 * sum(why_two(told[a], told[b]) is not None for a, b in pairs) > len(pairs)


def are_alike(one: Told, two: Told) -> bool:
    """Whether the same calling, or the same name of a place or body, stands in both."""
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    return bool(nouns[0] & nouns[1]) or _share_places(one, two)


def main_one(people: Sequence[Sequence[object]]) -> int | None:
    """Which of several people is heard of so much more that the bare name means them, if any."""
    sizes = [len(who) for who in people]
    most = max(sizes, default=0)
    return sizes.index(most) if most >= _AT_ONCE * max(1, sum(sizes) - most) else None
