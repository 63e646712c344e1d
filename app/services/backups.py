"""Copies of the archive's database, safe while it is used."""

from datetime import UTC, datetime
from pathlib import Path

from app.archive import Archive
from app.errors import ArchiveError
from app.services.exports import Form, export


def back_up(archive: Archive, target: Path | None) -> Path:
    """Copies one committed state of the database to `target`, a file or a folder; where it went.

    Without a target, to a file named after this moment in the folder `backups` of the archive.
    The index is not copied: `onrecord reindex` makes it anew. Raises ArchiveError for a file
    that is there already.
    """
    name = f"onrecord-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite3"
    if target is None:
        target = archive.settings.data_dir / "backups"
        target.mkdir(exist_ok=True)
    if target.is_dir():
        target = target / name
    if target.exists():
        raise ArchiveError(f"{target} is there already; a backup is never written over")
    export(archive, Form.SQLITE, target)
    return target
