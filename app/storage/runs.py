"""Runs of the ingestion job, and whether the last one was completed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, select

from app.models import base
from app.models.article import Article
from app.models.ingest_run import IngestRun
from app.models.statement import Statement
from app.storage.facts import get_fact, set_fact
from app.version import __version__

_UNFINISHED, _STORED, _CORRECTED = "unfinished", "yes", "corrected"


def record_run(session: Session, started_at: datetime, counts: Mapping[str, int]) -> None:
    """Enters a run that ends now: when it started and how many documents became what."""
    run = IngestRun(
        version=__version__, started_at=started_at, finished_at=base.now(), counts=dict(counts)
    )
    session.add(run)


def mark_unfinished(session: Session) -> None:
    """Notes, in the transaction that stores a document, that the archive has to be finished."""
    set_fact(session, _UNFINISHED, "yes")


def mark_unsettled(session: Session) -> None:
    """Notes, in the transaction of a correction, that what hangs on it is to be settled."""
    if not is_unfinished(session):
        set_fact(session, _UNFINISHED, _CORRECTED)


def mark_finished(session: Session) -> None:
    """Notes that everything that hangs on other articles is settled."""
    set_fact(session, _UNFINISHED, None)


def is_unfinished(session: Session) -> bool:
    """Whether anything was stored or corrected since the archive was last finished."""
    return get_fact(session, _UNFINISHED) is not None


def is_broken_off(session: Session) -> bool:
    """Whether documents were stored and the run that stored them has not finished."""
    return get_fact(session, _UNFINISHED) == _STORED


def count_archive(session: Session) -> tuple[int, int]:
    """How many articles and statements the archive holds."""
    articles = session.exec(select(func.count()).select_from(Article)).one()
    statements = session.exec(select(func.count()).select_from(Statement)).one()
    return articles, statements
