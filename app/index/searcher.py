"""One page of ranked hits with its counts, from one shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from app.domain.search import (
    FACET_FIELDS,
    FILTER_FIELDS,
    EntryType,
    FacetCount,
    Hit,
    SearchHits,
    SearchQuery,
    Sort,
)
from app.index.explain import why
from app.index.lexicon import Lexicon
from app.index.matching import BUDGET_SECONDS, Matcher
from app.index.months import are_few
from app.index.narrowing import Narrowed, Narrowing
from app.index.permalinks import numbers_of
from app.index.query import (
    NOTHING,
    All,
    Either,
    Filter,
    Mode,
    Node,
    Not,
    ParsedQuery,
    Word,
    leaves,
    loosened,
    single_words,
)
from app.index.ranking import folded, ranked
from app.index.repeats import kept_below
from app.index.respelling import Respelling
from app.index.sets import both_of, only, unscored, without
from app.index.shelf import Hits, Shelf
from app.index.words import STOP_WORDS

#: Where fewer records hold all the words, those that hold some of them follow.
ENOUGH = 10

#: People shown beside the results, and words of a query that are looked at for their names.
_PEOPLE, _MOST_NAME_WORDS = 3, 24


def find(
    shelves: Mapping[EntryType, Shelf],
    query: SearchQuery,
    parsed: ParsedQuery,
    budget: float = BUDGET_SECONDS,
) -> SearchHits:
    """The page of hits that `query` asks for; `parsed` is what its words mean."""
    shelf, people = shelves[query.type], shelves[EntryType.STATEMENT]
    narrowing = Narrowing(shelf, people)
    matcher = Matcher(shelf, narrowing, budget)
    asked, read_as = respelt(shelves, query.type, parsed.root)
    root = shelf.lexicon.language.expanded(asked)
    chosen = {
        field: Filter(field, values, exact=field in query.exact)
        for field, values in query.filters.items()
        if values and field in FILTER_FIELDS
    }
    if query.said_from or query.said_to:
        chosen["said"] = Filter("said", (), query.said_from, query.said_to)
    full = Narrowed(_among(shelf, query, matcher.hits(root)), chosen, narrowing)
    kept = full.hits()
    few = len(kept.ids) < ENOUGH and not query.among
    partial = _partial(root, kept, matcher) if few else None
    if partial is not None:
        partial = Narrowed(partial, chosen, narrowing).hits()
    facets = full.facets(FACET_FIELDS)
    years = narrowing.per_year(kept.ids) if "year" in chosen else _per_year(facets["year"])
    if query.sort is Sort.RELEVANCE and not leaves(root):
        query = replace(query, sort=Sort.NEWEST)  # nothing was asked that could be more relevant
    hits, articles = _page(shelf, query, root, kept, partial)
    return SearchHits(
        hits=hits,
        total=len(kept.ids),
        partial_total=len(partial.ids) if partial is not None else 0,
        facets=facets,
        per_year=years,
        articles=articles,
        notes=(*parsed.notes, *read_as, *dict.fromkeys(matcher.notes), *_unknown(narrowing)),
        mended=parsed.mended,
        people=_people(people, asked),
        suggestion=suggestion(shelf.lexicon, query.text, asked),
        complete=parsed.complete and matcher.complete,
        per_month=narrowing.per_month(kept.ids) if are_few(years) else (),
        partial_articles=_articles(shelf, partial) if partial and query.by_article else 0,
    )


def respelt(
    shelves: Mapping[EntryType, Shelf], kind: EntryType, root: Node
) -> tuple[Node, list[str]]:
    """`root` with words that nothing holds read as speakers' names, and notes that say so."""
    book, lexicon = shelves[EntryType.STATEMENT].name_book, shelves[kind].lexicon
    respelling = Respelling(lexicon, lambda form: book().sounding(form))
    return respelling.of(root), respelling.notes


