"""What holds of every article: exact words, whole spans, the same answer in any order.

The five founding articles are read by the command a user types. Nothing here knows what they say.
"""

import hashlib
import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest

from app.domain.spans import GAP
from tests.quality.records import ARTICLES, ROOT, printed, text_of

PATHS = sorted(ARTICLES.glob("*.txt"))
DOUBLE_MARKS = '"“”„«»'
SINGLE_MARKS = "'‘’"
PRECISIONS = {None, "day", "month", "season", "year", "range"}


@pytest.fixture(scope="module")
def lines():
    return printed(PATHS)


@pytest.fixture(params=[path.name for path in PATHS], ids=lambda name: name[:3])
def record(request, lines):
    found = [json.loads(line) for line in lines]
    return next(one for one in found if one["document"] == request.param)


@pytest.fixture
def text(record):
    return text_of(record["document"])


def every_span(record):
    for one in record["statements"]:
        for part in ("content", "cue", "source"):
            yield from one[part]
    for event in record["events"]:
        yield from event["mentions"]
    for article in record["articles"]:
        yield article["span"]


def test_five_founding_articles_are_read():
    assert [path.name[:3] for path in PATHS] == ["000", "001", "002", "003", "004"]


def test_each_document_is_printed_once_under_its_name_and_hash(lines):
    records = [json.loads(line) for line in lines]

    assert [one["document"] for one in records] == [path.name for path in PATHS]
    for one, path in zip(records, PATHS, strict=True):
        assert one["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_article_is_found_to_say_something(record):
    assert record["articles"]
    assert record["statements"]


def test_every_span_lies_inside_its_document(record, text):
    for start, end in every_span(record):
        assert 0 <= start < end <= len(text)


def test_statements_stand_inside_the_article_they_name(record):
    for one in record["statements"]:
        first, last = record["articles"][one["article"]]["span"]
        for part in ("content", "cue", "source"):
            for start, end in one[part]:
                assert first <= start < end <= last


def test_articles_follow_one_another_and_never_overlap(record):
    spans = [one["span"] for one in record["articles"]]

    for (_, end), (start, _) in pairwise(spans):
        assert end <= start


def test_content_runs_in_order_from_word_to_word(record, text):
    for one in record["statements"]:
        assert one["content"]
        for start, end in one["content"]:
            words = text[start:end]
            assert words == words.strip(), words
            assert any(character.isalnum() for character in words), words
        for (_, end), (start, _) in pairwise(one["content"]):
            assert end <= start


def test_direct_speech_carries_no_outer_marks_and_stands_between_some(record, text):
    for one in record["statements"]:
        if one["kind"] == "direct":
            for start, end in one["content"]:
                words = text[start:end]
                assert words[0] not in DOUBLE_MARKS, words
                assert words[-1] not in DOUBLE_MARKS, words
            assert text[one["content"][0][0] - 1] in DOUBLE_MARKS + SINGLE_MARKS


def test_mixed_speech_keeps_its_inner_marks(record, text):
    for one in record["statements"]:
        if one["kind"] == "mixed":
            words = "".join(text[start:end] for start, end in one["content"])
            assert any(mark in words for mark in DOUBLE_MARKS + SINGLE_MARKS), words


def test_indirect_speech_leaves_out_its_last_full_stop(record, text):
    for one in record["statements"]:
        if one["kind"] == "indirect":
            words = text[one["content"][0][0] : one["content"][-1][1]]
            abbreviation = words.split()[-1].count(".") > 1  # "in the U.S."
            assert not words.endswith(".") or abbreviation, words


def test_a_date_says_how_it_is_known(record):
    for one in record["statements"]:
        assert (one["said_on"] is None) == (one["said_on_basis"] == "unknown")
        assert one["said_on_precision"] in PRECISIONS
        assert (one["said_on"] is None) == (one["said_on_precision"] is None)
        assert one["said_on_reason"] or one["said_on"] is None
    for one in record["articles"]:
        assert (one["published"] is None) == (one["published_basis"] == "unknown")
        assert one["published_reason"] or one["published"] is None


def test_events_and_evidence_lead_to_records_of_the_same_document(record):
    events = [one["name"] for one in record["events"]]

    assert len(set(events)) == len(events)
    for one in record["statements"]:
        assert 0 <= one["confidence"] <= 1
        assert one["event"] is None or one["event"] in events
    for position in record["positions"]:
        assert position["statements"], position
        for number in position["statements"]:
            assert 0 <= number < len(record["statements"])
            assert position["issue"] in record["statements"][number]["issues"], position


def test_no_two_statements_are_the_same_words(record):
    contents = [str(one["content"]) for one in record["statements"]]

    assert len(set(contents)) == len(contents)


def test_the_answer_is_the_same_again_in_another_order_and_with_another_hash_seed(lines):
    again = printed(PATHS[::-1], hash_seed=1)

    assert sorted(again) == sorted(lines)


def test_an_article_read_alone_gets_the_same_answer(lines):
    assert printed(PATHS[3:4]) == lines[3:4]


def test_the_archive_holds_the_words_of_the_files_and_no_others(founding_settings):
    run = subprocess.run(
        [sys.executable, "-m", "app", "export", "jsonl"],
        cwd=ROOT,
        env={**os.environ, "ONRECORD_DATA_DIR": str(founding_settings.data_dir)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    documents = {row["id"]: row["document"] for row in rows if row["type"] == "article"}
    statements = [row for row in rows if row["type"] == "statement"]

    assert len(set(documents.values())) == len(PATHS)
    assert statements
    for one in statements:
        text = text_of(documents[one["article"]])
        assert one["text"] == GAP.join(text[start:end] for start, end in one["content"])
