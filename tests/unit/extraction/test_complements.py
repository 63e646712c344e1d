"""The forms that content takes after a verb of saying."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Asked about the port, most of the voters said no.", "no"),
        ("The minister discussed a new ferry treaty.", "a new ferry treaty"),
        ("The union disagreed with the pay deal of the port.", "the pay deal of the port"),
        (
            "Roe had chided the mayor for leaving the hall.",
            "the mayor for leaving the hall",
        ),
        ("The doctor cited that visits had gone up.", "that visits had gone up"),
        (
            "The prince called for the town to drop out of the race.",
            "the town to drop out of the race",
        ),
        ("Roe has expressed support for a wider bridge.", "a wider bridge"),
        (
            "The widow expressed alarm that the bridge was closed.",
            "that the bridge was closed",
        ),
        (
            "He implied strangers were the ones tearing families apart.",
            "strangers were the ones tearing families apart",
        ),
        (
            "She left early, noting that at one point earlier in the campaign he had trailed Roe "
            "by 50 points.",
            "that at one point earlier in the campaign he had trailed Roe by 50 points",
        ),
        ("The loss of the ferry was first reported by the Daily News.", "The loss of the ferry"),
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


def test_a_fronted_clause_belongs_to_the_quotation_that_ends_the_sentence() -> None:
    said = only("When the rule goes into effect, Dr. Roe added, “it will feel like a fair town.”")
    assert said.content == (
        "When the rule goes into effect",
        "“it will feel like a fair town.”",
    )


def test_a_clause_that_only_says_when_is_left_out_before_a_quotation() -> None:
    assert only("When asked about it, Dr. Roe said, “we stay.”").content == ("we stay.",)


def test_an_it_that_stands_for_a_state_may_speak() -> None:
    said = outer("Russia has said the plan is a threat; it has warned of a race in arms.")
    assert [(one.source, one.cue) for one in said] == [("Russia", "said"), ("it", "warned")]


def test_a_talk_with_somebody_is_an_event() -> None:
    assert outer("The minister also discussed matters with the head of the union.") == []


@pytest.mark.parametrize(
    "text",
    [
        "She repeated the line in an interview with the Herald.",
        "The mayor reiterated the point at a rally in Porto.",
        "He repeated this claim on Tuesday.",
        "The union echoed these remarks.",
    ],
)
def test_what_only_points_to_words_told_before_is_no_statement(text: str) -> None:
    assert outer(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor repeated his call for a new pier.", "his call for a new pier"),
        ("The mayor repeated the claim that it was old.", "the claim that it was old"),
        ("The mayor reiterated her support for the plan.", "her support for the plan"),
    ],
)
def test_what_is_said_again_is_a_statement_where_it_is_told(text: str, content: str) -> None:
    assert outer(text)[-1].content == (content,)
