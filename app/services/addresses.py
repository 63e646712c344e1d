"""What became of an address at which no record lives now."""

from typing import NoReturn

from sqlalchemy import bindparam, select

from app.errors import Moved, NotFound, Withdrawn
from app.models.address import AddressKind, AddressState
from app.services.tables import ADDRESS
from app.storage.prepared import Prepared, Reader

_ENTRY = Prepared(
    select(ADDRESS)
    .where(ADDRESS.c.kind == bindparam("kind"))
    .where(ADDRESS.c.permalink == bindparam("permalink"))
)


def raise_gone(reader: Reader, kind: AddressKind, permalink: str) -> NoReturn:
    """Raises what the address ledger says of `permalink`.

    Moved where the record lives elsewhere now, Withdrawn where it was published once,
    NotFound where nothing ever was.
    """
    entry = _ENTRY.first(reader, kind=kind, permalink=permalink.lower())
    if entry is None:
        raise NotFound(f"no {kind.value} was ever published at {permalink[:80]!r}")
    if entry.state is AddressState.MOVED:
        raise Moved(entry.target)
    if entry.state is AddressState.LIVE and permalink != entry.permalink:
        raise Moved(entry.permalink)
    raise Withdrawn(
        entry.permalink,
        entry.reason or "no reason was recorded",
        shown=entry.shown,
        since=entry.changed_at.date(),
        lost=entry.state is not AddressState.WITHDRAWN,
    )
