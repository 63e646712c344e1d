"""What any search engine of the archive must do: one suite for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.domain.search import EntryType, IndexEntry, SearchEngine, SearchQuery, Sort
from tests.unit.index.held import entry, found

Open = Callable[..., SearchEngine]


def matching(engine: SearchEngine, text: str, entries: list[IndexEntry], **asked: Any) -> set[str]:
    """The words of all full matches."""
    links = set(found(engine, text, per_page=100, **asked))
    return {one.text for one in entries if one.permalink in links}


WALL, PORT, FERRY = (
    "The harbour wall must hold",
    "The port must stay public",
    "Ferries leave at dawn",
)
THREE = [entry(WALL), entry(PORT), entry(FERRY)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", {WALL}),
        ("must", {WALL, PORT}),
        ("harbour must", {WALL}),
        ("harbour AND must", {WALL}),
        ("harbour OR ferries", {WALL, FERRY}),
        ("must NOT harbour", {PORT}),
        ("must -harbour", {PORT}),
        ("-must", {FERRY}),
        ("(harbour OR port) must", {WALL, PORT}),
        ("harbour must OR dawn", {WALL, FERRY}),
        ('"must stay"', {PORT}),
        ('"stay must"', set()),
        ("harb*", {WALL}),
        ("harbuor~", {WALL}),
        ("harbour NEAR/2 must", {WALL}),
        ("harbour NEAR/1 must", set()),
        ("must NEAR/2 harbour", {WALL}),
        ("nothing-of-this", set()),
        ("", {WALL, PORT, FERRY}),
    ],
)
def test_the_query_language_means_what_it_says(open_on, query, expected):
    engine = open_on(*THREE)

    assert matching(engine, query, THREE) == expected


def test_what_was_only_filtered_comes_newest_first(open_on):
    old, new = entry("x", said="2010", kind="mixed"), entry("x", said="2012", kind="mixed")
    engine = open_on(old, new)

    assert found(engine, "kind:mixed") == [new.permalink, old.permalink]


def test_a_phrase_does_not_run_across_words_that_were_left_out(open_on):
    engine = open_on(entry("the harbour […] wall"), entry("the harbour wall"))

    assert engine.search(SearchQuery('"harbour wall"')).total == 1
    assert engine.search(SearchQuery("harbour NEAR/3 wall")).total == 1


def test_a_phrase_does_not_run_from_one_field_into_the_next(open_on):
    engine = open_on(entry("about the harbour", headline="Wall to stay", speaker_names="Ana Ruiz"))

    assert engine.search(SearchQuery('"harbour wall"')).total == 0
    assert engine.search(SearchQuery("harbour wall ruiz")).total == 1


def test_filters_typed_in_the_box_narrow(open_on):
    ana = entry("x1", speaker="ana-ruiz", speaker_names="Ana Ruiz\nAnita Ruiz", outlet="the-post")
    ben = entry("x2", speaker="ben-oke", speaker_names="Ben Oke", kind="indirect", place="Lisbon")
    wall = entry("x3", issues=("harbour-wall", "tolls"), events=("port-summit",))
    engine = open_on(ana, ben, wall)

    for query, expected in {
        "speaker:ruiz": ana,
        "speaker:anita": ana,
        'speaker:"ana ruiz"': ana,
        "speaker:ben-oke": ben,
        "outlet:post": ana,
        "kind:indirect": ben,
        "place:lisbon": ben,
        "issue:tolls": wall,
        "issue:wall": wall,
        "event:summit": wall,
        "-speaker:ruiz -kind:indirect": wall,
    }.items():
        assert found(engine, query) == [expected.permalink], query


def test_sides_taken_are_counted_and_narrow_alone_and_together(open_on):
    no = entry("harbour", issues=("tolls",), positions=("rejects",), outlet="post")
    both = entry("harbour", issues=("tolls", "wall"), positions=("rejects", "warns"))
    yes = entry("harbour", issues=("wall",), positions=("supports",), outlet="post")
    none = entry("harbour", issues=("tolls",))
    made = [no, both, yes, none]
    engine = open_on(*made)

    for query, expected in {
        "position:rejects": {no, both},
        "harbour position:warns": {both},
        "position:reject": {no, both},  # another form of the word
        "position:supports OR position:warns": {yes, both},
        "issue:tolls -position:rejects": {none},
        "harbour NOT position:rejects": {yes, none},
        "issue:wall position:rejects": {both},
    }.items():
        assert set(found(engine, query)) == {one.permalink for one in expected}, query

    chosen = {"position": ("rejects", "supports"), "outlet": ("post",)}
    hits = engine.search(SearchQuery("harbour", filters=chosen))
    assert {hit.permalink for hit in hits.hits} == {no.permalink, yes.permalink}
    sides = {one.value: (one.count, one.selected) for one in hits.facets["position"]}
    assert sides == {"rejects": (1, True), "supports": (1, True)}
    assert [(one.value, one.count) for one in hits.facets["issue"]] == [("tolls", 1), ("wall", 1)]

    hits = engine.search(SearchQuery("harbour", filters={"position": ("warns",)}))
    sides = {one.value: (one.count, one.selected) for one in hits.facets["position"]}
    assert sides == {"rejects": (2, False), "supports": (1, False), "warns": (1, True)}


def test_days_typed_in_the_box_narrow(open_on):
    july = entry("x", said="2011-07-04", published="2011-07-05")
    year = entry("x", said="2011", published="2012-01-01")
    last = entry("x", said="2025-03-01", published="2025-03-02")
    engine = open_on(july, year, last, entry("x"))

    for query, expected in {
        "said:2011-07": {july, year},  # what was said in 2011 may have been said in July
        "said:2011-01..2011-06": {year},
        "said:..2011": {july, year},
        "said:2012..": {last},
        "said:last year": {last},
        'said:"last year" x': {last},
        "said:july 2011 x": {july, year},
        "said:2010 to 2012 x": {july, year},
        "said:since 2012 x": {last},
        "x said:before 2012": {july, year},
        "published:2011/07/05": {july},
        "published:2012": {year},
        "published:2011-07-05": {july},
    }.items():
        links = {one.permalink for one in expected}
        assert set(found(engine, query)) == links, query


def test_filters_of_one_facet_add_up_and_its_counts_ignore_its_own_filter(open_on):
    made = [
        entry("x", outlet=name, kind=kind)
        for name, kind in [
            ("post", "direct"),
            ("post", "mixed"),
            ("globe", "direct"),
            ("echo", "direct"),
        ]
    ]
    engine = open_on(*made)

    hits = engine.search(
        SearchQuery("x", filters={"outlet": ("post", "globe"), "kind": ("direct",)})
    )

    assert hits.total == 2
    outlets = {one.value: (one.count, one.selected) for one in hits.facets["outlet"]}
    assert outlets == {"post": (1, True), "globe": (1, True), "echo": (1, False)}
    kinds = {one.value: one.count for one in hits.facets["kind"]}
    assert kinds == {"direct": 2, "mixed": 1}


def test_facets_count_full_matches_of_every_kind(open_on):
    first = entry(
        "x",
        speaker="ana",
        speaker_names="Ana",
        said="2011-05-01",
        issues=("tolls", "wall"),
        events=("summit",),
        confidence=0.95,
    )
    second = entry("x", speaker="ana", speaker_names="Ana", said="2012", confidence=0.3)
    third = entry("x", said="2012-02", issues=("wall",), confidence=None)
    engine = open_on(first, second, third, entry("y"))

    hits = engine.search(SearchQuery("x"))

    counted = {f: {one.value: one.count for one in held} for f, held in hits.facets.items()}
    assert counted["speaker"] == {"ana": 2}
    assert counted["year"] == {"2011": 1, "2012": 2}
    assert counted["issue"] == {"wall": 2, "tolls": 1}
    assert counted["event"] == {"summit": 1}
    assert counted["confidence"] == {"certain": 1, "doubtful": 1}
    assert list(hits.per_year) == [(2011, 1), (2012, 2)]


def test_few_years_are_counted_by_month_as_far_as_the_month_is_known(open_on):
    said = ["2011-07-04", "2011-07-30", "2011-07", "2012-01-31", "2012"]
    engine = open_on(*(entry("x", said=when) for when in said), entry("x"), entry("y", said="2011"))

    hits = engine.search(SearchQuery("x"))

    assert list(hits.per_month) == [("2011-07", 3), ("2012-01", 1)]


def test_many_years_are_not_counted_by_month(open_on):
    engine = open_on(entry("x", said="2009-07-04"), entry("x", said="2012-07-04"))

    assert list(engine.search(SearchQuery("x")).per_month) == []


def test_last_month_of_the_calendar_is_counted_like_any_other(open_on):
    engine = open_on(entry("x", said="9999-12-31"), entry("x", said="9999-12-01"))

    assert list(engine.search(SearchQuery("x")).per_month) == [("9999-12", 2)]


def test_days_asked_for_beside_the_words_narrow(open_on):
    early, late = entry("x", said="2011-05-01"), entry("x", said="2012-05-01")
    engine = open_on(early, late)

    assert found(engine, "x", said_from=date(2012, 1, 1)) == [late.permalink]
    assert found(engine, "x", said_to=date(2011, 12, 31)) == [early.permalink]


def test_few_full_matches_are_followed_by_partial_ones(open_on):
    full, some = entry("harbour wall"), entry("harbour tolls")
    engine = open_on(full, some, entry("nothing of it"))

    hits = engine.search(SearchQuery("harbour wall"))

    assert (hits.total, hits.partial_total) == (1, 1)
    assert [(hit.permalink, hit.partial) for hit in hits.hits] == [
        (full.permalink, False),
        (some.permalink, True),
    ]


def test_partial_matches_keep_to_filters_and_denials(open_on):
    engine = open_on(
        entry("harbour wall"), entry("harbour", kind="mixed"), entry("harbour gulls"), entry("wall")
    )

    hits = engine.search(SearchQuery("harbour wall kind:direct -gulls"))

    assert (hits.total, hits.partial_total) == (1, 1)


def test_ten_full_matches_are_enough(open_on):
    engine = open_on(*(entry("harbour wall") for _ in range(10)), entry("harbour"))

    assert engine.search(SearchQuery("harbour wall")).partial_total == 0


def test_pages_go_on_from_full_into_partial_matches_without_loss_or_repetition(open_on):
    entries = [entry("harbour wall") for _ in range(7)] + [entry("harbour") for _ in range(9)]
    engine = open_on(*entries)

    seen = []
    for page in range(1, 7):
        hits = engine.search(SearchQuery("harbour wall", page=page, per_page=3))
        seen += [hit.permalink for hit in hits.hits]

    assert sorted(seen) == sorted(one.permalink for one in entries)
    assert not engine.search(SearchQuery("harbour wall", page=10**9, per_page=100)).hits


def test_equal_hits_stand_in_the_order_of_their_permalinks(open_on):
    made = [
        entry("harbour", permalink=f"{name:>010}") for name in ["delta", "alpha", "echo", "bravo"]
    ]
    engine = open_on(*made)

    assert found(engine, "harbour") == sorted(one.permalink for one in made)


def test_newest_and_oldest_put_unknown_days_last(open_on):
    old, new, unknown = entry("x", said="2010-01-01"), entry("x", said="2012"), entry("x")
    engine = open_on(unknown, new, old)

    assert found(engine, "x", sort=Sort.NEWEST) == [new.permalink, old.permalink, unknown.permalink]
    assert found(engine, "x", sort=Sort.OLDEST) == [old.permalink, new.permalink, unknown.permalink]


def test_in_order_goes_by_day_and_then_as_the_articles_tell_it(open_on):
    def said(article: str, ordinal: int, **more: str):
        return entry("x", article=article, ordinal=ordinal, **more)

    day = {"said": "2011-12-08", "published": "2011-12-09"}
    later = said("a1", 0, said="2011-12-09", published="2011-12-09")
    third, second, first = (said("a1", at, **day) for at in (12, 2, 1))
    elsewhere = said("a0", 5, **day)
    earlier_report = said("b9", 7, said="2011-12-08", published="2011-12-08")
    undated, undated_next = (said("a0", at, published="2011-12-01") for at in (0, 1))
    nothing_known = said("a0", 0)
    engine = open_on(
        nothing_known, undated_next, later, third, undated, second, first, elsewhere, earlier_report
    )
    order = [
        earlier_report, elsewhere, first, second, third, later,
        undated, undated_next, nothing_known,
    ]  # fmt: skip

    assert found(engine, "x", sort=Sort.IN_ORDER) == [one.permalink for one in order]
    assert found(engine, "x", sort=Sort.IN_ORDER, page=3, per_page=3) == [
        one.permalink for one in order[6:]
    ]
    folded = engine.search(SearchQuery("x", sort=Sort.IN_ORDER, by_article=True)).hits
    assert [hit.permalink for hit in folded] == [
        earlier_report.permalink, elsewhere.permalink, first.permalink,
    ]  # fmt: skip


def test_hits_of_one_article_are_folded_on_request(open_on):
    engine = open_on(*(entry("x", article="a1") for _ in range(3)), entry("x", article="a2"))

    hits = engine.search(SearchQuery("x", by_article=True))

    assert (hits.total, hits.articles) == (4, 2)
    assert sorted(hit.folded for hit in hits.hits) == [0, 2]


def test_a_headline_that_repeats_a_statement_stands_below_it(open_on):
    body = entry("The wall, he went on at some length to explain, must hold", permalink="s2")
    headline = entry("Wall must hold", permalink="s1", repeats="s2")
    alone = entry("No wall", permalink="s3", repeats="s9")
    engine = open_on(headline, body, alone)

    assert found(engine, "wall hold") == ["s2", "s1"]
    hits = engine.search(SearchQuery("wall", by_article=True)).hits
    assert "s1" not in {hit.permalink for hit in hits}
    assert engine.search(SearchQuery("wall")).total == 3
    assert found(engine, "wall -explain")[-2:] != ["s1", "s2"]
    assert set(found(engine, "wall -explain")) == {"s1", "s3"}


def test_statements_and_articles_are_searched_apart(open_on):
    article = entry("harbour", type=EntryType.ARTICLE, permalink="a1")
    engine = open_on(entry("harbour"), article)

    assert found(engine, "harbour", type=EntryType.ARTICLE) == ["a1"]
    assert engine.search(SearchQuery("harbour")).total == 1


def test_articles_are_found_by_what_is_said_in_them(open_on):
    both = entry(
        "harbour",
        type=EntryType.ARTICLE,
        permalink="a1",
        speakers=("ana-ruiz", "ben-oke"),
        kinds=("direct", "mixed"),
        issues=("tolls",),
        positions=("rejects", "warns"),
        kind=None,
    )
    ben = entry("harbour", type=EntryType.ARTICLE, permalink="a2", speakers=("ben-oke",), kind=None)
    engine = open_on(both, ben, entry("harbour", speaker="ana-ruiz", speaker_names="Ana Ruiz"))

    def asked(query: str) -> list[str]:
        return found(engine, query, type=EntryType.ARTICLE)

    assert asked("harbour speaker:ruiz") == asked("kind:mixed") == asked("issue:tolls") == ["a1"]
    assert asked("harbour position:warns") == asked("position:rejects") == ["a1"]
    assert asked("speaker:oke") == ["a1", "a2"]
    hits = engine.search(SearchQuery("harbour", type=EntryType.ARTICLE))
    counted = {one.value: one.count for one in hits.facets["speaker"]}
    assert counted == {"ana-ruiz": 1, "ben-oke": 2}


@pytest.mark.parametrize(
    "query",
    ["harbour", '"harbour wall"', "harb*", "harbor", "wall -harbour", "harbour NEAR/3 wall"],
)
def test_marked_pieces_join_up_to_the_exact_text(open_on, query):
    text = "“The Harbour’s wall”, he said; harbours — and\na harbour-wall ‘harbour wall’. Ünï\u200b"
    engine = open_on(entry(text))

    pieces = engine.cut(text, SearchQuery(query))

    assert "".join(piece.text for piece in pieces) == text
    assert any(piece.matched for piece in pieces)


def test_an_empty_archive_finds_nothing(open_on):
    hits = open_on().search(SearchQuery("harbour"))

    assert (hits.total, list(hits.hits)) == (0, [])
    assert open_on().search(SearchQuery("")).total == 0


def test_a_search_may_look_through_some_records_alone(open_on):
    engine = open_on(*THREE)
    some = frozenset({THREE[0].permalink, THREE[2].permalink, "n000000000"})

    among = engine.search(SearchQuery("must", among=some))

    assert [hit.permalink for hit in among.hits] == [THREE[0].permalink]
    assert (among.total, among.partial_total) == (1, 0)
    assert {hit.permalink for hit in engine.search(SearchQuery("", among=some)).hits} == {
        THREE[0].permalink,
        THREE[2].permalink,
    }
    assert engine.search(SearchQuery("must dawn", among=some)).partial_total == 0


def test_a_misprint_of_a_frequent_word_is_answered_by_that_word(open_on):
    engine = open_on(*(entry(f"The harbour must stay open {number}") for number in range(30)))

    assert engine.search(SearchQuery("harbuor")).suggestion == "harbour"
    assert engine.search(SearchQuery("harbour")).suggestion is None
