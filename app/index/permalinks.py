"""Permalinks as numpy holds them."""

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.index.columns import BlobReader

#: Two odd numbers whose multiples spread over all bits.
_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def permalink_array(column: BlobReader) -> NDArray[np.bytes_]:
    """All permalinks of a segment, one byte string of fixed width each."""
    lengths = np.diff(column.starts)
    if not len(lengths):
        return np.empty(0, dtype="S1")
    width = int(lengths.max())
    if width and (lengths == width).all():
        return np.frombuffer(column.data, dtype=f"S{width}")
    return np.array([column[number] for number in range(len(column))], dtype=f"S{max(width, 1)}")


def leading_bytes(permalinks: NDArray[np.bytes_]) -> NDArray[Any]:
    """The first four bytes of each as a number that orders as they do."""
    padded = permalinks.astype("S4")
    return padded.view(">u4").astype(np.uint64)


def numbers_of(permalinks: NDArray[np.bytes_], wanted: Collection[bytes]) -> list[int]:
    """Where any of `wanted` stands among `permalinks`, in order."""
    if not len(permalinks):
        return []
    table = np.zeros(1 << 16, dtype=bool)
    table[_hashes(np.array(list(wanted)))] = True
    likely = np.flatnonzero(table.take(_hashes(permalinks)))
    return [at for at in likely.tolist() if permalinks[at] in wanted]


def _hashes(permalinks: NDArray[np.bytes_]) -> NDArray[np.uint64]:
    """A number of sixteen bits for each, from its first sixteen letters."""
    letters: NDArray[Any] = permalinks.astype("S16").view("<u8").reshape(-1, 2)
    mixed: NDArray[Any] = letters[:, 0] * _FIRST + letters[:, 1] * _SECOND
    shifted: NDArray[np.uint64] = mixed >> np.uint64(48)
    return shifted
