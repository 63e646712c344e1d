"""Who and what an article mentions: one figure for all the names that mean it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.spans import Span
from app.extraction.capitals import Word
from app.extraction.names import Name


@dataclass(slots=True)
class Figure:
    """Somebody or something mentioned: its printed forms, its roles and where it stands."""

    label: str
    first: int  # offset of its first mention
    forms: Counter[str] = field(default_factory=Counter)  # full forms, as printed
    roles: dict[str, Span] = field(default_factory=dict)  # as printed, with the first place
    gender: str | None = None
    mentions: int = 0

    def role_at(self, span: Span) -> str | None:
        """The role printed in or beside `span`; else the first one, a post before a former one."""
        near = [
            r for r, at in self.roles.items() if at.start < span.end + 3 > span.start - 3 < at.end
        ]
        return next(
            iter([*sorted(near, key=_is_former), *sorted(self.roles, key=_is_former)]), None
        )

    @property
    def name(self) -> str:
        """The form printed most often, of several the longest; no form that is cut short."""
        whole = [f for f in self.forms if not any(g.endswith(f" {f}") for g in self.forms)]
        return max(whole, key=lambda form: (self.forms[form], len(form)))


def _is_former(role: str) -> bool:
    return role.casefold().startswith(("former", "ex-", "then"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which figure a name means, how surely, and why."""

    figure: int
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """Several people of whom a surname alone may mean each, where it stands.

    `called` counts how often the article called each by the surname before it could mean
    another; `surname` is its one spelling; `open` is why nothing at all can tell.
    """

    figures: tuple[int, ...]
    called: tuple[tuple[int, int], ...]
    surname: str
    open: str | None = None


@dataclass(slots=True)
class Cast:
    """The figures of an article and the names that mean them."""

    figures: list[Figure]
    names: list[Name]  # in text order
    meanings: list[Meaning | None]  # beside `names`
    surnames: dict[str, list[int]]
    bodies: dict[str, int]
    words: Sequence[Sequence[Word]]  # of each paragraph
    starts: list[int] = field(default_factory=list)  # offsets of `names`
    bearers: dict[int, Bearers] = field(default_factory=dict)  # by the offset of the surname
    called: dict[str, Counter[int]] = field(default_factory=dict)  # by surname: in mind there
    unsettled: dict[int, str] = field(default_factory=dict)  # why nothing tells whom it means

    def meaning_label(self, number: int) -> str:
        """PERSON, ORG or GPE: what the name of that number names; "" where nothing tells."""
        meaning = self.meanings[number]
        return self.figures[meaning.figure].label if meaning else ""

    def name_at_or_before(self, offset: int) -> int | None:
        """Number of the last name that starts at `offset` or before it, or None."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 else None

    def name_over(self, offset: int) -> int | None:
        """Number of the name that covers `offset`, or None."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.names[index].span.end else None

    def mean_instead(self, number: int, meaning: Meaning | None) -> None:
        """Lets a short name mean another figure, or nobody where the text does not tell."""
        held, at = self.meanings[number], self.names[number].span
        self.meanings[number] = meaning
        before = None if held is None else held.figure
        after = None if meaning is None else meaning.figure
        if before is None or before == after:
            return
        self.figures[before].mentions -= 1
        for role in [r for r, where in self.figures[before].roles.items() if _beside(where, at)]:
            where = self.figures[before].roles.pop(role)
            if after is not None:
                self.figures[after].roles.setdefault(role, where)
        if after is not None:
            self.figures[after].mentions += 1


def _beside(role: Span, name: Span) -> bool:
    return role.start < name.end + 3 and name.start - 3 < role.end
