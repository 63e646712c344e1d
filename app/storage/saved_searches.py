"""Searches that somebody follows, on the desk."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from app.models.saved_search import SavedSearch


def all_saved(session: Session) -> Sequence[SavedSearch]:
    """Every saved search, by name."""
    return session.exec(select(SavedSearch).order_by(col(SavedSearch.name))).all()


def put_saved(session: Session, search: SavedSearch) -> bool:
    """Keeps a search; says whether it took the place of one of that name."""
    held = session.get(SavedSearch, search.name)
    if held is not None:
        session.delete(held)
        session.flush()
    session.add(search)
    session.flush()
    return held is not None


def drop_saved(session: Session, name: str) -> bool:
    """Forgets the search of this name; says whether there was one."""
    held = session.get(SavedSearch, name)
    if held is not None:
        session.delete(held)
        session.flush()
    return held is not None


def mark_told(session: Session, names: Iterable[str], told_to: int) -> None:
    """Notes that these searches were told of up to the statement of this row number."""
    for name in names:
        held = session.get(SavedSearch, name)
        if held is not None and held.told_to < told_to:
            held.told_to = told_to
            session.add(held)
    session.flush()
