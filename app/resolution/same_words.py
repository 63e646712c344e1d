"""Two tellings of the same words by one speaker are of one occasion."""

import re
from bisect import insort
from collections.abc import Sequence

from app.domain.quotations import Extraction
from app.domain.spans import joined
from app.resolution.occasions import Circumstances, lend
from app.resolution.word_sets import word_set

_SAME_WORDS = 0.7  # share of the shorter one's words by which two tellings are one
_LEAST_WORDS = 3  # a shorter quotation is a catchword, said time and again
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,})[\"”]")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY_WORDS = word_set("that with this have will would from they their")


def join_same_words(text: str, extraction: Extraction, found: Sequence[Circumstances]) -> None:
    """Lends an utterance the occasion of another telling of it, by its speaker."""
    settled: dict[str, list[int]] = {}  # whose occasion is told, by speaker, in order
    for index, one in enumerate(found):
        if one.settled and one.key is not None:
            settled.setdefault(one.key, []).append(index)
    for index, one in enumerate(found):
        if one.settled or one.key is None or one.key not in settled:
            continue
        quoted = [
            q.casefold().strip(" .,")
            for q in _QUOTED.findall(joined(extraction.quotations[index].content, text))
            if len(q.split()) >= _LEAST_WORDS
        ]
        for other_index in settled[one.key]:
            other = found[other_index]
            content = joined(extraction.quotations[other_index].content, text) if quoted else ""
            if any(q in content.casefold() for q in quoted) or _is_retold(one, other):
                lend(one, other, "the same words are told there")
                one.via = one.via or other.via
                one.settled = True
                insort(settled[one.key], index)
                break


def _is_retold(one: Circumstances, other: Circumstances) -> bool:
    least = min(len(one.words), len(other.words))
    near = abs(one.frame.paragraph - other.frame.paragraph) <= 1
    return (
        near
        and one.present == other.present
        and least >= 4
        and len(one.words & other.words) >= _SAME_WORDS * least
    )


def content_words(content: str) -> frozenset[str]:
    """The words of a content by which two tellings are compared."""
    return frozenset(w.lower() for w in _CONTENT_WORD.findall(content)) - _EMPTY_WORDS
