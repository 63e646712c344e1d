"""What a reader understood of one document, for the report of a run."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.domain.counting import counted
from app.domain.documents import ParsedArticle, SourceDocument
from app.services.reports import Outcome


@dataclass(frozen=True, slots=True)
class ArticleUnderstood:
    """One article as its head was read; None is what the source does not say."""

    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Understood:
    """One document: which reader took it, what it found, and what became of it.

    `dropped` is the share of the source's words that are not in its text, where it is measured;
    `articles` is empty for a document that was held before and not read again; `documents` of
    them, with no reader, stand together where their file was not read again.
    """

    name: str
    outcome: Outcome
    reader: str | None
    articles: tuple[ArticleUnderstood, ...] = ()
    dropped: float | None = None
    warnings: tuple[str, ...] = ()
    documents: int = 1

    def as_record(self) -> dict[str, Any]:
        """As plain values, for a line of JSON."""
        return {**asdict(self), "outcome": self.outcome.value}

    def lines(self) -> list[str]:
        """What a person reads: the document, its articles, and what is to be known of them."""
        how = self.reader or counted(self.documents, "document") + " not read again"
        head = f"{self.name}: {self.outcome.value} ({how})"
        if self.dropped:
            head += f", {self.dropped:.0%} of its words left out"
        told = [
            f"  {each.headline or 'no headline'} | {each.outlet or 'outlet not known'} | "
            f"{each.published or 'date not known'} | {each.language}"
            + (f" | {each.url}" if each.url else "")
            for each in self.articles
        ]
        return [head, *told, *(f"  note: {warning}" for warning in self.warnings)]


def understood(
    document: SourceDocument, articles: Sequence[ParsedArticle], outcome: Outcome
) -> Understood:
    """What was understood of a document, by its reader and by the parse of its articles."""
    return Understood(
        name=document.name,
        outcome=outcome,
        reader=document.reader,
        articles=tuple(
            ArticleUnderstood(a.headline, a.outlet, a.published.iso, a.url, a.language)
            for a in articles
        ),
        dropped=document.dropped,
        warnings=(*document.warnings, *(note for a in articles for note in a.notes)),
    )
