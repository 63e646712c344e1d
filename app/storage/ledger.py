"""The address ledger: what was ever published, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from app.models import base
from app.models.address import Address, AddressKind, AddressState

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Ledger:
    """The addresses of one archive, within one transaction."""

    session: Session
    _entries: dict[tuple[AddressKind, str], Address | None] = field(default_factory=dict)

    def find(self, kind: AddressKind, permalink: str) -> Address | None:
        """The entry of an address, if it was ever published."""
        self.look_up(kind, [permalink])
        return self._entries[kind, permalink]

    def look_up(self, kind: AddressKind, permalinks: Iterable[str]) -> None:
        """Reads the entries of many addresses with one query, so that `find` needs none."""
        unread = sorted(link for link in set(permalinks) if (kind, link) not in self._entries)
        for at in range(0, len(unread), _BATCH):
            batch = unread[at : at + _BATCH]
            wanted = select(Address).where(Address.kind == kind, col(Address.permalink).in_(batch))
            found = {entry.permalink: entry for entry in self.session.exec(wanted)}
            self._entries.update({(kind, link): found.get(link) for link in batch})

    def taken(self, kind: AddressKind, permalink: str) -> bool:
        """Whether an address stands, or ever stood, for something."""
        return self.find(kind, permalink) is not None

    def held_for(self, kind: AddressKind, identity: str) -> str | None:
        """The address that was given to a record of this identity before, if any."""
        wanted = select(Address.permalink).where(Address.kind == kind, Address.identity == identity)
        return self.session.exec(wanted.order_by(col(Address.id))).first()

    def publish(
        self,
        kind: AddressKind,
        permalink: str,
        *,
        article: str | None = None,
        identity: str | None = None,
    ) -> None:
        """Enters an address as live; one that was gone lives again."""
        entry = self.find(kind, permalink) or Address(kind=kind, permalink=permalink)
        self._entries[kind, permalink] = entry
        if entry.id is not None and entry.state is not AddressState.LIVE:
            entry.state, entry.changed_at = AddressState.LIVE, base.now()
            entry.target = entry.reason = entry.shown = None
        entry.article = article or entry.article
        entry.identity = identity or entry.identity
        self.session.add(entry)

    def publish_statements(self, article: str, permalinks: Sequence[str]) -> None:
        """Enters the addresses of an article's statements as live, the new ones in one insert."""
        self._publish_all(AddressKind.STATEMENT, [(link, article, None) for link in permalinks])

    def publish_all(self, kind: AddressKind, records: Iterable[tuple[str, str]]) -> None:
        """Enters many addresses as live, each with the identity of its record, likewise."""
        self._publish_all(kind, [(link, None, identity) for link, identity in records])

    def _publish_all(
        self, kind: AddressKind, records: Sequence[tuple[str, str | None, str | None]]
    ) -> None:
        self.look_up(kind, [link for link, _, _ in records])
        at = base.now()
        both = {"kind": kind, "state": AddressState.LIVE, "published_at": at, "changed_at": at}
        new: list[dict[str, Any]] = []
        for link, article, identity in records:
            if self._entries[kind, link] is None:
                own = {"permalink": link, "article": article, "identity": identity}
                new.append({**both, **own})
            else:
                self.publish(kind, link, article=article, identity=identity)
        if not new:
            return
        self.session.connection().execute(insert(Address), new)
        for row in new:
            del self._entries[kind, row["permalink"]]  # who asks for it reads the row

    def move(
        self,
        kind: AddressKind,
        permalink: str,
        target: str,
        reason: str,
        shown: str | None = None,
    ) -> None:
        """Makes an address lead to another, and all that led to it as well.

        `shown` are the words that stood there.
        """
        entry = self.find(kind, permalink)
        if entry is None:
            return  # it was never published, so nobody can have kept it
        entry.shown = shown or entry.shown
        self._change(entry, AddressState.MOVED, target, reason)
        for other in self.leading_to(kind, permalink):
            other.target = target
            self.session.add(other)

    def lose(self, kind: AddressKind, permalink: str, reason: str, shown: str) -> None:
        """Marks an address as one whose record is no longer found, keeping the words shown.

        Those that led to it are lost with it, each with the words that stood there.
        """
        entry = self.find(kind, permalink)
        if entry is None:
            return
        entry.shown = shown
        for gone in (entry, *self.leading_to(kind, permalink)):
            self._change(gone, AddressState.LOST, None, reason)

    def withdraw(self, kind: AddressKind, permalink: str, reason: str, shown: str | None) -> None:
        """Marks an address as one whose record was taken back; one never published is entered.

        `shown` are the words that the page may go on to show, None where it may not. Those that
        led to it are withdrawn with it.
        """
        entry = self.find(kind, permalink) or Address(kind=kind, permalink=permalink)
        self._entries[kind, permalink] = entry
        entry.shown = shown
        for gone in (entry, *self.leading_to(kind, permalink)):
            gone.shown = gone.shown if shown is not None else None
            self._change(gone, AddressState.WITHDRAWN, None, reason)

    def withdrawn_of(self, article: str) -> list[str]:
        """The addresses of an article's statements that were withdrawn."""
        wanted = select(Address.permalink).where(
            Address.kind == AddressKind.STATEMENT,
            Address.article == article,
            Address.state == AddressState.WITHDRAWN,
        )
        return list(self.session.exec(wanted.order_by(col(Address.permalink))))

    def leading_to(self, kind: AddressKind, permalink: str) -> Sequence[Address]:
        """The entries that lead to an address."""
        self.session.flush()  # an address may have been moved a moment ago
        earlier = select(Address).where(Address.kind == kind, col(Address.target) == permalink)
        return self.session.exec(earlier).all()

    def _change(self, entry: Address, state: AddressState, target: str | None, reason: str) -> None:
        entry.state, entry.target, entry.reason = state, target, reason
        entry.changed_at = base.now()
        self.session.add(entry)
