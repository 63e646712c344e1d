"""What numbers in digits and in words amount to."""

from __future__ import annotations

import pytest

from app.domain.numerals import values_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five thousand", [5000]),
        ("5,000", [5000]),
        ("2.5 million", [2_500_000]),
        ("7bn", [7e9]),
        ("twenty-one", [21]),
        ("twenty one and two hundred", [21, 200]),
        ("five or nine", [5, 9]),
        ("the 3rd F16", [3, 16]),
        ("no number", []),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text, values):
    assert values_in(text.split()) == values
