"""Permalinks as numpy holds them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.index.columns import BlobReader


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
