"""Takes away articles that a new reading of their document no longer tells apart."""

from collections.abc import Sequence

from sqlalchemy import delete, or_, update
from sqlmodel import Session, col, select

from app.domain.spans import Span
from app.models.address import AddressKind
from app.models.article import Article, ArticleAnalysis, ArticleSketch
from app.models.document import Document
from app.models.ingest_run import IndexTask
from app.storage.ledger import Ledger
from app.storage.outbox import tell_index
from app.storage.told_of import forget_told
from app.storage.values import stored_id


def dropped_articles(
    session: Session, document: Document, kept: Sequence[Article]
) -> list[Article]:
    """The articles a document had that its new reading does not have."""
    ids = [row.id for row in kept]
    wanted = select(Article).where(Article.document_id == document.id, col(Article.id).not_in(ids))
    return list(session.exec(wanted.order_by(col(Article.ordinal))))


def drop_articles(
    session: Session, ledger: Ledger, dropped: Sequence[Article], now: Sequence[Article]
) -> None:
    """Removes articles whose statements are gone already; each leads to the one its text is in."""
    for row in dropped:
        span = Span(row.start, row.end)
        heir = max(now, key=lambda other: _shared(span, Span(other.start, other.end)))
        ledger.move(
            AddressKind.ARTICLE,
            row.permalink,
            heir.permalink,
            "its text is now read as part of another article of the same document",
            row.headline,
        )
        remove_article(session, row)


def remove_article(session: Session, row: Article) -> None:
    """Removes the row of an article whose statements and mentions of events are gone already."""
    session.add(IndexTask(type="article", permalink=row.permalink))
    number = stored_id(row)
    forget_told(session, row)
    for table in (ArticleAnalysis, ArticleSketch):
        session.exec(delete(table).where(col(table.article_id) == number))
    kin = or_(col(Article.copy_of_id) == number, col(Article.id) == row.copy_of_id)
    tell_index(session, "article", session.exec(select(Article.permalink).where(kin)).all())
    copies = update(Article).where(col(Article.copy_of_id) == number)
    session.exec(copies.values(copy_of_id=None, copy_reason=None))
    session.delete(row)
    session.flush()


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
