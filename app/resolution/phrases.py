"""Finds many phrases in a text at once, in time linear in the text's length."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from app.domain.spans import Span

_T = TypeVar("_T")
_WORD = re.compile(r"\w+")


class PhraseIndex(Generic[_T]):
    """Values by the phrases that name them, looked up by a phrase's first word."""

    def __init__(self, phrases: Iterable[tuple[str, _T]]) -> None:
        """Index `phrases`; case is ignored, and a phrase may stand for several values."""
        self._by_word: dict[str, dict[str, list[_T]]] = defaultdict(dict)
        for phrase, value in phrases:
            first = _WORD.search(phrase)
            if first and first.start() == 0:
                key = phrase.casefold()
                self._by_word[first.group().casefold()].setdefault(key, []).append(value)

    def find(self, text: str) -> Iterator[tuple[Span, list[_T]]]:
        """Each phrase in `text` with its values: the longest at each place, in order."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            known = self._by_word.get(word.group().casefold())
            if known is None:
                continue
            for phrase in sorted(known, key=len, reverse=True):
                stop = word.start() + len(phrase)
                if text[word.start() : stop].casefold() != phrase:
                    continue
                if text[stop : stop + 1].isalnum():
                    continue
                end = stop
                yield Span(word.start(), stop), known[phrase]
                break
