"""Names where they stand in an article, before anybody knows whom they mean."""

from dataclasses import dataclass

from app.domain.spans import Span
from app.extraction.capitals import Word

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


@dataclass(frozen=True, slots=True)
class Scan:
    """The words and the names of an article, each in text order, paragraph by paragraph."""

    words: tuple[tuple[Word, ...], ...]  # one tuple a paragraph
    names: tuple[Name, ...]
