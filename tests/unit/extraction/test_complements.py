"""The forms that content takes after a verb of saying."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Asked about the port, most of the voters said no.", "no"),
        ("The ministers discussed a new ferry treaty.", "a new ferry treaty"),
        ("The union disagreed with the pay deal of the port.", "the pay deal of the port"),
        (
            "Roe had chided the mayor for leaving the hall.",
            "the mayor for leaving the hall",
        ),
        ("The doctor cited that visits had gone up.", "that visits had gone up"),
    ],
)
def test_each_form_of_content_is_found(text: str, content: str) -> None:
    assert outer(text)[-1].content == (content,)


def test_no_before_a_noun_is_no_answer() -> None:
    assert only("The mayor said no ferry would sail.").content == ("no ferry would sail",)


def test_what_a_claim_is_said_to_be_is_its_content() -> None:
    said = only("The letter's main claim is that the board hunts the mayor.")
    assert (said.source, said.cue) == ("The letter's", "claim")
    assert said.content == ("that the board hunts the mayor",)


def test_a_talk_with_somebody_is_an_event() -> None:
    assert outer("The minister also discussed matters with the head of the union.") == []
