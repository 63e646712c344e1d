"""Takes a statement's row away; its address and what its page showed stay."""

from typing import Any

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from app.models.issue import PositionEvidence
from app.models.statement import Statement, StatementIssue, StatementRevision, StatementSpan
from app.storage.revisions import shown_of


def remove_statement(
    session: Session, row: Statement, reason: str, shown: dict[str, Any] | None = None
) -> None:
    """Removes a statement; its last version is kept with the reason why it went.

    `shown` is what its page showed, where its parts are changed already.
    """
    session.add(
        StatementRevision(
            permalink=row.permalink,
            number=row.revision,
            shown=shown or shown_of(session, row),
            reason=reason,
        )
    )
    for table in (StatementSpan, StatementIssue, PositionEvidence):
        session.exec(delete(table).where(col(table.statement_id) == row.id))
    for link in (Statement.nested_in_id, Statement.repeats_id):
        session.exec(update(Statement).where(col(link) == row.id).values({col(link): None}))
    leave_group(session, row)
    session.delete(row)
    session.flush()


def leave_group(session: Session, row: Statement) -> None:
    """Takes a statement out of the reports of the same words; the next reading groups anew."""
    group = row.report_group
    if group is None:
        return
    row.report_group = row.report_reason = None
    session.add(row)
    session.flush()
    rest = select(Statement.permalink).where(Statement.report_group == group)
    others = session.exec(rest.order_by(col(Statement.permalink))).all()
    if group == row.permalink or len(others) < 2:
        leader = others[0] if len(others) > 1 else None
        changed = update(Statement).where(col(Statement.report_group) == group)
        session.exec(changed.values(report_group=leader))


def next_revisions(session: Session, permalinks: list[str]) -> dict[str, int]:
    """The number of the next version of statements that stood once and stand no more."""
    wanted = (
        select(StatementRevision.permalink, func.max(StatementRevision.number))
        .where(col(StatementRevision.permalink).in_(permalinks))
        .group_by(StatementRevision.permalink)
    )
    return {link: number + 1 for link, number in session.exec(wanted)}
