"""All entries of one type as arrays: what search, facets and sorting are computed from.

Records are numbered 0..size-1 over all segments. A shelf never changes: a commit makes another,
which shares the segments that stayed.
"""

from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.index.codec import Counts, Ids
from app.index.fields import DATE_COLUMNS, NAME_COLUMNS, WORD_FIELDS, word_code
from app.index.language import Language
from app.index.lexicon import Lexicon
from app.index.name_columns import NO_NAMES, Names, confidence_names, joined_names, year_names
from app.index.names import NameBook, Named
from app.index.repeats import repeats_among
from app.index.segments import Segment

#: BM25F: how soon a repeated word stops counting, and how much a long text is marked down.
#: Picked from 16 pairs by the mean nDCG@10 of three collections (CISI .414, CRAN .371, MED .711);
#: neighbours differ by less than .003, Whoosh's own K1 of 1.2 loses .01.
K1, B = 2.2, 0.75

#: Postings kept ready for each record, the oldest dropped first: 12 bytes each, so 46 MB at
#: 240,000 records. Below, so many at least.
_READY_EACH, _LEAST_READY = 16, 500_000

#: Fields whose names are looked up by their words.
_LOOKED_UP = ("speaker", "outlet", "issue", "position", "event", "kind", "place")

Records = NDArray[np.int64]
Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]
Numbers = NDArray[Any]


class Hits(NamedTuple):
    """Records in ascending order, with a score for each."""

    ids: Records
    scores: Scores


