"""Writes positions, which stand only as long as a statement is their evidence."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.domain.resolved import ResolvedPosition
from app.models.issue import Position, PositionEvidence
from app.models.statement import Statement
from app.storage.names import issue_keyed
from app.storage.speakers import SpeakerBook
from app.storage.values import stored_id


def clear_positions(session: Session, article_id: int) -> None:
    """Takes an article's statements out of the evidence of all positions."""
    of_article = select(Statement.id).where(Statement.article_id == article_id)
    session.exec(delete(PositionEvidence).where(col(PositionEvidence.statement_id).in_(of_article)))


def write_positions(
    session: Session,
    speakers: SpeakerBook,
    found: Sequence[ResolvedPosition],
    statements: Sequence[Statement],
) -> None:
    """Enters the positions of one article; their statements are indexes into `statements`.

    Whoever a statement is credited to holds it, also where curators parted what resolution
    took for one.
    """
    for position in found:
        issue = issue_keyed(session, position.issue)
        if issue is None:
            continue
        rows: dict[int | None, int] = {}
        for index in dict.fromkeys(position.statements):
            holder = statements[index].speaker_id
            if holder not in rows:
                holder_id = holder or stored_id(
                    speakers.named(position.holder, position.holder_kind)
                )
                rows[holder] = _row_id(session, position, holder_id, stored_id(issue))
            evidence = PositionEvidence(
                position_id=rows[holder],
                statement_id=stored_id(statements[index]),
                reason=position.reason,
            )
            session.merge(evidence)
    session.flush()


def _row_id(session: Session, found: ResolvedPosition, holder_id: int, issue_id: int) -> int:
    wanted = select(Position).where(
        Position.speaker_id == holder_id,
        Position.issue_id == issue_id,
        Position.stance == found.stance,
        Position.conditional == found.conditional,
    )
    row = session.exec(wanted).first()
    if row is None:
        row = Position(
            speaker_id=holder_id,
            issue_id=issue_id,
            stance=found.stance,
            conditional=found.conditional,
            reason=found.reason,
        )
        session.add(row)
        session.flush()
    return stored_id(row)
