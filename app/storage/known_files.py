"""Files that were read whole, remembered so that a second run need not read them."""

from collections.abc import Iterable

from sqlmodel import Session

from app.models.ingest_run import KnownFile


def known_file(session: Session, path: str) -> KnownFile | None:
    """What is remembered of the file at a path, None for nothing."""
    return session.get(KnownFile, path)


def remember_files(session: Session, files: Iterable[KnownFile]) -> None:
    """Remembers files, in place of what was remembered of those at their paths."""
    for file in files:
        session.merge(file)
    session.flush()
