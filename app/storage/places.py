"""Where the words of an old text stand in a new one, as far as that is certain."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from app.domain.spans import GAP, Span
from app.storage.permalinks import words_of

_RUN = re.compile(r"[\w'’ʼ\u00ad]+")

#: Word pairs that are compared at most: 20,000 by 20,000 words take some 2 s.
_MOST_PAIRS = 400_000_000

#: Two words in a row are found anywhere; three that stand in order are the same passage.
_SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class WordMap:
    """The words of a text in normal form, with where each starts, in characters."""

    words: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "WordMap":
        """The words of a text."""
        found = [(run.start(), word) for run in _RUN.finditer(text) for word in words_of(run[0])]
        return cls(tuple(word for _, word in found), tuple(start for start, _ in found))

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that start in one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(
                bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
            )
        )

    def find(self, content: str) -> frozenset[int]:
        """The numbers of the words of `content`, where each of its parts stands here only once."""
        numbers: set[int] = set()
        for part in content.split(GAP):
            wanted = tuple(words_of(part))
            starts = self._starts_of(wanted)
            if len(starts) != 1:
                return frozenset()
            numbers.update(range(starts[0], starts[0] + len(wanted)))
        return frozenset(numbers)

    def _starts_of(self, wanted: Sequence[str]) -> list[int]:
        if not wanted:
            return []
        size = len(wanted)
        return [
            at
            for at, word in enumerate(self.words)
            if word == wanted[0] and self.words[at : at + size] == tuple(wanted)
        ]


def carry_over(old: WordMap, new: WordMap) -> dict[int, int]:
    """Which word of the new text each word of the old one became; words changed are left out.

    Texts too long to compare give nothing, so that nothing is matched by guesswork.
    """
    if old.words == new.words:
        return {number: number for number in range(len(old.words))}
    if len(old.words) * len(new.words) > _MOST_PAIRS:
        return {}
    carried: dict[int, int] = {}
    for step in Indel.opcodes(old.words, new.words):
        if step.tag == "equal" and step.src_end - step.src_start >= _SHORTEST_RUN:
            carried.update(
                zip(
                    range(step.src_start, step.src_end),
                    range(step.dest_start, step.dest_end),
                    strict=True,
                )
            )
    return carried
