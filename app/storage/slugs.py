"""The readable part of an address."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sqlmodel import Session, SQLModel, col, select

from app.models.address import Address, AddressKind
from app.storage.ledger import Ledger
from app.storage.permalinks import content_key

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_BATCH = 500


def slug_of(name: str) -> str:
    """A name in plain lower-case letters, digits and hyphens.

    A name whose letters have no plain form (Cyrillic, say) carries a mark made from the name, so
    that a look-alike in another script never gets the address of the real one.
    """
    letters = [
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    ]
    plain = "".join(char for char in letters if char.isascii())
    slug = _NOT_PLAIN.sub("-", plain.casefold().replace("'", "")).strip("-")[:_LONGEST].strip("-")
    if not slug or any(char.isalnum() and not char.isascii() for char in letters):
        return marked(slug, name)
    return slug


def marked(slug: str, identity: str) -> str:
    """A slug with six characters made from what the record is, to tell it from another."""
    return f"{slug}-{content_key(identity)[:6]}".strip("-")


def published_slug(
    session: Session, table: type[SQLModel], kind: AddressKind, slug: str, identity: str
) -> str:
    """The slug of a new record: what it had before, else `slug`, else that with a mark.

    An address once given to another record is never given again, even if that one is gone.
    """
    return Slugs(session, table, kind).give(slug, identity)


@dataclass(slots=True)
class Slugs:
    """Gives slugs to the new records of one table, within one transaction.

    What is looked up for many is not asked again; so whoever keeps one makes all the records.
    """

    session: Session
    table: type[SQLModel]
    kind: AddressKind
    _ledger: Ledger | None = None
    _standing: dict[str, bool] = field(default_factory=dict)  # as far as looked up
    _before: dict[str, str | None] = field(default_factory=dict)  # by identity, the same

    def look_up(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Reads all that `give` asks for many records, each a slug and an identity."""
        pairs = list(wanted)
        slugs = sorted({slug for slug, _ in pairs} - self._standing.keys())
        identities = sorted({identity for _, identity in pairs} - self._before.keys())
        for batch in batches(identities):
            self._before.update(dict.fromkeys(batch))
            given = select(Address.identity, Address.permalink).where(
                Address.kind == self.kind, col(Address.identity).in_(batch)
            )
            for identity, link in self.session.exec(given.order_by(col(Address.id))):
                if identity is not None and self._before[identity] is None:
                    self._before[identity] = link
        for batch in batches(slugs):
            held = self._held(batch)
            self._standing.update({slug: slug in held for slug in batch})
        self._entries.look_up(self.kind, slugs)

    def give(self, slug: str, identity: str) -> str:
        """The slug of a new record of this identity; see `published_slug`."""
        self.look_up([(slug, identity)])
        before = self._before[identity]
        if before is None or self._stands(before):
            taken = self._entries.taken
            before = free_slug(
                slug, identity, lambda link: self._stands(link) or taken(self.kind, link)
            )
        self._standing[before] = True
        return before

    @property
    def _entries(self) -> Ledger:
        self._ledger = self._ledger or Ledger(self.session)
        return self._ledger

    def _stands(self, slug: str) -> bool:
        if slug not in self._standing:
            self._standing[slug] = slug in self._held([slug])
        return self._standing[slug]

    def _held(self, slugs: list[str]) -> set[str]:
        held = col(self.table.slug)  # type: ignore[attr-defined]  # each table with pages has one
        return set(self.session.exec(select(held).where(held.in_(slugs))))


def batches(values: list[str]) -> Iterator[list[str]]:
    """Values in parts as large as one query takes."""
    for at in range(0, len(values), _BATCH):
        yield values[at : at + _BATCH]


def free_slug(slug: str, identity: str, taken: Callable[[str], bool]) -> str:
    """`slug`, or where it is taken the same slug with a mark made from `identity`."""
    candidate, attempt = slug, 0
    while taken(candidate):
        attempt += 1
        candidate = marked(slug, identity if attempt == 1 else f"{identity} {attempt}")
    return candidate
