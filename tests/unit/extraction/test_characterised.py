"""How somebody characterises a thing in quoted words is a mixed statement."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The governor, calling the plan “a mess,” walked out of the hall.",
            "The governor",
            "the plan “a mess,”",
        ),
        (
            "The mayor likened the plan to “a slow boat” on Tuesday.",
            "The mayor",
            "the plan to “a slow boat”",
        ),
        (
            "The mayor mocked the “tiny bridge” of his rival.",
            "The mayor",
            "the “tiny bridge” of his rival",
        ),
        ("The mayor thinks the plan is “very silly.”", "The mayor", "the plan is “very silly.”"),
    ],
)
def test_quoted_words_in_the_object_of_a_verb_of_judging(
    text: str, source: str, content: str
) -> None:
    said = only(text)
    assert (said.source, said.kind) == (source, "mixed")
    assert said.content[0].startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor bought the “Blue Swan” from his brother.",
        "The rise in rents mocked the “great promise” of the plan.",
        "The mayor did not mock the “tiny bridge” of his rival.",
    ],
)
def test_acts_things_and_silence_characterise_nothing(text: str) -> None:
    assert outer(text) == []


def test_the_show_where_it_was_said_is_no_part_of_it() -> None:
    said = only("Roe said on “Sunday Morning Lights” that the ferry would stay in town.")
    assert said.content == ("that the ferry would stay in town",)


def test_a_verdict_in_marks_and_a_statement_after_it_are_kept_apart():
    said = found(
        'Councillor Jane Roe called the plan "a promise" and said she would vote against it.'
    )
    assert all(words for one in said for words in one.content)
    assert ("she would vote against it",) in [one.content for one in said]
