"""Filters and facets: columns of names and days, as masks over records and as counts."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np

from app.domain.search import FacetCount
from app.index.months import months_of
from app.index.name_columns import BANDS, Names
from app.index.query import Filter
from app.index.shelf import Hits, Mask, Records, Shelf

#: Values of one facet that are shown, besides the chosen ones; years are all shown.
FACET_VALUES = 20

_BAND_NAMES = frozenset(name for name, _, _ in BANDS)
_LAST_DAY = date.max.toordinal()


class Narrowing:
    """Filters over one shelf. `unknown` collects (field, value) that nothing here goes by.

    People are also known by the names that the shelf `people` has, which is that of statements.
    """

    def __init__(self, shelf: Shelf, people: Shelf) -> None:
        self._shelf, self._people = shelf, people
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
        passing: Mask = table.take(self._shelf.names[narrow.field].groups.take(ids))
        return passing

    def counts(self, field: str, ids: Records, chosen: Iterable[str]) -> list[FacetCount]:
        """The values of a facet with the number of `ids` that hold each, most frequent first.

        Years come in their own order, and all of them; chosen values come even where none holds.
        """
        names = self._shelf.names[field]
        counts = names.counts(ids)
        marked = {value for name in chosen for value in self._values_named(field, name)}
        held = counts.nonzero()[0]
        if field == "year":
            by_year = sorted(zip(_of(names, held), counts[held].tolist(), strict=True))
            found = [FacetCount(value, count, value in marked) for value, count in by_year]
        else:
            found = [
                FacetCount(value, -below, value in marked)
                for below, value in _most_frequent(names, counts, held)
            ]
        missing = marked.difference(one.value for one in found) if marked else ()
        found += [FacetCount(v, int(counts[names.number_of[v]]), True) for v in sorted(missing)]
        return found

    def per_year(self, ids: Records) -> list[tuple[int, int]]:
        """(year, how many of `ids`), oldest first; records of no known year are left out."""
        return [(int(one.value), one.count) for one in self.counts("year", ids, ())]

    def per_month(self, ids: Records) -> list[tuple[str, int]]:
        """("2011-07", how many of `ids`), oldest first; nothing where they span many years."""
        days = self._shelf.days
        return months_of(days["said_first"].take(ids), days["said_last"].take(ids))

    def _holding(self, narrow: Filter) -> Mask:
        """For each set of names, whether it holds one that the filter names."""
        names = self._shelf.names[narrow.field]
        wanted: set[int] = set()
        for name in narrow.values:
            if narrow.exact and not self._shelf.held(narrow.field, name):
                continue  # a page of whom nothing is held, not of all who are called so
            values = self._values_named(narrow.field, name, typed=bool(narrow.typed))
            if not values:
                self.unknown.append((narrow.field, name))
            wanted.update(names.number_of[value] for value in values)
        return names.holding(wanted)

    def _values_named(self, field: str, name: str, typed: bool = False) -> set[str]:
        """The values of `field` that `name` means: itself, or all whose words it names.

        A single word that a reader `typed` means all speakers called so, even where it is the
        slug of one.
        """
        if field == "confidence" and name in _BAND_NAMES:
            return {name}  # the words for confidence are known even where nothing has one
        is_surname = typed and field == "speaker" and name.isalnum()
        if not is_surname and self._shelf.held(field, name):
            return {name}
        called = self._shelf.name_book().called(field, name)
        if self._people is not self._shelf:
            called |= self._people.name_book().called(field, name)
        return {value for value in called if self._shelf.held(field, value)}

    def _in_days(self, first: str, last: str, narrow: Filter, ids: Records) -> Mask:
        """Records whose days may lie in the range: one day in common is enough."""
        start = narrow.first.toordinal() if narrow.first else 1
        end = narrow.last.toordinal() if narrow.last else _LAST_DAY
        held_first = self._shelf.days[first].take(ids)
        held_last = self._shelf.days[last].take(ids) if last != first else held_first
        passing: Mask = (held_first > 0) & (held_first <= end) & (held_last >= start)
        return passing


class Narrowed:
    """Hits, and which of the filters in force each passes: every filter is asked once."""

    def __init__(self, hits: Hits, filters: Mapping[str, Filter], narrowing: Narrowing) -> None:
        self._hits, self._filters, self._narrowing = hits, filters, narrowing
        self._passing = {
            name: narrowing.passing(narrow, hits.ids) for name, narrow in filters.items()
        }

    def hits(self) -> Hits:
        """Those that pass all filters."""
        if not self._passing:
            return self._hits
        keep = self._all_but(None)
        return Hits(self._hits.ids[keep], self._hits.scores[keep])

    def facets(self, fields: Iterable[str]) -> dict[str, list[FacetCount]]:
        """The counts of each facet; its own filter is left out."""
        kept = self.hits().ids
        facets = {}
        for field in fields:
            own = self._filters.get(field)
            ids = self._hits.ids[self._all_but(field)] if own else kept
            facets[field] = self._narrowing.counts(field, ids, own.values if own else ())
        return facets

    def _all_but(self, field: str | None) -> Mask:
        keep = np.ones(len(self._hits.ids), dtype=bool)
        for name, passing in self._passing.items():
            if name != field:
                keep &= passing
        return keep


def _most_frequent(names: Names, counts: Records, held: Records) -> list[tuple[int, str]]:
    """(minus the count, value) of the values most often held, in that order."""
    if len(held) > FACET_VALUES:
        found = counts.take(held)
        least = np.partition(found, -FACET_VALUES)[-FACET_VALUES]
        held = held[found >= least]
    ordered = sorted(zip((-counts.take(held)).tolist(), _of(names, held), strict=True))
    return ordered[:FACET_VALUES]


def _of(names: Names, numbers: Records) -> Iterable[str]:
    return map(names.values.__getitem__, numbers.tolist())
