"""Addresses come from what a record is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.storage.permalinks import (
    ALPHABET,
    LENGTH,
    article_identity,
    article_permalink,
    content_key,
    normal_form,
    statement_permalinks,
    words_of,
)


def never(_: str) -> bool:
    return False


@given(st.text())
def test_every_text_has_an_address_of_ten_plain_characters(text):
    link = article_permalink(article_identity(text, None, None))

    assert len(link) == LENGTH
    assert set(link) <= set(ALPHABET)


def test_addresses_are_pinned_for_ever():
    assert article_permalink("text a") == "xmqh5fe9q4"
    assert statement_permalinks("xmqh5fe9q4", ["We agree.", "we agree"], never) == [
        "60263yh8q0",
        "4qrm10cwyt",
    ]


@given(st.lists(st.sampled_from(["yes", "No!", "no", "perhaps", "“Yes”"]), max_size=8))
def test_statements_of_an_article_never_share_an_address(contents):
    links = statement_permalinks("0000000000", contents, never)

    assert len(set(links)) == len(contents)


def test_a_taken_address_is_passed_over_the_same_way_each_time():
    first = statement_permalinks("0000000000", ["yes"], never)[0]

    second = statement_permalinks("0000000000", ["yes"], {first}.__contains__)

    assert second != [first]
    assert second == statement_permalinks("0000000000", ["yes"], {first}.__contains__)


def test_marks_case_and_line_breaks_do_not_change_the_words():
    assert normal_form("“We  don’t\nagree,” he said.") == "we dont agree he said"
    assert normal_form("we don't AGREE — he said") == "we dont agree he said"
    assert content_key("Straße") == content_key("STRASSE")


def test_a_text_without_words_is_still_itself():
    assert normal_form(" ?! ") == "?!"
    assert content_key("?!") != content_key("…")


def test_the_same_words_in_two_outlets_are_two_articles():
    assert article_identity("a b", None, "One") != article_identity("a b", None, "Two")
    assert article_identity("a b", "http://x/1", "One") == article_identity("c", "http://x/1", None)


@given(st.text(), st.text())
def test_joining_words_never_makes_two_texts_one(one, other):
    if words_of(one) != words_of(other):
        assert content_key(one) != content_key(other) or normal_form(one) == normal_form(other)
