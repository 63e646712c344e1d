"""Walks folders and opens files without ever blocking or leaving the folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.errors import UnreadableDocument


def walk(folder: Path) -> Iterator[Path | UnreadableDocument]:
    """The files in a folder and its folders, in sorted order, hidden ones left out.

    Links to folders are given out like files and never followed: a loop would have no end. A
    folder that cannot be listed comes as an UnreadableDocument.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield UnreadableDocument(str(folder), f"{reason_of(error)}; check the folder's permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        else:
            yield Path(entry.path)


def open_file(path: Path, name: str) -> BinaryIO:
    """The file at `path`, open for reading.

    Raises UnreadableDocument where it cannot be opened or is no ordinary file: a pipe or a
    device could block for ever or have no end.
    """
    try:
        # Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
        handle = open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")  # noqa: SIM115
    except OSError as error:
        raise UnreadableDocument(
            name, f"{reason_of(error)}; check the path and who may read it"
        ) from error
    if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
        handle.close()
        raise UnreadableDocument(name, "it is no ordinary file; give a file or a folder of files")
    return handle


def reason_of(error: OSError) -> str:
    """What the operating system says, as the start of a sentence."""
    reason = error.strerror or type(error).__name__
    return f"it cannot be opened ({reason.lower()})"
