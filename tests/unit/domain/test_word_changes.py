"""What a word is to the one in whose place it stands."""

from __future__ import annotations

import pytest

from app.domain.word_changes import is_opposite, is_slight


@pytest.mark.parametrize(
    ("quoted", "printed", "expected"),
    [
        ("attacks", "attack", True),
        ("countries", "country", True),
        ("decided", "decides", True),
        ("his", "her", True),
        ("", "never", True),
        ("29", "twenty", True),
        ("loyal", "disloyal", True),
        ("NATO", "we", False),
        ("Russian", "Russia", False),
        ("king", "kin", False),
        ("", "wall", False),
        ("a threat", "aimed", False),
    ],
)
def test_little_words_and_other_forms_are_slight(quoted, printed, expected):
    assert is_slight(quoted, printed) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sufficient", "insufficient", True),
        ("nonaligned", "aligned", True),
        ("to", "into", False),
        ("sufficient", "sufficient", False),
        ("land", "island", False),
    ],
)
def test_a_word_with_a_prefix_is_its_opposite_both_ways(one, other, expected):
    assert is_opposite(one, other) is expected
    assert is_opposite(other, one) is expected
