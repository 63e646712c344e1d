"""Full stops behind short forms, and behind the words that look like them."""

import pytest

from app.domain.spans import Span
from app.extraction.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Roe was ill. “He waits,” she said.", 2),
        ("It did not wash. He left.", 2),
        ("They sat. Roe spoke.", 2),
        ("Sen. Roe of Springfield, Ill. Senator Poe left.", 1),
        ("The ore. It is red.", 2),
        ("He met Miss. Senator Poe.", 1),
    ],
)
def test_a_word_in_small_letters_ends_its_sentence(text: str, many: int) -> None:
    assert len(split_sentences(text, Span(0, len(text)))) == many
