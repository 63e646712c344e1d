"""Spans as sets of characters, and how much two of them share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

Spans = Iterable[Sequence[int]]


def characters(spans: Spans, text: str) -> frozenset[int]:
    """The offsets of the letters and digits inside the spans.

    Marks, commas and blanks at an edge are a matter of taste, so they never count.
    """
    return frozenset(
        offset for start, end in spans for offset in range(start, end) if text[offset].isalnum()
    )


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The Jaccard index of two sets: shared characters among all; 0 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 0.0


def folded(name: str) -> str:
    """A name without case, accents, punctuation and a leading "the", to compare names by."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(words.split()).removeprefix("the ")
