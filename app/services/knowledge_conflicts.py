"""Where articles contradict what is known, or each other: told, never decided in silence."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.conflicts import AGAINST, ANOTHER_OFFICE, OUT_OF_TERM
from app.schemas import links
from app.services.tables import ARTICLE, SPEAKER, STATEMENT


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: what it is about, the words that tell it, and where it is seen first."""

    about: str  # "office", "day of the words", "day of publication"
    who: str | None
    reason: str
    url: str
    count: int  # statements or articles that it is told of


def list_conflicts(archive: Archive, limit: int = 200) -> list[Conflict]:
    """The contradictions that the archive's own reasons tell of, most frequent first."""
    with archive.session() as session:
        found = [
            *_of_statements(session, "office", STATEMENT.c.office_reason, OUT_OF_TERM, limit),
            *_of_statements(session, "office", STATEMENT.c.office_reason, ANOTHER_OFFICE, limit),
            *_of_statements(session, "day of the words", STATEMENT.c.said_reason, AGAINST, limit),
            *_of_articles(session, limit),
        ]
    found.sort(key=lambda one: (-one.count, one.about, one.who or "", one.reason))
    return found[:limit]


def _of_statements(
    session: Session, about: str, reason: ColumnElement[str], words: str, limit: int
) -> Iterator[Conflict]:
    count = func.count()
    wanted = (
        select(SPEAKER.c.name, reason, func.min(STATEMENT.c.permalink), count)
        .select_from(STATEMENT)
        .join(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id, isouter=True)
        .where(reason.contains(words, autoescape=True))
        .group_by(SPEAKER.c.name, reason)
        .order_by(count.desc(), reason)
        .limit(limit)
    )
    for who, told, link, number in session.execute(wanted):
        yield Conflict(about, who, told, links.statement(link), number)


def _of_articles(session: Session, limit: int) -> Iterator[Conflict]:
    reason = ARTICLE.c.published_reason
    wanted = (
        select(ARTICLE.c.headline, reason, ARTICLE.c.permalink)
        .where(reason.contains(AGAINST, autoescape=True))
        .order_by(ARTICLE.c.permalink)
        .limit(limit)
    )
    for headline, told, link in session.execute(wanted):
        yield Conflict("day of publication", headline, told, links.article(link), 1)
