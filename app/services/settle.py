"""Resolves articles again that learn something from what other articles tell."""

from dataclasses import replace

from sqlmodel import Session, col, select

from app.archive import Archive
from app.models.article import Article, ArticleAnalysis
from app.models.document import Document
from app.resolution.resolve import resolve
from app.storage.articles import Incoming, save_document
from app.storage.documents import source_document
from app.storage.evidence import Unsettled, note_told, settle_evidence, unsettled_documents
from app.storage.payloads import analysis_from_json, events_from_json

#: Documents that are noted as settled in one transaction.
_BATCH = 500

_REASON = "another article told more"


def settle(archive: Archive, made_with: str) -> int:
    """Resolves every article again whose evidence changed; how many documents that were.

    What an article tells others is what it says alone, so once round is enough, and the outcome
    is the same whatever order the articles came in. Each document is a transaction of its own.
    """
    with archive.session() as session:
        waiting = list(unsettled_documents(session))
    changing = [one for one in waiting if one.told or not one.fresh]
    for unsettled in changing:
        with archive.transaction() as session:
            _resolve_again(archive, session, unsettled, made_with)
    # To the rest nothing is told, so they stand as they were resolved when they came in.
    standing = [one for one in waiting if not (one.told or not one.fresh)]
    for at in range(0, len(standing), _BATCH):
        with archive.transaction() as session:
            settle_evidence(session, standing[at : at + _BATCH])
    with archive.transaction() as session:
        note_told(session)
    return len(waiting)


def _resolve_again(
    archive: Archive, session: Session, unsettled: Unsettled, made_with: str
) -> None:
    document = session.get_one(Document, unsettled.document_id)
    analyses, told = [], []
    wanted = (
        select(ArticleAnalysis)
        .join(Article, col(Article.id) == col(ArticleAnalysis.article_id))
        .where(Article.document_id == document.id)
        .order_by(col(Article.ordinal))
    )
    for row in session.exec(wanted):
        analyses.append(analysis_from_json(row.payload, document.text))
        told.append(events_from_json(row.told))
    gazetteer = archive.gazetteer
    enriched = replace(gazetteer, events=gazetteer.events + unsettled.told)
    found = resolve([(each.article, each.extraction) for each in analyses], enriched)
    incoming = Incoming(
        source_document(session, document),
        found,
        told,
        made_with,
        unsettled.evidence,
        None if unsettled.fresh else _REASON,
    )
    save_document(session, incoming)
