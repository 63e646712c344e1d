"""What bounds a search: time, which is asked for between blocks, and tables for many words."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.search import EntryType, SearchQuery, Sort
from app.index import streams
from app.index.beginnings import Beginnings
from app.index.query_parser import parse
from app.index.searcher import find
from tests.unit.index.held import TODAY, entry, found, whoosh_engine

TEXTS = ["the harbour wall", "wall of the harbour", "harbour", "a wall", "the long harbour wall"]


@pytest.mark.parametrize("words", [1, 5, 40])
@pytest.mark.parametrize(
    ("query", "total"),
    [('"harbour wall"', 20), ("harbour NEAR/3 wall", 30), ('"harb* wal*"', 20), ('"the the"', 0)],
)
def test_phrases_are_found_whole_however_small_the_blocks(
    tmp_path, monkeypatch, words, query, total
):
    monkeypatch.setattr(streams, "_BLOCK", words)
    engine = whoosh_engine(tmp_path, [entry(text) for text in TEXTS * 10])

    hits = engine.search(SearchQuery(query))

    assert (hits.total, hits.complete) == (total, True)


def test_many_words_are_looked_up_in_a_table_as_few_are_compared():
    stream = np.arange(200_000, dtype=np.uint32) * np.uint32(2_654_435_761)
    codes = stream[::9_999].copy()
    few, many = streams._Among(codes[:3]), streams._Among(codes)

    assert np.flatnonzero(few.of(stream)).tolist() == [0, 9_999, 19_998]
    assert np.flatnonzero(many.of(stream)).tolist() == list(range(0, 200_000, 9_999))


@pytest.mark.parametrize(
    "query", ['"harbour wall"', "wall OR harbour", "wall NEAR/2 harbour", "wall -a", "harb* -wal*"]
)
def test_a_search_without_time_left_ends_and_says_that_it_is_not_whole(tmp_path, query):
    engine = whoosh_engine(tmp_path, [entry(text) for text in TEXTS])

    hits = find(engine._current(), SearchQuery(query), parse(query, TODAY), budget=-1.0)

    assert not hits.complete
    assert any("took too long" in note for note in hits.notes)


def test_a_part_that_there_was_no_time_for_is_left_out_and_hides_nothing(tmp_path):
    engine = whoosh_engine(tmp_path, [entry(text) for text in TEXTS])
    shelves = engine._current()
    engine.search(SearchQuery("harbour"))  # kept ready: found even without time

    hits = find(shelves, SearchQuery("harbour"), parse("harbour", TODAY), budget=-1.0)

    assert (hits.total, hits.complete) == (4, False)


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("folded", [False, True])
def test_pages_join_up_to_the_whole_list_in_every_order(tmp_path, sort, folded):
    made = [
        entry("wall " * (1 + n % 3), said=f"20{10 + n % 4}", article=f"a{n % 17}")
        for n in range(60)
    ]
    engine = whoosh_engine(tmp_path, made)
    whole = found(engine, "wall", sort=sort, by_article=folded, per_page=100)

    pages = [
        link
        for page in range(1, 11)
        for link in found(engine, "wall", sort=sort, by_article=folded, page=page, per_page=7)
    ]

    assert pages == whole
    assert len(whole) == (17 if folded else 60)


def test_related_statements_come_in_the_order_of_likeness_then_of_permalinks(tmp_path):
    made = [
        entry(text, permalink=f"s{n}")
        for n, text in enumerate(["harbour wall tolls", "harbour wall", "gulls", "wall harbour"])
    ]
    engine = whoosh_engine(tmp_path, [*made, *(entry("other") for _ in range(8))])

    assert engine.related("s0", 3) == ["s1", "s3"]
    assert EntryType.STATEMENT in engine._current()


def test_names_are_offered_by_any_word_of_theirs():
    held = Beginnings(
        {
            ("speaker", "ana-ruiz"): [("ana", "ruiz"), ("anita",)],
            ("speaker", "ben-oke"): [("ben", "oke")],
            ("kind", "angry"): [("angry",)],
        }
    )

    assert held.of("an", whole=False) == [("speaker", "ana-ruiz"), ("kind", "angry")]
    assert held.of("ru", whole=False) == [("speaker", "ana-ruiz")]
    assert held.of("ru", whole=True) == []
    assert held.of("oke", whole=True) == [("speaker", "ben-oke")]
