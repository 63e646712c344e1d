"""Ages printed beside a name, and numbers there that are none."""

import pytest

from app.domain.ages import ages_beside
from app.domain.spans import Span


def ages(text: str) -> list[int]:
    start = text.index("Jane Roe")
    return list(ages_beside(text, Span(start, start + len("Jane Roe"))))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Jane Roe, 23, of Dundee, said", 23),
        ("said Jane Roe, 23.", 23),
        ("Jane Roe, aged 23, said", 23),
        ("Jane Roe, 23 and a student, said", 23),
        ("The 19-year-old Jane Roe said", 19),
        ("Twenty-one-year-old Jane Roe said", 21),
        ("The 31-year-old baker Jane Roe said", 31),
    ],
)
def test_the_age_beside_a_name_is_read(text: str, age: int) -> None:
    assert ages(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "The 19-year-old son of Jane Roe said",
        "The 22-year-old suspect told Jane Roe",
        "The 22-year-old student told Jane Roe",
        "Jane Roe, 20 points ahead, said",
        "Jane Roe, 23, and John Low, 21, led the poll",
        "Jane Roe, 2, and John Low, 1",
        "Jane Roe, 23 percent, said",
        "Jane Roe, 10 Downing Street's tenant, said",
    ],
)
def test_what_is_anothers_age_or_a_count_is_none(text: str) -> None:
    assert ages(text) == []
