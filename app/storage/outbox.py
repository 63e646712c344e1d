"""What the index still has to learn, written in the transaction that changes it."""

from collections.abc import Iterable

from sqlalchemy import insert, literal, select
from sqlmodel import Session, col

from app.models.ingest_run import IndexTask
from app.models.statement import Statement

_BATCH = 500


def tell_index(session: Session, kind: str, permalinks: Iterable[str]) -> None:
    """Notes that records have changed: "statement" or "article", by their addresses."""
    rows = [{"type": kind, "permalink": permalink} for permalink in permalinks]
    if rows:
        session.connection().execute(insert(IndexTask), rows)


def tell_of_names(session: Session, speakers: Iterable[int]) -> None:
    """Notes that speakers (row numbers) are called otherwise: all their statements say so."""
    session.flush()
    numbers = list(speakers)
    for at in range(0, len(numbers), _BATCH):
        theirs = select(literal("statement"), col(Statement.permalink)).where(
            col(Statement.speaker_id).in_(numbers[at : at + _BATCH])
        )
        session.connection().execute(insert(IndexTask).from_select(["type", "permalink"], theirs))
