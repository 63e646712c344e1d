"""Where a name begins behind dates, fields and trades, and ends before honours."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.pipeline import extract


def who(text: str) -> list[str | None]:
    """The names of who speaks, in order."""
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    return [one.attribution.name for one in extract(article, EMPTY, "auto").quotations]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister of Trade Chen Bo said the tax would fall.", "Chen Bo"),
        ("Minister for Health Tuva Aas said the flu was over.", "Tuva Aas"),
        ("Secretary of Defence Ann Lee said the fleet was ready.", "Ann Lee"),
        ("Minister of Foreign Affairs Li Wei said talks would go on.", "Li Wei"),
        ("Governor of Bavaria Karl Huber said the snow was deep.", "Karl Huber"),
        ("Mayor of London Sadik Karimi said the tube was late.", "Sadik Karimi"),
        ("Head of Goldman Sachs Lloyd Berger said the market was calm.", "Lloyd Berger"),
        ("President of Chile Rosa Vidal said the mine was safe.", "Rosa Vidal"),
    ],
)
def test_a_name_begins_behind_the_field_of_the_post(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pavel Dvorak is a judge. At the end of June Dvorak said it was full.", "Pavel Dvorak"),
        ("Pavel Dvorak is a judge. In March Dvorak said it was full.", "Pavel Dvorak"),
        ("At the end of June Pavel Dvorak said it was full.", "Pavel Dvorak"),
        ("By April Eva Lind said the shop was closed.", "Eva Lind"),
        ("June Nowak said the court was full.", "June Nowak"),
        ("April Lind said the shop was closed.", "April Lind"),
        ("The son of June Nowak sang. “It is late,” June Nowak said.", "June Nowak"),
    ],
)
def test_a_month_that_tells_when_is_no_given_name(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday, banker Per Ness said the rates would fall.", "Per Ness"),
        ("Last week, painter Jon Moe said art was dead.", "Jon Moe"),
        ("Baker Mark Rose said bread was cheap.", "Mark Rose"),
        ("Nurse Grace May said the ward was full.", "Grace May"),
        ("Mark Baker said bread was cheap.", "Mark Baker"),
        ("Nurse Grace Hill said in May the ward was full.", "Grace Hill"),
    ],
)
def test_a_trade_is_no_part_of_the_name_behind_it(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    "printed",
    ["Bo Roy QC", "Bo Roy MP", "Bo Roy, MP,", "Bo Roy MEP", "Dr Bo Roy PhD", "Bo Roy OBE"],
)
def test_honours_behind_a_name_are_no_part_of_it(printed: str) -> None:
    assert who(f"{printed} said it was late. “It is late,” Roy said.") == ["Bo Roy", "Bo Roy"]


def test_a_sentence_of_nothing_but_words_of_grammar_ends_well() -> None:
    assert who("“It is late,” said Bo Roy. But.") == ["Bo Roy"]
