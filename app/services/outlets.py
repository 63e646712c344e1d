"""Outlets: the list, and one outlet with its newest articles."""

from typing import Any

from sqlalchemy import Row, select

from app.archive import Archive
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.article import OutletList, OutletRecord, OutletRow
from app.services.addresses import raise_gone
from app.services.articles import article_row, article_rows
from app.services.listing import page_of
from app.services.tables import ARTICLE, OUTLET

_NEWEST = 20
_ROW = tuple(OUTLET.c[name] for name in ("id", "slug", "name", "is_agency", "article_count"))


def list_outlets(archive: Archive, page: int = 1) -> OutletList:
    """A page of the outlets with articles here, by name. Two queries."""
    wanted = select(*_ROW).where(OUTLET.c.article_count > 0).order_by(OUTLET.c.name)
    with archive.session() as session:
        rows, paging = page_of(session, wanted, page)
    return OutletList(rows=[OutletRow(**_fields(row)) for row in rows], paging=paging)


def get_outlet(archive: Archive, slug: str) -> OutletRecord:
    """The outlet at this address. Raises Moved, Withdrawn or NotFound. Two queries."""
    with archive.session() as session:
        row = session.execute(select(*_ROW).where(OUTLET.c.slug == slug)).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.OUTLET, slug)
        newest = article_rows(ARTICLE.c.outlet_id == row.id).limit(_NEWEST)
        articles = [article_row(one) for one in session.execute(newest)]
    return OutletRecord(**_fields(row), articles=articles)


def _fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "url": links.outlet(row.slug),
        "name": row.name,
        "is_agency": row.is_agency,
        "article_count": row.article_count,
    }
