"""Random archives and random queries: the index finds and counts what reading every entry does."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.gazetteer import Gazetteer
from app.domain.search import EntryType, IndexEntry, SearchQuery, Sort
from app.index.writer import update
from tests.unit.index.held import entry, plain_engine, whoosh_engine

KNOWN = Gazetteer(abbreviations=(("UNO", "united nations organisation"),))
WORDS = [
    "harbour",
    "harbor",
    "harbours",
    "wall",
    "walls",
    "defence",
    "defense",
    "united",
    "nations",
    "organisation",
    "UNO",
    "the",
    "of",
    "said",
    "co-operation",
    "cooperation",
    "Sergei",
    "Sergey",
    "Ruiz",
    "Ruiz's",
    "café",
    "us",
    "U.S.",
    "1,000",
    "12",
    "organised",
    "organizing",
    "[…]",
]

words = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
days = st.sampled_from([None, "2010", "2010-03", "2010-03-05", "2011-12-31", "2012-01-01"])


@st.composite
def entries(draw: st.DrawFn) -> list[IndexEntry]:
    """A small archive whose entries share words, people, days and articles."""
    made = []
    for number in range(draw(st.integers(0, 14))):
        said = draw(days)
        speaker = draw(st.sampled_from([None, "ana-ruiz", "ben-oke"]))
        made.append(
            entry(
                draw(words),
                permalink=f"p{draw(st.integers(0, 9))}{number:03d}",
                headline=draw(words),
                article=draw(st.sampled_from(["a1", "a2", "a3"])),
                speaker=speaker,
                speaker_names={"ana-ruiz": "Ana Ruiz\nAnita Ruiz", "ben-oke": "Ben Oke"}.get(
                    speaker or "", ""
                ),
                outlet=draw(st.sampled_from([None, "post", "harbour-globe"])),
                kind=draw(st.sampled_from(["direct", "mixed"])),
                issues=tuple(draw(st.sets(st.sampled_from(["wall", "tolls", "harbour-wall"])))),
                positions=tuple(draw(st.sets(st.sampled_from(["rejects", "supports"])))),
                events=tuple(draw(st.sets(st.sampled_from(["summit", "port-summit"])))),
                said=said,
                published=draw(st.sampled_from([None, "2010-03-06", "2012-02-02"])),
                confidence=draw(st.sampled_from([None, 0.2, 0.6, 0.85, 1.0])),
            )
        )
    return made


simple = st.one_of(
    st.sampled_from([word for word in WORDS if word != "[…]"]),
    st.sampled_from(["harb*", "harbuor~", "defe*", "walls~", "org*", "nothing"]),
    st.lists(st.sampled_from(WORDS[:-1]), min_size=1, max_size=3).map(
        lambda some: '"' + " ".join(some) + '"'
    ),
    st.tuples(
        st.sampled_from(WORDS[:8]), st.integers(1, 4), st.sampled_from(WORDS[:8])
    ).map(lambda pair: f"{pair[0]} NEAR/{pair[1]} {pair[2]}"),
    st.sampled_from(
        ["speaker:ruiz", "speaker:ana-ruiz", "outlet:globe", "issue:wall", "position:rejects",
         "event:summit", "kind:mixed", "said:2010", "said:2010-03-05..2011",
         "published:2010..", "year:2010", "confidence:certain"]
    ),
)  # fmt: skip
queries = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map(lambda text: f"-({text})"),
        inner.map(lambda text: f"NOT {text}"),
        inner.map(lambda text: f"({text})"),
    ),
    max_leaves=5,
)
filters = st.fixed_dictionaries(
    {},
    optional={
        "speaker": st.just(("ana-ruiz",)),
        "outlet": st.sampled_from([("post",), ("post", "harbour-globe")]),
        "issue": st.just(("wall",)),
        "position": st.sampled_from([("rejects",), ("rejects", "supports")]),
        "year": st.just(("2010",)),
        "confidence": st.just(("certain", "likely")),
    },
)
often = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def facts(engine, query: SearchQuery) -> dict[str, object]:
    """All that two engines must agree on."""
    hits = engine.search(query)
    return {
        "total": hits.total,
        "partial": hits.partial_total,
        "articles": hits.articles,
        "years": list(hits.per_year),
        "months": list(hits.per_month),
        "facets": {
            name: {one.value: (one.count, one.selected) for one in values}
            for name, values in hits.facets.items()
        },
        "full": sorted(hit.permalink for hit in hits.hits if not hit.partial),
        "some": sorted(hit.permalink for hit in hits.hits if hit.partial),
        "folded": sorted(hit.folded for hit in hits.hits),
    }


@often
@given(held=entries(), asked=st.lists(queries, min_size=1, max_size=6), narrowed=filters)
def test_the_index_finds_and_counts_what_reading_every_entry_does(held, asked, narrowed):
    folder = Path(tempfile.mkdtemp())
    try:
        fast, slow = whoosh_engine(folder, held, KNOWN), plain_engine(folder, held, KNOWN)
        for text in asked:
            for query in (
                SearchQuery(text, per_page=100),
                SearchQuery(
                    text, filters=narrowed, per_page=100, by_article=True, sort=Sort.NEWEST
                ),
            ):
                assert facts(fast, query) == facts(slow, query), query
    finally:
        shutil.rmtree(folder)


@settings(often, max_examples=40)
@given(
    before=entries(),
    after=entries(),
    asked=queries,
    sort=st.sampled_from([Sort.NEWEST, Sort.OLDEST, Sort.IN_ORDER]),
)
def test_after_changes_the_index_finds_what_a_new_one_would(before, after, asked, sort):
    folder = Path(tempfile.mkdtemp())
    try:
        engine = whoosh_engine(folder, before, KNOWN)
        engine.search(SearchQuery(asked))
        gone = [one.permalink for one in before[::2]]
        update(folder / "index", gone, after, "after")
        kept = {one.permalink: one for one in before if one.permalink not in gone}
        kept |= {one.permalink: one for one in after}
        slow = plain_engine(folder, kept.values(), KNOWN)
        query = SearchQuery(asked, per_page=100)

        assert facts(engine, query) == facts(slow, query)
        ordered = SearchQuery(asked, sort=sort, per_page=100)
        assert [hit.permalink for hit in engine.search(ordered).hits] == [
            hit.permalink for hit in slow.search(ordered).hits
        ]
        assert engine.search(SearchQuery("", type=EntryType.ARTICLE)).total == 0
    finally:
        shutil.rmtree(folder)
