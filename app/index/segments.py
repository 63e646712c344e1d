"""One segment of the Whoosh index, read into arrays once and kept until it is merged away.

After it is opened nothing is moved or changed in it, so threads share it without a lock.
"""

from bisect import bisect_left
from functools import cached_property
from itertools import takewhile
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec
from whoosh.reading import SegmentReader
from whoosh.util.numeric import byte_to_length

from app.index.codec import Counts, Ids, read_postings
from app.index.columns import BlobReader, numbers, raw_column
from app.index.fields import DATE_COLUMNS, NAME_COLUMNS, UNKNOWN_CONFIDENCE, WORD_FIELDS
from app.index.foreign import WhooshObject
from app.index.permalinks import leading_bytes, permalink_array

#: Whoosh keeps the length of a field in one byte; these are the lengths the bytes stand for.
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.float32)

#: The first day of the calendar that numpy counts from, as Python's ordinal.
_EPOCH = 719_163

_EMPTY: tuple[Ids, Counts] = (np.empty(0, np.int32), np.empty(0, np.float32))


class NameColumn(NamedTuple):
    """`numbers[record]` is an index into `values`."""

    numbers: NDArray[np.uint32]
    values: list[str]


class Segment:
    """The arrays of one segment.

    Record `n` has the words `codes[starts[n]:starts[n + 1]]`, in order, fields divided by END.
    """

    def __init__(self, storage: WhooshObject, schema: WhooshObject, segment: WhooshObject) -> None:
        self.id: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        segment.compound = False  # `storage` holds the files that were inside the one file
        reader = self._reader = SegmentReader(storage, schema, segment)
        self._postings_file = reader._terms._postfile
        self.terms: dict[str, dict[str, tuple[int, int]]] = {name: {} for name in WORD_FIELDS}
        for (field, word), info in reader._terms.items():
            self.terms[field][word.decode()] = (info.extent()[0], info.doc_frequency())
        self.names = {name: self._names(name) for name in NAME_COLUMNS}
        self.days = {name: self._numbers(name, "i4", 0) for name in DATE_COLUMNS}
        self.ordinals = self._numbers("ordinal", "i4", 0)
        self.confidence = self._numbers("confidence", "u1", UNKNOWN_CONFIDENCE)
        self.lengths = {
            name: _LENGTHS[self._numbers(f"_{name}_len", "u1", 0)] for name in WORD_FIELDS
        }
        self.years = _shared_year(self.days["said_first"], self.days["said_last"])
        self.permalinks = permalink_array(raw_column(reader, "permalink"))
        self.order = leading_bytes(self.permalinks)
        stream: BlobReader = raw_column(reader, "stream")
        self.codes: NDArray[np.uint32] = stream.data.view("<u4")
        self.starts: NDArray[np.int64] = stream.starts >> 2

    def postings(self, field: str, word: str) -> tuple[Ids, Counts]:
        """Records of this segment with `word` in `field`, in order, and how often each time."""
        held = self.terms[field].get(word)
        return read_postings(self._postings_file, held[0]) if held else _EMPTY

    def at(self, permalink: str) -> list[int]:
        """The records with this permalink, in order; one may be deleted and one put in anew."""
        wanted = permalink.encode()
        link, order = self.permalinks.__getitem__, self._by_permalink
        place = bisect_left(order, wanted, key=link)
        return [int(one) for one in takewhile(lambda n: link(n) == wanted, order[place:])]

    @cached_property
    def _by_permalink(self) -> NDArray[np.int32]:
        """The records in the order of their permalinks, sorted when one is first looked up."""
        return np.argsort(self.permalinks, kind="stable").astype(np.int32)

    def _names(self, name: str) -> NameColumn:
        if not self._has(name):
            return NameColumn(np.zeros(self.size, np.uint32), [""])
        column = raw_column(self._reader, name)
        return NameColumn(column.numbers, [value.decode() for value in column.values])

    def _numbers(self, name: str, kind: str, default: int) -> NDArray[Any]:
        if not self._has(name):
            return np.full(self.size, default, dtype=kind)
        file, _, length = self._reader._perdoc._get_column_file(name)
        return numbers(file, length, self.size, kind, default)

    def _has(self, name: str) -> bool:
        storage = self._reader._perdoc._storage
        return bool(storage.file_exists(W3Codec.column_filename(self._reader._segment, name)))


def _shared_year(first: NDArray[Any], last: NDArray[Any]) -> NDArray[np.int32]:
    """The year that all days of each range share, 0 where it is not known."""
    years = _year(first)
    return np.where((first > 0) & (years == _year(last)), years, 0).astype(np.int32)


def _year(days: NDArray[Any]) -> NDArray[np.int64]:
    since = (days.astype(np.int64) - _EPOCH).astype("M8[D]")
    return since.astype("M8[Y]").astype(np.int64) + 1970
