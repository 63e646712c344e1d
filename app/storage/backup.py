"""Safe copies of a database that is in use."""

from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pysqlite3.dbapi2


def copy_database(source: Path, target: Path) -> None:
    """Writes one committed state of `source` to `target`, replacing what is there.

    The copy is made aside and moved into place whole, so a broken-off copy is never mistaken
    for a backup.
    """
    aside = target.with_name(target.name + ".part")
    aside.unlink(missing_ok=True)
    aside.touch()  # so that a folder that is missing or closed is the system's own error
    uri = f"file:{quote(str(source.resolve()))}?mode=ro"
    with (
        closing(pysqlite3.dbapi2.connect(uri, uri=True)) as reading,
        closing(pysqlite3.dbapi2.connect(str(aside))) as writing,
    ):
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    aside.replace(target)
