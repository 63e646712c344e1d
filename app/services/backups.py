"""Copies of the archive's databases, safe while they are used, and bringing one back."""

import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pysqlite3.dbapi2

from app.archive import Archive, open_for_writing
from app.config import Settings
from app.errors import ArchiveError
from app.services.exports import Form, export
from app.services.fingerprint import made_with
from app.services.finish import finish
from app.services.reindex import bring_up_to_date
from app.storage.backup import copy_database, keep_copy, put_in_place, require_sound
from app.storage.database import database_file, fullness_named
from app.storage.desk import desk_file
from app.storage.lock import writer_lock
from app.storage.migrate import require_known
from app.storage.runs import count_archive


def back_up(archive: Archive, target: Path | None) -> Path:
    """Copies one committed state of the archive to `target`, a file or a folder; where it went.

    Without a target, to a file named after this moment in the folder `backups` of the archive.
    What is kept about people (the desk) goes into a file of its own beside it. The index is not
    copied: it can be made anew. Raises ArchiveError for a file that is there already.
    """
    name = f"onrecord-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite3"
    if target is None:
        target = archive.settings.data_dir / "backups"
        target.mkdir(exist_ok=True)
    if target.is_dir():
        target = target / name
    if target.exists():
        raise ArchiveError(f"{target} is there already; a backup is never written over")
    desk = desk_file(archive.settings)
    with fullness_named():
        if desk.exists():
            copy_database(desk, desk_beside(target))
        export(archive, Form.SQLITE, target)
    return target


def desk_beside(backup: Path) -> Path:
    """Where the copy of the desk lies that belongs to a backup."""
    return backup.with_name(f"{backup.stem}-desk{backup.suffix}")


def restore(settings: Settings, backup: Path) -> tuple[int, int]:
    """Puts a backup in the archive's place; how many articles and statements it has then.

    What was there is backed up first. A site that is running goes on, and shows the backup's
    state from the next page on. Raises ArchiveError for a backup that is damaged or from a newer
    version, ArchiveBusy while something writes; then nothing is changed.
    """
    if not backup.is_file():
        raise ArchiveError(f"there is no backup at {backup}; check the path")
    desk = desk_beside(backup)
    for file in (backup, desk):
        if file.exists():
            require_sound(file)
    path = database_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with writer_lock(path.parent, "restore"), fullness_named():
        if path.exists() and path.samefile(backup):
            raise ArchiveError(f"{backup} is the archive itself; name a backup of it")
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            ready = _made_ready(backup, Path(folder))
            moment = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
            if path.exists():
                keep_copy(path, path.with_name(f"{path.stem}-before-{moment}{path.suffix}"))
            put_in_place(ready, path)
            if desk.exists():
                put_in_place(desk, desk_file(settings))
    with open_for_writing(settings, "restore", create=True) as archive:
        # A backup from the middle of a run is completed as the next run would have done.
        finish(archive, made_with(settings, archive.gazetteer))
        bring_up_to_date(archive)
        with archive.session() as session:
            return count_archive(session)


def _made_ready(backup: Path, folder: Path) -> Path:
    """A copy of a backup that says that no index belongs to it: one may be ahead of it."""
    ready = folder / "ready.sqlite3"
    copy_database(backup, ready)
    require_known(ready)
    with closing(pysqlite3.dbapi2.connect(str(ready))) as database:
        database.execute("DELETE FROM fact WHERE key IN ('identity', 'indexed')")
        database.commit()
    return ready
