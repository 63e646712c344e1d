"""The order of hits: by score or day, ties by permalink, and articles folded into one hit each."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.search import Sort
from app.index.shelf import Hits, Shelf


def ranked(shelf: Shelf, sort: Sort, hits: Hits, start: int, end: int) -> Hits:
    """Hits `start` to `end` in order; ties are broken by permalink, exactly."""
    if start >= len(hits.ids):
        return Hits(hits.ids[:0], hits.scores[:0])
    if sort is Sort.RELEVANCE and not start:
        hits = _best(hits, end)
    keys = _keys(shelf, sort, hits)
    end = min(end, len(keys))
    places = np.partition(keys, (start, end - 1))
    among = np.flatnonzero((keys >= places[start]) & (keys <= places[end - 1]))
    before = int(np.count_nonzero(keys < places[start]))
    hits, keys = Hits(hits.ids.take(among), hits.scores.take(among)), keys.take(among)
    order = np.lexsort((shelf.permalinks.take(hits.ids), keys))[start - before : end - before]
    return Hits(hits.ids.take(order), hits.scores.take(order))


def _best(hits: Hits, count: int) -> Hits:
    """The hits of the `count` highest scores, and all that equal the last of them."""
    if len(hits.ids) <= count * 4:
        return hits
    least = np.partition(hits.scores, -count)[-count]
    among = np.flatnonzero(hits.scores >= least)
    return Hits(hits.ids.take(among), hits.scores.take(among))


def _keys(shelf: Shelf, sort: Sort, hits: Hits) -> NDArray[np.uint64]:
    """A number for each hit, smaller the earlier it comes; its last half is the permalink."""
    largest = np.uint64(0xFFFFFFFF)
    if sort is Sort.RELEVANCE:
        # Bits of positive floats order as the floats do.
        first = largest - hits.scores.view(np.uint32).astype(np.uint64)
    elif sort is Sort.NEWEST:
        first = largest - shelf.days["said_last"].take(hits.ids).astype(np.uint64)
    else:
        days = shelf.days["said_first"].take(hits.ids).astype(np.uint64)
        first = np.where(days == 0, largest, days)
    keys: NDArray[np.uint64] = (first << np.uint64(32)) | shelf.order.take(hits.ids)
    return keys


def folded(shelf: Shelf, sort: Sort, hits: Hits) -> tuple[Hits, NDArray[np.int64]]:
    """The first hit of each article, and how many further ones it has."""
    if not len(hits.ids):
        return hits, np.empty(0, np.int64)
    groups = shelf.names["article"].groups.take(hits.ids)
    keys = _keys(shelf, sort, hits)
    first = np.full(int(groups.max()) + 1, np.iinfo(np.uint64).max)
    np.minimum.at(first, groups, keys)
    best = np.flatnonzero(keys == first.take(groups))
    best = _one_each(groups.take(best), shelf.permalinks.take(hits.ids.take(best)), best)
    sizes = np.bincount(groups).take(groups.take(best))
    return Hits(hits.ids.take(best), hits.scores.take(best)), sizes - 1


def _one_each(
    groups: NDArray[Any], permalinks: NDArray[np.bytes_], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of the `places` of each group the one of the first permalink, in ascending order."""
    shared = np.bincount(groups).take(groups) > 1
    if not shared.any():
        return places
    groups, permalinks, tied = groups[shared], permalinks[shared], places[shared]
    order = np.lexsort((permalinks, groups))
    sorted_groups = groups[order]
    starts = np.concatenate(([True], sorted_groups[1:] != sorted_groups[:-1]))
    return np.sort(np.concatenate((places[~shared], tied[order[starts]])))
