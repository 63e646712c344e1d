"""What the archive already holds of a document, and what could not be read."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.domain.documents import SourceDocument, StatedMetadata
from app.models import base
from app.models.article import Article, ArticleAnalysis, ArticleRevision
from app.models.document import Document, DocumentSource
from app.models.ingest_run import Quarantined
from app.storage.values import stated_of


def held_as(session: Session, document: SourceDocument) -> Document | None:
    """The row of the same bytes with the same stated metadata, of the same name if there is one."""
    wanted = select(Document).where(Document.sha256 == document.sha256)
    rows = session.exec(wanted.order_by(col(Document.id))).all()
    same = [row for row in rows if row.stated == stated_of(document)]
    return next((row for row in same if row.name == document.name), same[0] if same else None)


def is_held(session: Session, sha256: str) -> bool:
    """Whether a document of these bytes is held, whatever was stated about it."""
    return session.exec(select(Document.id).where(Document.sha256 == sha256)).first() is not None


def is_fresh(session: Session, row: Document, made_with: str) -> bool:
    """Whether a document needs no reading: all its articles were made with the same things.

    A document whose articles all have a newer text from another file is fresh too; one whose
    file at the same path went on and came back is not.
    """
    wanted = (
        select(ArticleAnalysis.made_with)
        .join(Article, col(Article.id) == col(ArticleAnalysis.article_id))
        .where(Article.document_id == row.id)
    )
    articles = session.exec(wanted).all()
    if articles:
        return all(made == made_with for made in articles)
    replaced_by = (
        select(Document.origin)
        .join(Article, col(Article.document_id) == col(Document.id))
        .join(ArticleRevision, col(ArticleRevision.permalink) == col(Article.permalink))
        .where(ArticleRevision.document_id == row.id)
    )
    origins = session.exec(replaced_by).all()
    return bool(origins) and row.origin not in origins


def source_document(session: Session, row: Document) -> SourceDocument:
    """The document again, as its reader gave it."""
    source = session.get(DocumentSource, row.id)
    return SourceDocument(
        name=row.name,
        origin=row.origin,
        content=source.content if source else b"",
        sha256=row.sha256,
        text=row.text,
        reader=row.reader,
        metadata=StatedMetadata(**row.stated) if row.stated else None,
        warnings=tuple(row.warnings),
    )


def quarantine(session: Session, origin: str, name: str, reason: str) -> None:
    """Keeps what could not be read, with its reason and how often it was tried."""
    row = session.exec(select(Quarantined).where(Quarantined.origin == origin)).first()
    if row is None:
        row = Quarantined(origin=origin, name=name, reason=reason)
    else:
        row.tries, row.reason, row.last_at = row.tries + 1, reason, base.now()
    session.add(row)


def release_mended(session: Session, path: str, failed: Collection[str]) -> None:
    """Forgets what could not be read at or below `path` before and did not fail again now."""
    for row in quarantined(session):
        below = row.origin == path or row.origin.startswith((f"{path}/", f"{path}#", f"{path}, "))
        if below and row.origin not in failed:
            session.delete(row)


def quarantined(session: Session) -> list[Quarantined]:
    """All that could not be read, in the order it was first met."""
    return list(session.exec(select(Quarantined).order_by(col(Quarantined.id))))


def release(session: Session, origin: str) -> None:
    """Forgets that a source could not be read: now it could."""
    session.exec(delete(Quarantined).where(col(Quarantined.origin) == origin))
