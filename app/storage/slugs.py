"""The readable part of an address."""

import re
import unicodedata
from collections.abc import Callable

from sqlmodel import Session, SQLModel, col, select

from app.models.address import AddressKind
from app.storage.ledger import Ledger
from app.storage.permalinks import content_key

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


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
    ledger = Ledger(session)
    held = col(table.slug)  # type: ignore[attr-defined]  # every table with pages has one

    def stands(candidate: str) -> bool:
        return session.exec(select(held).where(held == candidate)).first() is not None

    before = ledger.held_for(kind, identity)
    if before is not None and not stands(before):
        return before
    return free_slug(slug, identity, lambda link: stands(link) or ledger.taken(kind, link))


def free_slug(slug: str, identity: str, taken: Callable[[str], bool]) -> str:
    """`slug`, or where it is taken the same slug with a mark made from `identity`."""
    candidate, attempt = slug, 0
    while taken(candidate):
        attempt += 1
        candidate = marked(slug, identity if attempt == 1 else f"{identity} {attempt}")
    return candidate
