"""Withdraws a whole article, at its publisher's wish say, and lets it back."""

from sqlmodel import Session, select

from app.domain.corrections import Record, Standing
from app.models.address import AddressKind, ImportedArticle
from app.models.article import Article, ArticleAnalysis
from app.models.event import EventMention
from app.models.ingest_run import IndexTask
from app.models.statement import Statement
from app.storage.applying import said_by
from app.storage.correction_rows import stand
from app.storage.dropped import remove_article
from app.storage.ledger import Ledger
from app.storage.removing import remove_statement
from app.storage.retire import drop_empty_positions, retire_events, retire_speakers
from app.storage.runs import mark_unsettled
from app.storage.standing_at import article_at
from app.storage.totals import recount

_BACK = "its withdrawal was undone; it comes back when its file is read again"


def withdraw_article(session: Session, record: Record) -> None:
    """Takes an article and its statements away, each address with the reason given.

    A later reading of its file leaves it out. One that is not here yet never comes in.
    """
    ledger, reason = Ledger(session), f"its article was withdrawn; {said_by(record)}"
    shows = bool(record.after.get("keep_words", True))
    row = article_at(session, record.target)
    headline = row.headline if row else None
    if row is not None:
        statements = session.exec(select(Statement).where(Statement.article_id == row.id)).all()
        speakers = {one.speaker_id for one in statements if one.speaker_id}
        for one in statements:
            words = one.content if shows else None
            remove_statement(session, one, reason)
            ledger.withdraw(AddressKind.STATEMENT, one.permalink, reason, words)
            session.add(IndexTask(type="statement", permalink=one.permalink))
        mentions = session.exec(select(EventMention).where(EventMention.article_id == row.id)).all()
        events = {mention.event_id for mention in mentions}
        for mention in mentions:
            session.delete(mention)
        session.flush()
        drop_empty_positions(session)
        retire_events(session, [(number, None) for number in sorted(events)])
        retire_speakers(session, [(number, None) for number in sorted(speakers)])
        _keep_sketch(session, row)
        remove_article(session, row)
        recount(session, speakers=speakers, events=events, article=None)
    why = f"it was withdrawn; {said_by(record)}"
    ledger.withdraw(AddressKind.ARTICLE, record.target, why, headline if shows else None)
    stand(session, record.uid, Standing.APPLIED)
    mark_unsettled(session)


def restore_article(session: Session, record: Record) -> None:
    """Lets a withdrawn article back in; it and its statements return with the next reading."""
    ledger = Ledger(session)
    ledger.lose(AddressKind.ARTICLE, record.target, _BACK, "")
    for link in ledger.withdrawn_of(record.target):
        entry = ledger.find(AddressKind.STATEMENT, link)
        if entry is not None:
            ledger.lose(AddressKind.STATEMENT, link, _BACK, entry.shown or "")


def _keep_sketch(session: Session, row: Article) -> None:
    # By which an edited text of the article is recognised, and left out as well.
    analysis = session.get(ArticleAnalysis, row.id)
    if analysis is not None:
        session.merge(ImportedArticle(permalink=row.permalink, sketch=analysis.sketch))
