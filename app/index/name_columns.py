"""Columns of names over all segments: which names each record holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.index.fields import SEVERAL, UNKNOWN_CONFIDENCE
from app.index.segments import NameColumn

#: Confidence in hundredths from which it is called so; the same words stand on every card.
BANDS = (("certain", 85, 100), ("likely", 60, 84), ("doubtful", 0, 59))

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Names:
    """A column of names, one or several a record.

    `groups[record]` numbers the set of names it holds; `member_group` and `member_value` list
    which names (indexes into `values`) each set has. `group_of` gives the number of a set.
    """

    groups: NDArray[Any]
    group_of: dict[str, int]
    values: list[str]
    number_of: dict[str, int]
    member_group: Ids
    member_value: Ids

    def counts(self, ids: Ids) -> Ids:
        """How many of `ids` hold each value."""
        held = np.bincount(self.groups.take(ids), minlength=len(self.group_of))
        members = held.take(self.member_group)
        if len(members) == len(self.values):  # no value stands in two sets: they are in order
            return members
        counts = np.bincount(self.member_value, weights=members, minlength=len(self.values))
        return counts.astype(np.int64)

    def first(self, count: int) -> "Names":
        """The column of the first `count` records, with all sets that were ever numbered."""
        return replace(self, groups=self.groups[:count])

    def sets(self, groups: Ids) -> list[tuple[str, ...]]:
        """The names in each of these sets, in the order they were given."""
        first = np.searchsorted(self.member_group, groups, side="left").tolist()
        last = np.searchsorted(self.member_group, groups, side="right").tolist()
        names = [self.values[number] for number in self.member_value.tolist()]
        return [tuple(names[one:end]) for one, end in zip(first, last, strict=True)]

    def holding(self, wanted: set[int]) -> NDArray[np.bool_]:
        """For each set of names, whether it holds one of the values `wanted`."""
        chosen = np.zeros(len(self.values), dtype=bool)
        chosen[list(wanted)] = True
        table = np.zeros(max(len(self.group_of), 1), dtype=bool)
        table[self.member_group[chosen[self.member_value]]] = True
        return table


#: A column without a record.
NO_NAMES = Names(
    np.empty(0, np.uint8), {}, [], {}, np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
)


def joined_names(columns: Sequence[NameColumn], before: Names = NO_NAMES) -> Names:
    """The column `before` and those of further segments as one.

    Several names of one record are divided by SEVERAL.
    """
    groups = dict(before.group_of)
    parts = [before.groups]
    for column in columns:
        numbers = [groups.setdefault(value, len(groups)) for value in column.values]
        parts.append(np.array(numbers, dtype=np.int32)[column.numbers])
    return _names(np.concatenate(parts), groups, before)


def year_names(years: NDArray[np.int32]) -> Names:
    """Years as names; 0 is no year."""
    held = np.flatnonzero(np.bincount(years))
    table = np.zeros(int(held[-1]) + 1 if len(held) else 1, dtype=np.int32)
    table[held] = np.arange(len(held))
    shown = [str(year) if year else "" for year in held.tolist()]
    return _names(table[years], {year: number for number, year in enumerate(shown)})


def confidence_names(hundredths: NDArray[np.uint8]) -> Names:
    """Confidence as the words for it."""
    table = np.zeros(UNKNOWN_CONFIDENCE + 1, dtype=np.int32)
    for number, (_, low, high) in enumerate(BANDS, 1):
        table[low : high + 1] = number
    words = ("", *(name for name, _, _ in BANDS))
    return _names(table[hundredths], {name: number for number, name in enumerate(words)})


def _narrowest(count: int) -> type[np.unsignedinteger[Any]]:
    """The smallest type for numbers below `count`: the less memory, the sooner it is counted."""
    return next(kind for kind in (np.uint8, np.uint16, np.uint32) if count <= np.iinfo(kind).max)


def _names(held: NDArray[np.int32], groups: dict[str, int], before: Names = NO_NAMES) -> Names:
    numbers = dict(before.number_of)
    known = len(before.group_of)
    pairs = [
        (group, numbers.setdefault(part, len(numbers)))
        for group, text in enumerate(islice(groups, known, None), known)
        for part in (text.split(SEVERAL) if SEVERAL in text else (text,))
        if part
    ]
    members = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Names(
        groups=held.astype(_narrowest(len(groups))),
        group_of=groups,
        values=[*before.values, *islice(numbers, len(before.values), None)],
        number_of=numbers,
        member_group=np.concatenate((before.member_group, members[:, 0])),
        member_value=np.concatenate((before.member_value, members[:, 1])),
    )
