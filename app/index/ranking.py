"""The order of hits: by score or day, ties by permalink, and articles folded into one hit each.

In order of telling, ties are broken by article and by the place in it first.
"""

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
    ties = _ties(shelf, sort, hits.ids)
    order = np.lexsort((*ties, keys))[start - before : end - before]
    return Hits(hits.ids.take(order), hits.scores.take(order))


def _best(hits: Hits, count: int) -> Hits:
    """The hits of the `count` highest scores, and all that equal the last of them."""
    if len(hits.ids) <= count * 4:
        return hits
    least = np.partition(hits.scores, -count)[-count]
    among = np.flatnonzero(hits.scores >= least)
    return Hits(hits.ids.take(among), hits.scores.take(among))


def _keys(shelf: Shelf, sort: Sort, hits: Hits) -> NDArray[np.uint64]:
    """A number for each hit, smaller the earlier it comes.

    Its last half is the permalink, or in order of telling the day of the article.
    """
    largest = np.uint64(0xFFFFFFFF)
    if sort is Sort.RELEVANCE:
        # Bits of positive floats order as the floats do.
        first = largest - hits.scores.view(np.uint32).astype(np.uint64)
    elif sort is Sort.NEWEST:
        first = largest - shelf.days["said_last"].take(hits.ids).astype(np.uint64)
    else:
        first = _days_or_last(shelf, "said_first", hits)
    last = shelf.order.take(hits.ids)
    if sort is Sort.IN_ORDER:
        last = _days_or_last(shelf, "published", hits)
    keys: NDArray[np.uint64] = (first << np.uint64(32)) | last
    return keys


def _days_or_last(shelf: Shelf, name: str, hits: Hits) -> NDArray[np.uint64]:
    """The days of a column, one after all others where there is none."""
    days = shelf.days[name].take(hits.ids).astype(np.uint64)
    return np.where(days == 0, np.uint64(0xFFFFFFFF), days)


def _ties(shelf: Shelf, sort: Sort, ids: NDArray[np.int64]) -> tuple[NDArray[Any], ...]:
    """What orders hits of one key, as lexsort takes it: the last decides first."""
    permalinks = shelf.permalinks.take(ids)
    if sort is not Sort.IN_ORDER:
        return (permalinks,)
    articles = shelf.names["article"]
    groups, numbers = np.unique(articles.groups.take(ids), return_inverse=True)
    # Each set of this column is one article; only those of the hits are looked up.
    values = articles.member_value[np.searchsorted(articles.member_group, groups)]
    names = np.array([articles.values[value] for value in values.tolist()], dtype=np.str_)
    return permalinks, shelf.ordinals.take(ids), names.take(numbers)


def folded(shelf: Shelf, sort: Sort, hits: Hits) -> tuple[Hits, NDArray[np.int64]]:
    """The first hit of each article, and how many further ones it has."""
    if not len(hits.ids):
        return hits, np.empty(0, np.int64)
    groups = shelf.names["article"].groups.take(hits.ids)
    keys = _keys(shelf, sort, hits)
    first = np.full(int(groups.max()) + 1, np.iinfo(np.uint64).max)
    np.minimum.at(first, groups, keys)
    best = np.flatnonzero(keys == first.take(groups))
    best = _one_each(groups.take(best), _ties(shelf, sort, hits.ids.take(best)), best)
    sizes = np.bincount(groups).take(groups.take(best))
    return Hits(hits.ids.take(best), hits.scores.take(best)), sizes - 1


def _one_each(
    groups: NDArray[Any], ties: tuple[NDArray[Any], ...], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of the `places` of each group the one that `ties` put first, in ascending order."""
    shared = np.bincount(groups).take(groups) > 1
    if not shared.any():
        return places
    groups, tied = groups[shared], places[shared]
    order = np.lexsort((*(tie[shared] for tie in ties), groups))
    sorted_groups = groups[order]
    starts = np.concatenate(([True], sorted_groups[1:] != sorted_groups[:-1]))
    return np.sort(np.concatenate((places[~shared], tied[order[starts]])))
