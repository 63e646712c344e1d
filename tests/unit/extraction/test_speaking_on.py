"""Whom "he said" behind words means: who spoke last, unless another man comes up in between."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.pipeline import extract

BEFORE = "President Mark Ilic won. Ilic has ruled for years. Ilic is strong. Ilic is old."


def last(text: str) -> str | None:
    """Who says the last words of a text of paragraphs parted by lines."""
    paragraphs, start = [], 0
    for part in text.split("\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 1
    article = ParsedArticle(text, Span(0, len(text)), tuple(paragraphs))
    return extract(article, EMPTY, "auto").quotations[-1].attribution.name


@pytest.mark.parametrize(
    "opening",
    [
        "Robin Vane, a director for Ilic, said it had opened since Ilic’s win.",
        "Robin Vane said the office was open.",
        "“It is late,” Robin Vane said of Ilic’s plan.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_it_is_who_spoke_last_where_no_other_man_acts(opening: str, gap: str) -> None:
    assert last(f"{BEFORE}\n{opening}{gap}“We waited,” he said.") == "Robin Vane"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Robin Vane said it was open. Mark Ilic disagreed.", "Mark Ilic"),
        ("Anna Vane said it was open. Mark Ilic stood by.", "Mark Ilic"),
        ("Anna Vane said it was open. Beside her stood Mark Ilic.", "Mark Ilic"),
    ],
)
def test_it_is_the_man_who_came_up_since(opening: str, name: str) -> None:
    assert last(f"{opening} “It is closed,” he said.") == name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("John Kral came to Riga. After talks with Paul Vann, he said it was late.", "John Kral"),
        ("John Kral came. Following a lunch with Paul Vann, he said it was late.", "John Kral"),
        ("John Kral came. As for Paul Vann, he said it was late.", "Paul Vann"),
        ("John Kral came. Paul Vann was firm in his claim that it was late.", "Paul Vann"),
        ("John Kral came. Paul Vann said he had said that it was late.", "Paul Vann"),
    ],
)
def test_he_is_hardly_whoever_is_named_before_him_in_his_own_clause(text, who):
    assert last(text) == who
