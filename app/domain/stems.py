"""Word stems rough enough to join "guarantees" and "guaranteeing", and the two Englishes."""

import re
from collections.abc import Iterator, Sequence

_ENDING_WORDS = (
    "ations ation ating ated ates ate ionally ional ions ion ings ing ies ied ed es s ly ive "
    "ment y e"
)
_ENDINGS = tuple(_ENDING_WORDS.split())
_LEAST = 4  # letters that must be left
_SPELLINGS = (("defens", "defenc"), ("offens", "offenc"), ("programme", "program"), ("iz", "is"))
#: A word; "co-operate" is one, "non-co-operation" too.
_PLACED = re.compile(r"(?:\b(?:[Cc]o|[Aa]nti|[Nn]on|[Bb]uild)-(?=[a-z]))*[^\W_]+")


def stem(word: str) -> str:
    """The stem of a word, in small letters and British spelling."""
    found = word.lower()
    for american, british in _SPELLINGS:
        found = found.replace(american, british)
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= _LEAST:
            return found.removesuffix(ending).rstrip("e")
    if found.endswith("s") and not found.endswith("ss") and len(found) >= _LEAST:
        found = found[:-1]  # "pays", which is too short for the endings above
    return found.rstrip("e") if len(found) > _LEAST else found


def stems(text: str) -> list[str]:
    """The stems of the words of `text`; "co-operate" is one word."""
    return [word for word, _, _ in stemmed(text)]


def stemmed(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of `text` as in `stems`, each with where it starts and ends in the text."""
    for match in _PLACED.finditer(text):
        yield stem(match.group().replace("-", "")), match.start(), match.end()


def spans_of(words: Sequence[tuple[str, int, int]], phrase: str) -> Iterator[tuple[int, int]]:
    """Where the words of a phrase stand side by side among those of `stemmed`."""
    wanted = stems(phrase)
    for first in range(len(words) - len(wanted) + 1 if wanted else 0):
        part = words[first : first + len(wanted)]
        if [found for found, _, _ in part] == wanted:
            yield part[0][1], part[-1][2]


def contains(words: list[str], phrase: list[str]) -> bool:
    """Whether the stems of a phrase stand side by side among those of a text."""
    size = len(phrase)
    first = phrase[0] if phrase else None
    return size > 0 and any(
        words[i : i + size] == phrase for i, word in enumerate(words) if word == first
    )
