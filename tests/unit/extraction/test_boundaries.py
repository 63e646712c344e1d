"""Content runs as far as what was said goes."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The office said the chief could not recall the talk, but he did enjoy the meal.",
            "the chief could not recall the talk, but he did enjoy the meal",
        ),
        (
            "The union denounced the plan, the cuts in pay and the long hours.",
            "the plan, the cuts in pay and the long hours",
        ),
        (
            "The council urged the mayor to play by the rules, make the payment and build trust.",
            "the mayor to play by the rules, make the payment and build trust",
        ),
        (
            "Roe rebutted the union's claim that letters to it, sent by its staff, were lost.",
            "the union's claim that letters to it, sent by its staff, were lost",
        ),
    ],
)
def test_joined_phrases_and_clauses_are_kept(text: str, content: str) -> None:
    assert outer(text)[0].content == (content,)


def test_a_second_speaker_after_and_ends_the_content() -> None:
    first, second = outer("The line said that it was out of cash, and Roe said the boats were old.")
    assert first.content == ("that it was out of cash",)
    assert second.source == "Roe"


def test_a_list_as_something_is_one_content() -> None:
    said = only("The magazine lists them as the fifth richest men in town.")
    assert said.content == ("them as the fifth richest men in town",)
