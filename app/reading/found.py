"""Files to be read: where they are, what they are called, and what makes them the same file."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import UnreadableDocument
from app.reading.files import open_file, walk
from app.reading.sidecar import WITH_SIDECAR, Sidecar

_PIECE = 1 << 20  # bytes

#: Why a link is not followed.
LEADS_OUT = "it is a link that leads out of the folder; copy the file here to read it"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was asked for, by itself or in a folder; `name` is its path from there."""

    path: Path
    name: str

    @property
    def size(self) -> int:
        """Its bytes, 0 where it is not there."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def sidecar(self) -> Sidecar | None:
        """What speaks of it, None where files of its kind have none."""
        if self.path.suffix.lower() not in WITH_SIDECAR:
            return None
        beside = self.path.with_suffix(".json")

        def read(most: int) -> bytes | None:
            if not beside.is_file():
                return None
            with open_file(beside, self.name) as handle:
                return handle.read(most)

        return Sidecar(beside.name, read)

    def digest(self) -> str:
        """A SHA-256 of its name, its sidecar and its bytes, read piece by piece.

        Raises UnreadableDocument where one of the files cannot be read.
        """
        digest = hashlib.sha256(self.name.encode("utf-8", "surrogateescape") + b"\0")
        beside = self.sidecar.kept().content if self.sidecar else None
        digest.update(hashlib.sha256(beside or b"").digest())
        with open_file(self.path, self.name) as handle:
            while piece := handle.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()


def find_files(path: Path, name: str | None = None) -> Iterator[FoundFile | UnreadableDocument]:
    """The file at a path, or the files of a folder in sorted order; nothing of them is read.

    Hidden files and the sidecars of other files are left out. What cannot be a source comes as
    a value. `name` is what a file is called that was first met in a folder.
    """
    if not path.is_dir():
        yield FoundFile(path, name or path.name or str(path))
        return
    for found in walk(path):
        if isinstance(found, UnreadableDocument):
            yield found
            continue
        below = found.relative_to(path).as_posix()
        if leads_out(found, path):
            yield UnreadableDocument(below, LEADS_OUT)
        elif not _is_sidecar(found):
            yield FoundFile(found, below)


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path in a folder is a link to something outside of it."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def total_size(paths: Iterable[Path]) -> int:
    """The bytes of all files below some paths, for telling how much is still to come."""
    return sum(
        found.size for path in paths for found in find_files(path) if isinstance(found, FoundFile)
    )


def _is_sidecar(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    return any(os.path.isfile(path.with_suffix(suffix)) for suffix in WITH_SIDECAR)
