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
