"""What the archive took in last, of all that a search asks for: for those who follow it.

By the day it was said a feed would show nothing of an old article that was read yesterday, and
nothing whose day nobody knows.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.search import MAX_PER_PAGE, EntryType, Hit, SearchEngine, SearchQuery, Sort
from app.schemas.followed import Arrival, Volume
from app.services.cards import cards_of
from app.services.search import searched
from app.services.search_articles import article_hits
from app.services.tables import ARTICLE, STATEMENT
from app.storage.prepared import Prepared

#: Records looked through for what is new; of more than these a rate is told well enough.
LOOKED_THROUGH = 2000

#: A rate is told where what was looked through came in over so long.
_LONG_ENOUGH = timedelta(days=14)
_WEEK = timedelta(days=7)


class _Taken(NamedTuple):
    permalink: str
    at: datetime


def latest_of(archive: Archive, query: SearchQuery, limit: int = 20) -> list[Arrival]:
    """The records that match `query`, those taken in last first; three queries.

    Looked for among the last taken in; where those hold too few, what was said last follows.
    """
    with archive.session() as session:
        recent = _recent(session, query.type)
    engine, found = _among(archive, query, recent, limit)
    if len(found) < limit:
        newest = replace(query, sort=Sort.NEWEST, page=1, per_page=limit, by_article=False)
        engine, hits = searched(archive, newest)
        found += [one for one in _full(hits.hits) if one not in set(found)]
    wanted = found[:limit]
    with archive.session() as session:
        moments = {row.permalink: row.ingested_at for row in _moments(session, query.type, wanted)}
        shown = _shown(session, engine, query, wanted)
    return [one.model_copy(update={"at": _iso(moments[link])}) for link, one in shown.items()]


def volume_of(archive: Archive, query: SearchQuery) -> Volume:
    """How many of the records taken in last match `query`, and how many that is a week.

    One query. A rate is told only where they came in over two weeks or more.
    """
    with archive.session() as session:
        recent = _recent(session, query.type)
    if not recent:
        return Volume(matching=0, looked_through=0)
    among = frozenset(one.permalink for one in recent)
    _, hits = searched(archive, replace(query, among=among, page=1, per_page=1))
    since, until = recent[-1].at, recent[0].at
    weeks = (until - since) / _WEEK
    return Volume(
        matching=hits.total,
        looked_through=len(recent),
        since=since.date(),
        until=until.date(),
        a_week=hits.total / weeks if until - since >= _LONG_ENOUGH else None,
    )


def _among(
    archive: Archive, query: SearchQuery, recent: Sequence[_Taken], limit: int
) -> tuple[SearchEngine, list[str]]:
    """Permalinks of those that match, in the order of `recent`: at least `limit` if there are."""
    engine, found = archive.search, set[str]()
    for some in (recent[:MAX_PER_PAGE], recent):
        among = frozenset(one.permalink for one in some)
        asked = replace(query, among=among, page=1, per_page=MAX_PER_PAGE, by_article=False)
        while among and len(found) < limit:
            engine, hits = searched(archive, asked)
            found.update(_full(hits.hits))
            if asked.places[1] >= hits.total:
                break
            asked = replace(asked, page=asked.page + 1)
    return engine, [one.permalink for one in recent if one.permalink in found]


def _full(hits: Sequence[Hit]) -> list[str]:
    return [hit.permalink for hit in hits if not hit.partial]


def _shown(
    session: Session, engine: SearchEngine, query: SearchQuery, wanted: Sequence[str]
) -> dict[str, Arrival]:
    if query.type is EntryType.ARTICLE:
        articles = article_hits(session, list(wanted), lambda text: engine.cut(text, query))
        return {link: Arrival(article=articles[link]) for link in wanted if link in articles}
    cards = cards_of(session, wanted)
    return {link: Arrival(statement=cards[link]) for link in wanted if link in cards}


def _recent(session: Session, kind: EntryType) -> list[_Taken]:
    query = _LAST_ARTICLES if kind is EntryType.ARTICLE else _LAST_STATEMENTS
    return [_Taken(row.permalink, row.ingested_at) for row in query.all(session)]


def _moments(session: Session, kind: EntryType, links: Sequence[str]) -> list[Any]:
    query = _ARTICLES_AT if kind is EntryType.ARTICLE else _STATEMENTS_AT
    return query.all(session, permalinks=list(links)) if links else []


def _iso(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _last(table: Any) -> Select[Any]:  # noqa: ANN401 - a table
    wanted = select(table.c.permalink, table.c.ingested_at).order_by(table.c.id.desc())
    return wanted.limit(LOOKED_THROUGH)


def _at(table: Any) -> Select[Any]:  # noqa: ANN401 - a table
    named: BindParameter[Any] = bindparam("permalinks", expanding=True)
    wanted = select(table.c.permalink, table.c.ingested_at)
    return wanted.where(table.c.permalink.in_(named))


_LAST_STATEMENTS, _LAST_ARTICLES = Prepared(_last(STATEMENT)), Prepared(_last(ARTICLE))
_STATEMENTS_AT, _ARTICLES_AT = Prepared(_at(STATEMENT)), Prepared(_at(ARTICLE))
