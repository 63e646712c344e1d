"""Which state of the archive this is, told without asking the database."""

import os
from datetime import date
from pathlib import Path

from app.archive import Archive
from app.index.generations import MANIFEST
from app.services.reader_reports import answers_file
from app.storage.database import database_file

Generation = tuple[tuple[int, int, int] | None, ...]


def generation_of(archive: Archive) -> Generation:
    """A value that differs after every commit to the database or the index, and every day.

    Made of the files' times, sizes and numbers, so that it costs microseconds. The day counts
    because a search for "last year" means something else on New Year's Day.
    """
    database = database_file(archive.settings)
    index = archive.settings.index_dir
    log = database.with_name(f"{database.name}-wal")
    # Answers to readers stand on public pages, too; a file of theirs changes with each.
    files = (database, log, index, index / MANIFEST, answers_file(archive.settings))
    return (*map(_stamp, files), (date.today().toordinal(), 0, 0))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    # A reader that opens the database makes an empty log, which is the same as none.
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found.st_size else None
