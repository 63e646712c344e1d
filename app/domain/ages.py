"""Ages that are printed beside a name: ", 23," behind it, "19-year-old" before it."""

import re
from collections.abc import Iterator

from app.domain.callings import read_calling
from app.domain.spans import Span

_BEHIND = re.compile(r",\s(?:aged?\s)?(?P<age>\d{1,2})(?=[,.;)”\"]|\s(?:and|who|of|from)\b)")
_APPOSED = re.compile(r",\s(?:an?|the)\s(?P<age>\d{1,2})-year-old\b(?!\s(?:son|daughter|child)\b)")
_BEFORE = re.compile(
    r"\b(?P<age>\d{1,2}|[A-Za-z]+(?:-[a-z]+)?)-year-old(?:,?\s(?P<what>[^\s,.;]+(?:\s[^\s,.;]+)?))?\s$"
)
#: Numbers behind names that count votes or shares, as polls and tables print them.
_COUNTS = re.compile(r"%|\b(?:per ?cent|points?|polls?|polled|delegates?|votes?|seats?|goals?)\b")
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "twenty-one twenty-two twenty-three twenty-four"
)
_WORDS = {word: number for number, word in enumerate(_TEENS.split(), start=10)}
_NEAR = 120  # characters around an age in which the word that makes it a count may stand
_YOUNGEST = 5  # a smaller number behind a name is a score


def ages_beside(text: str, name: Span) -> Iterator[int]:
    """The ages that surely are those of who bears the name at this place; none among counts.

    "The 19-year-old son of …" and "the 22-year-old suspect told …" tell another's age.
    """
    if _COUNTS.search(text[max(0, name.start - _NEAR) : name.end + _NEAR]):
        return
    behind = _BEHIND.match(text, name.end)
    before = _BEFORE.search(text[max(0, name.start - 60) : name.start])
    if before is not None and not _is_a_calling(before["what"]):
        before = None
    for found in (behind, before, _APPOSED.match(text, name.end)):
        if found is None:
            continue
        digits = found["age"]
        age = int(digits) if digits.isdigit() else _WORDS.get(digits.casefold(), 0)
        if age >= _YOUNGEST:
            yield age


def _is_a_calling(words: str | None) -> bool:
    if words is None:
        return True
    calling = read_calling(words)
    return calling is not None and words.casefold().endswith(calling.noun)
