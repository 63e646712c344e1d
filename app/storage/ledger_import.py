"""Enters the addresses of another build of this archive."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from app.models import base
from app.models.address import Address, AddressKind, AddressState, ImportedArticle
from app.models.statement import StatementRevision
from app.storage.ledger import Ledger

_WAITING = "no file read so far holds it; it was carried over from an earlier build"


@dataclass(frozen=True, slots=True)
class FormerVersion:
    """What a statement's page showed before it changed; see `StatementRevision` for the fields."""

    number: int
    shown: Mapping[str, Any]
    reason: str
    until: str  # ISO 8601, UTC

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "FormerVersion":
        """A version as an exported ledger holds it. Raises KeyError, TypeError and ValueError."""
        return cls(
            int(plain["number"]), dict(plain["shown"]), str(plain["reason"]), str(plain["until"])
        )


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
    versions: Sequence[FormerVersion] = ()


def versions_of(session: Session, permalinks: Sequence[str]) -> Mapping[str, list[dict[str, Any]]]:
    """The earlier versions of some statements, oldest first, as plain values; one query."""
    wanted = (
        select(StatementRevision)
        .where(col(StatementRevision.permalink).in_(permalinks))
        .order_by(col(StatementRevision.permalink), col(StatementRevision.number))
    )
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in session.exec(wanted):
        until = row.until.isoformat()
        version = {"number": row.number, "shown": row.shown, "reason": row.reason, "until": until}
        found[row.permalink].append(version)
    return found


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
    for one in entry.versions:
        session.add(
            StatementRevision(
                permalink=entry.permalink,
                number=one.number,
                shown=dict(one.shown),
                reason=one.reason,
                until=_moment(one.until),
            )
        )
    if entry.kind is AddressKind.ARTICLE and entry.sketch:
        session.add(ImportedArticle(permalink=entry.permalink, sketch=entry.sketch))
    return True


def _moment(iso: str | None) -> datetime:
    return datetime.fromisoformat(iso) if iso else base.now()
