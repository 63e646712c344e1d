"""Generations of the index: built aside, sealed with checksums, switched in one rename.

Folder: `current.json` (which generation, and the checksum of each of its files), a folder for
each generation, and `lock`. The checksums are sealed with a key that lies beside the folder, so
that nothing put into the folder by a stranger is ever unpickled.
"""

import hashlib
import hmac
import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from app.disk import to_disk
from app.domain.search import IndexState, IndexStatus
from app.errors import IndexUnavailable
from app.index.fields import FORMAT

MANIFEST = "current.json"
_KEY_BYTES = 32
_CHUNK = 1 << 20

# Files whose checksum this process has compared, by device, inode, size and time of change.
_compared: dict[tuple[int, int, int, int], str] = {}


@dataclass(frozen=True)
class Manifest:
    """What one generation consists of. `files` maps a name to its BLAKE2 checksum."""

    format: int
    generation: str
    fingerprint: str
    entries: int
    files: dict[str, str]

    def folder(self, index_dir: Path) -> Path:
        """The folder of this generation."""
        return index_dir / self.generation


def read_manifest(index_dir: Path) -> Manifest:
    """The current generation, its seal compared. Raises IndexUnavailable."""
    try:
        told = json.loads((index_dir / MANIFEST).read_bytes())
        seal = told.pop("seal")
        manifest = Manifest(**told)
    except FileNotFoundError:
        raise unavailable(index_dir, "is missing") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise unavailable(index_dir, "has an unreadable list of files") from None
    if not hmac.compare_digest(str(seal), _seal(manifest, _key(index_dir))):
        raise unavailable(index_dir, "was changed by somebody else or copied without its key")
    if manifest.format != FORMAT:
        raise unavailable(index_dir, "was written by another version")
    return manifest


def compare_files(index_dir: Path, manifest: Manifest) -> None:
    """Raises IndexUnavailable unless every file is as it was written. FileNotFoundError passes."""
    folder = manifest.folder(index_dir)
    present = {path.name for path in folder.iterdir()}
    for name in present - manifest.files.keys():
        raise unavailable(index_dir, f"holds a file that nobody wrote ({name})")
    for name, checksum in manifest.files.items():
        if _checksum(folder / name) != checksum:
            raise unavailable(index_dir, f"is damaged ({name})")


def status(index_dir: Path) -> IndexStatus:
    """Whether the index can be searched, what it was made from and how much it holds."""
    try:
        manifest = read_manifest(index_dir)
        compare_files(index_dir, manifest)
    except IndexUnavailable as problem:
        missing = not (index_dir / MANIFEST).exists()
        state = IndexState.MISSING if missing else IndexState.BROKEN
        if "another version" in str(problem):
            state = IndexState.OLD
        return IndexStatus(state, 0, None, str(problem))
    except OSError as problem:
        return IndexStatus(IndexState.BROKEN, 0, None, f"the search index is damaged: {problem}")
    return IndexStatus(IndexState.READY, manifest.entries, manifest.fingerprint, "")


def new_folder(index_dir: Path) -> Path:
    """An empty folder for the next generation; what a killed writer left behind is removed."""
    index_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    index_dir.chmod(0o700)
    kept = set()
    for path in index_dir.glob("g*"):
        kept.add(int(path.name[1:]))
    folder = index_dir / f"g{max(kept, default=0) + 1:08d}"
    folder.mkdir(mode=0o700)
    return folder


def publish(
    index_dir: Path, folder: Path, fingerprint: str, entries: int, known: Manifest | None = None
) -> None:
    """Makes `folder` the current generation, safely on disk; keeps the one before it.

    `known` is the generation whose unchanged files `folder` links to.
    """
    files: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.name.endswith("_WRITELOCK"):
            path.unlink()
        elif known and _is_linked(path, known.folder(index_dir) / path.name):
            files[path.name] = known.files[path.name]
        else:
            to_disk(path)
            files[path.name] = _checksum(path)
    to_disk(folder)
    manifest = Manifest(FORMAT, folder.name, fingerprint, entries, files)
    sealed = asdict(manifest) | {"seal": _seal(manifest, _key(index_dir, make=True))}
    _replace(index_dir / MANIFEST, json.dumps(sealed).encode())
    _remove_old(index_dir, keep={folder.name, known.generation if known else ""})


def remove_abandoned(index_dir: Path, current: Manifest | None) -> None:
    """Removes generations newer than the current one: their writer was killed."""
    for path in index_dir.glob("g*"):
        if current is None or path.name > current.generation:
            shutil.rmtree(path, ignore_errors=True)


def _is_linked(path: Path, original: Path) -> bool:
    return original.exists() and path.samefile(original)


def _remove_old(index_dir: Path, keep: set[str]) -> None:
    names = sorted(path.name for path in index_dir.glob("g*"))
    for name in names[:-2]:
        if name not in keep:
            shutil.rmtree(index_dir / name, ignore_errors=True)


def checksum_of(data: bytes) -> str:
    """The checksum of a file's bytes, as the list of files holds it."""
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def _checksum(path: Path) -> str:
    found = path.stat()
    identity = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
    known = _compared.get(identity)
    if known is None:
        digest = hashlib.blake2b(digest_size=20)
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        if len(_compared) > 10_000:
            _compared.clear()
        known = _compared[identity] = digest.hexdigest()
    return known


def _seal(manifest: Manifest, key: bytes) -> str:
    told = json.dumps(asdict(manifest), sort_keys=True).encode()
    return hmac.new(key, told, hashlib.blake2b).hexdigest()


def _key(index_dir: Path, make: bool = False) -> bytes:
    path = index_dir.with_name(index_dir.name + ".key")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        if not make:
            raise unavailable(index_dir, f"has lost its key {path.name}") from None
    _replace(path, secrets.token_bytes(_KEY_BYTES))
    return path.read_bytes()


def _replace(path: Path, content: bytes) -> None:
    aside = path.with_name(path.name + ".new")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    to_disk(path.parent)


def unavailable(index_dir: Path, problem: str) -> IndexUnavailable:
    """The error that says what is wrong with the index and what to do."""
    return IndexUnavailable(
        f"The search index {index_dir} {problem}; run 'onrecord reindex' to build it anew."
    )
