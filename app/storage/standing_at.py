"""What stands at an address, or where it leads to now."""

from sqlmodel import Session, select

from app.models.address import AddressKind, AddressState
from app.models.article import Article
from app.models.event import Event
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.storage.ledger import Ledger


def event_at(session: Session, slug: str) -> Event | None:
    """The event at an address, None where none stands there or where it leads."""
    row = session.exec(select(Event).where(Event.slug == slug)).first()
    heir = None if row else _heir(session, AddressKind.EVENT, slug)
    return row or (session.exec(select(Event).where(Event.slug == heir)).first() if heir else None)


def speaker_at(session: Session, slug: str) -> Speaker | None:
    """The speaker at an address, likewise."""
    row = session.exec(select(Speaker).where(Speaker.slug == slug)).first()
    heir = None if row else _heir(session, AddressKind.SPEAKER, slug)
    if heir is None:
        return row
    return session.exec(select(Speaker).where(Speaker.slug == heir)).first()


def article_at(session: Session, permalink: str) -> Article | None:
    """The article at an address, likewise."""
    row = session.exec(select(Article).where(Article.permalink == permalink)).first()
    heir = None if row else _heir(session, AddressKind.ARTICLE, permalink)
    if heir is None:
        return row
    return session.exec(select(Article).where(Article.permalink == heir)).first()


def statement_at(session: Session, permalink: str) -> Statement | None:
    """The statement at exactly this address."""
    return session.exec(select(Statement).where(Statement.permalink == permalink)).first()


def _heir(session: Session, kind: AddressKind, link: str) -> str | None:
    entry = Ledger(session).find(kind, link)
    return entry.target if entry and entry.state is AddressState.MOVED else None
