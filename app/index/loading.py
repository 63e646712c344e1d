"""Reads a generation of the index into memory: each file compared with its checksum, then used.

Files are held in memory, not mapped: what was compared is what is searched, and a file that is
cut short under a running process cannot end it.
"""

from pathlib import Path

from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC

from app.domain.search import EntryType
from app.index.foreign import WhooshObject
from app.index.generations import Manifest, checksum_of, read_manifest, unavailable
from app.index.segments import Segment

#: A generation may be replaced while it is read; so often another try is made.
_TRIES = 5

#: Segments of each type, each with the records deleted from it.
Held = list[tuple[Segment, frozenset[int]]]
Loaded = dict[EntryType, Held]


def load(index_dir: Path, known: dict[str, Segment]) -> tuple[Manifest, Loaded]:
    """The current generation; segments in `known` (by id) are taken from there.

    Raises IndexUnavailable where it is missing, old, or not as it was written.
    """
    for _ in range(_TRIES):
        manifest = read_manifest(index_dir)
        try:
            return manifest, _load(index_dir, manifest, known)
        except FileNotFoundError as gone:
            if read_manifest(index_dir) == manifest:
                raise unavailable(index_dir, f"has lost the file {gone.filename}") from None
        except OSError as problem:
            raise unavailable(index_dir, f"cannot be read ({problem})") from None
    raise unavailable(index_dir, "changed faster than it could be read")


def _load(index_dir: Path, manifest: Manifest, known: dict[str, Segment]) -> Loaded:
    folder = manifest.folder(index_dir)
    for path in folder.iterdir():
        if path.name not in manifest.files:
            raise unavailable(index_dir, f"holds a file that nobody wrote ({path.name})")
    tables = RamStorage()
    for name in manifest.files:
        if name.endswith(".toc"):
            tables.files[name] = _compared(index_dir, manifest, name)
    loaded: Loaded = {}
    for kind in EntryType:
        toc = TOC.read(tables, kind.value)
        loaded[kind] = []
        for segment in toc.segments:
            if not segment.doc_count_all():
                continue  # all of it was deleted when it was merged
            arrays = known.get(segment.segment_id())
            if arrays is None:
                data = _compared(index_dir, manifest, segment.make_filename(".seg"))
                arrays = Segment(_opened(data), toc.schema, segment)
            loaded[kind].append((arrays, frozenset(segment.deleted_docs())))
    return loaded


def _compared(index_dir: Path, manifest: Manifest, name: str) -> bytes:
    data = (manifest.folder(index_dir) / name).read_bytes()
    if checksum_of(data) != manifest.files.get(name):
        raise unavailable(index_dir, f"is damaged ({name})")
    return data


def _opened(data: bytes) -> WhooshObject:
    """The files inside a segment's one file, without copying them."""
    whole = memoryview(data)
    inside = CompoundStorage(BufferFile(whole), use_mmap=False)
    storage = RamStorage()
    for name in inside.list():
        start, length = inside.range(name)
        storage.files[name] = whole[start : start + length]
    return storage
