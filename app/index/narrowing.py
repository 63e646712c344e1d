"""Filters and facets: columns of names and days, as masks over records and as counts."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from app.domain.search import FacetCount
from app.index.name_columns import Names
from app.index.query import Filter
from app.index.shelf import Mask, Records, Shelf

#: Values of one facet that are shown, besides the chosen ones; years are all shown.
FACET_VALUES = 20

_LAST_DAY = date.max.toordinal()


class Narrowing:
    """Filters over one shelf. `unknown` collects (field, value) that nothing here goes by."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._tables: dict[Filter, Mask] = {}
        self.unknown: list[tuple[str, str]] = []

    def passing(self, narrow: Filter, ids: Records) -> Mask:
        """For each of `ids`, whether it passes."""
        if narrow.field == "said":
            return self._in_days("said_first", "said_last", narrow, ids)
        if narrow.field == "published":
            return self._in_days("published", "published", narrow, ids)
        table = self._tables.get(narrow)
        if table is None:
            table = self._tables[narrow] = self._holding(narrow)
        passing: Mask = table[self._shelf.names[narrow.field].groups[ids]]
        return passing

    def counts(self, field: str, ids: Records, chosen: Iterable[str]) -> list[FacetCount]:
        """The values of a facet with the number of `ids` that hold each, most frequent first.

        Years come in their own order, and all of them; chosen values come even where none holds.
        """
        names = self._shelf.names[field]
        counts = names.counts(ids)
        marked = {value for name in chosen for value in self._values_named(field, name)}
        held = np.flatnonzero(counts)
        if field == "year":
            shown = sorted(held.tolist(), key=lambda number: names.values[number])
        else:
            shown = _most_frequent(names, counts, held)
        found = [
            FacetCount(names.values[number], int(counts[number]), names.values[number] in marked)
            for number in shown
        ]
        missing = marked.difference(one.value for one in found)
        found += [FacetCount(v, int(counts[names.number_of[v]]), True) for v in sorted(missing)]
        return found

    def per_year(self, ids: Records) -> list[tuple[int, int]]:
        """(year, how many of `ids`), oldest first; records of no known year are left out."""
        return [(int(one.value), one.count) for one in self.counts("year", ids, ())]

    def _holding(self, narrow: Filter) -> Mask:
        """For each set of names, whether it holds one that the filter names."""
        names = self._shelf.names[narrow.field]
        wanted: set[int] = set()
        for name in narrow.values:
            values = self._values_named(narrow.field, name)
            if not values:
                self.unknown.append((narrow.field, name))
            wanted.update(names.number_of[value] for value in values)
        return names.holding(wanted)

    def _values_named(self, field: str, name: str) -> set[str]:
        """The values of `field` that `name` means: itself, or all whose words it names."""
        if name in self._shelf.names[field].number_of:
            return {name}
        return self._shelf.name_book().called(field, name)

    def _in_days(self, first: str, last: str, narrow: Filter, ids: Records) -> Mask:
        """Records whose days may lie in the range: one day in common is enough."""
        start = narrow.first.toordinal() if narrow.first else 1
        end = narrow.last.toordinal() if narrow.last else _LAST_DAY
        held_first = self._shelf.days[first][ids]
        held_last = self._shelf.days[last][ids] if last != first else held_first
        passing: Mask = (held_first > 0) & (held_first <= end) & (held_last >= start)
        return passing


def _most_frequent(names: Names, counts: Records, held: Records) -> list[int]:
    if len(held) > FACET_VALUES:
        least = np.partition(counts[held], -FACET_VALUES)[-FACET_VALUES]
        held = held[counts[held] >= least]
    ordered = sorted(held.tolist(), key=lambda number: (-counts[number], names.values[number]))
    return ordered[:FACET_VALUES]
