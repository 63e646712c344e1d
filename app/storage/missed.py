"""Keeps the searches that found nothing, and never more than a thousand of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from app.models.missed import MissedSearch

#: Different words kept at once; those asked least often and longest ago go first.
MOST_KEPT = 1000
#: Words nobody asked for again in so long are forgotten.
LONGEST_KEPT = timedelta(days=180)


def add_missed(session: Session, words: str, today: date) -> None:
    """Counts one search for these words."""
    row = session.get(MissedSearch, words)
    if row is None:
        _make_room(session, today)
        session.add(MissedSearch(words=words, first_on=today, last_on=today))
    else:
        row.times += 1
        row.last_on = max(row.last_on, today)
        session.add(row)
    session.flush()


def most_missed(session: Session, limit: int) -> Sequence[MissedSearch]:
    """What was asked most often, the latest first among equals."""
    order = col(MissedSearch.times).desc(), col(MissedSearch.last_on).desc(), MissedSearch.words
    return session.exec(select(MissedSearch).order_by(*order).limit(limit)).all()


def forget_missed(session: Session, words: str | None) -> int:
    """Removes one entry, or all where none is named; how many were removed."""
    wanted = delete(MissedSearch)
    if words is not None:
        wanted = wanted.where(col(MissedSearch.words) == words)
    return session.exec(wanted).rowcount


def _make_room(session: Session, today: date) -> None:
    session.exec(delete(MissedSearch).where(col(MissedSearch.last_on) < today - LONGEST_KEPT))
    held = session.exec(select(func.count()).select_from(MissedSearch)).one()
    if held < MOST_KEPT:
        return
    order = col(MissedSearch.times), col(MissedSearch.last_on)
    least = select(MissedSearch.words).order_by(*order).limit(held - MOST_KEPT + 1)
    session.exec(delete(MissedSearch).where(col(MissedSearch.words).in_(least)))
