"""Imports every table, so that the metadata is whole for migrations and tests."""

from app.models import (
    address,
    article,
    correction,
    curator,
    document,
    event,
    ingest_run,
    issue,
    missed,
    office,
    outlet,
    report,
    saved_search,
    speaker,
    statement,
)

__all__ = [
    "address",
    "article",
    "correction",
    "curator",
    "document",
    "event",
    "ingest_run",
    "issue",
    "missed",
    "office",
    "outlet",
    "report",
    "saved_search",
    "speaker",
    "statement",
]
