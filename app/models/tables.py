"""Imports every table, so that the metadata is whole for migrations and tests."""

from app.models import (
    address,
    article,
    document,
    event,
    ingest_run,
    issue,
    office,
    outlet,
    speaker,
    statement,
)

__all__ = [
    "address",
    "article",
    "document",
    "event",
    "ingest_run",
    "issue",
    "office",
    "outlet",
    "speaker",
    "statement",
]
