"""Tells of whom somebody's words tell: hardly of a bare "the judge" who says them."""

import re
from collections.abc import Sequence

from app.domain.spans import Span
from app.extraction.cast import Cast

_OPENS_WITH = re.compile(r"\W{0,3}(?:(he|his)|(she|her))\b", re.IGNORECASE)
_ONESELF = re.compile(r"\b(?:I|me|my|myself)\b")


def named_in(cast: Cast, content: Sequence[Span]) -> frozenset[int]:
    """Numbers of the figures that words name: Roe in "Jane Roe is ill, the doctor said".

    Source: condition C of binding (Chomsky, Lectures on Government and Binding, 1981): who is
    spoken of by name is not who speaks.
    """
    found = set()
    for span in content:
        index = cast.name_at_or_before(span.end - 1)
        while index is not None and index >= 0 and cast.names[index].span.start >= span.start:
            meaning = cast.meanings[index]
            if meaning is not None:
                found.add(meaning.figure)
            index -= 1
    return frozenset(found)


def told_by_pronoun(text: str, content: Sequence[Span]) -> str | None:
    """The gender of whom words tell that open with "he" or "she"; None where they open otherwise.

    Nor where the speaker tells of himself in them: "He asked me".
    """
    opening = _OPENS_WITH.match(text, content[0].start, content[0].end) if content else None
    if opening is None or any(_ONESELF.search(span.of(text)) for span in content):
        return None
    return "m" if opening[1] else "f"
