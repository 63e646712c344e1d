"""Writes the row of an article, and what extraction found in it."""

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from app.domain.dates import DateFinding
from app.domain.gazetteer import KnownEvent
from app.domain.resolved import ResolvedArticle
from app.models.address import ImportedArticle
from app.models.article import Article, ArticleAnalysis, ArticleRevision, ArticleSketch
from app.models.document import Document
from app.storage.identity import ArticleMatch
from app.storage.names import outlet_named
from app.storage.payloads import Analysis, analysis_to_json, events_to_json
from app.storage.permalinks import content_key
from app.storage.sketches import LOOKED_UP
from app.storage.values import stored_id


def write_article(
    session: Session,
    document: Document,
    match: ArticleMatch,
    found: ResolvedArticle,
    ordinal: int,
    reason: str | None,
) -> Article:
    """The row of an article, new or brought up to date; a new text becomes a new revision."""
    parsed, extraction = found.article, found.extraction
    text_key = content_key(parsed.span.of(document.text))
    row = match.row
    if row is None:
        row = Article(permalink=match.permalink, text_key=text_key)  # type: ignore[call-arg]
    elif row.text_key != text_key:
        _keep_revision(session, row, reason or "the article's text changed")
    row.document_id, row.ordinal, row.text_key = stored_id(document), ordinal, text_key
    row.start, row.end = parsed.span
    row.paragraphs = [list(paragraph) for paragraph in parsed.paragraphs]
    row.headline, row.byline, row.url = parsed.headline, parsed.byline, parsed.url
    place = parsed.headline_span
    row.headline_start, row.headline_end = place if place else (None, None)
    row.dateline_place = parsed.dateline.place if parsed.dateline else None
    row.language = parsed.language
    row.outlet_id = outlet_named(session, parsed.outlet).id if parsed.outlet else None
    set_published(row, found.published)
    row.level, row.model, row.extractor = extraction.level, extraction.model, extraction.extractor
    session.add(row)
    session.flush()
    if not match.fresh:
        imported = delete(ImportedArticle).where(col(ImportedArticle.permalink) == row.permalink)
        session.exec(imported)
    return row


def set_published(row: Article, published: DateFinding) -> None:
    """Puts a publication date with how it is known into an article's row."""
    row.published_first = published.date.first if published.date else None
    row.published_last = published.date.last if published.date else None
    row.published_precision = published.date.precision if published.date else None
    row.published_basis, row.published_reason = published.basis, published.reason


def write_analysis(
    session: Session,
    article: Article,
    found: ResolvedArticle,
    *,
    told: tuple[KnownEvent, ...],
    made_with: str,
    evidence: str | None,
    sketch: list[int],
    fresh: bool = False,
) -> None:
    """Keeps what was found in an article, so that it can be resolved again without parsing.

    Of a `fresh` one nothing can be held, so nothing is looked for.
    """
    article_id = stored_id(article)
    payload = analysis_to_json(Analysis(found.article, found.extraction))
    row = None if fresh else session.get(ArticleAnalysis, article_id)
    row = row or ArticleAnalysis(article_id=article_id, payload=payload, made_with=made_with)
    row.payload, row.told, row.sketch = payload, events_to_json(told), sketch
    row.made_with, row.evidence = made_with, evidence
    session.add(row)
    wanted = set(sketch[:LOOKED_UP])
    held = select(ArticleSketch).where(ArticleSketch.article_id == article_id)
    for old in () if fresh else session.exec(held):
        if old.shingle in wanted:
            wanted.remove(old.shingle)
        else:
            session.delete(old)
    session.flush()
    if wanted:
        rows = [{"article_id": article_id, "shingle": number} for number in sorted(wanted)]
        session.connection().execute(insert(ArticleSketch), rows)


def _keep_revision(session: Session, row: Article, reason: str) -> None:
    session.add(
        ArticleRevision(
            permalink=row.permalink,
            number=row.revision,
            document_id=row.document_id,
            start=row.start,
            end=row.end,
            headline=row.headline,
            reason=reason,
        )
    )
    row.revision += 1
