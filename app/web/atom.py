"""Moments for Atom feeds, which know no vaguer time than a second."""

from collections.abc import Sequence

from app.domain.dates import PartialDate
from app.schemas.article import ArticleRow
from app.schemas.search import ArticleHit
from app.schemas.statement import StatementCard, StatementHistory

_NEVER = "1970-01-01T00:00:00Z"


def atom_time(iso: str | None) -> str:
    """The first moment of a day, month or year; that of 1970 where no date is known."""
    return f"{PartialDate.from_iso(iso).first}T00:00:00Z" if iso else _NEVER


def atom_moment(iso: str) -> str:
    """A moment in UTC that ISO 8601 may write with an offset or without, as feeds write it."""
    return f"{iso[:19]}Z"


def updated(
    cards: Sequence[StatementCard],
    articles: Sequence[ArticleRow | ArticleHit],
    history: StatementHistory | None,
) -> str:
    """When a feed last changed: the latest day among its entries."""
    days = [card.said_on.iso for card in cards]
    days += [published(article) for article in articles]
    days += [version.since for version in history.versions] if history else []
    return max(map(atom_time, days), default=_NEVER)


def published(article: ArticleRow | ArticleHit) -> str | None:
    """When an article was published, as ISO 8601."""
    return article.published if isinstance(article, ArticleHit) else article.published.iso
