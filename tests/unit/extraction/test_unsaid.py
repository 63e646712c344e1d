"""Quoted words that are told as never said are nobody's statement."""

import pytest

from tests.unit.extraction.saying import found


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe never said “I quit,” his aide said.",
        "The mayor did not say “I quit,” according to her aide.",
        "Mr. Roe had never once said, “I will leave,” his lawyer said.",
        "Asked if the president had said “I quit,” Kiprop said no.",
        "Asked whether she ever told reporters “I quit,” Kiprop shook his head.",
    ],
)
def test_words_told_as_not_said_are_nobodys(text):
    quoted = text[text.index("“") + 1 : text.index("”")]

    assert not any(part.strip(",") == quoted.strip(",") for s in found(text) for part in s.content)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Mr. Roe said “I quit,” his aide recalled.", "Mr. Roe", "I quit"),
        ("“I never said I quit,” Mr. Roe said.", "Mr. Roe", "I never said I quit"),
        ("“He never said ‘I quit,’ ” his aide said.", "his aide", "He never said"),
        ("Asked if he would leave, Mr. Roe said, “I quit.”", "Mr. Roe", "I quit"),
        ("Asked if he had told the truth, Mr. Roe said, “I did.”", "Mr. Roe", "I did"),
        ("Mr. Roe had not spoken to her and said, “I quit today.”", "Mr. Roe", "I quit"),
    ],
)
def test_words_that_were_said_stay_whose_they_are(text, source, words):
    assert any(s.source == source and words in " ".join(s.content) for s in found(text))
