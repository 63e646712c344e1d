"""Whoosh's posting lists with whole blocks kept as arrays, so that numpy reads them at once.

The stock codec pickles every posting; unpickling is what its searches spend their time on.
Blocks here hold the same numbers as bytes, and Whoosh's own searcher still reads them.
"""

import io
import pickle
import struct
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import formats
from whoosh.codec import whoosh3

from app.index.foreign import WhooshObject

#: Postings a block holds: 4,096 read 30 times faster than the stock 128 and cost no speed to write.
BLOCK = 4096

#: Lists up to this length are packed without numpy.
_SHORT = 16

_LENGTH = struct.Struct("!i")
_NARROW = ("<u1", "<u2", "<u4")

Ids = NDArray[np.int32]
Counts = NDArray[np.float32]


class Occurrences(formats.Format):  # type: ignore[misc]
    """A posting is a record and how often the word stands in it; places are in the word stream."""

    posting_size = 0

    def word_values(
        self, value: Iterable[tuple[str, int]], analyzer: object, **kwargs: object
    ) -> Iterable[tuple[str, int, float, bytes]]:
        """(word, count, weight, nothing) for each word of `value`, counted beforehand."""
        return ((word, count, float(count), b"") for word, count in value)

    def decode_frequency(self, valuestring: bytes) -> int:
        """Whoosh asks the format for a count; the weight of a posting is that count."""
        return 1

    def decode_weight(self, valuestring: bytes) -> float:
        """See `decode_frequency`."""
        return 1.0


class ArrayCodec(whoosh3.W3Codec):  # type: ignore[misc]
    """The standard codec of Whoosh 2.7 and later, with array blocks."""

    length_stats = False  # lengths are read from their column, never from blocks

    def __init__(self) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)

    def postings_writer(self, dbfile: WhooshObject, byteids: bool = False) -> WhooshObject:
        """What Whoosh writes posting lists with."""
        return _ArrayPostingsWriter(
            dbfile, blocklimit=self._blocklimit, byteids=byteids, compression=0,
            inlinelimit=self._inlinelimit,
        )  # fmt: skip

    def postings_reader(
        self,
        dbfile: WhooshObject,
        terminfo: WhooshObject,
        format_: WhooshObject,
        term: WhooshObject = None,
        scorer: WhooshObject = None,
    ) -> WhooshObject:
        """What Whoosh's own searcher and its merging read posting lists with."""
        offset, length = terminfo.extent()
        return _ArrayMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)

    def new_segment(self, storage: WhooshObject, indexname: str) -> WhooshObject:
        """A segment that remembers this codec."""
        return ArraySegment(self, indexname)


class ArraySegment(whoosh3.W3Segment):  # type: ignore[misc]
    """A segment written by ArrayCodec."""

    def codec(self, **kwargs: object) -> ArrayCodec:
        """The codec that reads this segment."""
        return ArrayCodec()


def read_postings(postfile: WhooshObject, offset: int) -> tuple[Ids, Counts]:
    """The whole posting list at `offset`: record numbers in order, and counts.

    Only slices of the file's memory are read, nothing is moved, so threads may share `postfile`.
    """
    ids: list[Ids] = []
    counts: list[Counts] = []
    at = offset + len(whoosh3.WHOOSH3_HEADER_MAGIC)
    last = False
    while not last:
        (length,) = _LENGTH.unpack(postfile.get(at, 4))
        last, length = length < 0, abs(length)
        block = io.BytesIO(postfile.get(at + 4, length))
        pickle.load(block)  # noqa: S301 - the generation's checksums were compared before it was opened
        deltas, weights, _ = pickle.load(block)  # noqa: S301 - as above
        ids.append(_read_ids(deltas))
        counts.append(_read_counts(weights, len(ids[-1])))
        at += 4 + length
    if len(ids) == 1:
        return ids[0], counts[0]
    return np.concatenate(ids), np.concatenate(counts)


def _read_ids(packed: tuple[str, bytes]) -> Ids:
    kind, data = packed
    return np.cumsum(np.frombuffer(data, dtype=kind), dtype=np.int32)


def _read_counts(packed: float | tuple[str, bytes], length: int) -> Counts:
    if isinstance(packed, float):
        return np.full(length, packed, dtype=np.float32)
    kind, data = packed
    return np.frombuffer(data, dtype=kind).astype(np.float32)


def _pack(numbers: NDArray[Any]) -> tuple[str, bytes]:
    largest = int(numbers.max())
    kind = next(kind for kind in _NARROW if largest <= np.iinfo(kind).max)
    return kind, numbers.astype(kind).tobytes()


def _pack_short(numbers: list[int]) -> tuple[str, bytes]:
    """As `_pack`: numpy costs more than it saves where numbers are few, as most lists' are."""
    largest = max(numbers)
    if largest < 256:
        return "<u1", bytes(numbers)
    size = 2 if largest < 65_536 else 4
    return f"<u{size}", b"".join([number.to_bytes(size, "little") for number in numbers])


class _ArrayPostingsWriter(whoosh3.W3PostingsWriter):  # type: ignore[misc]
    _terminfo: WhooshObject

    def finish_postings(self) -> WhooshObject:
        # As in Whoosh, but never inlined: every list is read in one way.
        terminfo = self._terminfo
        if self._ids:
            self._write_block(last=True)
        terminfo.set_extent(self._startoffset, self._postfile.tell() - self._startoffset)
        self._terminfo = None
        return terminfo

    def _mini_ids(self) -> WhooshObject:
        if len(self._ids) <= _SHORT:
            return _pack_short([one - before for before, one in pairwise((0, *self._ids))])
        ids = np.array(self._ids, dtype=np.int64)
        return _pack(np.diff(ids, prepend=0))

    def _mini_weights(self) -> WhooshObject:
        if len(self._weights) <= _SHORT:
            if min(self._weights) == max(self._weights):
                return float(self._weights[0])
            return _pack_short([int(weight) for weight in self._weights])
        weights = np.array(self._weights)
        if (weights == weights[0]).all():
            return float(weights[0])
        return _pack(weights)


class _ArrayMatcher(whoosh3.W3LeafMatcher):  # type: ignore[misc]
    def _read_ids(self) -> None:
        if self._data is None:
            self._read_data()
        self._ids = _read_ids(self._data[0]).tolist()

    def _read_weights(self) -> None:
        if self._data is None:
            self._read_data()
        self._weights = _read_counts(self._data[1], self._blocklength).tolist()
