"""The golden files are sound: they index the articles they speak of and name real issues."""

import hashlib

import pytest

from tests.quality.records import ARTICLES, golden_files, issue_keys, text_of

FILES = {one["document"]: one for one in golden_files()}
STANCES = {"demands", "supports", "opposes", "rejects", "offers", "warns", "doubts"}
OPENING_AND_CLOSING = '"“”'


@pytest.fixture(params=sorted(FILES), ids=lambda name: name[:3])
def golden(request):
    return FILES[request.param]


def test_three_founding_articles_have_a_golden_file():
    assert [name[:3] for name in sorted(FILES)] == ["000", "002", "004"]


def test_the_article_is_the_one_that_was_read(golden):
    content = (ARTICLES / golden["document"]).read_bytes()

    assert hashlib.sha256(content).hexdigest() == golden["sha256"]


def test_the_text_of_a_statement_is_that_of_its_spans(golden):
    text = text_of(golden["document"])

    for one in golden["statements"]:
        assert " [...] ".join(text[start:end] for start, end in one["content"]) == one["text"]


def test_direct_spans_stand_between_marks_and_mixed_ones_hold_some(golden):
    text = text_of(golden["document"])

    for one in golden["statements"]:
        if one["kind"] == "mixed":
            assert any(mark in one["text"] for mark in OPENING_AND_CLOSING), one["id"]
        if one["kind"] == "direct":
            for start, end in one["content"]:
                assert text[start - 1] in OPENING_AND_CLOSING + "‘", one["id"]
                assert text[end] in OPENING_AND_CLOSING + "’", one["id"]


def test_cue_and_source_lie_outside_the_words(golden):
    for one in golden["statements"]:
        words = {at for start, end in one["content"] for at in range(start, end)}
        for start, end in [*one["cue"], *one["source"]]:
            assert start < end
            assert words.isdisjoint(range(start, end)), one["id"]


def test_links_between_records_lead_somewhere(golden):
    statements = {one["id"]: one for one in golden["statements"]}
    events = {one["name"] for one in golden["events"]}

    for one in statements.values():
        assert one["article"] < len(golden["articles"])
        for link in ("repeats", "nested_in"):
            assert one.get(link, one["id"]) in statements
        assert one.get("event") is None or one["event"] in events
    for position in golden["positions"]:
        assert position["statements"], position
        assert all(at < len(statements) for at in position["statements"])


def test_repeats_and_statements_within_statements_are_optional(golden):
    for one in golden["statements"]:
        assert not (one["core"] and ("repeats" in one or "nested_in" in one)), one["id"]


def test_a_date_that_is_not_known_is_null_and_says_so(golden):
    for one in golden["articles"]:
        assert (one["published"] is None) == (one["published_basis"] == "unknown")
    for one in golden["statements"]:
        if "said_on" in one:
            assert (one["said_on"] is None) == (one["said_on_basis"] == "unknown"), one["id"]


def test_positions_are_on_issues_that_the_archive_knows(golden):
    assert {one["issue"] for one in golden["positions"]} <= set(issue_keys().values())


def test_positions_take_a_stance_that_exists_once_a_holder_and_issue(golden):
    pairs = [(one["holder"], one["issue"]) for one in golden["positions"]]

    assert len(set(pairs)) == len(pairs)
    for one in golden["positions"]:
        assert {one["stance"], *one.get("stance_also", [])} <= STANCES
