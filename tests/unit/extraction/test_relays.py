"""What an agency passes on is said by whom it names; what a headline leaves may be nothing."""

from dataclasses import replace

import pytest

from app.domain.spans import Span
from app.extraction.pipeline import extract
from tests.unit.extraction.saying import only
from tests.unit.extraction.telling import article


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Harbour minister Peter Holm rejected the plan on Monday, Interfax reported.",
            "Harbour minister Peter Holm",
            "the plan on Monday",
        ),
        (
            "Harbour minister Peter Holm described the plan as “a dead end”, the agency reported.",
            "Harbour minister Peter Holm",
            "the plan as “a dead end”",
        ),
        (
            "Harbour minister Peter Holm called the plan “balanced and fair” in a speech, "
            "the paper reported.",
            "Harbour minister Peter Holm",
            "the plan “balanced and fair”",
        ),
    ],
)
def test_who_only_reports_is_not_the_speaker(text: str, source: str, content: str) -> None:
    said = only(text)
    assert said.source == source
    assert said.content[0].startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank within an hour, the coast guard reported.",
        "Rates rose for the third time this year, the bank reported.",
    ],
)
def test_what_nobody_else_said_is_of_who_reports_it(text: str) -> None:
    assert only(text).source.startswith("the ")


def _contents(headline: str) -> list[str]:
    body = "Ana Ruiz, the mayor of Lyon, said on Monday the toll would not come."
    text = f"{headline}\n{body}"
    whole = article(text)
    head = Span(0, len(headline))
    parsed = replace(whole, headline=headline, headline_span=head, paragraphs=whole.paragraphs[1:])
    quotations = extract(parsed).quotations
    return [span.of(text) for q in quotations for span in q.content if span.end <= head.end]


@pytest.mark.parametrize("headline", ["Mayor rejects toll plan", "Lyon mayor Ruiz rejects toll"])
def test_a_noun_of_a_headline_is_no_statement(headline: str) -> None:
    assert _contents(headline) == []


@pytest.mark.parametrize("headline", ["Mayor says toll will not come", "Ruiz: ‘No toll in Lyon’"])
def test_what_a_headline_tells_whole_stays_a_statement(headline: str) -> None:
    assert _contents(headline) != []
