"""When two people of one name are two: by what articles say of them, never by the name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.callings import CONGRESS, Calling, read_calling
from app.domain.countries import us_state
from app.domain.wordlists import word_groups

#: Kinds of calling that one person hardly ever has both of.
_APART = {frozenset(["lay", other]) for other in ("public", "sport", "art", "clergy", "science")}
_APART |= {frozenset(["sport", "science"]), frozenset(["sport", "clergy"])}
_LEGISLATORS = frozenset(["senator", "representative", CONGRESS])
_TOWN_POSTS = frozenset(["mayor", "sheriff", "councilman", "councilmember", "alderman"])
_NO_NAMES = word_groups("callings.txt")["no-name"]
_OFF = 2  # years by which two printed ages may differ in what they say of the birth
_TERM = 4  # years within which nobody is minister of two states
_AT_ONCE = 3  # times as often as all others is whom the bare name means
_LOOKED_AT = 12  # descriptions of one person that another is compared with


@dataclass(frozen=True)
class Told:
    """What one article says of somebody it names: descriptions as printed, age, and when."""

    roles: tuple[str, ...] = ()
    age: int | None = None
    on: date | None = None

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
    return None


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
    return bool(one.names & two.names) or bool(one.states & two.states)


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
    return apart or all(frozenset([a, b]) in _APART for a in kinds[0] for b in kinds[1])


def told_apart(
    told: Sequence[Told], together: frozenset[tuple[int, int]] = frozenset()
) -> list[list[int]]:
    """The people of one name, each as the numbers of what tells of them, in order.

    None where nothing tells two apart. `together` are pairs that tell one story, and so of one
    person. What says too little to be put with one of several stands with nobody; a description
    that most of what is told of one contradicts is another's, one that little does is a slip.
    """
    people: list[list[int]] = []
    for number, one in enumerate(told):
        if not one.callings and one.born is None:
            continue
        fitting = [who for who in people if not _differ(told, who, [number], together)]
        if len(fitting) > 1:
            fitting = [who for who in fitting if any(are_alike(told[n], one) for n in who)][:1]
            if not fitting:
                continue
        if fitting:
            fitting[0].append(number)
        else:
            people.append([number])
    people = _joined(told, people, together)
    return people if len(people) > 1 else []


def _joined(
    told: Sequence[Told], people: list[list[int]], together: frozenset[tuple[int, int]]
) -> list[list[int]]:
    """The people, those that a slip of what came first kept from another put with that one."""
    kept: list[list[int]] = []
    for who in sorted(people, key=lambda each: (-len(each), each)):
        same = next((each for each in kept if not _differ(told, each, who, together)), None)
        if same is None:
            kept.append(who)
        else:
            same += who
    return [sorted(who) for who in sorted(kept, key=min)]


def _differ(
    told: Sequence[Told],
    people: Sequence[int],
    others: Sequence[int],
    together: frozenset[tuple[int, int]],
) -> bool:
    """Whether most of what is told of one contradicts what is told of the other."""
    pairs = [(a, b) for a in people[:_LOOKED_AT] for b in others[:_LOOKED_AT]]
    if any((min(pair), max(pair)) in together for pair in pairs):
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
