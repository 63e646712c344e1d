"""Two people of nearly one name in one article: father and son, kings of two states."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.quotations import SourceKind
from app.domain.spans import Span
from app.extraction.pipeline import extract


def who(text: str) -> list[str | None]:
    """Who says what, in order; None for words left open."""
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    return [
        None if one.attribution.kind is SourceKind.UNNAMED else one.attribution.name
        for one in extract(article, EMPTY, "auto").quotations
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Former President George Roe said that his son was ready. "
            "Texas Gov. George W. Roe said he was proud of his father.",
            ["George Roe", "George W. Roe"],
        ),
        (
            "Gov. Robert P. Roe said he would run. "
            "Former Senator Robert Roe said his son was wrong.",
            ["Robert P. Roe", "Robert Roe"],
        ),
    ],
)
def test_a_former_president_and_a_governor_of_whose_father_is_told_are_two(
    text: str, names: list[str]
) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Former President George Roe said that it was late. Gov. George W. Roe said he was ill.",
        "Sen. Robert Roe said his father was ill. Senator Robert P. Roe said he was sad.",
        "Governor Robert Roe said his son was ill. Gov. Robert P. Roe said he was sad.",
    ],
)
def test_one_who_is_printed_with_and_without_an_initial_is_one(text: str) -> None:
    assert len(set(who(text))) == 1


FATHER = (
    "Former President George Roe said that his son was ready. "
    "Texas Gov. George W. Roe said he was proud of his father. "
)


@pytest.mark.parametrize(
    "words", ["“He will do fine,” Roe said of the governor.", "Roe said of the governor, “Fine.”"]
)
def test_who_speaks_of_the_governor_is_the_other(words: str) -> None:
    assert who(FATHER + words)[-1] == "George Roe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Karl Lind was suspended. Anna Lind said he should go. “She is wrong,” Lind said.",
            "Karl Lind",
        ),
        ("Rosa Lind sang. Erik Lind wept. “Erik Lind is a fool,” Lind said.", "Rosa Lind"),
        (
            "Erik Lind was suspended. Rosa Lind said he should go. “I am right,” Lind said.",
            "Rosa Lind",
        ),
    ],
)
def test_a_surname_means_nobody_of_whom_the_words_tell(text: str, name: str) -> None:
    assert who(text)[-1] == name


KINGS = "King Harald of Norway received King Harald of Denmark in Oslo on Thursday. "


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“We must help,” the Norwegian king said.", "Harald of Norway"),
        ("The Danish monarch said peace could not wait.", "Harald of Denmark"),
        ("King Harald of Denmark said peace could not wait.", "Harald of Denmark"),
        ("“We must help,” King Harald said.", None),
    ],
)
def test_kings_of_one_name_are_told_apart_by_their_states(words: str, name: str | None) -> None:
    assert who(KINGS + words) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "King Harald of Norway came to Oslo. “We must help,” King Harald said.",
        "King Harald of Norway came from Denmark. King Harald of Norway said it was late.",
        "King Harald came to Oslo. King Harald said it was late.",
    ],
)
def test_the_only_king_of_a_name_is_meant_by_it(text: str) -> None:
    assert who(text) == ["King Harald"]
