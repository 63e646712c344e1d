"""Filters and facets: columns of names and days, as masks over records and as counts."""

import re
from collections.abc import Iterable
from datetime import date

import numpy as np

from app.domain.search import FacetCount
from app.index.fields import UNKNOWN_CONFIDENCE
from app.index.query import Filter
from app.index.shelf import Mask, Names, Records, Shelf

#: Values of one facet that are shown, besides the chosen ones; years are all shown.
FACET_VALUES = 20

#: Confidence in hundredths from which it is called so; the same words stand on every card.
BANDS = (("certain", 85, 100), ("likely", 60, 84), ("doubtful", 0, 59))
_LAST_DAY = date.max.toordinal()


class Narrowing:
    """Filters over one shelf. `unknown` collects (field, value) that nothing here goes by."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._masks: dict[Filter, Mask] = {}
        self.unknown: list[tuple[str, str]] = []

    def mask(self, narrow: Filter) -> Mask:
        """For each record, whether it passes."""
        held = self._masks.get(narrow)
        if held is None:
            held = self._masks[narrow] = self._mask(narrow)
        return held

    def counts(self, field: str, ids: Records, chosen: Iterable[str]) -> list[FacetCount]:
        """The values of a facet with the number of `ids` that hold each, most frequent first."""
        marked = {value for name in chosen for value in self._values_named(field, name)}
        if field == "year":
            found = dict.fromkeys(map(int, marked), 0) | dict(self.per_year(ids))
            return [FacetCount(str(y), found[y], str(y) in marked) for y in sorted(found)]
        if field == "confidence":
            counted = [(name, self._in_band(name)[ids].sum()) for name, _, _ in BANDS]
            return [FacetCount(n, int(c), n in marked) for n, c in counted if c or n in marked]
        return _facet(self._shelf.names[field], ids, marked)

    def per_year(self, ids: Records) -> list[tuple[int, int]]:
        """(year, how many of `ids`), oldest first; records of no known year are left out."""
        counts = np.bincount(self._shelf.years[ids])
        return [(int(year), int(counts[year])) for year in np.flatnonzero(counts) if year]

    def _mask(self, narrow: Filter) -> Mask:
        if narrow.field == "said":
            return self._days("said_first", "said_last", narrow)
        if narrow.field == "published":
            return self._days("published", "published", narrow)
        mask: Mask = np.zeros(self._shelf.size, dtype=bool)
        for name in narrow.values:
            values = self._values_named(narrow.field, name)
            if not values:
                self.unknown.append((narrow.field, name))
            mask |= self._holding(narrow.field, values)
        return mask

    def _holding(self, field: str, values: set[str]) -> Mask:
        if field == "year":
            return np.isin(self._shelf.years, [int(value) for value in values])
        if field == "confidence":
            mask: Mask = np.zeros(self._shelf.size, dtype=bool)
            for value in values:
                mask |= self._in_band(value)
            return mask
        names = self._shelf.names[field]
        wanted = {number for number, value in enumerate(names.values) if value in values}
        return names.holding(wanted)[names.groups]

    def _values_named(self, field: str, name: str) -> set[str]:
        """The values of `field` that `name` means: itself, or all whose words it names."""
        if field == "year":
            return year_named(name)
        if field == "confidence":
            return band_named(name)
        if name in self._shelf.names[field].values:
            return {name}
        return self._shelf.name_book().called(field, name)

    def _days(self, first: str, last: str, narrow: Filter) -> Mask:
        """Records whose days may lie in the range: one day in common is enough."""
        start = narrow.first.toordinal() if narrow.first else 1
        end = narrow.last.toordinal() if narrow.last else _LAST_DAY
        held_first, held_last = self._shelf.days[first], self._shelf.days[last]
        mask: Mask = (held_first > 0) & (held_first <= end) & (held_last >= start)
        return mask

    def _in_band(self, name: str) -> Mask:
        low, high = next((low, high) for band, low, high in BANDS if band == name)
        held = self._shelf.confidence
        mask: Mask = (held != UNKNOWN_CONFIDENCE) & (held >= low) & (held <= high)
        return mask


def year_named(name: str) -> set[str]:
    """The year that `name` means, as a set of one; empty where it is none."""
    return {str(int(name))} if re.fullmatch("[0-9]{1,4}", name) else set()


def band_named(name: str) -> set[str]:
    """The word for a confidence that `name` means, as a set of one; empty where it is none."""
    return {band for band, _, _ in BANDS if band == name.lower()}


def _facet(names: Names, ids: Records, marked: set[str]) -> list[FacetCount]:
    counts = names.counts(ids)
    held = np.flatnonzero(counts)
    if len(held) > FACET_VALUES:
        least = np.partition(counts[held], -FACET_VALUES)[-FACET_VALUES]
        held = held[counts[held] >= least]
    shown = sorted(held.tolist(), key=lambda number: (-counts[number], names.values[number]))
    shown = shown[:FACET_VALUES]
    found = [FacetCount(names.values[n], int(counts[n]), names.values[n] in marked) for n in shown]
    there = {one.value for one in found}
    for number, value in enumerate(names.values):
        if value in marked and value not in there:
            found.append(FacetCount(value, int(counts[number]), True))
    return found
