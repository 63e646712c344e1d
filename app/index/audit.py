"""Compares what the index holds with what it should hold, entry by entry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from app.domain.search import IndexEntry
from app.index.fields import DATE_COLUMNS, NAME_COLUMNS, UNKNOWN_CONFIDENCE, document
from app.index.loading import Held, load
from app.index.segments import Segment


def wrong_entries(index_dir: Path, entries: Iterable[IndexEntry]) -> Iterator[str]:
    """A sentence for each entry that the index lacks, has otherwise, or has and should not.

    Compared are the words in their order, names, dates and confidence. Holds the permalinks of
    the index in memory, and one entry. Raises IndexUnavailable.
    """
    _, loaded = load(index_dir, {})
    shelves = {kind: _Shelf(held) for kind, held in loaded.items()}
    for entry in entries:
        shelf = shelves[entry.type]
        place = shelf.find(entry.permalink)
        what = f"{entry.type.value} {entry.permalink}"
        if place is None:
            yield f"{what} is not in the search index; run `onrecord reindex`"
        elif differing := _differing(*place, entry):
            parts = ", ".join(differing)
            yield f"the search index holds {what} otherwise ({parts}); run `onrecord reindex`"
    for kind, shelf in shelves.items():
        for permalink in shelf.unseen():
            yield (
                f"the search index holds {kind.value} {permalink}, which is not in the database; "
                "run `onrecord reindex`"
            )


class _Shelf:
    def __init__(self, held: Held) -> None:
        self._segments = [segment for segment, _ in held]
        live = [
            np.setdiff1d(np.arange(segment.size), np.array(sorted(deleted), dtype=np.int64))
            for segment, deleted in held
        ]
        none = np.empty(0, dtype="S1")
        links = [s.permalinks[numbers] for s, numbers in zip(self._segments, live, strict=True)]
        permalinks = np.concatenate([none, *links])
        order = np.argsort(permalinks, kind="stable")
        self._permalinks = permalinks[order]
        self._numbers = np.concatenate([np.empty(0, dtype=np.int64), *live])[order]
        sizes = [len(numbers) for numbers in live]
        self._owners = np.repeat(np.arange(len(live)), sizes)[order]
        self._seen = np.zeros(len(order), dtype=bool)

    def find(self, permalink: str) -> tuple[Segment, int] | None:
        wanted = permalink.encode()
        at = int(np.searchsorted(self._permalinks, np.bytes_(wanted)))
        if at == len(self._permalinks) or self._permalinks[at] != wanted:
            return None
        self._seen[at] = True
        return self._segments[int(self._owners[at])], int(self._numbers[at])

    def unseen(self) -> list[str]:
        return [link.decode() for link in self._permalinks[~self._seen]]


def _differing(segment: Segment, number: int, entry: IndexEntry) -> list[str]:
    right = document(entry)
    differing = []
    words = segment.codes[segment.starts[number] : segment.starts[number + 1]]
    stream = right["stream"]
    if not isinstance(stream, bytes) or words.tobytes() != stream:
        differing.append("words")
    for name in NAME_COLUMNS:
        column = segment.names[name]
        value = right.get(name, b"")
        if not isinstance(value, bytes) or column.values[column.numbers[number]] != value.decode():
            differing.append(name)
    differing += [
        name for name in DATE_COLUMNS if int(segment.days[name][number]) != right.get(name, 0)
    ]
    if int(segment.confidence[number]) != right.get("confidence", UNKNOWN_CONFIDENCE):
        differing.append("confidence")
    return differing