def _among(shelf: Shelf, query: SearchQuery, hits: Hits) -> Hits:
    """Those of the hits that are asked about, where only some records are."""
    if not query.among:
        return hits
    wanted = numbers_of(shelf.permalinks, {link.encode() for link in query.among})
    keep = np.isin(hits.ids, wanted)
    return Hits(hits.ids[keep], hits.scores[keep])


def _per_year(years: Sequence[FacetCount]) -> list[tuple[int, int]]:
    return [(int(one.value), one.count) for one in years]


def _repeats_below(shelf: Shelf, hits: Hits) -> Hits:
    return Hits(hits.ids, kept_below(shelf.repeats, hits.ids, hits.scores))


def _partial(root: Node, full: Hits, matcher: Matcher) -> Hits | None:
    """Records that hold some of the words, where a record need not hold them all to help."""
    if not isinstance(root, All):
        return None
    units = loosened(root.parts)
    fixed = tuple(part for part in root.parts if isinstance(part, Filter | Not))
    if len(units) < 2:
        return None
    some = matcher.hits(Either(units))
    if fixed:
        some = both_of(some, unscored(matcher.hits(All(fixed)).ids), matcher.size)
    return only(some, without(some.ids, full.ids))


def _page(
    shelf: Shelf, query: SearchQuery, root: Node, full: Hits, partial: Hits | None
) -> tuple[list[Hit], int]:
    """The hits of one page in order, and how many articles the full matches stand in."""
    start, end = query.places
    full = _repeats_below(shelf, full)
    articles = _articles(shelf, full)
    folds: dict[int, int] = {}
    if query.by_article:
        full, further = folded(shelf, query.sort, full)
        folds = dict(zip(full.ids.tolist(), further.tolist(), strict=True))
    shown = [(ranked(shelf, query.sort, full, start, end), False)]
    if partial is not None and end > len(full.ids):
        partial = _repeats_below(shelf, partial)
        if query.by_article:
            partial, _ = folded(shelf, query.sort, partial)
        rest = max(start - len(full.ids), 0), end - len(full.ids)
        shown.append((ranked(shelf, query.sort, partial, *rest), True))
    hits: list[Hit] = []
    for some, is_partial in shown:
        records = some.ids.tolist()
        rows = zip(
            shelf.permalinks.take(some.ids).tolist(),
            some.scores.tolist(),
            why(shelf, root, records),
            records,
            strict=True,
        )
        hits += [
            Hit(link.decode(), round(score, 6), is_partial, reasons, folds.get(record, 0))
            for link, score, reasons, record in rows
        ]
    return hits, articles


def _articles(shelf: Shelf, hits: Hits) -> int:
    """How many articles the hits stand in."""
    if not len(hits.ids):
        return 0
    return int(np.count_nonzero(np.bincount(shelf.names["article"].groups.take(hits.ids))))


def _unknown(narrowing: Narrowing) -> list[str]:
    return [
        f"nothing here has the {field} “{value}”; look it up in the list or drop the filter"
        for field, value in dict.fromkeys(narrowing.unknown)
    ]


def _people(shelf: Shelf, root: Node) -> tuple[str, ...]:
    asked = single_words(root)[:_MOST_NAME_WORDS]
    words = [word.form for word in asked if word.form not in STOP_WORDS]
    return shelf.name_book().people(words, _PEOPLE, shelf.held) if words else ()


def suggestion(lexicon: Lexicon, text: str, root: Node) -> str | None:
    """`text` with each word that is hardly here replaced by its nearest neighbour."""
    if root == NOTHING:
        return None
    better = text
    for word in single_words(root)[:8]:
        if word.mode in (Mode.STEM, Mode.EXACT):
            nearest = lexicon.suggestion(word.form)
            if nearest:
                better = _replaced(better, word, nearest)
    return better if better != text else None


def _replaced(text: str, word: Word, nearest: str) -> str:
    at = text.lower().find(word.typed.lower())
    if at < 0:
        return text
    return text[:at] + nearest + text[at + len(word.typed) :]
