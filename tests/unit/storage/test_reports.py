"""Copies of an article and reports of one statement."""

from __future__ import annotations

import pytest
from sqlmodel import select

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import StatedMetadata
from app.models.article import Article
from app.models.statement import Statement
from app.storage.copies import link_copies
from app.storage.report_groups import group_reports
from tests.making import Said

STORY = (
    "The harbour must stay public, Ann Lee said on Monday after a long meeting of the council. "
    "We will not sell one metre of the quay, she told reporters who had waited outside. "
    "Nobody from the company answered the many questions that were put to it that evening. "
    "The council votes in March, and the mayor has promised to publish every offer before then."
)
QUOTE = "The harbour must stay public"
OTHER = "Wheat will be dear this winter, said Ann Lee in Rome, and bread with it. Few disagreed."


def grouped(store):
    with store.session() as session:
        group_reports(session)
    return {row.content: (row.report_group, row.report_reason) for row in store.rows(Statement)}


def said_on(day):
    return DateFinding(PartialDate.day(2020, 3, day), DateBasis.STATED, "printed")


def test_a_near_duplicate_points_at_the_original_whatever_order_they_came_in(store, new_store):
    edited = STORY.replace("that evening", "that night")
    other = new_store()
    for archive, texts in ((store, [STORY, edited, OTHER]), (other, [OTHER, edited, STORY])):
        for number, text in enumerate(texts):
            archive.hold(text, name=f"{number}.txt")
        with archive.session() as session:
            link_copies(session)

    def links(archive):
        rows = {row.id: row for row in archive.rows(Article)}
        return {
            row.permalink: rows[row.copy_of_id].permalink if row.copy_of_id else None
            for row in rows.values()
        }

    assert links(store) == links(other)
    assert sorted(link is None for link in links(store).values()) == [False, True, True]


def test_a_report_taken_over_by_another_outlet_says_so(store):
    store.hold(STORY, name="a", stated=StatedMetadata(outlet="The Post"))
    store.hold(STORY, name="b", stated=StatedMetadata(outlet="The Mail"))

    with store.session() as session:
        link_copies(session)

    reasons = [row.copy_reason for row in store.rows(Article) if row.copy_of_id]
    assert reasons == ["the same report, word for word"]


def test_articles_on_one_subject_are_not_copies(store):
    store.hold(STORY, name="a")
    store.hold(STORY[:90] + OTHER, name="b")

    with store.session() as session:
        assert link_copies(session) == []


def test_the_same_words_in_two_articles_are_one_statement_reported_twice(store):
    store.hold(STORY, QUOTE, name="a")
    store.hold(f"“{QUOTE.upper()}!” is how Ann Lee put it.", QUOTE.upper(), name="b")

    groups = grouped(store)

    assert groups[QUOTE][0] == groups[QUOTE.upper()][0] is not None
    assert "the same words" in {reason for _, reason in groups.values()}


def test_a_cut_report_belongs_to_the_fullest(store):
    longer = f"{QUOTE}, Ann Lee said on Monday after a long meeting"
    store.hold(STORY, longer, name="a")
    store.hold("Ann Lee: the harbour must stay public.", "the harbour must stay public", name="b")

    groups = grouped(store)

    assert groups["the harbour must stay public"] == (groups[longer][0], "cut from the same words")


def test_a_second_translation_is_recognised(store):
    one = "We want legal guarantees that the system is not aimed at our forces"
    two = "We want juridical guarantees that the system will not be aimed at our forces"
    store.hold(f"{one}, Ann Lee said.", one, name="a")
    store.hold(f"{two}, said Ann Lee.", two, name="b")

    groups = grouped(store)

    assert groups[one][0] == groups[two][0] is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We will not raise the fee of the quay", "We will raise the fee of the quay"),
        ("The fee will be cut by five percent", "The fee will be cut by nine percent"),
        ("I am very happy to be here in Dayton", "I am very happy to be here in Toledo"),
    ],
)
def test_like_words_that_a_telling_word_turns_are_two_statements(store, one, two):
    store.hold(f"{one}, Ann Lee said.", Said(one, said_on=said_on(1)), name="a")
    store.hold(f"{two}, said Ann Lee.", Said(two, said_on=said_on(1)), name="b")

    assert set(grouped(store).values()) == {(None, None)}


def test_the_same_words_of_two_speakers_stay_two_statements(store):
    store.hold(STORY, Said(QUOTE, by="Ann Lee"), name="a")
    store.hold(f"{QUOTE}, Bo Wu said.", Said(QUOTE, by="Bo Wu"), name="b")

    assert set(grouped(store).values()) == {(None, None)}


def test_the_same_words_on_two_days_stay_two_statements(store):
    store.hold(STORY, Said(QUOTE, said_on=said_on(1)), name="a")
    store.hold(f"{QUOTE}, she said again.", Said(QUOTE, said_on=said_on(2)), name="b")

    assert {row.report_group for row in store.rows(Statement)} == {None}
    grouped(store)
    assert {row.report_group for row in store.rows(Statement)} == {None}


def test_a_few_common_words_prove_nothing(store):
    store.hold("Yes, of course, Ann Lee said.", "Yes, of course", name="a")
    store.hold("Of the war: Yes, of course, said Ann Lee.", "Yes, of course", name="b")

    assert set(grouped(store).values()) == {(None, None)}


def test_a_group_whose_reason_is_gone_is_dissolved(store):
    store.hold(STORY, QUOTE, name="a")
    store.hold(f"{QUOTE}, it was said.", QUOTE, name="b")
    assert all(group for group, _ in grouped(store).values())

    store.hold(STORY, Said(QUOTE, by="Bo Wu"), name="a")

    assert set(grouped(store).values()) == {(None, None)}


def test_a_statement_cut_from_another_of_its_own_article_is_no_other_report(store):
    outer = "that the harbour must stay public and the quay with it"
    text = f"Ann Lee said {outer}. Few disagreed."
    store.hold(text, outer, outer.removeprefix("that "), name="a")

    assert set(grouped(store).values()) == {(None, None)}

    elsewhere = "that the harbour must stay public and the quay with it for ever"
    store.hold(f"She told us {elsewhere}.", elsewhere, name="b")

    groups = grouped(store)
    assert groups[outer][0] == groups[elsewhere][0] is not None
    assert groups[outer.removeprefix("that ")] == (None, None)


def test_a_headline_that_repeats_the_body_does_not_join_it_in_a_group(store):
    fuller = f"{QUOTE} and so must the quay"
    store.hold(f"Lee: {QUOTE.lower()}\n\n{STORY}", QUOTE.lower(), QUOTE, name="a")
    store.hold(f"{fuller}, Ann Lee said.", fuller, name="b")
    with store.session() as session:
        rows = {row.content: row for row in session.exec(select(Statement))}
        rows[QUOTE.lower()].repeats_id = rows[QUOTE].id

    groups = grouped(store)

    assert groups[QUOTE][0] == groups[fuller][0] is not None
    assert groups[QUOTE.lower()] == (None, None)
