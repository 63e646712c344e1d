"""The looks that `onrecord doctor` takes at an archive that can be opened."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from app.archive import Archive
from app.domain.search import IndexState
from app.index.generations import status
from app.services.doctor_machine import Told
from app.services.health import index_lag
from app.services.tables import INGEST_RUN, QUARANTINED, STATEMENT
from app.storage.database import database_file, reader_engine
from app.storage.desk import desk_file, newest_desk
from app.storage.migrate import current_revision
from app.storage.runs import is_broken_off


def database(archive: Archive) -> Told:
    """How much the archive holds, and whether it was written in the future or left unfinished."""
    with archive.session() as session:
        statements = session.execute(select(func.count()).select_from(STATEMENT)).scalar_one()
        last = session.execute(select(func.max(INGEST_RUN.c.finished_at))).scalar_one()
        unfinished = is_broken_off(session)
    path = database_file(archive.settings)
    told = f"{path} holds {statements:,} statements in {path.stat().st_size / 1e6:,.1f} MB"
    now = datetime.now(UTC)
    if last is not None and last.replace(tzinfo=UTC) > now + timedelta(hours=1):
        return Told(
            f"the last ingest ended at {last:%Y-%m-%d %H:%M} UTC, but the clock says "
            f"{now:%Y-%m-%d %H:%M}",
            "set the clock (timedatectl set-ntp true)",
            True,
        )
    if unfinished:
        return Told(
            f"{told}; an ingest is running, or was broken off",
            "let it end, or run it again: it goes on",
        )
    return Told(told)


def index(archive: Archive) -> Told:
    """Whether the search index is whole and knows all the database holds."""
    found = status(archive.settings.index_dir)
    if found.state is not IndexState.READY:
        return Told(found.reason or "the search index is missing", "run `onrecord reindex`", True)
    with archive.session() as session:
        waiting = index_lag(session)
    if waiting:
        return Told(
            f"changes the search index has still to learn: {waiting:,}",
            "wait for the ingest that is running, or run `onrecord reindex`",
        )
    return Told(f"{found.entries:,} entries, every file as it was written")


def quarantine(archive: Archive) -> Told:
    """How many files could not be read."""
    with archive.session() as session:
        held = session.execute(select(func.count()).select_from(QUARANTINED)).scalar_one()
    if held:
        return Told(f"files that could not be read: {held:,}", "see `onrecord quarantine list`")
    return Told("every file could be read")


def desk(archive: Archive) -> Told:
    """Whether the database of accounts and reports is one this version knows."""
    path = desk_file(archive.settings)
    if not path.is_file():
        return Told("nobody has an account, and no reader has reported anything")
    engine = reader_engine(path)
    try:
        at, newest = current_revision(engine), newest_desk()
    except DatabaseError as problem:
        return Told(
            f"{path} cannot be read ({problem.orig})",
            "put the copy of it that a backup made in its place",
            True,
        )
    finally:
        engine.dispose()
    if at == newest:
        return Told(f"{path} is at {at}")
    if (at or "") > newest:
        return Told(
            f"{path} is at {at}, this version knows up to {newest}",
            "install the newer Onrecord that made it",
            True,
        )
    return Told(f"{path} is at {at}", "nothing to do: the site brings it up to date by itself")


LOOKS: tuple[tuple[str, Callable[[Archive], Told]], ...] = (
    ("database", database),
    ("index", index),
    ("quarantine", quarantine),
    ("desk", desk),
)
