"""Hits joined with their rows: for the page, the API and the terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import select

from app.domain.gazetteer import Gazetteer
from app.domain.resolved import Stance
from app.domain.search import EntryType, SearchQuery
from app.index.writer import update
from app.models.issue import Issue
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.entries import all_entries
from app.services.search import complete, find, related
from tests.factories import Shelf

TEXT = (
    "Harbour to stay open\n"
    "The harbour wall must hold, said Ana Ruiz. Ferries leave at dawn every day of the year. "
    "Nobody asked the gulls.\n"
    "Ben Oke said that the defence of the harbour wall is a question of money.\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """One article with two statements on the harbour wall."""
    made = Shelf(tmp_path / "data")
    article = made.article(TEXT, outlet=made.outlet())
    ana = made.speaker("Ana Ruiz", aliases=["Anita Ruiz"])
    ben = made.speaker("Ben Oke")
    wall = made.issue()
    first = made.statement(article, "The harbour wall must hold", speaker=ana)
    made.on(first, wall)
    made.statement(
        article, "the defence of the harbour wall is a question of money", speaker=ben, said="2012"
    )
    return made


def test_a_result_shows_the_words_of_the_database_with_marks(shelf):
    page = find(shelf.archive(), SearchQuery("walls"))

    card = page.results[0].statement
    assert card is not None
    assert "".join(piece.text for piece in card.pieces) == card.text
    assert [piece.text for piece in card.pieces if piece.matched] == ["wall"]
    assert (page.total, page.from_database) == (2, False)


def test_facets_are_labelled_with_names(shelf):
    page = find(shelf.archive(), SearchQuery("wall"))

    assert {(one.value, one.label) for one in page.facets["speaker"]} == {
        ("ana-ruiz", "Ana Ruiz"),
        ("ben-oke", "Ben Oke"),
    }
    assert page.facets["outlet"][0].label == "The Harbour Post"
    assert page.facets["issue"][0].label == "The harbour wall"
    assert page.per_year == [(2011, 1), (2012, 1)]


@pytest.mark.parametrize("index", [True, False])
@pytest.mark.parametrize("kind", list(EntryType))
def test_sides_taken_are_counted_for_statements_and_the_articles_that_hold_them(shelf, kind, index):
    page = find(shelf.archive(index=index), SearchQuery("wall", type=kind))
    assert page.facets["position"] == []  # on an issue, but on no side of it

    said = shelf.session.exec(select(Statement)).all()[1]
    for name, stance in (("Tolls", Stance.REJECTS), ("Quays", Stance.DEMANDS)):
        shelf.on(said, shelf.issue(name), stance)
    archive = shelf.archive(index=index)

    page = find(archive, SearchQuery("wall", type=kind))
    sides = [(one.value, one.label, one.count) for one in page.facets["position"]]
    assert sides == [("demands", "demands", 1), ("rejects", "rejects", 1)]
    assert find(archive, SearchQuery("wall position:rejects", type=kind)).total == 1
    assert find(archive, SearchQuery("wall -position:rejects", type=kind)).total == (
        1 if kind is EntryType.STATEMENT else 0
    )


def test_a_chosen_value_keeps_its_name_where_nothing_is_found(shelf):
    shelf.speaker("Carla Neri")
    query = SearchQuery("zzzz", type=EntryType.ARTICLE, filters={"speaker": ("carla-neri", "x")})

    page = find(shelf.archive(), query)

    chosen = [(one.value, one.label, one.count, one.selected) for one in page.facets["speaker"]]
    assert chosen == [("carla-neri", "Carla Neri", 0, True)]


def test_the_person_whose_name_was_typed_comes_beside_the_results(shelf):
    page = find(shelf.archive(), SearchQuery("anita ruiz wall"))

    assert [person.name for person in page.people] == ["Ana Ruiz"]
    assert page.total == 1


def test_an_article_comes_with_the_sentence_that_matched(shelf):
    page = find(shelf.archive(), SearchQuery("gulls asked", type=EntryType.ARTICLE))

    hit = page.results[0].article
    assert hit is not None
    assert hit.headline == "Harbour to stay open"
    assert "Nobody asked the gulls." in "".join(piece.text for piece in hit.pieces)
    assert [piece.text for piece in hit.pieces if piece.matched] == ["asked", "gulls"]


def test_a_statement_that_is_gone_from_the_database_is_left_out(shelf):
    archive = shelf.archive()
    shelf.session.get_one(Statement, 2).permalink = "elsewhere0"
    shelf.session.commit()

    assert len(find(archive, SearchQuery("wall")).results) == 1


@pytest.mark.parametrize("index", [True, False])
def test_a_headline_that_repeats_a_statement_comes_after_it(shelf, index):
    article = shelf.article("Tea is served\nTea, she said to the gulls of the town, is served.")
    body = shelf.statement(article, "Tea, she said to the gulls of the town, is served")
    headline = shelf.statement(article, "Tea is served", repeats_id=body.id)

    page = find(shelf.archive(index=index), SearchQuery("tea served"))

    found = [result.statement.id for result in page.results if result.statement]
    assert found == [body.permalink, headline.permalink]
    assert page.total == 2


def test_days_the_wrong_way_round_are_exchanged_and_it_is_said(shelf):
    query = SearchQuery("wall", said_from=date(2012, 1, 1), said_to=date(2011, 1, 1))

    page = find(shelf.archive(), query)

    assert page.total == 2
    assert any("exchanged" in note for note in page.notes)


def test_a_search_costs_the_same_number_of_queries_however_many_results(shelf):
    archive = shelf.archive()
    counted: list[str] = []
    event.listen(archive.reader, "before_cursor_execute", lambda *call: counted.append(call[2]))

    find(archive, SearchQuery("must"))
    one = len(counted)
    article = shelf.article("More\nThe harbour wall again and again.")
    for _ in range(12):
        shelf.statement(article, "The harbour wall again")
    archive = shelf.archive()
    event.listen(archive.reader, "before_cursor_execute", lambda *call: counted.append(call[2]))
    counted.clear()
    page = find(archive, SearchQuery("wall"))

    assert len(page.results) == 14
    assert len(counted) == one


QUERIES = ["wall", "defense", "must OR money", '"harbour wall"', "wall -money", "speaker:ruiz",
           "said:2011 wall", "harb*", "Anita", ""]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("kind", list(EntryType))
def test_without_an_index_the_database_finds_the_same_and_says_so(shelf, query, kind):
    there = find(shelf.archive(), SearchQuery(query, type=kind))
    (shelf.settings.index_dir / "current.json").unlink()
    away = shelf.archive(index=False)

    page = find(away, SearchQuery(query, type=kind))

    assert page.from_database
    assert any("index" in note for note in page.notes)
    assert page.total == there.total
    assert {name: {(v.value, v.count) for v in values} for name, values in page.facets.items()} == {
        name: {(v.value, v.count) for v in values} for name, values in there.facets.items()
    }


def test_without_an_index_nothing_is_related_and_nobody_unknown_is_offered(shelf):
    archive = shelf.archive(index=False)

    assert related(archive, "s000000001") == []
    assert complete(archive, "Xanthippe") == []


def test_names_are_offered_while_they_are_typed(shelf):
    archive = shelf.archive()

    assert ("speaker", "ana-ruiz", "Ana Ruiz") in complete(archive, "rui")
    assert ("speaker", "ana-ruiz", "Ana Ruiz") in complete(archive, "anita r")
    assert ("issue", "the-harbour-wall", "The harbour wall") in complete(archive, "harb")


def test_related_statements_share_rare_words(shelf):
    article = shelf.article("More\nA question of money, and of gulls. Tea is served.")
    like = shelf.statement(article, "A question of money, and of gulls")
    shelf.statement(article, "Tea is served")
    archive = shelf.archive()
    money = next(
        result.statement.id
        for result in find(archive, SearchQuery("defence money")).results
        if result.statement
    )

    assert related(archive, money)[0] == like.permalink


def test_a_statement_stored_is_found_by_an_open_archive(shelf):
    archive = shelf.archive()
    find(archive, SearchQuery("wall"))
    article = shelf.article("More\nThe lighthouse is lit.")
    stored = shelf.statement(article, "The lighthouse is lit")
    shelf.session.commit()
    entries = [one for one in all_entries(shelf.session) if one.permalink == stored.permalink]

    update(shelf.settings.index_dir, (), entries, "two")

    assert find(archive, SearchQuery("lighthouse")).total == 1


def test_articles_that_hold_the_words_are_counted_where_no_statement_does(shelf):
    archive = shelf.archive()

    assert find(archive, SearchQuery("gulls")).elsewhere == 1
    assert find(archive, SearchQuery("wall")).elsewhere == 0
    assert find(archive, SearchQuery("wombats")).elsewhere == 0
    assert find(archive, SearchQuery("gulls", type=EntryType.ARTICLE)).elsewhere == 0


def test_without_an_index_the_database_offers_names(shelf):
    for row in shelf.session.exec(select(Speaker)):
        row.statement_count = 1
    shelf.session.exec(select(Issue)).one().statement_count = 2
    archive = shelf.archive(index=False)

    assert complete(archive, "rui") == [("speaker", "ana-ruiz", "Ana Ruiz")]
    assert complete(archive, "anita r") == [("speaker", "ana-ruiz", "Ana Ruiz")]
    assert complete(archive, "har") == [
        ("issue", "the-harbour-wall", "The harbour wall"),
        ("outlet", "the-harbour-post", "The Harbour Post"),
    ]
    assert complete(archive, "arbour") == complete(archive, "%") == complete(archive, " ") == []


def test_without_an_index_an_abbreviation_finds_what_its_long_form_finds(shelf):
    article = shelf.article("More\nThe Harbour Trade Union is new. The HTU is old.")
    shelf.statement(article, "The Harbour Trade Union is new")
    shelf.statement(article, "The HTU is old")
    known = Gazetteer(abbreviations=(("HTU", "Harbour Trade Union"),))
    away = replace(shelf.archive(index=False), gazetteer=known)

    assert find(away, SearchQuery("HTU")).total == 2
    assert find(away, SearchQuery("harbour trade union")).total == 2
    assert find(away, SearchQuery("HTU old")).total == 1


def test_without_an_index_words_of_the_same_meaning_find_one_another(shelf):
    article = shelf.article("More\nLawmakers met. Legislators left.")
    for said in ("Lawmakers met", "Legislators left"):
        shelf.statement(article, said)
    away = shelf.archive(index=False)

    for typed in ("lawmaker", "legislators"):
        assert find(away, SearchQuery(typed)).total == 2, typed


def test_the_page_of_a_speaker_without_statements_holds_nobody_elses_of_the_name(shelf):
    slug = {"speaker": ("ben-ruiz-oke", "oke-ben")}

    assert find(shelf.archive(), SearchQuery(filters=slug)).total == 1, "by the words of the name"
    assert find(shelf.archive(), SearchQuery(filters=slug, exact=frozenset(slug))).total == 0
    own = {"speaker": ("ben-oke",)}
    assert find(shelf.archive(), SearchQuery(filters=own, exact=frozenset(own))).total == 1
