"""Words that a curator chose are found where they stand, letter for letter, or not at all."""

from __future__ import annotations

import pytest

from app.domain.quotations import SpeechKind
from app.domain.spans import Span
from app.errors import WordsNotFound
from app.services.selecting import LONGEST, find_runs, kind_of, trimmed

TEXT = "No deal.\r\n“No deal,” she said, “and  no talks.”\nHe said no deal was near. No deal."
WHOLE = Span(0, len(TEXT))


def words(spans) -> list[str]:
    return [span.of(TEXT) for span in spans]


@pytest.mark.parametrize(("near", "start"), [(0, 0), (11, 11), (len(TEXT), 74), (None, 0)])
def test_the_place_nearest_to_where_they_were_chosen_is_meant(near, start):
    assert find_runs(TEXT, WHOLE, "No deal", near)[0].start == start


def test_white_space_is_as_the_source_has_it_and_all_else_equal():
    assert words(find_runs(TEXT, WHOLE, "and no\ntalks.", None)) == ["and  no talks."]
    with pytest.raises(WordsNotFound, match="does not stand in the article so"):
        find_runs(TEXT, WHOLE, "no Talks", None)


@pytest.mark.parametrize("gap", [" […] ", "[...]", "\n[…]\n"])
def test_a_gap_parts_what_is_interrupted(gap):
    found = find_runs(TEXT, WHOLE, f"No deal,{gap}and no talks.", None)

    assert words(found) == ["No deal,", "and  no talks."]


def test_runs_follow_one_another_within_the_article():
    with pytest.raises(WordsNotFound):
        find_runs(TEXT, WHOLE, "and no talks. […] “No deal,”", None)
    with pytest.raises(WordsNotFound):
        find_runs(TEXT, Span(0, 10), "and no talks.", None)


@pytest.mark.parametrize("odd", ["", "  \n", " […] ", "x" * (LONGEST + 1)])
def test_no_words_and_too_many_are_refused(odd):
    with pytest.raises(WordsNotFound):
        find_runs(TEXT, WHOLE, odd, None)


def test_signs_of_patterns_are_letters():
    text = "He said (a|b)* was $5.00, or ^more?"

    assert find_runs(text, Span(0, len(text)), "(a|b)* was $5.00,", None) == [Span(8, 25)]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ("  “No deal,” ", "No deal,"),
        ("No deal.", "No deal."),
        ("“No deal,” she said, “and  no talks.”", "“No deal,” she said, “and  no talks.”"),
    ],
)
def test_one_pair_of_marks_around_the_words_is_left_out(chosen, left):
    assert trimmed(chosen, Span(0, len(chosen))).of(chosen) == left


def test_the_marks_around_and_within_tell_the_kind():
    direct = Span(TEXT.index("No deal,"), TEXT.index("No deal,") + 8)
    mixed = Span(TEXT.index("she said"), TEXT.index("talks"))
    indirect = Span(TEXT.index("no deal was"), TEXT.index(" near"))

    kinds = [kind_of(TEXT, span) for span in (direct, mixed, indirect)]

    assert kinds == [SpeechKind.DIRECT, SpeechKind.MIXED, SpeechKind.INDIRECT]
