"""How much a decision is worth a curator's time. Pure."""

from math import log2


def weight(doubt: float, times_read: int, hanging: int = 1) -> float:
    """The score of a decision: `doubt` in [0, 1], reads of the page, statements that hang on it.

    Reads and statements count by their logarithm, so that a page read a hundred times comes
    before one read ten times and not before everything.
    """
    return doubt * (1 + log2(1 + times_read)) * (1 + log2(max(1, hanging)))
