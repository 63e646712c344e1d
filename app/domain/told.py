"""What an article says of somebody it names, and what of it two people may share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.callings import DENIED, Calling, read_calling
from app.domain.countries import us_state
from app.domain.wordlists import word_groups

TOWN_POSTS = frozenset(["mayor", "sheriff", "councilman", "councilmember", "alderman"])
#: Words with a capital that name no place and no body.
NO_NAMES = word_groups("callings.txt")["no-name"]


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
        return {name for one in self.callings for name in one.names - NO_NAMES}

    @property
    def states(self) -> set[str]:
        """The states and U.S. states that the descriptions name."""
        return {state for one in self.callings for state in one.states}


def is_town_post(role: str) -> bool:
    """Whether a description is a post of one town: mayor, sheriff, alderman."""
    found = read_calling(role)
    return found is not None and found.noun in TOWN_POSTS


def town_words(role: str) -> frozenset[str]:
    """The words, in small letters, that may name the town of a post; none for other posts."""
    found = read_calling(role)
    return found.names - NO_NAMES if found and found.noun in TOWN_POSTS else frozenset()


def lie_apart(here: frozenset[str] | set[str], there: frozenset[str] | set[str]) -> bool:
    """Whether both name states, and none of the one is or lies in one of the other."""
    return bool(here and there) and not any(
        a == b or (a == "United States" and us_state(b)) or (b == "United States" and us_state(a))
        for a in here
        for b in there
    )


def share_places(one: Told, two: Told) -> bool:
    """Whether a name of a place or body, or a state, stands in both."""
    # "U.S." in both says nothing where one is of Ohio and the other of Texas.
    near = [{state for state in told.states if us_state(state)} for told in (one, two)]
    states = near if all(near) else [one.states, two.states]
    return bool(one.names & two.names) or not states[0].isdisjoint(states[1])


def telling_words(told: Told) -> str | None:
    """The words that tell somebody best from others of the name: those that name a place first."""
    placed = (one for one in told.callings if one.states or one.names - NO_NAMES)
    found = next(placed, told.callings[0] if told.callings else None)
    return found.phrase if found else None


def are_alike(one: Told, two: Told) -> bool:
    """Whether the same calling, or the same name of a place or body, stands in both."""
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    return bool(nouns[0] & nouns[1]) or share_places(one, two)
