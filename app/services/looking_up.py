"""Finds an article by the address it has at its publisher's."""

from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import select

from app.archive import Archive
from app.schemas import links
from app.services.tables import ARTICLE

#: Parts of a query that say where a reader came from and nothing about the article.
_TRACKING = ("utm_", "fbclid", "gclid", "ref=", "cmpid", "smid")
_LONGEST = 2_000


def article_at(archive: Archive, address: str) -> str | None:
    """The page of the article that its publisher shows at `address`, or None. One query.

    Scheme, "www.", a last slash, what follows "#" and signs of where a reader came from make no
    difference.
    """
    wanted = select(ARTICLE.c.permalink).where(ARTICLE.c.url.in_(_spellings(address)))
    with archive.session() as session:
        found = session.execute(wanted.order_by(ARTICLE.c.id).limit(1)).scalar_one_or_none()
    return links.article(found) if found else None


def _spellings(address: str) -> list[str]:
    """The ways in which an article may have given this address."""
    try:
        parts = urlsplit(address.strip()[:_LONGEST])
    except ValueError:  # brackets that are no host
        return []
    host, path = parts.netloc.lower(), parts.path.rstrip("/")
    if not host:
        return [address.strip()[:_LONGEST]]
    bare = host.removeprefix("www.")
    kept = "&".join(one for one in parts.query.split("&") if not one.startswith(_TRACKING))
    return [
        urlunsplit((scheme, name, path + slash, query, ""))
        for scheme in ("https", "http")
        for name in (bare, f"www.{bare}")
        for slash in ("", "/")
        for query in dict.fromkeys((kept, parts.query, ""))
    ]