class Shelf:
    """One type's entries at one commit."""

    def __init__(
        self,
        segments: Sequence[tuple[Segment, frozenset[int]]],
        weights: dict[str, float],
        language: Language,
        before: "Shelf | None" = None,
    ) -> None:
        self.segments_held = segments
        self.segments = [segment for segment, _ in segments]
        self._bases = [0, *accumulate(segment.size for segment in self.segments)]
        self.bases = np.array(self._bases)
        self.size = self._bases[-1]
        self.live = self._live([gone for _, gone in segments])
        self.count = int(self.live.sum()) if self.live is not None else self.size
        self._weights = weights
        if before is not None and before.lexicon.language is not language:
            before = None
        stayed = self._same_as(before) if before else 0
        self._set_columns(before if stayed else None, stayed)
        self.lexicon: Lexicon = self._lexicon(language, before if stayed else None, stayed)
        self._ready: OrderedDict[object, Hits] = OrderedDict()
        self._ready_size = 0
        self._most_ready = max(_READY_EACH * self.size, _LEAST_READY)
        self._counts: dict[str, Records] = {}
        self._name_book: NameBook | None = None  # made when first asked for, as the next
        self._known_book = before._newest_book(self._bases[stayed]) if before and stayed else None
        self._form_of: dict[int, str] | None = None

    def everything(self) -> Records:
        """All records."""
        if self.live is None:
            return np.arange(self.size, dtype=np.int64)
        return np.flatnonzero(self.live)

    def word_hits(self, key: object, forms: Sequence[str]) -> Hits:
        """Records that hold one of `forms` in any field, scored by BM25F; kept ready as `key`."""
        ready = self._ready.get(key)
        if ready is None:
            ready = self._scored(forms)
            self.keep(key, ready)
        return ready

    def kept(self, key: object) -> Hits | None:
        """Hits that were kept ready as `key`, None where there are none."""
        return self._ready.get(key)

    def keep(self, key: object, hits: Hits) -> None:
        """Keeps `hits` ready. Threads may do so at once: the worst is work done twice."""
        self._ready[key] = hits
        self._ready_size += len(hits.ids)
        while self._ready_size > self._most_ready and len(self._ready) > 1:
            try:
                _, oldest = self._ready.popitem(last=False)
            except KeyError:
                break
            self._ready_size -= len(oldest.ids)

    def record(self, permalink: str) -> int | None:
        """The number of the entry with `permalink`, None where there is none."""
        for base, segment in zip(self._bases, self.segments, strict=False):
            for number in segment.at(permalink):
                if self.live is None or self.live[base + number]:
                    return base + number
        return None

    def words_of(self, record: int) -> NDArray[Any]:
        """The codes of a record's words in order, each field followed by END."""
        number = bisect_right(self._bases, record) - 1
        segment = self.segments[number]
        local = record - self._bases[number]
        return segment.codes[segment.starts[local] : segment.starts[local + 1]]

    def form_of(self, code: int) -> str | None:
        """The word that a code stands for, None for a gap."""
        if self._form_of is None:
            self._form_of = {word_code(form): form for form in self.lexicon.frequency}
        return self._form_of.get(code)

    def name_book(self) -> NameBook:
        """The names of all fields, to be looked up by their words."""
        if self._name_book is None:
            if self._known_book:
                book, size = self._known_book
                self._name_book = book.with_more(self._named(size))
            else:
                self._name_book = NameBook(self.lexicon.language, self._named(0))
            self._known_book = None
        return self._name_book

    def held(self, field: str, value: str) -> int:
        """How many records hold a value of a field."""
        counts = self._counts.get(field)
        if counts is None:
            counts = self._counts[field] = self.names[field].counts(self.everything())
        number = self.names[field].number_of.get(value)
        return 0 if number is None else int(counts[number])

    def _newest_book(self, size: int) -> tuple[NameBook, int] | None:
        """The last book of names that was made, and how many of the first `size` records it has."""
        if self._name_book:
            return self._name_book, size
        return (self._known_book[0], min(self._known_book[1], size)) if self._known_book else None

    def _named(self, first: int) -> Iterator[Named]:
        """The names of all values that records from `first` on hold."""
        for field in _LOOKED_UP:
            names = self.names[field]
            held = np.flatnonzero(np.bincount(names.groups[first:]))
            values = dict.fromkeys(value for group in names.sets(held) for value in group)
            called = self._called(field, first)
            for value in values:
                yield Named(field, value, (*called.get(value, ()), value.replace("-", " ")))

    def _called(self, field: str, first: int) -> Mapping[str, tuple[str, ...]]:
        """The names of the values of a field, besides the words of the values themselves."""
        if field == "speaker":
            return self._speakers_called(first)
        return self.lexicon.language.issue_names if field == "issue" else {}

    def _speakers_called(self, first: int) -> dict[str, tuple[str, ...]]:
        """All names of each speaker by slug, the archive's own first; the last record decides."""
        speakers, called = self.names["speaker"], self.names["names_shown"]
        newest = np.full(len(speakers.group_of), -1, dtype=np.int64)
        newest[speakers.groups[first:]] = called.groups[first:]
        held = np.flatnonzero(newest >= 0)
        sets = zip(speakers.sets(held), called.sets(newest[held]), strict=True)
        return {slug: names for slugs, names in sets for slug in slugs}

    def _live(self, deleted: Sequence[frozenset[int]]) -> Mask | None:
        if not any(deleted):
            return None
        live = np.ones(self.size, dtype=bool)
        for base, gone in zip(self.bases.tolist(), deleted, strict=False):
            live[[base + number for number in gone]] = False
        return live

    def _same_as(self, before: "Shelf") -> int:
        """How many segments stand at the beginning of both shelves: their columns are kept."""
        both = zip(self.segments, before.segments, strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], both))

    def _set_columns(self, before: "Shelf | None", stayed: int) -> None:
        new = self.segments[stayed:]
        self.days = {
            name: _joined([segment.days[name] for segment in self.segments], "i4")
            for name in DATE_COLUMNS
        }
        self.names: dict[str, Names] = {
            name: joined_names(
                [one.names[name] for one in new],
                before.names[name].first(self._bases[stayed]) if before else NO_NAMES,
            )
            for name in NAME_COLUMNS
        }
        self.names["year"] = year_names(_joined([one.years for one in self.segments], "i4"))
        self.names["confidence"] = confidence_names(
            _joined([segment.confidence for segment in self.segments], "u1")
        )
        self.ordinals = _joined([segment.ordinals for segment in self.segments], "i4")
        self.permalinks = _joined([segment.permalinks for segment in self.segments], "S1")
        self.order = _joined([segment.order for segment in self.segments], "u8")
        self.repeats = repeats_among(self.names["repeats"], self.permalinks, self.everything())
        self._norms = {}
        for name in WORD_FIELDS:
            lengths = _joined([segment.lengths[name] for segment in self.segments], "f4")
            total = lengths[self.live].sum() if self.live is not None else lengths.sum()
            mean = float(total) / self.count if total else 1.0
            self._norms[name] = ((1 - B) + B * lengths / mean).astype(np.float32)

    def _lexicon(self, language: Language, before: "Shelf | None", stayed: int) -> Lexicon:
        """The words of all segments; only those of new ones are read where others stayed."""
        if before is None:
            return Lexicon(language, _frequencies(self.segments))
        new, gone = self.segments[stayed:], before.segments[stayed:]
        return before.lexicon.changed(_frequencies(new), _frequencies(gone))

    def _scored(self, forms: Sequence[str]) -> Hits:
        ids, weights = self._weighted(forms)
        if not len(ids):
            return Hits(ids, weights)
        rarity = np.float32(np.log1p((self.count - len(ids) + 0.5) / (len(ids) + 0.5)))
        return Hits(ids, rarity * weights * np.float32(K1 + 1) / (weights + np.float32(K1)))

    def _weighted(self, forms: Sequence[str]) -> Hits:
        """How much of the words each record holds: counts by field weight and length, summed."""
        found: list[Ids] = []
        amounts: list[Counts] = []
        for field in WORD_FIELDS:
            for form in forms:
                for base, segment in zip(self.bases.tolist(), self.segments, strict=False):
                    ids, counts = segment.postings(field, form)
                    if len(ids):
                        ids = ids + base
                        found.append(ids)
                        amounts.append(self._weights[field] * counts / self._norms[field][ids])
        if not found:
            return Hits(np.empty(0, np.int64), np.empty(0, np.float32))
        if len(found) == 1:
            return self._only_live(found[0], amounts[0].astype(np.float32))
        return self._only_live(*_summed(np.concatenate(found), np.concatenate(amounts), self.size))

    def _only_live(self, ids: Numbers, amounts: Numbers) -> Hits:
        if self.live is not None:
            keep = self.live[ids]
            ids, amounts = ids[keep], amounts[keep]
        return Hits(ids.astype(np.int64), amounts.astype(np.float32))


def _summed(ids: Numbers, amounts: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """`ids` once each in ascending order, with their amounts added up."""
    if len(ids) * 8 > size:
        total = np.bincount(ids, weights=amounts, minlength=size)
        once = np.flatnonzero(total)
        return once, total[once]
    order = np.argsort(ids, kind="stable")
    ids, amounts = ids[order], amounts[order]
    first = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1])))
    return ids[first], np.add.reduceat(amounts, first)


def _joined(parts: list[Numbers], kind: str) -> Numbers:
    return np.concatenate(parts) if parts else np.empty(0, dtype=kind)


def _frequencies(segments: Sequence[Segment]) -> Counter[str]:
    """How many records hold each word, over all fields."""
    found: Counter[str] = Counter()
    for segment in segments:
        for terms in segment.terms.values():
            for word, (_, frequency) in terms.items():
                found[word] += frequency
    return found
