"""Enters the addresses of another build of this archive."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.models import base
from app.models.address import Address, AddressKind, AddressState, ImportedArticle
from app.storage.ledger import Ledger

_WAITING = "no file read so far holds it; it was carried over from an earlier build"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of an exported ledger; see `app.models.address.Address` for the fields."""

    kind: AddressKind
    permalink: str
    state: AddressState
    target: str | None = None
    reason: str | None = None
    shown: str | None = None
    article: str | None = None
    identity: str | None = None
    sketch: list[int] | None = None
    published_at: str | None = None  # ISO 8601, UTC


def import_entry(session: Session, entry: LedgerEntry) -> bool:
    """Enters an address, unless the archive has it already; whether it was new.

    One that was live is entered as not found, with the words that stood there, until an
    article that holds it is read. Raises ValueError for a time that is none.
    """
    if Ledger(session).taken(entry.kind, entry.permalink):
        return False
    waits = entry.state is AddressState.LIVE
    session.add(
        Address(
            kind=entry.kind,
            permalink=entry.permalink,
            state=AddressState.LOST if waits else entry.state,
            target=entry.target,
            reason=_WAITING if waits else entry.reason,
            shown=entry.shown,
            article=entry.article,
            identity=entry.identity,
            published_at=_moment(entry.published_at),
        )
    )
    if entry.kind is AddressKind.ARTICLE and entry.sketch:
        session.add(ImportedArticle(permalink=entry.permalink, sketch=entry.sketch))
    return True


def _moment(iso: str | None) -> datetime:
    return datetime.fromisoformat(iso) if iso else base.now()
