"""Small values of rows."""

from dataclasses import asdict
from typing import Protocol

from app.domain.documents import SourceDocument


def stated_of(document: SourceDocument) -> dict[str, str]:
    """What the file that carried a document says about it, without the keys left out."""
    if document.metadata is None:
        return {}
    return {key: value for key, value in asdict(document.metadata).items() if value is not None}


class _Row(Protocol):
    id: int | None


def stored_id(row: _Row) -> int:
    """The number of a row that has been flushed; a row has none before that."""
    assert row.id is not None, f"{row!r} has not been stored yet"
    return row.id
