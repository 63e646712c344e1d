"""What an article says of somebody it names, and what of it two people may share."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
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

    `denied` says, as printed, who of the name it is not: "no relation to the sheriff".
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
        return cls(own, age, on, tuple(found.group() for found in printed.values() if found))

    @cached_property
    def callings(self) -> tuple[Calling, ...]:
        """The callings that the descriptions tell, in order."""
        return tuple(found for role in self.roles if (found := read_calling(role)))

    @cached_property
    def denied_callings(self) -> tuple[tuple[str, Calling], ...]:
        """What others of the name are, each behind the words that say it is not this one."""
        read = ((words, read_calling(whom_denied(words))) for words in self.denied)
        return tuple((words, calling) for words, calling in read if calling is not None)

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


def whom_denied(words: str) -> str:
    """Of whom words say that it is another: "the sheriff" of "not related to the sheriff"."""
    found = DENIED.search(words)
    return found["whom"] if found is not None else ""


def is_town_post(role: str) -> bool:
    """Whether a description is a post of one town: mayor, sheriff, alderman."""
    found = read_calling(role)
    return found is not None and found.noun in TOWN_POSTS


def town_words(role: str) -> frozenset[str]:
    """The words, in small letters, that may name the town of a post; none for other posts."""
    found = read_calling(role)
    return found.names - NO_NAMES if found and found.noun in TOWN_POSTS else frozenset()


def lie_apart(here: AbstractSet[str], there: AbstractSet[str]) -> bool:
    """Whether both name states, and none of the one is or lies in one of the other."""
    here, there = _finest(here), _finest(there)
    return bool(here and there) and not any(
        a == b or (a == "United States" and us_state(b)) or (b == "United States" and us_state(a))
        for a in here
        for b in there
    )


def share_places(one: Told, two: Told) -> bool:
    """Whether a name of a place or body, or a state, stands in both."""
    states = not _finest(one.states).isdisjoint(_finest(two.states))
    return states or bool(one.names & two.names)


def _finest(states: AbstractSet[str]) -> AbstractSet[str]:
    """The states without the United States where one of these is told: "U.S. Sen. from Ohio"."""
    near = {state for state in states if us_state(state)}
    return states - {"United States"} if near else states


def telling_words(told: Told) -> str | None:
    """The words that tell somebody best from others of the name: those that name a place first."""
    placed = (one for one in told.callings if one.states or one.names - NO_NAMES)
    found = next(placed, told.callings[0] if told.callings else None)
    return found.phrase if found else None


def are_alike(one: Told, two: Told) -> bool:
    """Whether the same calling, or the same name of a place or body, stands in both."""
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    return bool(nouns[0] & nouns[1]) or share_places(one, two)
