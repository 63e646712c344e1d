"""What a crowd calls out is told by a noun, not by a verb."""

import pytest

from tests.unit.extraction.saying import found, only


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The crowd broke into chants of “More bread!” and left.", "The crowd"),
        ("She roused the miners to shouts of “More bread!”", "the miners"),
        ("Their cries of “More bread!” were heard in the port.", "Their"),
    ],
)
def test_chants_and_shouts_are_their_callers(text: str, source: str) -> None:
    said = only(text)
    assert (said.content, said.source, said.quotation.rule) == (
        ("More bread!",),
        source,
        "noun: outcry",
    )


def test_chants_without_a_caller_name_nobody() -> None:
    said = only("The speech drew loud jeers and “More bread!” chants.")
    assert (said.content, said.source) == (("More bread!",), "")


def test_a_chant_before_a_speaker_is_not_his() -> None:
    said = found('Walking in to chants of "Roe! Roe!," the mayor said the town was "calm again."')
    assert [each.source for each in said] == ["", "the mayor"]


def test_other_nouns_before_quoted_words_call_out_nothing() -> None:
    assert found("He carried a box of “Fine Cigars” into the hall.") == []
