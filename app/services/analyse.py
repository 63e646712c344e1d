"""One document through the pure half: extracted, then resolved with what other articles tell."""

from collections.abc import Sequence

from app.archive import Archive
from app.domain.documents import ParsedArticle, SourceDocument
from app.domain.quotations import Extraction
from app.extraction.pipeline import extract
from app.resolution.resolve import events_told, resolve
from app.storage.articles import Incoming


def analyse(
    archive: Archive,
    document: SourceDocument,
    articles: Sequence[ParsedArticle],
    made_with: str,
) -> Incoming:
    """What is found in a document alone, ready to be stored; other articles are asked later."""
    level = archive.settings.language_model
    found: list[tuple[ParsedArticle, Extraction]] = [
        (article, extract(article, archive.gazetteer, level)) for article in articles
    ]
    resolved = resolve(found, archive.gazetteer)
    told = [tuple(events_told(article)) for article in resolved]
    return Incoming(document, resolved, told, made_with)
