"""The addresses of all records, in parts that a sitemap can hold."""

from collections.abc import Callable

from sqlalchemy import Column, func, select
from sqlmodel import Session

from app.archive import Archive
from app.errors import NotFound
from app.schemas import links
from app.services.tables import ARTICLE, EVENT, ISSUE, OUTLET, SPEAKER, STATEMENT

#: Row numbers in one part; a sitemap may hold 50,000 addresses.
PART = 20_000

_KINDS: dict[str, tuple[Column[str], Callable[[str], str]]] = {
    "statements": (STATEMENT.c.permalink, links.statement),
    "articles": (ARTICLE.c.permalink, links.article),
    "speakers": (SPEAKER.c.slug, links.speaker),
    "events": (EVENT.c.slug, links.event),
    "issues": (ISSUE.c.key, links.issue),
    "outlets": (OUTLET.c.slug, links.outlet),
}


def sitemap_parts(archive: Archive) -> list[str]:
    """The addresses of the sitemaps, by ranges of row numbers. One query a kind."""
    parts = []
    with archive.session() as session:
        for kind, (column, _) in _KINDS.items():
            last = _last_part(session, column)
            parts += [f"/sitemaps/{kind}-{number}.xml" for number in range(last + 1)]
    return parts


def addresses_in(archive: Archive, kind: str, part: int) -> list[str]:
    """The addresses in one part. Raises NotFound for a kind or part there is not."""
    if kind not in _KINDS or part > 1_000_000:
        raise NotFound(f"there is no sitemap {kind[:40]}-{part}")
    column, address = _KINDS[kind]
    number = column.table.c.id
    wanted = select(column).where(number >= part * PART, number < (part + 1) * PART)
    with archive.session() as session:
        found = [address(name) for name in session.execute(wanted.order_by(number)).scalars()]
        # A part between two others may have lost all its rows.
        if not found and part > _last_part(session, column):
            raise NotFound(f"there is no sitemap {kind}-{part}")
    return found


def _last_part(session: Session, column: Column[str]) -> int:
    last: int = session.execute(select(func.max(column.table.c.id))).scalar_one() or 0
    return last // PART
