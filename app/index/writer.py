"""Writes the index: all of it aside, or the changes of one commit. Readers see before or after."""

import fcntl
import os
import shutil
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from whoosh import index as whoosh_index
from whoosh.reading import SegmentReader

from app.domain.search import EntryType, IndexEntry
from app.errors import ArchiveBusy, IndexUnavailable
from app.index.codec import ArrayCodec
from app.index.columns import raw_column
from app.index.fields import document, schema
from app.index.foreign import WhooshObject
from app.index.generations import (
    Manifest,
    compare_files,
    new_folder,
    publish,
    read_manifest,
    remove_abandoned,
)
from app.index.permalinks import permalink_array

#: Entries a rebuild holds before it writes them out as a segment; bounds its memory.
BLOCK = 100_000

#: Megabytes of postings held before they are sorted out to disk: 256 writes twice as fast as 32.
_POOL_MB = 256

#: So many segments of one order of size are merged; a search pays 15 µs a word for each segment.
_MERGE_AT = 8

_WAIT_SECONDS = 30.0


def rebuild(index_dir: Path, entries: Iterable[IndexEntry], fingerprint: str) -> None:
    """Builds the index anew from `entries`; the old one answers until the new one is complete.

    `fingerprint` says which state of the database it was made from. Raises ArchiveBusy.
    """
    with _locked(index_dir):
        before = _current(index_dir)
        remove_abandoned(index_dir, before)
        folder = new_folder(index_dir)
        try:
            shelves = _Shelves(folder, create=True)
            count = 0
            for count, entry in enumerate(entries, 1):
                shelves.add(entry)
                if count % BLOCK == 0:
                    shelves.commit()
            shelves.commit()
            publish(index_dir, folder, fingerprint, count, before)
        except BaseException:
            _discard(index_dir, folder)
            raise


def update(
    index_dir: Path, removed: Collection[str], added: Iterable[IndexEntry], fingerprint: str
) -> None:
    """Takes out the entries with the permalinks `removed`, puts in `added`, as one change.

    An added entry replaces the one with its permalink. Raises IndexUnavailable where there is
    no sound index to change, and ArchiveBusy.
    """
    with _locked(index_dir):
        before = read_manifest(index_dir)
        compare_files(index_dir, before)
        remove_abandoned(index_dir, before)
        folder = new_folder(index_dir)
        try:
            for name in before.files:
                os.link(before.folder(index_dir) / name, folder / name)
            shelves = _Shelves(folder, create=False)
            new = list(added)
            gone = shelves.remove({*removed, *(entry.permalink for entry in new)})
            for entry in new:
                shelves.add(entry)
            shelves.commit()
            publish(index_dir, folder, fingerprint, before.entries - gone + len(new), before)
        except BaseException:
            _discard(index_dir, folder)
            raise


class _Shelves:
    """The two Whoosh indexes in one folder: statements and articles."""

    def __init__(self, folder: Path, create: bool) -> None:
        path, opened = str(folder), whoosh_index.open_dir
        if create:
            for kind in EntryType:
                whoosh_index.create_in(path, schema(), indexname=kind.value)
        self._indexes = {kind: opened(path, indexname=kind.value) for kind in EntryType}
        self._writers: dict[EntryType, WhooshObject] = {}

    def add(self, entry: IndexEntry) -> None:
        self._writer(entry.type).add_document(**document(entry))

    def remove(self, permalinks: Collection[str]) -> int:
        """Takes entries out; how many there were."""
        gone = 0
        wanted = np.array([permalink.encode() for permalink in permalinks])
        if not len(wanted):
            return 0
        for kind, whoosh in self._indexes.items():
            reader = whoosh.reader()
            leaves = reader.leaf_readers() if reader.doc_count_all() else ()
            for leaf, base in leaves:
                if not leaf.doc_count_all():
                    continue
                held = permalink_array(raw_column(leaf, "permalink"))
                for found in np.flatnonzero(np.isin(held, wanted)).tolist():
                    if not leaf.is_deleted(found):
                        self._writer(kind).delete_document(base + found)
                        gone += 1
        return gone

    def commit(self) -> None:
        for writer in self._writers.values():
            writer.commit(mergetype=_merge_tiers)
        self._writers.clear()

    def _writer(self, kind: EntryType) -> WhooshObject:
        if kind not in self._writers:
            whoosh = self._indexes[kind]
            self._writers[kind] = whoosh.writer(codec=ArrayCodec(), limitmb=_POOL_MB)
        return self._writers[kind]


def _merge_tiers(writer: WhooshObject, segments: list[WhooshObject]) -> list[WhooshObject]:
    """Whoosh's question which segments to merge: eight of one order of size, or half deleted."""
    tiers = Counter(_tier(segment) for segment in segments)
    kept = []
    for segment in segments:
        half_gone = segment.deleted_count() * 2 > segment.doc_count_all()
        if half_gone or (tiers[_tier(segment)] >= _MERGE_AT and segment.doc_count_all() < BLOCK):
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        else:
            kept.append(segment)
    return kept


def _tier(segment: WhooshObject) -> int:
    return max(2, len(str(segment.doc_count_all())))


def _discard(index_dir: Path, folder: Path) -> None:
    """Removes what could not be completed, unless the switch to it was already made."""
    current = _current(index_dir)
    if current is None or current.generation != folder.name:
        shutil.rmtree(folder, ignore_errors=True)


def _current(index_dir: Path) -> Manifest | None:
    try:
        return read_manifest(index_dir)
    except IndexUnavailable:
        return None


@contextmanager
def _locked(index_dir: Path) -> Iterator[None]:
    """One writer at a time, in all processes; the lock dies with its owner."""
    index_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (index_dir / "lock").open("a") as file:
        deadline = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise ArchiveBusy(
                        f"The search index {index_dir} is being written by another process; "
                        "try again when it is done."
                    ) from None
                time.sleep(0.02)
        yield
