"""Counts how often pages are read, and what curators put off."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from app.models.report import PageReads, PutOff


def add_reads(session: Session, counted: Mapping[str, int]) -> None:
    """Adds to the reads of each statement."""
    for permalink, reads in counted.items():
        row = insert(PageReads).values(permalink=permalink, reads=reads)
        more = PageReads.reads + row.excluded.reads
        session.execute(
            row.on_conflict_do_update(index_elements=["permalink"], set_={"reads": more})
        )


def reads_of(session: Session, permalinks: Collection[str]) -> dict[str, int]:
    """How often each of these statements was read; those never read are left out."""
    wanted = select(PageReads.permalink, PageReads.reads)
    return dict(session.exec(wanted.where(col(PageReads.permalink).in_(permalinks))).all())


def most_read(session: Session, limit: int) -> list[str]:
    """The statements read most."""
    wanted = select(PageReads.permalink).order_by(col(PageReads.reads).desc()).limit(limit)
    return list(session.exec(wanted))


def put_off(session: Session, subject: str, by: str, now: datetime, until: datetime) -> None:
    """Keeps something out of the queue until then; what was put off long enough comes back."""
    session.exec(delete(PutOff).where(col(PutOff.until) <= now))
    row = session.get(PutOff, subject) or PutOff(subject=subject, by=by, until=until)
    row.by, row.until = by, until
    session.add(row)
    session.flush()


def is_put_off(session: Session, now: datetime, limit: int) -> set[str]:
    """What waits for another day."""
    wanted = select(PutOff.subject).where(col(PutOff.until) > now)
    return set(session.exec(wanted.order_by(col(PutOff.until).desc()).limit(limit)))
