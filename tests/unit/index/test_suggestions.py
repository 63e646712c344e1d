"""Did you mean: from the archive's own words, and nothing silly."""

from __future__ import annotations

import pytest

from app.domain.gazetteer import Gazetteer
from app.domain.search import EntryType, SearchQuery
from tests.unit.index.held import entry, whoosh_engine

WORDS = "want summit shield should guarantees european missile yield even Rogozin alliance the"


@pytest.fixture
def engine(tmp_path):
    known = Gazetteer(abbreviations=(("NATO", "North Atlantic Treaty Organization"),))
    often = [entry(f"{WORDS} NATO", speaker="nato", speaker_names="the Alliance\nNATO")] * 1
    return whoosh_engine(tmp_path, [*often, *(entry(WORDS) for _ in range(60))], known)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("misile", "missile"),
        ("sheild", "shield"),
        ("NATO summti", "NATO summit"),
        ("Rogzin", "rogozin"),
        ("guarentes", "guarantees"),
        ("europian misile", "european missile"),
        ("summit", None),
        ("field", None),
        ("shoudl", None),
        ("waht", None),
        ("xyzzy", None),
        ("1984", None),
        ("teh", None),
        ("Путин", None),
    ],
)
def test_a_misspelt_word_is_corrected_and_another_word_is_left_alone(engine, typed, meant):
    assert engine.search(SearchQuery(typed)).suggestion == meant


def test_a_rare_word_that_is_here_is_not_taken_for_a_misprint(tmp_path):
    engine = whoosh_engine(tmp_path, [entry("shells"), *(entry("shelf") for _ in range(30))])

    assert engine.search(SearchQuery("shells")).suggestion is None


def test_a_function_word_names_nobody(engine):
    assert engine.search(SearchQuery("the")).people == ()
    assert engine.search(SearchQuery("alliance")).people == ("nato",)


def test_people_are_named_beside_articles_too(tmp_path):
    article = entry("gulls", type=EntryType.ARTICLE, speakers=("ana-ruiz",), kind=None)
    said = entry("gulls", speaker="ana-ruiz", speaker_names="Ana Ruiz\nAnita Ruiz")
    engine = whoosh_engine(tmp_path, [article, said])

    hits = engine.search(SearchQuery("ruiz gulls", type=EntryType.ARTICLE))

    assert hits.people == ("ana-ruiz",)
    by_alias = engine.search(SearchQuery("speaker:anita", type=EntryType.ARTICLE))
    assert [hit.permalink for hit in by_alias.hits] == [article.permalink]
