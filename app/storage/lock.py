"""One writer at a time: a lock that the operating system drops when its owner dies."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from app.errors import ArchiveBusy

_NAME = "writer.lock"

#: Seconds between two tries of somebody who waits.
_PAUSE = 0.05


@contextmanager
def writer_lock(data_dir: Path, job: str, patience: float = 0) -> Iterator[None]:
    """Holds the archive's write lock; `job` ("ingest") is what others are told is running.

    Raises ArchiveBusy, with the owner's process and since when, where somebody else holds it
    and does not let go within `patience` seconds.
    """
    # The file stays behind on purpose: removing it would let two processes lock two files.
    with open(data_dir / _NAME, "a+", encoding="utf-8") as file:
        _take(file, time.monotonic() + patience)
        file.truncate(0)
        since = datetime.now(UTC).replace(microsecond=0)
        file.write(json.dumps({"pid": os.getpid(), "job": job, "since": since.isoformat()}))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _take(file: TextIO, until: float) -> None:
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise ArchiveBusy(_owner(file)) from None
        time.sleep(_PAUSE)


def _owner(file: TextIO) -> str:
    file.seek(0)
    try:
        owner = json.loads(file.read())
        who = f"process {owner['pid']}, since {owner['since']}"
        job = owner["job"]
    except (ValueError, KeyError):  # it has the lock and has not written its name yet
        job, who = "writer", "since a moment ago"
    return f"another {job} is running ({who}); wait for it to end"
