"""Whoever somebody's words tell of is not the bare "the judge" who says them."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.pipeline import extract


def speakers(text: str) -> list[str | None]:
    """Who says each of the statements of a text of one paragraph."""
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    return [one.attribution.name for one in extract(article, EMPTY, "auto").quotations]


@pytest.mark.parametrize(
    "text",
    [
        "President Robert Moyo won the presidential election, the registrar said on Wednesday.",
        "Kenyan minister Robert Moyo died in a plane crash on Tuesday, the police chief said.",
        "President Robert Moyo was ill, the doctor said.",
        "Robert Moyo was found guilty of theft, the judge said on Friday.",
        "“Robert Moyo has lost,” the clerk said.",
        "Robert Moyo came late. “Moyo was drunk,” the referee said.",
    ],
)
def test_who_is_named_in_words_does_not_say_them_by_a_role_nobody_prints_of_him(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Robert Moyo was found guilty on Friday. “He is to serve life,” the clerk said.",
        "Ana Moyo fell on Friday. Her leg was broken, the doctor said.",
        "President Robert Moyo fell on Friday. He would live, the surgeon said.",
    ],
)
def test_nor_who_is_meant_by_the_pronoun_that_opens_them(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ana Moyo spoke on Monday. Taxes must fall, the mayor said.", "Ana Moyo"),
        ("Ana Moyo, a surgeon, spoke. “He will live,” the surgeon said.", "Ana Moyo"),
        ("Mayor Ana Moyo will not run, the mayor said on Friday.", "Ana Moyo"),
        ("Ana Moyo spoke in Ohio. “We will win,” the Ohio senator said.", "Ana Moyo"),
        ("Ana Moyo spoke in Ohio. “He asked me,” the Ohio senator said.", "Ana Moyo"),
    ],
)
def test_a_role_that_is_printed_of_somebody_or_of_nobody_else_still_means_her(
    text: str, name: str
) -> None:
    assert speakers(text) == [name]
