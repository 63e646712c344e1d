"""Safe copies of a database that is in use, and putting one in its place."""

from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

import pysqlite3.dbapi2

from app.disk import to_disk
from app.errors import ArchiveError

_WAIT_SECONDS = 30.0


def copy_database(source: Path, target: Path) -> None:
    """Writes one committed state of `source` to `target`, replacing what is there.

    The copy is made aside, written to disk and moved into place whole, so a broken-off copy is
    never mistaken for a backup.
    """
    aside = target.with_name(target.name + ".part")
    aside.unlink(missing_ok=True)
    aside.touch(mode=0o600)  # so that a folder that is missing or closed is the system's own error
    with (
        closing(_connect(source, "ro")) as reading,
        closing(pysqlite3.dbapi2.connect(str(aside))) as writing,
    ):
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    to_disk(aside)
    aside.replace(target)
    to_disk(target.parent)


def require_sound(path: Path) -> None:
    """Raises ArchiveError for a file that is no whole SQLite database."""
    try:
        with closing(_connect(path, "ro")) as database:
            found = [row[0] for row in database.execute("PRAGMA integrity_check(1)")]
    except pysqlite3.dbapi2.DatabaseError as error:
        raise ArchiveError(f"{path} is no database that can be read ({error})") from error
    if found != ["ok"]:
        raise ArchiveError(f"{path} is damaged ({found[0]}); take another backup")


def put_in_place(source: Path, target: Path) -> None:
    """Makes the database at `target` the same as `source`, as one change that readers see whole.

    Whoever reads `target` meanwhile goes on with what was there, and sees the new state with the
    next transaction: the file stays the same file. One that is missing is made.
    """
    if not target.exists():
        copy_database(source, target)
        return
    with closing(_connect(source, "ro")) as reading, closing(_connect(target, "rw")) as writing:
        reading.backup(writing)


def keep_copy(path: Path, copy: Path) -> None:
    """Copies a database before something else takes its place; a damaged one is moved there."""
    try:
        require_sound(path)
        copy_database(path, copy)
    except ArchiveError:
        path.replace(copy)
        for part in ("-wal", "-shm"):  # they belong to what was moved
            with suppress(FileNotFoundError):
                path.with_name(path.name + part).replace(copy.with_name(copy.name + part))


def _connect(path: Path, mode: str) -> "pysqlite3.dbapi2.Connection":
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    return pysqlite3.dbapi2.connect(uri, uri=True, timeout=_WAIT_SECONDS)
