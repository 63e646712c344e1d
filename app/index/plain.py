"""The same search without an index: entries are read one by one and compared with the query.

Slow but simple. It answers from the database while the index is away, and says in tests what the
index must find.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.gazetteer import Gazetteer
from app.domain.search import (
    FACET_FIELDS,
    FacetCount,
    Hit,
    IndexEntry,
    Piece,
    SearchHits,
    SearchQuery,
    Sort,
)
from app.index.fields import apart
from app.index.language import Language
from app.index.lexicon import Lexicon
from app.index.months import are_few, months_of_entries
from app.index.pieces import Marker
from app.index.plain_fields import KnownNames, holds, values_of, year_of
from app.index.query import (
    All,
    Either,
    Filter,
    Near,
    Node,
    Not,
    ParsedQuery,
    Phrase,
    Word,
    leaves,
    loosened,
)
from app.index.query_parser import parse
from app.index.respelling import Respelling
from app.index.scripts import Sounds
from app.index.searcher import ENOUGH, suggestion
from app.index.words import GAP_FORM, compounds, forms, parts_of

Read = Callable[[SearchQuery, ParsedQuery], tuple[Iterable[IndexEntry], bool]]


@dataclass(frozen=True, slots=True)
class _Held:
    """An entry with the words of its fields in order, and those that hyphens join."""

    entry: IndexEntry
    fields: tuple[list[str], ...]
    words: frozenset[str]


class PlainEngine:
    """Searches whatever `read` gives: entries that may match, and whether those are all."""

    def __init__(
        self, read: Read, gazetteer: Gazetteer, today: Callable[[], date] = date.today
    ) -> None:
        self._read, self._today = read, today
        self._language = Language(gazetteer)

    def search(self, query: SearchQuery) -> SearchHits:
        """One page of hits, computed from every entry."""
        parsed = parse(query.text, self._today())
        meant = replace(parsed, root=self._language.expanded(parsed.root))
        entries, complete = self._read(query, meant)
        held = [_held(entry) for entry in entries if entry.type is query.type]
        lexicon = self._lexicon(held)
        respelling = self._respelling(held, lexicon)
        asked = respelling.of(parsed.root)
        root = self._language.expanded(asked)
        found = _Search(query, root, held, self._language)
        years = sorted(Counter(y for one in found.kept if (y := year_of(one.entry))).items())
        return SearchHits(
            hits=found.page(),
            total=len(found.kept),
            partial_total=len(found.partial),
            facets={field: found.facet(field) for field in FACET_FIELDS},
            per_year=years,
            articles=len({one.entry.article for one in found.kept}),
            notes=(*parsed.notes, *respelling.notes),
            mended=parsed.mended,
            suggestion=suggestion(lexicon, query.text, asked),
            complete=complete and parsed.complete,
            per_month=months_of_entries(one.entry for one in found.kept) if are_few(years) else (),
            partial_articles=len({one.entry.article for one in found.partial}),
        )

    def _lexicon(self, held: Sequence[_Held]) -> Lexicon:
        # Of what was read alone: entries that share their first letters with the words asked for.
        return Lexicon(self._language, Counter(form for one in held for form in one.words))

    def _respelling(self, held: Sequence[_Held], lexicon: Lexicon) -> Respelling:
        names = "\n".join(one.entry.speaker_names for one in held)
        sounds = Sounds(form for form in forms(names) if form)
        return Respelling(lexicon, sounds.like)

    def cut(self, text: str, query: SearchQuery) -> list[Piece]:
        """`text` cut where the query's words match, losing no character."""
        root = parse(query.text, self._today()).root
        return Marker(self._language.expanded(root), self._language).cut(text)

    def related(self, permalink: str, limit: int) -> list[str]:
        """None: likeness needs the index."""
        return []

    def complete(self, prefix: str, limit: int) -> list[tuple[str, str, str]]:
        """None: offering names needs the index."""
        return []


