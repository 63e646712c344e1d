"""Phrases and pairs, found in the words of records in order."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.index.fields import END
from app.index.segments import Segment
from app.index.shelf import Records, Shelf

Codes = NDArray[np.uint32]

#: Where more of a block's records than this share may match, its words are read in one run.
_READ_ALL = 0.2

#: Words that are looked through between two looks at the clock: about 3 ms.
_BLOCK = 1_000_000

#: More codes than this are looked up in a table instead of compared one by one.
_FEW_CODES = 8


def with_phrase(
    shelf: Shelf,
    candidates: Records,
    words: Sequence[Codes],
    rarest: int,
    stop: Callable[[], bool],
) -> Records:
    """Those of `candidates` with the words side by side; `words[i]`: codes of the i-th.

    rarest: which word is looked for first. Asks `stop` before each block of records; those after
    it said so are not looked at.
    """
    tests = [_Among(codes) for codes in words]

    def found(stream: Codes) -> NDArray[np.int64]:
        return _starts_of(stream, tests, rarest)

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
    tests = _Among(left), _Among(right)

    def found(stream: Codes) -> NDArray[np.int64]:
        return _pairs_of(stream, *tests, distance)

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
        for block in _blocks(segment, local):
            if stop():
                break
            stream, starts, owners = _words(segment, block)
            places = found(stream)
            records = owners[np.searchsorted(starts, places, side="right") - 1]
            matched = np.unique(records)
            if owners is not block:
                matched = matched[np.isin(matched, block, assume_unique=True)]
            kept.append(matched + shelf.bases[number])
    return np.concatenate(kept) if kept else np.empty(0, np.int64)


def _blocks(segment: Segment, local: Records) -> Iterator[Records]:
    """The records `local` in runs that have about a block of words."""
    if not len(local):
        return
    each = max(1, len(segment.codes) // max(segment.size, 1))
    size = max(1, _BLOCK // each)
    for at in range(0, len(local), size):
        yield local[at : at + size]


def _words(segment: Segment, local: Records) -> tuple[Codes, Any, Any]:
    """The words of the records `local` end to end, where each record starts, and its number."""
    codes, starts = segment.codes, segment.starts
    first, last = int(local[0]), int(local[-1]) + 1
    if len(local) > (last - first) * _READ_ALL:
        run = starts[first : last + 1]
        return codes[run[0] : run[-1]], run[:-1] - run[0], np.arange(first, last)
    lengths = starts[local + 1] - starts[local]
    ends = np.cumsum(lengths)
    at = np.repeat(starts[local] - (ends - lengths), lengths) + np.arange(int(ends[-1]))
    return codes[at], ends - lengths, local


class _Among:
    """Tells which codes of a stream are one of some."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._table: NDArray[np.bool_] | None = None
        if len(codes) > _FEW_CODES:
            self._table = np.zeros(1 << 16, dtype=bool)
            self._table[codes & np.uint32(0xFFFF)] = True

    def of(self, stream: Codes) -> NDArray[np.bool_]:
        """For each code of `stream`, whether it is one of them."""
        if self._table is None:
            held: NDArray[np.bool_] = np.zeros(len(stream), dtype=bool)
            for code in self._codes:
                held |= stream == code
            return held
        held = self._table.take(stream & np.uint32(0xFFFF))
        likely = np.flatnonzero(held)
        held[likely] = np.isin(stream[likely], self._codes)
        return held


def _starts_of(stream: Codes, tests: Sequence[_Among], rarest: int) -> NDArray[np.int64]:
    # From the rarest word; a field ends with END, so no run leaves it.
    starts = np.flatnonzero(tests[rarest].of(stream)) - rarest
    starts = starts[(starts >= 0) & (starts + len(tests) <= len(stream))]
    for number, test in enumerate(tests):
        if not len(starts):
            break
        if number != rarest:
            starts = starts[test.of(stream[starts + number])]
    return starts


def _pairs_of(stream: Codes, left: _Among, right: _Among, distance: int) -> NDArray[np.int64]:
    first = np.flatnonzero(left.of(stream))
    second = np.flatnonzero(right.of(stream))
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
