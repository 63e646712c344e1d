"""Brings the counters on rows and the addresses of slugs in line with what the archive holds."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import case, func, update
from sqlmodel import Session, col, select

from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.event import Event
from app.models.issue import Issue, Position, PositionEvidence
from app.models.outlet import Outlet
from app.models.speaker import Speaker
from app.models.statement import Statement, StatementIssue
from app.storage.ledger import Ledger
from app.storage.once import copied


def count_all(session: Session) -> None:
    """Sets each counter that is not right; rows that are right are not touched."""
    for table, counter, total in _counters():
        right = total.scalar_subquery()
        held = col(counter)
        session.exec(update(table).where(held != right).values({held: right}))


def recount(
    session: Session, *, speakers: Iterable[int], events: Iterable[int], article: int | None
) -> None:
    """Sets the counters of these rows, and those of all issues, of which there are few."""
    only = {Speaker: speakers, Event: events, Article: [article], Issue: None}
    for table, counter, total in _counters():
        if table not in only:
            continue
        ids = only[table]
        right, held = total.scalar_subquery(), col(counter)
        changed = update(table).where(held != right).values({held: right})
        session.exec(changed if ids is None else changed.where(col(table.id).in_(list(ids))))


def _counters() -> tuple[tuple[Any, Any, Any], ...]:
    # Each table with its counter and what the counter should be.
    held = select(func.count(col(Statement.id)))
    statements = held.where(col(Statement.id).not_in(copied()))
    on_issue = select(func.count(col(StatementIssue.id))).where(
        col(StatementIssue.statement_id).not_in(copied())
    )
    articles = select(func.count(col(Article.id)))
    return (
        (Speaker, Speaker.statement_count, statements.where(Statement.speaker_id == Speaker.id)),
        (Article, Article.statement_count, held.where(Statement.article_id == Article.id)),
        (Event, Event.statement_count, statements.where(Statement.event_id == Event.id)),
        (Issue, Issue.statement_count, on_issue.where(StatementIssue.issue_id == Issue.id)),
        (Outlet, Outlet.article_count, articles.where(Article.outlet_id == Outlet.id)),
    )


def word_positions(session: Session) -> None:
    """Gives each position the reason of its earliest statement, whatever order they came in."""
    wanted = (
        select(PositionEvidence.position_id, PositionEvidence.reason)
        .join(Statement, col(Statement.id) == col(PositionEvidence.statement_id))
        .order_by(
            case((col(Statement.said_first).is_(None), 1), else_=0),
            col(Statement.said_first),
            col(Statement.permalink),
        )
    )
    reasons: dict[int, str] = {}
    for position_id, reason in session.exec(wanted):
        reasons.setdefault(position_id, reason)
    for position in session.exec(select(Position)):
        reason = reasons.get(position.id or 0, position.reason)
        if position.reason != reason:
            position.reason = reason
            session.add(position)
    session.flush()


def publish_slugs(session: Session) -> None:
    """Enters in the ledger every speaker, event and outlet that is not in it, or not as live."""
    ledger = Ledger(session)
    for kind, table, identity in (
        (AddressKind.SPEAKER, Speaker, Speaker.key),
        (AddressKind.EVENT, Event, Event.key),
        (AddressKind.OUTLET, Outlet, Outlet.name),
    ):
        slug = col(table.slug)
        live = select(Address.permalink).where(
            Address.kind == kind, Address.state == AddressState.LIVE
        )
        missing = select(slug, identity).where(slug.not_in(live)).order_by(slug)
        ledger.publish_all(kind, session.exec(missing).all())
    session.flush()
