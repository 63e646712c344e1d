"""Brings an archive's database to this version's tables."""

from app.archive import open_for_writing
from app.config import Settings
from app.storage.database import database_file, writer_engine
from app.storage.migrate import current_revision, newest_revision


def migrate(settings: Settings) -> str:
    """Migrates the database, making an empty one where there is none; says what was done.

    Raises ArchiveUnavailable for a database from a newer version, and ArchiveBusy.
    """
    path = database_file(settings)
    before = (
        current_revision(writer_engine(path)) if path.exists() and path.stat().st_size else None
    )
    with open_for_writing(settings, "migration", create=True):
        now = newest_revision()
    if before == now:
        return f"the database is at {now} already"
    if before is None:
        return f"an empty database was made at {now}"
    return f"the database went from {before} to {now}; a copy from before lies beside it"
