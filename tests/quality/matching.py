"""Which prediction finds which golden statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.quality.spans import characters, folded, overlap

FOUND = 0.5  # the least overlap (Jaccard) at which a prediction finds a golden statement
INSIDE = 0.5  # a prediction with this share of its characters in optional speech is neutral

Record = dict[str, Any]


@dataclass
class Matching:
    """The predictions that find each golden statement, and those that find nothing."""

    finders: dict[int, list[Record]]  # by the golden statement's index; several for a split one
    false: list[Record]
    neutral: list[Record]


def match(golden: list[Record], predicted: list[Record], text: str) -> Matching:
    """Pair golden and predicted statements one to one by the words they share.

    Core statements choose first, the best overlap before the rest. A golden statement marked
    `split` may be found by several predictions of its speaker together.
    """
    wanted = [characters(one["content"], text) for one in golden]
    given = [characters(one["content"], text) for one in predicted]
    finders: dict[int, list[Record]] = {}
    left = set(range(len(predicted)))
    for _, _, want, got in sorted(_pairs(golden, wanted, given)):
        if want not in finders and got in left:
            finders[want] = [predicted[got]]
            left.discard(got)
    for want, one in enumerate(golden):
        if one.get("split"):
            parts = _parts(one, wanted[want], predicted, given, left)
            joint = frozenset[int]().union(*(given[got] for got in parts))
            if want in finders or overlap(wanted[want], joint) >= FOUND:
                finders.setdefault(want, []).extend(predicted[got] for got in parts)
                left -= set(parts)
    false: list[Record] = []
    neutral: list[Record] = []
    for got in sorted(left):
        (neutral if _is_optional(given[got], golden, wanted) else false).append(predicted[got])
    return Matching(finders, false, neutral)


def _pairs(
    golden: list[Record], wanted: list[frozenset[int]], given: list[frozenset[int]]
) -> list[tuple[bool, float, int, int]]:
    """Every pair that overlaps enough, as keys that sort the surest first."""
    return [
        (not golden[want]["core"], -share, want, got)
        for want, mine in enumerate(wanted)
        for got, theirs in enumerate(given)
        if (share := overlap(mine, theirs)) >= FOUND
    ]


def _parts(
    one: Record,
    mine: frozenset[int],
    predicted: list[Record],
    given: list[frozenset[int]],
    left: set[int],
) -> list[int]:
    """The free predictions of the right speaker that lie inside a split statement."""
    return [
        got
        for got in sorted(left)
        if given[got] and len(given[got] & mine) >= 0.9 * len(given[got])
        if names_speaker(one, predicted[got])
    ]


def _is_optional(mine: frozenset[int], golden: list[Record], wanted: list[frozenset[int]]) -> bool:
    """Whether most of a prediction lies in speech that a reader may go without."""
    optional, core = set[int](), set[int]()
    for one, theirs in zip(golden, wanted, strict=True):
        (core if one["core"] else optional).update(theirs)
    return bool(mine) and len(mine & (optional - core)) >= INSIDE * len(mine)


def names_speaker(golden: Record, predicted: Record) -> bool:
    """Whether a prediction names the golden speaker, or nobody where nobody is named."""
    if golden.get("speaker_any"):
        return True
    allowed = [golden["speaker"], *golden.get("speaker_also", [])]
    got = predicted.get("speaker")
    return folded(got or "") in {folded(name or "") for name in allowed}
