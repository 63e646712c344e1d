"""Where sentences end."""

from __future__ import annotations

import pytest

from app.domain.sentences import sentences_of, telling_sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It holds. It stays.", ["It holds.", "It stays."]),
        ("“It holds.” She left.", ["“It holds.”", "She left."]),
        ("Gen. Oke spoke. He left.", ["Gen. Oke spoke.", "He left."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("J. R. Oke spoke.", ["J. R. Oke spoke."]),
        ("It is, approx. twice, so.", ["It is, approx. twice, so."]),
        ("A headline\nThe text. ", ["A headline", "The text."]),
        ("Signed by Gen.\nThe text", ["Signed by Gen.", "The text"]),
        ("Will it? It will!", ["Will it?", "It will!"]),
        (" \n ", []),
    ],
)
def test_sentences_end_at_marks_and_lines_but_not_in_shortened_words(text, expected):
    assert [text[start:end] for start, end in sentences_of(text)] == expected


def test_the_sentence_with_the_most_different_words_tells_most():
    sentences = [(0, 10), (11, 20), (21, 30)]
    matches = [(1, 3, "wall"), (4, 6, "wall"), (12, 14, "wall"), (15, 17, "sea")]

    assert telling_sentence(sentences, matches) == (11, 20)
    assert telling_sentence(sentences, []) is None
