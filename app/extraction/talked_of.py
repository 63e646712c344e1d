"""Tells of whom somebody's words tell: hardly of a bare "the judge" who says them."""

import re
from collections.abc import Sequence

from app.domain.spans import Span
from app.domain.wordlists import word_map
from app.extraction.cast import Cast
from app.extraction.roles import role_words

_OPENS_WITH = re.compile(r"\W{0,3}(?:(he|his)|(she|her))\b", re.IGNORECASE)
_SAID_OF = re.compile(
    r"\s(?:said|says|wrote|added)\s(?:[A-Z][a-z]+day\s)?(?:of|about)\s(?:the|his|her)\s(?P<noun>\w+)\b"
)
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


def said_of(text: str, cast: Cast, end: int, figures: Sequence[int]) -> frozenset[int]:
    """Who of several bears the role that is spoken of: "Roe said of the governor".

    `end` is where the name of who speaks ends.
    """
    match = _SAID_OF.match(text, end)
    if match is None:
        return frozenset()
    noun = match["noun"]
    nouns = {noun, *word_map("roles.txt", "same").get(noun, ())}
    roles = ((i, role) for i in figures for role in cast.figures[i].roles)
    return frozenset(i for i, role in roles if nouns & set(role_words(role)))
