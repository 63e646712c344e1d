"""What a copy of an article repeats is counted once: as the statement of the first article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.models.address import Address, AddressKind
from app.models.article import Article
from app.models.outlet import Outlet
from app.models.statement import Statement

_Row = TypeVar("_Row")

#: Rows asked for at a time.
_BATCH = 2000


def outlets_of_copies(session: Session, ids: Sequence[int]) -> dict[int | None, list[str]]:
    """The slugs of the outlets whose copies repeat these statements, by row number."""
    copy, again = aliased(Article), aliased(Statement)
    wanted = (
        select(Statement.id, Outlet.slug)
        .join(copy, col(copy.copy_of_id) == col(Statement.article_id))
        .join(again, col(again.article_id) == col(copy.id))
        .join(Outlet, col(Outlet.id) == col(copy.outlet_id))
        .where(
            col(Statement.id).in_(ids),
            again.content_key == Statement.content_key,
            col(again.speaker_id).is_not_distinct_from(col(Statement.speaker_id)),
        )
        .distinct()
        .order_by(col(Outlet.slug))
    )
    slugs: dict[int | None, list[str]] = defaultdict(list)
    for number, slug in session.exec(wanted):
        slugs[number].append(slug)
    return slugs


def touched(session: Session, statements: Iterable[str], articles: Iterable[str]) -> set[str]:
    """Which statements may count otherwise once these statements and articles have changed.

    Those of the articles told of, and of all articles that are one text with one of these. By
    permalink, also of what is gone.
    """
    told = _told(session, sorted(articles))
    near = told | _homes(session, sorted(statements))
    return _statements_in(session, told | _one_text_with(session, near))


def _told(session: Session, articles: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for batch in _batches(articles):
        wanted = select(Article.id).where(col(Article.permalink).in_(batch))
        found.update(one for one in session.exec(wanted) if one)
    return found


def _homes(session: Session, statements: Sequence[str]) -> set[int]:
    """The articles of statements, also of those that are gone: their addresses name them."""
    found: set[int] = set()
    for batch in _batches(statements):
        wanted = (
            select(Article.id)
            .join(Address, col(Address.article) == col(Article.permalink))
            .where(Address.kind == AddressKind.STATEMENT, col(Address.permalink).in_(batch))
            .distinct()
        )
        found.update(one for one in session.exec(wanted) if one)
    return found


def _one_text_with(session: Session, articles: set[int]) -> set[int]:
    """The articles among these that are copies or have some, with their originals and copies."""
    found: set[int] = set()
    for batch in _batches(sorted(articles)):
        copied = select(Article.copy_of_id).where(col(Article.id).in_(batch))
        firsts = {one for one in session.exec(copied) if one} | set(batch)
        for part in _batches(sorted(firsts)):
            wanted = select(Article.id, Article.copy_of_id).where(col(Article.copy_of_id).in_(part))
            for pair in session.exec(wanted):
                found.update(one for one in pair if one)
    return found


def _statements_in(session: Session, articles: set[int]) -> set[str]:
    found: set[str] = set()
    for batch in _batches(sorted(articles)):
        wanted = select(Statement.permalink).where(col(Statement.article_id).in_(batch))
        found.update(session.exec(wanted))
    return found


def _batches(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    for at in range(0, len(rows), _BATCH):
        yield rows[at : at + _BATCH]
