"""Two who speak as one are not the first of them alone."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.quotations import JOINTLY
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.resolution.resolve import resolve


def who(text: str) -> list[str | None]:
    """By which name, or by which words where nobody is named, each statement is somebody's."""
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    [resolved] = resolve([(article, extract(article, EMPTY, "auto"))], EMPTY)
    speakers = [one.speaker for one in resolved.statements]
    return [one and (one.name or f"[{one.description}]") for one in speakers]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Presidents Jan Kral and Idris Bol said the war was over.",
            "Presidents Jan Kral and Idris Bol",
        ),
        ("“We will win,” said Lena Dahl and Ola Berg.", "Lena Dahl and Ola Berg"),
        (
            "Senator Ann Lee and Judge Tom Orr said it was late.",
            "Senator Ann Lee and Judge Tom Orr",
        ),
        (
            "Jan Kral, the Czech president, and Idris Bol said the war was over.",
            "Jan Kral, the Czech president, and Idris Bol",
        ),
        (
            "Maine Sen. Maria Lind and Texas Rep. Lars Dahl said it was late.",
            "Maine Sen. Maria Lind and Texas Rep. Lars Dahl",
        ),
        (
            "France and Germany said in a joint statement that the treaty stood.",
            "France and Germany",
        ),
    ],
)
def test_two_who_speak_together_are_neither_alone(text: str, printed: str) -> None:
    assert who(text) == [f"[{printed}]"]


def test_two_named_in_full_before_are_told_in_the_words_of_the_article() -> None:
    text = "Jan Kral met Idris Bol. Kral and Bol said that the war was over. They said it was long."

    assert who(text) == ["[Kral and Bol]", "[Kral and Bol]"]


def test_who_speaks_alone_afterwards_is_named() -> None:
    text = "Sens. John Hume and Mary Ford said it would pass. “We hope so,” Ford said."

    assert who(text) == ["[Sens. John Hume and Mary Ford]", "Mary Ford"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lena Dahl, mayor of Bergen and Oslo, said the road was safe.", "Lena Dahl"),
        ("Lena Dahl met Ola Berg, and Karl Moe said the road was safe.", "Karl Moe"),
        ("Lena Dahl, the wife of Karl Moe and mother of Per Moe, said it was late.", "Lena Dahl"),
        ("Lena Dahl and her aides said the road was safe.", "Lena Dahl"),
    ],
)
def test_one_who_speaks_keeps_the_name(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize("between", ["They said it was long.", "“It was long,” they added."])
def test_they_behind_two_who_spoke_are_both(between: str) -> None:
    text = f"Jan Kral and Idris Bol said the war was over. {between}"
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    [resolved] = resolve([(article, extract(article, EMPTY, "auto"))], EMPTY)

    assert [JOINTLY in one.speaker.reason for one in resolved.statements if one.speaker] == [
        True,
        True,
    ]
