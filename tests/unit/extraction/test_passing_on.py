"""An agency or paper passes on what somebody else denied, rejected or said."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownOutlet
from app.domain.spans import Span
from app.extraction.pipeline import extract

KNOWN = Gazetteer(outlets=(KnownOutlet("Northwire"),))


def who(text: str) -> list[str | None]:
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    return [one.attribution.name for one in extract(article, KNOWN, "auto").quotations]


@pytest.mark.parametrize(
    "text",
    [
        "Igor Petrov denied the claims, according to Northwire.",
        "According to Northwire, Igor Petrov denied the claims.",
        "Igor Petrov has rejected the offer, Northwire said.",
        "Igor Petrov rejected the offer, Northwire reported.",
        "Igor Petrov denied the claims, according to the state news agency.",
        "“It is false,” Northwire quoted Igor Petrov as saying.",
        "Northwire quoted Igor Petrov as saying that the bank would fail.",
    ],
)
def test_who_denied_it_speaks(text: str) -> None:
    assert who(text) == ["Igor Petrov"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister will resign, according to Northwire.",
        "Igor Petrov lost his seat, according to Northwire.",
        "The town agreed to pay for it, Northwire said.",
    ],
)
def test_what_happened_is_told_by_the_agency(text: str) -> None:
    assert who(text) == ["Northwire"]


def test_who_vouches_for_a_denial_speaks_where_it_is_no_paper() -> None:
    assert who("Igor Petrov denied the claims, according to Jane Roe.") == ["Jane Roe"]


def test_what_is_cited_as_something_is_nobody_quoted() -> None:
    assert who("At the debate, Jane Roe cited the port as a reason to stay.") in ([], ["Jane Roe"])
