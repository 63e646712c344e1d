"""Phrases and pairs, found in the words of records in order."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.index.fields import END
from app.index.segments import Segment
from app.index.shelf import Records, Shelf

Codes = NDArray[np.uint32]

#: Where more of a segment's records than this share may match, its words are read in one run.
_READ_ALL = 0.2


def with_phrase(
    shelf: Shelf, candidates: Records, words: Sequence[Codes], stop: Callable[[], bool]
) -> Records:
    """Those of `candidates` with the words side by side; `words[i]`: codes of the i-th.

    Asks `stop` before each segment; those after it said so are not looked at.
    """

    def found(stream: Codes) -> NDArray[np.int64]:
        return _starts_of(stream, words)

    return _searched(shelf, candidates, found, stop)


def with_pair(
    shelf: Shelf,
    candidates: Records,
    left: Codes,
    right: Codes,
    distance: int,
    stop: Callable[[], bool],
) -> Records:
    """Those of `candidates` where the two are at most `distance` words apart in one field.

    Asks `stop` as `with_phrase` does.
    """

    def found(stream: Codes) -> NDArray[np.int64]:
        return _pairs_of(stream, left, right, distance)

    return _searched(shelf, candidates, found, stop)


def _searched(
    shelf: Shelf,
    candidates: Records,
    found: Callable[[Codes], NDArray[np.int64]],
    stop: Callable[[], bool],
) -> Records:
    kept = []
    edges = np.searchsorted(candidates, shelf.bases)
    for number, segment in enumerate(shelf.segments):
        local = candidates[edges[number] : edges[number + 1]] - shelf.bases[number]
        if len(local) and stop():
            break
        if len(local):
            stream, starts, owners = _words(segment, local)
            places = found(stream)
            records = owners[np.searchsorted(starts, places, side="right") - 1]
            matched = np.unique(records)
            if owners is not local:
                matched = matched[np.isin(matched, local, assume_unique=True)]
            kept.append(matched + shelf.bases[number])
    return np.concatenate(kept) if kept else np.empty(0, np.int64)


def _words(segment: Segment, local: Records) -> tuple[Codes, Any, Any]:
    """The words of the records `local` end to end, where each record starts, and its number."""
    codes, starts = segment.codes, segment.starts
    if len(local) > segment.size * _READ_ALL:
        return codes, starts[:-1], np.arange(segment.size)
    lengths = starts[local + 1] - starts[local]
    ends = np.cumsum(lengths)
    at = np.repeat(starts[local] - (ends - lengths), lengths) + np.arange(int(ends[-1]))
    return codes[at], ends - lengths, local


def _starts_of(stream: Codes, words: Sequence[Codes]) -> NDArray[np.int64]:
    # From the word with the fewest places; a field ends with END, so no run leaves it.
    anchor, places = 0, None
    for number, codes in enumerate(words):
        here = np.flatnonzero(_is_one_of(stream, codes))
        if places is None or len(here) < len(places):
            anchor, places = number, here
        if len(here) < 1000:
            break
    assert places is not None
    starts = places - anchor
    starts = starts[(starts >= 0) & (starts + len(words) <= len(stream))]
    for number, codes in enumerate(words):
        if number != anchor:
            starts = starts[_is_one_of(stream[starts + number], codes)]
    return starts


def _pairs_of(stream: Codes, left: Codes, right: Codes, distance: int) -> NDArray[np.int64]:
    first = np.flatnonzero(_is_one_of(stream, left))
    second = np.flatnonzero(_is_one_of(stream, right))
    if not len(first) or not len(second):
        return first[:0]
    field = np.cumsum(stream <= END)
    near = np.zeros(len(first), dtype=bool)
    before = np.searchsorted(second, first, side="left") - 1
    after = np.searchsorted(second, first, side="right")
    for at in (before, after):
        exists = (at >= 0) & (at < len(second))
        other = second[np.where(exists, at, 0)]
        near |= exists & (np.abs(other - first) <= distance) & (field[other] == field[first])
    return first[near]


def _is_one_of(stream: Codes, codes: Codes) -> NDArray[np.bool_]:
    held: NDArray[np.bool_] = stream == codes[0] if len(codes) == 1 else np.isin(stream, codes)
    return held
