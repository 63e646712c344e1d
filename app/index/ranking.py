"""The order of hits: by score or day, ties by permalink, and articles folded into one hit each."""

import numpy as np
from numpy.typing import NDArray

from app.domain.search import Sort
from app.index.shelf import Hits, Shelf


def ranked(shelf: Shelf, sort: Sort, hits: Hits, start: int, end: int) -> Hits:
    """Hits `start` to `end` in order; ties are broken by permalink, exactly."""
    if start >= len(hits.ids):
        return Hits(hits.ids[:0], hits.scores[:0])
    if sort is Sort.RELEVANCE:
        hits = _best(hits, end)
    keys = _keys(shelf, sort, hits)
    if end < len(keys):
        last = np.partition(keys, end - 1)[end - 1]
        among = np.flatnonzero(keys <= last)
        hits, keys = Hits(hits.ids.take(among), hits.scores.take(among)), keys.take(among)
    order = np.lexsort((shelf.permalinks.take(hits.ids), keys))[start:end]
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
    groups = shelf.names["article"].groups[hits.ids]
    order = np.lexsort((shelf.permalinks[hits.ids], _keys(shelf, sort, hits), groups))
    sorted_groups = groups[order]
    starts = np.flatnonzero(np.concatenate(([True], sorted_groups[1:] != sorted_groups[:-1])))
    sizes = np.diff(np.append(starts, len(order)))
    best = order[starts]
    back = np.argsort(hits.ids[best])
    best, sizes = best[back], sizes[back]
    return Hits(hits.ids[best], hits.scores[best]), sizes - 1
