"""Writes the index: all of it aside, or the changes of one commit. Readers see before or after."""

import fcntl
import os
import shutil
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from app.domain.search import EntryType, IndexEntry
from app.errors import ArchiveBusy, IndexUnavailable
from app.index.codec import ArrayCodec
from app.index.columns import BlobColumn
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
from app.index.permalinks import numbers_of, permalink_array

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
        new = list(added)
        with _changing(index_dir, before) as (folder, shelves):
            gone = shelves.remove({*removed, *(entry.permalink for entry in new)})
            for entry in new:
                shelves.add(entry)
            shelves.commit()
            publish(index_dir, folder, fingerprint, before.entries - gone + len(new), before)
        _merge(index_dir)


def _merge(index_dir: Path) -> None:
    """Merges segments where there are many: a generation of its own, after the change is found."""
    current = read_manifest(index_dir)
    if _Shelves(current.folder(index_dir)).due():
        with _changing(index_dir, current) as (folder, shelves):
            shelves.merge()
            publish(index_dir, folder, current.fingerprint, current.entries, current)


@contextmanager
def _changing(index_dir: Path, before: Manifest) -> Iterator[tuple[Path, "_Shelves"]]:
    """A folder with the files of `before`, to be changed and published."""
    folder = new_folder(index_dir)
    try:
        for name in before.files:
            os.link(before.folder(index_dir) / name, folder / name)
        yield folder, _Shelves(folder)
    except BaseException:
        _discard(index_dir, folder)
        raise


class _Shelves:
    """The two Whoosh indexes in one folder: statements and articles."""

    def __init__(self, folder: Path, create: bool = False) -> None:
        self._folder, self._storage = str(folder), FileStorage(str(folder))
        if create:
            for kind in EntryType:
                whoosh_index.create_in(self._folder, schema(), indexname=kind.value)
        self._writers: dict[EntryType, WhooshObject] = {}

    def add(self, entry: IndexEntry) -> None:
        self._writer(entry.type).add_document(**document(entry))

    def remove(self, permalinks: Collection[str]) -> int:
        """Takes entries out; how many there were."""
        wanted = {permalink.encode() for permalink in permalinks}
        gone = 0
        for kind in EntryType if wanted else ():
            base = 0
            for segment in self._segments(kind):
                if not segment.doc_count_all():
                    continue
                for found in numbers_of(self._permalinks(segment), wanted):
                    if not segment.is_deleted(found):
                        self._writer(kind).delete_document(base + found)
                        gone += 1
                base += segment.doc_count_all()
        return gone

    def due(self) -> list[EntryType]:
        """The shelves that have segments to merge."""
        return [kind for kind in EntryType if _due(self._segments(kind))]

    def merge(self) -> None:
        """Merges the segments that are due."""
        for kind in self.due():
            self._writer(kind).commit(mergetype=_merge_due)
        self._writers.clear()

    def _segments(self, kind: EntryType) -> Sequence[WhooshObject]:
        segments: Sequence[WhooshObject] = TOC.read(self._storage, kind.value).segments
        return segments

    def _permalinks(self, segment: WhooshObject) -> NDArray[np.bytes_]:
        files = segment.open_compound_file(self._storage)
        reader = segment.codec().per_document_reader(files, segment)
        return permalink_array(reader.column_reader("permalink", BlobColumn()))

    def commit(self) -> None:
        for writer in self._writers.values():
            writer.commit(mergetype=_merge_none)
        self._writers.clear()

    def _writer(self, kind: EntryType) -> WhooshObject:
        if kind not in self._writers:
            whoosh = whoosh_index.open_dir(self._folder, indexname=kind.value)
            self._writers[kind] = whoosh.writer(codec=ArrayCodec(), limitmb=_POOL_MB)
        return self._writers[kind]


def _merge_none(writer: WhooshObject, segments: list[WhooshObject]) -> list[WhooshObject]:
    """Whoosh's question which segments to merge: none."""
    return segments


def _merge_due(writer: WhooshObject, segments: list[WhooshObject]) -> list[WhooshObject]:
    """Whoosh's question which segments to merge; gives back the others."""
    due = _due(segments)
    for segment in due:
        if segment.doc_count_all():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if segment not in due]


def _due(segments: Sequence[WhooshObject]) -> list[WhooshObject]:
    """Segments to be merged: eight of one order of size, or half deleted, or empty."""
    tiers = Counter(_tier(segment) for segment in segments)
    return [
        segment
        for segment in segments
        if segment.deleted_count() * 2 >= segment.doc_count_all()
        or (tiers[_tier(segment)] >= _MERGE_AT and segment.doc_count_all() < BLOCK)
    ]


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
