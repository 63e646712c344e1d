"""One document through the pure half: extracted, then resolved as it stands alone."""

from collections.abc import Sequence

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.quotations import Extraction
from app.domain.resolved import ResolvedArticle
from app.extraction.pipeline import extract
from app.resolution.resolve import events_told, resolve


def analyse(
    articles: Sequence[ParsedArticle], gazetteer: Gazetteer, level: str
) -> tuple[list[ResolvedArticle], list[tuple[KnownEvent, ...]]]:
    """What is found in the articles of one document, and the events each tells other articles."""
    found: list[tuple[ParsedArticle, Extraction]] = [
        (article, extract(article, gazetteer, level)) for article in articles
    ]
    resolved = resolve(found, gazetteer)
    return resolved, [tuple(events_told(article)) for article in resolved]
