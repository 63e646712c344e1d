"""Counts wrong passwords, each for some minutes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from app.models.curator import FailedSignIn


def count_failures(session: Session, buckets: Sequence[str], since: datetime) -> dict[str, int]:
    """How often each bucket failed since then; those that did not are left out."""
    wanted = (
        select(FailedSignIn.bucket, func.count())
        .where(col(FailedSignIn.bucket).in_(buckets), col(FailedSignIn.at) > since)
        .group_by(FailedSignIn.bucket)
    )
    return dict(session.exec(wanted).all())


def first_failure(session: Session, bucket: str, since: datetime) -> datetime | None:
    """When the oldest failure of a bucket was that still counts."""
    wanted = select(func.min(col(FailedSignIn.at))).where(
        FailedSignIn.bucket == bucket, col(FailedSignIn.at) > since
    )
    return session.exec(wanted).first()


def add_failures(
    session: Session, buckets: Sequence[str], now: datetime, since: datetime
) -> list[int]:
    """Counts a failure against each bucket, and drops those that no longer count; the rows' ids."""
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.at) <= since))
    rows = [FailedSignIn(bucket=bucket, at=now) for bucket in buckets]
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows if row.id is not None]


def take_back(session: Session, ids: Sequence[int]) -> None:
    """Removes failures that turned out to be none."""
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.id).in_(ids)))