class _Search:
    """One search over entries that are all held."""

    def __init__(
        self, query: SearchQuery, root: Node, held: Sequence[_Held], language: Language
    ) -> None:
        self._query, self._root, self._held, self._language = query, root, held, language
        self._known = KnownNames([one.entry for one in held], language)
        self._filters = {
            field: Filter(field, values, exact=field in query.exact)
            for field, values in query.filters.items()
            if values
        }
        self._matched = [
            one
            for one in held
            if self._matches(root, one) and (not query.among or one.entry.permalink in query.among)
        ]
        self.kept = [one for one in self._matched if self._passes(one)]
        self.partial = self._partly()

    def facet(self, field: str) -> list[FacetCount]:
        """All values of a facet with their counts; its own filter is left out."""
        counts: Counter[str] = Counter()
        for one in self._matched:
            if self._passes(one, but=field):
                counts.update(values_of(one.entry, field))
        chosen: set[str] = set()
        for name in self._query.filters.get(field, ()):
            chosen |= self._known.accepted(field, name)
        counts.update(dict.fromkeys(chosen, 0))
        if field == "year":
            ordered = sorted(counts, key=int)
        else:
            ordered = sorted(counts, key=lambda value: (-counts[value], value))
        return [FacetCount(value, counts[value], value in chosen) for value in ordered]

    def page(self) -> list[Hit]:
        """The hits of the page asked for, in order."""
        query, scores = self._query, self._scores()
        sort = query.sort
        if sort is Sort.RELEVANCE and not leaves(self._root):
            sort = Sort.NEWEST  # nothing was asked that could be more relevant
        ranked = [(one, False) for one in _ordered(self.kept, scores, sort)]
        ranked += [(one, True) for one in _ordered(self.partial, scores, sort)]
        folded: Counter[str] = Counter()
        if query.by_article:
            ranked, folded = _folded(ranked)
        start, end = query.places
        return [
            Hit(
                permalink=one.entry.permalink,
                score=round(scores[one.entry.permalink], 6),
                partial=is_partial,
                folded=folded[one.entry.permalink],
            )
            for one, is_partial in ranked[start:end]
        ]

    def _matches(self, node: Node, held: _Held) -> bool:
        match node:
            case Word():
                return any(self._language.matches(node, form) for form in held.words)
            case Phrase(words):
                return any(_has_run(field, words, self._language) for field in held.fields)
            case Near():
                return any(_has_pair(field, node, self._language) for field in held.fields)
            case Filter():
                return holds(held.entry, node, self._known)
            case Not(part):
                return not self._matches(part, held)
            case Either(parts):
                return any(self._matches(part, held) for part in parts)
            case All(parts):
                return all(self._matches(part, held) for part in parts)

    def _passes(self, one: _Held, but: str | None = None) -> bool:
        query = self._query
        if query.said_from or query.said_to:
            days = Filter("said", (), query.said_from, query.said_to)
            if not holds(one.entry, days, self._known):
                return False
        return all(
            holds(one.entry, narrow, self._known)
            for field, narrow in self._filters.items()
            if field != but
        )

    def _partly(self) -> list[_Held]:
        root = self._root
        if len(self.kept) >= ENOUGH or self._query.among or not isinstance(root, All):
            return []
        units = loosened(root.parts)
        fixed = All(tuple(part for part in root.parts if isinstance(part, Filter | Not)))
        if len(units) < 2:
            return []
        some = Either(units)
        full = {one.entry.permalink for one in self.kept}
        return [
            one
            for one in self._held
            if one.entry.permalink not in full
            and self._matches(some, one)
            and self._matches(fixed, one)
            and self._passes(one)
        ]

    def _scores(self) -> dict[str, float]:
        shown = [*self.kept, *self.partial]
        scores = dict.fromkeys((one.entry.permalink for one in shown), 0.0)
        for leaf in leaves(self._root):
            having = [one for one in shown if self._matches(leaf, one)]
            rarity = math.log1p(len(self._held) / (len(having) + 1))
            for one in having:
                length = sum(map(len, one.fields))
                scores[one.entry.permalink] += rarity / (1 + length / 200)
        return scores | self._repeats_below(scores)

    def _repeats_below(self, scores: dict[str, float]) -> dict[str, float]:
        """The scores of hits that repeat another hit, just below that one's."""
        below = {}
        for one in (*self.kept, *self.partial):
            body = scores.get(one.entry.repeats or "")
            if body is not None:
                link = one.entry.permalink
                below[link] = min(scores[link], math.nextafter(body, 0))
        return below


def _has_run(field: Sequence[str], words: Sequence[Word], language: Language) -> bool:
    return any(
        all(language.matches(word, field[at + place]) for place, word in enumerate(words))
        for at in range(len(field) - len(words) + 1)
    )


def _has_pair(field: Sequence[str], near: Near, language: Language) -> bool:
    for first, form in enumerate(field):
        if not language.matches(near.left, form):
            continue
        for step in (1, -1):
            for distance in range(1, near.distance + 1):
                at = first + step * distance
                if not 0 <= at < len(field) or field[at] == GAP_FORM:
                    break
                if language.matches(near.right, field[at]):
                    return True
    return False


def _held(entry: IndexEntry) -> _Held:
    texts = (entry.text, entry.headline, apart(entry.speaker_names))
    fields = tuple(forms(text) for text in texts)
    joined = (form for text in texts for _, _, form in compounds(parts_of(text)))
    words = frozenset(form for field in fields for form in field) | frozenset(joined)
    return _Held(entry, fields, words - {GAP_FORM})


def _ordered(found: Sequence[_Held], scores: dict[str, float], sort: Sort) -> list[_Held]:
    last = date.max.toordinal() + 1

    def key(one: _Held) -> tuple[float | str, ...]:
        entry = one.entry
        if sort is Sort.RELEVANCE:
            return -scores[entry.permalink], entry.permalink
        if sort is Sort.NEWEST:
            return -(entry.said_last.toordinal() if entry.said_last else 0), entry.permalink
        day = entry.said_first.toordinal() if entry.said_first else last
        if sort is Sort.OLDEST:
            return day, entry.permalink
        published = entry.published_first.toordinal() if entry.published_first else last
        return day, published, entry.article, entry.ordinal, entry.permalink

    return sorted(found, key=key)


def _folded(
    ranked: Sequence[tuple[_Held, bool]],
) -> tuple[list[tuple[_Held, bool]], Counter[str]]:
    first: dict[tuple[str, bool], _Held] = {}
    folded: Counter[str] = Counter()
    for one, is_partial in ranked:
        best = first.setdefault((one.entry.article, is_partial), one)
        if best is not one and not is_partial:
            folded[best.entry.permalink] += 1
    return [(one, is_partial) for (_, is_partial), one in first.items()], folded
