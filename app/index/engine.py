"""The search engine on the Whoosh index: always the newest commit, shared by all threads."""

import os
import threading
import time
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.domain.gazetteer import Gazetteer
from app.domain.search import EntryType, Piece, SearchHits, SearchQuery
from app.errors import IndexUnavailable
from app.index.fields import WEIGHTS
from app.index.generations import MANIFEST, unavailable
from app.index.language import Language
from app.index.loading import Held, load
from app.index.pieces import Marker
from app.index.query import ParsedQuery
from app.index.query_parser import parse
from app.index.related import related
from app.index.searcher import find, respelt
from app.index.segments import Segment
from app.index.shelf import Shelf

Shelves = dict[EntryType, Shelf]
_Stamp = tuple[int, int, int]

#: Seconds before an index that could not be read is tried again, were it not replaced before.
_RETRY_SECONDS = 2.0


def open_engine(
    index_dir: Path, gazetteer: Gazetteer, newest: Callable[[], Gazetteer] | None = None
) -> "WhooshEngine":
    """The engine on the index in `index_dir`, which need not be there yet.

    `newest` gives the knowledge as it is now; it is asked when the index has changed.
    """
    return WhooshEngine(index_dir, gazetteer, newest=newest)


class WhooshEngine:
    """Searches the index in a folder. Each search sees one commit, whole, until it is done.

    Raises IndexUnavailable on search while there is no sound index; works again by itself as
    soon as one is built.
    """

    def __init__(
        self,
        index_dir: Path,
        gazetteer: Gazetteer,
        today: Callable[[], date] = date.today,
        newest: Callable[[], Gazetteer] | None = None,
    ) -> None:
        self._index_dir = index_dir
        self._manifest_path = index_dir / MANIFEST
        self._gazetteer, self._newest = gazetteer, newest
        self._language = Language(gazetteer)
        self._today = today
        self._parse = lru_cache(maxsize=1024)(parse)
        self._marker = lru_cache(maxsize=64)(self._new_marker)
        self._loading = threading.Lock()
        self._shelves: Shelves | None = None
        self._stamp: _Stamp | None = None
        self._failed: tuple[_Stamp, float, str] | None = None

    def search(self, query: SearchQuery) -> SearchHits:
        """One page of hits. Raises IndexUnavailable; never raises for what a reader typed."""
        return find(self._current(), query, self._parsed(query))

    def cut(self, text: str, query: SearchQuery) -> list[Piece]:
        """`text` cut where the query's words match, losing no character."""
        return self._marker(query.text, self._today(), query.type).cut(text)

    def related(self, permalink: str, limit: int) -> list[str]:
        """Permalinks of the statements most like this one, best first."""
        return related(self._current()[EntryType.STATEMENT], permalink, limit)

    def complete(self, prefix: str, limit: int) -> list[tuple[str, str, str]]:
        """(field, value, label) of the speakers, issues, events and outlets that begin so."""
        shelf = self._current()[EntryType.STATEMENT]
        return shelf.name_book().beginning(prefix, limit, shelf.held)

    def _parsed(self, query: SearchQuery) -> ParsedQuery:
        return self._parse(query.text, self._today())

    def _new_marker(self, text: str, today: date, kind: EntryType) -> Marker:
        root, shelves = self._parse(text, today).root, self._shelves
        if shelves is not None:
            root, _ = respelt(shelves, kind, root)
        return Marker(self._language.expanded(root), self._language)

    def _current(self) -> Shelves:
        """The newest commit. While one thread reads a new one, the others go on with the old."""
        stamp = self._stamp_now()
        shelves = self._shelves
        if shelves is not None and stamp == self._stamp:
            return shelves
        if self._loading.acquire(blocking=shelves is None):
            try:
                if self._shelves is None or stamp != self._stamp:
                    self._load(stamp)
            finally:
                self._loading.release()
        if self._shelves is None:
            raise unavailable(self._index_dir, "is missing")
        return self._shelves

    def _stamp_now(self) -> _Stamp:
        try:
            found = os.stat(self._manifest_path)
        except OSError:
            self._shelves = self._stamp = None
            raise unavailable(self._index_dir, "is missing") from None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _load(self, stamp: _Stamp) -> None:
        if self._failed is not None:
            failed_stamp, failed_at, problem = self._failed
            if failed_stamp == stamp and time.monotonic() < failed_at + _RETRY_SECONDS:
                raise IndexUnavailable(problem)
        known = self._known_segments()
        try:
            _, loaded = load(self._index_dir, known)
        except IndexUnavailable as problem:
            self._shelves, self._failed = None, (stamp, time.monotonic(), str(problem))
            raise
        self._learn()
        before = self._shelves or {}
        self._shelves = {
            kind: self._shelf(kind, segments, before.get(kind)) for kind, segments in loaded.items()
        }
        self._stamp, self._failed = stamp, None
        self._marker.cache_clear()  # other words are known now
        self._shelves[EntryType.STATEMENT].name_book()  # made here, not within a reader's time

    def _learn(self) -> None:
        """Takes over names and abbreviations that the archive has come to know."""
        gazetteer = self._newest() if self._newest else self._gazetteer
        if gazetteer is not self._gazetteer:
            self._gazetteer, self._language = gazetteer, Language(gazetteer)

    def _shelf(self, kind: EntryType, segments: Held, before: Shelf | None) -> Shelf:
        """A shelf of these segments: the one before where nothing has changed."""
        same = before is not None and before.lexicon.language is self._language
        if before is not None and same and before.segments_held == segments:
            return before
        return Shelf(segments, WEIGHTS[kind.value], self._language, before)

    def _known_segments(self) -> dict[str, Segment]:
        shelves = self._shelves or {}
        return {segment.id: segment for shelf in shelves.values() for segment in shelf.segments}
