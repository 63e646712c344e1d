"""Hits as sets: those of both, of any, of one and not of another. Records are always ascending."""

import numpy as np

from app.index.shelf import Hits, Mask, Records, Scores

NO_HITS = Hits(np.empty(0, np.int64), np.empty(0, np.float32))


class Total:
    """Records in any of several hits, scores added, or the best of them where they are `units`."""

    def __init__(self, size: int, unit: bool) -> None:
        self._size, self._unit = size, unit
        self._only: Hits | None = None
        self._scores: Scores | None = None

    def add(self, hits: Hits) -> None:
        """Takes in further hits."""
        if not len(hits.ids):
            return
        if self._only is None:
            self._only = hits
            return
        if self._scores is None:
            self._scores = np.full(self._size, -1, dtype=np.float32)
            self._scores[self._only.ids] = self._only.scores
        before = self._scores.take(hits.ids)
        if self._unit:
            self._scores[hits.ids] = np.maximum(before, hits.scores)
        else:
            self._scores[hits.ids] = np.maximum(before, 0) + hits.scores

    def hits(self) -> Hits:
        """All that were taken in."""
        if self._scores is None:
            return self._only or NO_HITS
        ids = np.flatnonzero(self._scores >= 0)
        return Hits(ids, self._scores[ids])


def unscored(ids: Records) -> Hits:
    """Records that nothing says to be more relevant than others."""
    return Hits(ids, np.zeros(len(ids), dtype=np.float32))


def both_of(first: Hits, second: Hits, size: int) -> Hits:
    """Records in both, scores added; each is in ascending order."""
    if len(first.ids) > len(second.ids):
        first, second = second, first
    if len(first.ids) * 16 < len(second.ids):
        at = np.searchsorted(second.ids, first.ids)
        at[at == len(second.ids)] = 0
        same = second.ids[at] == first.ids
        at = at[same]
    else:
        held = np.zeros(size, dtype=bool)
        held[second.ids] = True
        same = held[first.ids]
        place = np.zeros(size, dtype=bool)
        place[first.ids[same]] = True
        at = np.flatnonzero(place[second.ids])
    return Hits(first.ids[same], first.scores[same] + second.scores[at])


def only(hits: Hits, ids: Records) -> Hits:
    """`hits` at `ids` alone, which are all among them."""
    at = np.searchsorted(hits.ids, ids)
    return Hits(ids, hits.scores[at])


def without(ids: Records, gone: Records) -> Records:
    """`ids` that are not among `gone`; each is in ascending order."""
    if not len(gone) or not len(ids):
        return ids
    held: Mask = np.zeros(int(max(ids[-1], gone[-1])) + 1, dtype=bool)
    held[gone] = True
    return ids[~held[ids]]
