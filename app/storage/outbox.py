"""What the index still has to learn, written in the transaction that changes it."""

from collections.abc import Iterable

from sqlalchemy import insert
from sqlmodel import Session

from app.models.ingest_run import IndexTask


def tell_index(session: Session, kind: str, permalinks: Iterable[str]) -> None:
    """Notes that records have changed: "statement" or "article", by their addresses."""
    rows = [{"type": kind, "permalink": permalink} for permalink in permalinks]
    if rows:
        session.connection().execute(insert(IndexTask), rows)
