"""Columns of the index that are read whole: names by number, and runs of bytes end to end."""

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import columns

from app.index.foreign import WhooshObject

_U4 = np.dtype("<u4")
_U8 = np.dtype("<u8")


class RefColumn(columns.Column):  # type: ignore[misc]
    """A byte string for each record, kept once and numbered: speakers, outlets, kinds.

    Whoosh's own RefBytesColumn drops all values after 65,535 different ones.
    """

    reversible = False

    def writer(self, dbfile: WhooshObject) -> "_RefWriter":
        """Writes one segment's values."""
        return _RefWriter(dbfile)

    def reader(self, dbfile: WhooshObject, basepos: int, length: int, doccount: int) -> "RefReader":
        """Reads one segment's values."""
        return RefReader(dbfile, basepos, length, doccount)

    def default_value(self, reverse: bool = False) -> bytes:
        """What a record holds that was given nothing."""
        return b""


class _RefWriter(columns.ColumnWriter):  # type: ignore[misc]
    def __init__(self, dbfile: WhooshObject) -> None:
        self._dbfile = dbfile
        self._refs = array("I")
        self._numbers: dict[bytes, int] = {b"": 0}

    def add(self, docnum: int, value: bytes) -> None:
        refs, numbers = self._refs, self._numbers
        while len(refs) < docnum:
            refs.append(0)
        refs.append(numbers.setdefault(value, len(numbers)))

    def finish(self, doccount: int) -> None:
        self._refs.extend([0] * (doccount - len(self._refs)))
        values = list(self._numbers)
        self._dbfile.write(np.array(self._refs, dtype=_U4).tobytes())
        self._dbfile.write(np.array([len(value) for value in values], dtype=_U4).tobytes())
        self._dbfile.write(b"".join(values))
        self._dbfile.write(np.array([len(values)], dtype=_U8).tobytes())


class RefReader(columns.ColumnReader):  # type: ignore[misc]
    """`numbers[record]` is an index into `values`."""

    def __init__(self, dbfile: WhooshObject, basepos: int, length: int, doccount: int) -> None:
        self.numbers = _view(dbfile, basepos, doccount * 4, _U4)
        count = int(_view(dbfile, basepos + length - 8, 8, _U8)[0])
        at = basepos + doccount * 4
        lengths = _view(dbfile, at, count * 4, _U4).tolist()
        at += count * 4
        blob = bytes(dbfile.get(at, sum(lengths)))
        self.values: list[bytes] = []
        start = 0
        for size in lengths:
            self.values.append(blob[start : start + size])
            start += size

    def __getitem__(self, docnum: int) -> bytes:
        value: bytes = self.values[self.numbers[docnum]]
        return value

    def __len__(self) -> int:
        return len(self.numbers)


class BlobColumn(columns.Column):  # type: ignore[misc]
    """Bytes of any length for each record, end to end: permalinks, and the words in order."""

    reversible = False

    def writer(self, dbfile: WhooshObject) -> "_BlobWriter":
        """Writes one segment's values."""
        return _BlobWriter(dbfile)

    def reader(
        self, dbfile: WhooshObject, basepos: int, length: int, doccount: int
    ) -> "BlobReader":
        """Reads one segment's values."""
        return BlobReader(dbfile, basepos, length, doccount)

    def default_value(self, reverse: bool = False) -> bytes:
        """What a record holds that was given nothing."""
        return b""


class _BlobWriter(columns.ColumnWriter):  # type: ignore[misc]
    def __init__(self, dbfile: WhooshObject) -> None:
        self._dbfile = dbfile
        self._lengths = array("I")

    def add(self, docnum: int, value: bytes) -> None:
        while len(self._lengths) < docnum:
            self._lengths.append(0)
        self._dbfile.write(value)
        self._lengths.append(len(value))

    def finish(self, doccount: int) -> None:
        self._lengths.extend([0] * (doccount - len(self._lengths)))
        self._dbfile.write(np.array(self._lengths, dtype=_U4).tobytes())


class BlobReader(columns.ColumnReader):  # type: ignore[misc]
    """Record `n` has bytes `starts[n]` to `starts[n + 1]` of `data`, which stays on disk."""

    def __init__(self, dbfile: WhooshObject, basepos: int, length: int, doccount: int) -> None:
        size = length - doccount * 4
        lengths = _view(dbfile, basepos + size, doccount * 4, _U4)
        self.starts: NDArray[np.int64] = np.zeros(doccount + 1, dtype=np.int64)
        np.cumsum(lengths, out=self.starts[1:])
        self.data = _view(dbfile, basepos, size, np.dtype("u1"))

    def __getitem__(self, docnum: int) -> bytes:
        return self.data[self.starts[docnum] : self.starts[docnum + 1]].tobytes()

    def __len__(self) -> int:
        return len(self.starts) - 1


def raw_column(leaf: WhooshObject, name: str) -> WhooshObject:
    """A segment reader's column as its own class reads it, not as Whoosh translates it."""
    return leaf._perdoc.column_reader(name, leaf.schema[name].column_type)


def numbers(
    dbfile: WhooshObject, length: int, doccount: int, kind: str, default: int
) -> NDArray[Any]:
    """All values of one of Whoosh's NumericColumns; it leaves out defaults at the end."""
    dtype = np.dtype(kind).newbyteorder(">")
    whole = np.full(doccount, default, dtype=np.dtype(kind))
    stored = _view(dbfile, 0, length, dtype)
    whole[: len(stored)] = stored
    return whole


def _view(dbfile: WhooshObject, start: int, size: int, dtype: np.dtype[Any]) -> NDArray[Any]:
    # The memory-mapped bytes themselves where Whoosh has mapped the file, else a copy.
    mapped = getattr(dbfile, "_buf", None)
    data = mapped[start : start + size] if mapped is not None else dbfile.get(start, size)
    return np.frombuffer(data, dtype=dtype)
