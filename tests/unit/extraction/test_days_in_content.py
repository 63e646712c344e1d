"""Days beside what is said: none of it where they tell when, its beginning where they recur."""

from __future__ import annotations

import pytest

from tests.unit.extraction.saying import found, only


@pytest.mark.parametrize(
    "text",
    [
        "Karl Moe disagreed on Tuesday.",
        "The union agreed on Monday.",
        "The board objected on May 4.",
        "Lena Dahl spoke on Sunday.",
    ],
)
def test_a_day_alone_is_nothing_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Karl Moe disagreed on taxes.", "taxes"),
        ("The union agreed on a pay rise.", "a pay rise"),
        ("Eva Lind called on Monday for a vote.", "a vote"),
        ("Lena Dahl said no on Tuesday.", "no"),
        ("Lena Dahl said yes on May 4.", "yes"),
        ("Lena Dahl said no to the deal.", "no to the deal"),
    ],
)
def test_what_is_agreed_or_answered_stands_without_its_day(text: str, content: str) -> None:
    assert only(text).content == (content,)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lena Dahl said on Mondays shops are closed.", "on Mondays shops are closed"),
        ("Karl Moe said in winter roads are icy.", "in winter roads are icy"),
        ("Eva Lind said at night the streets are empty.", "at night the streets are empty"),
        ("Karl Moe said on Monday roads were icy.", "roads were icy"),
        ("Eva Lind said Tuesday the streets were empty.", "the streets were empty"),
    ],
)
def test_what_comes_round_again_begins_what_is_said(text: str, content: str) -> None:
    assert only(text).content == (content,)


@pytest.mark.parametrize(
    "before",
    [
        "The bridge fell on July 3.",
        "The bank closed on Oct. 4.",
        "The train stopped on track 7.",
        "The rule is in section 3.",
    ],
)
def test_a_sentence_may_end_in_one_digit(before: str) -> None:
    text = f"{before} “I heard a bang,” driver Ola Berg said."

    assert only(text).content == ("I heard a bang,",)
