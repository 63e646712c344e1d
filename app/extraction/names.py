"""Names where they stand in an article, before anybody knows whom they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

from app.domain.spans import Span
from app.extraction.capitals import Word, words_in

PERSON, ORG, PLACE = "PERSON", "ORG", "GPE"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its words without title, and what sort of thing it names.

    `label` is PERSON, ORG, GPE, or "" where nothing tells. `title` covers the capitalised words
    before the name that are no part of it ("Foreign Minister").
    """

    span: Span
    words: tuple[str, ...]
    label: str
    title: Span | None = None
    possessive: bool = False
    paragraph: int = 0
    sentence: int = 0

    @property
    def text(self) -> str:
        """The name as printed, blanks made one."""
        return " ".join(self.words)


#: Paragraphs whose words are kept at once: all of an article, a part of a very long text.
_PARAGRAPHS_KEPT = 500


class WordLines(Sequence[Sequence[Word]]):
    """The words of each paragraph, read when asked for; those of a long text are not all kept."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._paragraphs = paragraphs
        self._words = lru_cache(_PARAGRAPHS_KEPT)(lambda n: tuple(words_in(text, paragraphs[n])))

    def __len__(self) -> int:
        return len(self._paragraphs)

    @overload
    def __getitem__(self, number: int) -> Sequence[Word]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Sequence[Word]]: ...
    def __getitem__(self, number: int | slice) -> Sequence[Word] | Sequence[Sequence[Word]]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        return self._words(range(len(self))[number])


@dataclass(frozen=True, slots=True)
class Scan:
    """The words and the names of an article, each in text order, paragraph by paragraph."""

    words: Sequence[Sequence[Word]]  # of each paragraph
    names: tuple[Name, ...]
