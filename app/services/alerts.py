"""Tells what the archive took in of searches that somebody follows, each statement once.

A digest for whoever runs the archive, to be printed or mailed by the machine's own means. Readers
follow searches by feeds: the site asks nobody for an address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.archive import Archive
from app.desk import Desk
from app.domain.search import MAX_PER_PAGE, SearchQuery
from app.errors import ArchiveError
from app.models.saved_search import SavedSearch
from app.schemas.statement import StatementCard
from app.services.cards import cards_of
from app.services.search import searched
from app.services.tables import STATEMENT
from app.storage import saved_searches as rows

#: Statements shown of one search; more are counted.
MOST_SHOWN = 50

#: New statements that are looked through at a time.
_AT_A_TIME = 2000


class Saved(NamedTuple):
    """A search that is followed."""

    name: str
    words: str
    note: str | None
    made_on: date


@dataclass(frozen=True, slots=True)
class News:
    """What came in of one search: the latest first. `elsewhere` were told under another name."""

    search: Saved
    cards: Sequence[StatementCard]
    total: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What came in of all searches since each was told of last, and up to which statement."""

    news: Sequence[News]
    told_to: int

    @property
    def names(self) -> list[str]:
        """The searches it tells of, those of which nothing came in among them."""
        return [one.search.name for one in self.news]


def save_search(
    desk: Desk, archive: Archive, name: str, words: str, note: str | None = None
) -> bool:
    """Follows a search from now on; says whether it took the place of one of that name.

    Raises ArchiveError where name or words are empty.
    """
    name, words = " ".join(name.split()), " ".join(words.split())
    if not name or not words:
        raise ArchiveError("a search that is followed needs a name and words; give both")
    row = SavedSearch(
        name=name,
        words=words,
        note=note,
        told_to=_last(archive),
        made_on=desk.clock().date(),
    )
    with desk.transaction() as session:
        return rows.put_saved(session, row)


def list_saved(desk: Desk) -> list[Saved]:
    """The searches that are followed, by name."""
    with desk.session() as session:
        return [_saved(row) for row in rows.all_saved(session)]


def forget_search(desk: Desk, name: str) -> None:
    """Follows a search no longer. Raises ArchiveError where there is none of that name."""
    with desk.transaction() as session:
        if not rows.drop_saved(session, " ".join(name.split())):
            raise ArchiveError(f"no search called {name} is followed; see `onrecord alerts list`")


def what_is_new(desk: Desk, archive: Archive) -> Digest:
    """What came in of each search since it was told of last. Marks nothing as told.

    A statement that several searches find is told under the first of them.
    """
    with desk.session() as session:
        followed = [(_saved(row), row.told_to) for row in rows.all_saved(session)]
    last, told = _last(archive), set[str]()
    news = []
    for search, since in followed:
        found = list(_found(archive, search.words, since, last))
        fresh = [link for link in found if link not in told]
        told.update(fresh)
        with archive.session() as session:
            cards = cards_of(session, fresh[:MOST_SHOWN])
        shown = [cards[link] for link in fresh[:MOST_SHOWN] if link in cards]
        news.append(News(search, shown, len(fresh), len(found) - len(fresh)))
    return Digest(news, last)


def mark_told(desk: Desk, digest: Digest) -> None:
    """Notes that a digest has reached whom it is for, so that nothing is told twice."""
    with desk.transaction() as session:
        rows.mark_told(session, digest.names, digest.told_to)


def _saved(row: SavedSearch) -> Saved:
    return Saved(row.name, row.words, row.note, row.made_on)


def _last(archive: Archive) -> int:
    with archive.session() as session:
        return session.execute(select(func.max(STATEMENT.c.id))).scalar_one() or 0


def _found(archive: Archive, words: str, since: int, last: int) -> Iterator[str]:
    """Permalinks of what the words find among the statements taken in since, the latest first."""
    with archive.session() as session:
        new = _taken_in(session, since, last)
    for start in range(0, len(new), _AT_A_TIME):
        some = new[start : start + _AT_A_TIME]
        query = SearchQuery(words, among=frozenset(some), per_page=MAX_PER_PAGE)
        found, page = set[str](), 1
        while True:
            _, hits = searched(archive, query)
            found.update(hit.permalink for hit in hits.hits if not hit.partial)
            if query.places[1] >= hits.total:
                break
            page += 1
            query = SearchQuery(words, among=query.among, per_page=MAX_PER_PAGE, page=page)
        yield from (link for link in some if link in found)


def _taken_in(session: Session, since: int, last: int) -> list[str]:
    wanted = select(STATEMENT.c.permalink).where(STATEMENT.c.id > since, STATEMENT.c.id <= last)
    return list(session.execute(wanted.order_by(STATEMENT.c.id.desc())).scalars())
