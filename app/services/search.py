"""A search: ranked by the index, shown from the database, answered by it alone in need."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.search import EntryType, FacetCount, Hit, SearchEngine, SearchHits, SearchQuery
from app.errors import IndexUnavailable
from app.index.plain import PlainEngine
from app.schemas import links
from app.schemas.common import SpeakerRef
from app.schemas.search import FacetValue, SearchPage, SearchResult
from app.schemas.statement import PieceShown
from app.services.cards import cards_of
from app.services.metrics import timed_search
from app.services.offered import names_beginning
from app.services.search_articles import article_hits
from app.services.search_rows import reader_of
from app.services.tables import EVENT, ISSUE, OUTLET, SPEAKER
from app.storage.prepared import Prepared

_INDEX_AWAY = (
    "The search index is missing, old or damaged; the database answers meanwhile, without its "
    "refinements. The archive’s keeper can run “onrecord reindex”"
)

_NAMED = {
    "speaker": (SPEAKER.c.slug, SPEAKER.c.name),
    "outlet": (OUTLET.c.slug, OUTLET.c.name),
    "issue": (ISSUE.c.key, ISSUE.c.name),
    "event": (EVENT.c.slug, EVENT.c.name),
}
_NAMING = {
    field: Prepared(select(key, name).where(key.in_(bindparam("values", expanding=True))))
    for field, (key, name) in _NAMED.items()
}


def find(archive: Archive, query: SearchQuery) -> SearchPage:
    """One page of the statements or articles that match `query`, with counts over all of them.

    The index says which and in what order; every word shown comes from the database, and a
    record no longer there is left out. The number of SQL queries does not depend on the results.
    """
    query, order_note = _in_order(query)
    with timed_search():
        engine, hits = searched(archive, query)
        elsewhere = _elsewhere(engine, query, hits)
    with archive.session() as session:
        results = _results(session, engine, query, hits.hits)
        facets = _labelled(session, hits, query)
        people = _people(session, hits.people)
    return SearchPage(
        query=query.text,
        type=query.type.value,
        sort=query.sort.value,
        page=query.page,
        per_page=query.per_page,
        total=hits.total,
        partial_total=hits.partial_total,
        article_total=hits.articles,
        partial_articles=hits.partial_articles,
        results=results,
        facets=facets,
        per_year=list(hits.per_year),
        per_month=list(hits.per_month),
        people=people,
        notes=[*order_note, *(_sentence(note) for note in hits.notes)],
        mended=hits.mended,
        suggestion=hits.suggestion,
        complete=hits.complete,
        elsewhere=elsewhere,
        from_database=engine is not archive.search,
    )


def related(archive: Archive, permalink: str, limit: int = 5) -> list[str]:
    """Permalinks of the statements most like one, best first; none while the index is away."""
    try:
        return archive.search.related(permalink, limit)
    except IndexUnavailable:
        return []


def complete(archive: Archive, prefix: str, limit: int = 8) -> list[tuple[str, str, str]]:
    """(field, value, name) of speakers, issues, events and outlets that begin so.

    While the index is away the database answers, which knows words only as they are spelt.
    """
    try:
        found = archive.search.complete(prefix, limit)
    except IndexUnavailable:
        with archive.session() as session:
            return names_beginning(session, prefix, limit)
    with archive.session() as session:
        names = {
            field: _names(session, field, [value for name, value, _ in found if name == field])
            for field in dict.fromkeys(field for field, _, _ in found)
        }
    return [(field, value, names[field].get(value, label)) for field, value, label in found]


def searched(archive: Archive, query: SearchQuery) -> tuple[SearchEngine, SearchHits]:
    """What was found, and by which engine: the index, or the database while that is away."""
    try:
        return archive.search, archive.search.search(query)
    except IndexUnavailable:
        with archive.session() as session:
            plain = PlainEngine(reader_of(session), archive.known())
            hits = plain.search(query)
    return plain, replace(hits, notes=(_INDEX_AWAY, *hits.notes))


def _elsewhere(engine: SearchEngine, query: SearchQuery, hits: SearchHits) -> int:
    """How many articles hold all the words asked for, where no statement does."""
    if hits.total or not query.text or query.type is EntryType.ARTICLE:
        return 0
    return engine.search(replace(query, type=EntryType.ARTICLE, page=1, per_page=1)).total


def _in_order(query: SearchQuery) -> tuple[SearchQuery, list[str]]:
    if query.said_from and query.said_to and query.said_from > query.said_to:
        note = "The first day was after the last; the two were exchanged."
        return replace(query, said_from=query.said_to, said_to=query.said_from), [note]
    return query, []


def _results(
    session: Session, engine: SearchEngine, query: SearchQuery, hits: Sequence[Hit]
) -> list[SearchResult]:
    permalinks = [hit.permalink for hit in hits]
    if query.type is EntryType.ARTICLE:
        articles = article_hits(session, permalinks, lambda text: engine.cut(text, query))
        return [
            _result(hit, article=articles[hit.permalink])
            for hit in hits
            if hit.permalink in articles
        ]
    cards = cards_of(session, permalinks)
    results = []
    for hit in hits:
        card = cards.get(hit.permalink)
        if card is None:
            continue
        if query.text:  # without words nothing is marked: the card's words are one piece already
            pieces = [PieceShown(text=t, matched=m) for t, m in engine.cut(card.text, query)]
            card = card.model_copy(update={"pieces": pieces})
        results.append(_result(hit, statement=card))
    return results


def _result(hit: Hit, **shown: object) -> SearchResult:
    return SearchResult.model_validate(
        {**shown, "score": hit.score, "partial": hit.partial, "why": list(hit.why),
         "folded": hit.folded}
    )  # fmt: skip


def _labelled(
    session: Session, hits: SearchHits, query: SearchQuery
) -> dict[str, list[FacetValue]]:
    """The facets with names; a chosen value that the archive knows stands there, if with none."""
    shown = {}
    for field, counts in hits.facets.items():
        chosen = query.filters.get(field, ())
        values = dict.fromkeys((*(one.value for one in counts), *chosen))
        names = _names(session, field, list(values)) if field in _NAMED else {}
        held = {one.value for one in counts}
        unheld = [FacetCount(one, 0, True) for one in chosen if one in names and one not in held]
        shown[field] = [_facet_value(one, names) for one in (*counts, *unheld)]
    return shown


def _facet_value(one: FacetCount, names: dict[str, str]) -> FacetValue:
    label = names.get(one.value, one.value)
    return FacetValue(value=one.value, label=label, count=one.count, selected=one.selected)


def _names(session: Session, field: str, values: list[str]) -> dict[str, str]:
    if not values:
        return {}
    return dict(_NAMING[field].all(session, values=values))


def _people(session: Session, slugs: tuple[str, ...]) -> list[SpeakerRef]:
    names = _names(session, "speaker", list(slugs))
    return [
        SpeakerRef(name=names[slug], url=links.speaker(slug)) for slug in slugs if slug in names
    ]


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}{'' if note.endswith('.') else '.'}"
