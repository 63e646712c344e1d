"""Brings the counters on rows and the addresses of slugs in line with what the archive holds."""

from sqlalchemy import Select, case, func, insert, literal, update
from sqlmodel import Session, SQLModel, col, select

from app.models import base
from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.event import Event
from app.models.issue import Issue, Position, PositionEvidence
from app.models.outlet import Outlet
from app.models.speaker import Speaker
from app.models.statement import Statement, StatementIssue


def count_all(session: Session) -> None:
    """Sets each counter that is not right; rows that are right are not touched."""
    statements = func.count(col(Statement.id))
    counters = [
        (Speaker, "statement_count", select(statements).where(Statement.speaker_id == Speaker.id)),
        (Article, "statement_count", select(statements).where(Statement.article_id == Article.id)),
        (Event, "statement_count", select(statements).where(Statement.event_id == Event.id)),
        (
            Issue,
            "statement_count",
            select(func.count(col(StatementIssue.id))).where(StatementIssue.issue_id == Issue.id),
        ),
        (
            Outlet,
            "article_count",
            select(func.count(col(Article.id))).where(Article.outlet_id == Outlet.id),
        ),
    ]
    for table, column, counted in counters:
        _count(session, table, column, counted)


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
    """Enters in the ledger every speaker, event and outlet that is not in it yet."""
    for kind, table in (
        (AddressKind.SPEAKER, Speaker),
        (AddressKind.EVENT, Event),
        (AddressKind.OUTLET, Outlet),
    ):
        slug = table.__table__.c.slug  # type: ignore[attr-defined]  # SQLModel types it as text
        entered = select(Address.permalink).where(Address.kind == kind)
        new = select(
            literal(kind, Address.__table__.c.kind.type),  # type: ignore[attr-defined]
            slug,
            literal(AddressState.LIVE, Address.__table__.c.state.type),  # type: ignore[attr-defined]
            literal(base.now()),
            literal(base.now()),
        ).where(slug.not_in(entered))
        columns = ["kind", "permalink", "state", "published_at", "changed_at"]
        session.exec(insert(Address).from_select(columns, new.order_by(slug)))


def _count(session: Session, table: type[SQLModel], column: str, counted: Select) -> None:  # type: ignore[type-arg]
    total = counted.scalar_subquery()
    held = getattr(table, column)
    session.exec(update(table).where(held != total).values({column: total}))
