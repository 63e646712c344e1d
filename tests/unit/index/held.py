"""Index entries and engines for tests; the people and papers are invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from app.domain.dates import PartialDate
from app.domain.gazetteer import EMPTY, Gazetteer
from app.domain.search import EntryType, IndexEntry, SearchEngine, SearchHits, SearchQuery
from app.index.engine import WhooshEngine
from app.index.plain import PlainEngine
from app.index.writer import rebuild

TODAY = date(2026, 11, 22)
_numbers = count(1)


def entry(text: str = "", **fields: Any) -> IndexEntry:
    """An entry with these words; all other fields are empty unless given. `said` is ISO 8601."""
    said = PartialDate.from_iso(fields.pop("said")) if fields.get("said") else None
    fields.pop("said", None)
    published = fields.pop("published", None)
    held: dict[str, Any] = {
        "permalink": f"s{next(_numbers):09d}",
        "type": EntryType.STATEMENT,
        "headline": "",
        "article": "a1",
        "speaker": None,
        "speaker_names": "",
        "outlet": None,
        "kind": "direct",
        "issues": (),
        "events": (),
        "place": None,
        "said_first": said.first if said else None,
        "said_last": said.last if said else None,
        "published_first": date.fromisoformat(published) if published else None,
        "confidence": 0.9,
        **fields,
    }
    return IndexEntry(text=text, **held)


def whoosh_engine(
    folder: Path, entries: Iterable[IndexEntry], gazetteer: Gazetteer = EMPTY
) -> WhooshEngine:
    """The site's engine over `entries`."""
    rebuild(folder / "index", entries, "test")
    return WhooshEngine(folder / "index", gazetteer, today=lambda: TODAY)


def plain_engine(
    folder: Path, entries: Iterable[IndexEntry], gazetteer: Gazetteer = EMPTY
) -> PlainEngine:
    """The engine without an index over `entries`."""
    held = list(entries)
    return PlainEngine(lambda query, parsed: (held, True), gazetteer, today=lambda: TODAY)


ENGINES = {"whoosh": whoosh_engine, "plain": plain_engine}


def found(engine: SearchEngine, text: str, **asked: Any) -> list[str]:
    """Permalinks of the full matches, in order."""
    hits = engine.search(SearchQuery(text, **asked))
    return [hit.permalink for hit in hits.hits if not hit.partial]


def texts(entries: Sequence[IndexEntry], hits: SearchHits) -> list[str]:
    """The words of the hits, in order."""
    by_permalink = {one.permalink: one.text for one in entries}
    return [by_permalink[hit.permalink] for hit in hits.hits]
