"""Columns of names over all segments: which names each record holds."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    which names (indexes into `values`) each set has.
    """

    groups: NDArray[np.int32]
    values: list[str]
    number_of: dict[str, int]
    member_group: Ids
    member_value: Ids
    group_count: int

    def counts(self, ids: Ids) -> Ids:
        """How many of `ids` hold each value."""
        held = np.bincount(self.groups[ids], minlength=self.group_count)
        weights = held[self.member_group]
        counts = np.bincount(self.member_value, weights=weights, minlength=len(self.values))
        return counts.astype(np.int64)

    def holding(self, wanted: set[int]) -> NDArray[np.bool_]:
        """For each set of names, whether it holds one of the values `wanted`."""
        chosen = np.zeros(len(self.values), dtype=bool)
        chosen[list(wanted)] = True
        table = np.zeros(self.group_count, dtype=bool)
        table[self.member_group[chosen[self.member_value]]] = True
        return table


def joined_names(columns: Sequence[NameColumn]) -> Names:
    """One column over all segments; several names of one record are divided by SEVERAL."""
    groups: dict[str, int] = {}
    parts = []
    for column in columns:
        numbers = [groups.setdefault(value, len(groups)) for value in column.values]
        parts.append(np.array(numbers, dtype=np.int32)[column.numbers])
    held = np.concatenate(parts) if parts else np.empty(0, np.int32)
    return _names(held, list(groups))


def year_names(years: NDArray[np.int32]) -> Names:
    """Years as names; 0 is no year."""
    held = np.flatnonzero(np.bincount(years))
    table = np.zeros(int(held[-1]) + 1 if len(held) else 1, dtype=np.int32)
    table[held] = np.arange(len(held))
    return _names(table[years], [str(year) if year else "" for year in held.tolist()])


def confidence_names(hundredths: NDArray[np.uint8]) -> Names:
    """Confidence as the words for it."""
    table = np.zeros(UNKNOWN_CONFIDENCE + 1, dtype=np.int32)
    for number, (_, low, high) in enumerate(BANDS, 1):
        table[low : high + 1] = number
    return _names(table[hundredths], ["", *(name for name, _, _ in BANDS)])


def _names(held: NDArray[np.int32], groups: Sequence[str]) -> Names:
    numbers: dict[str, int] = {}
    pairs = [
        (group, numbers.setdefault(part, len(numbers)))
        for group, text in enumerate(groups)
        for part in (text.split(SEVERAL) if SEVERAL in text else (text,))
        if part
    ]
    members = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Names(held, list(numbers), numbers, members[:, 0], members[:, 1], max(len(groups), 1))
