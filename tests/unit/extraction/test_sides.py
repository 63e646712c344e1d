"""Where somebody is told to take a side, and where that is nobody's statement."""

import pytest

from tests.unit.extraction.saying import found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Senator Jane Roe backs the harbor bill.", "Senator Jane Roe", "the harbor bill"),
        ("Norway opposed the fishing ban on Friday.", "Norway", "the fishing ban on Friday"),
        ("Roe supports the harbor bill.", "Roe", "the harbor bill"),
        ("Norway has long supported the ban.", "Norway", "the ban"),
        ("Roe has endorsed a new ferry.", "Roe", "a new ferry"),
        ("Roe praised the ferry and opposes the bridge.", "Roe", "the bridge"),
        ("Roe came out against the bridge.", "Roe", "the bridge"),
        ("The Labor Party welcomed the plan for a port.", "The Labor Party", "the plan for a port"),
    ],
)
def test_taking_a_side_on_a_matter_is_a_statement(text: str, source: str, content: str) -> None:
    said = found(text)[-1]

    assert (said.source, said.content) == (source, (content,))


@pytest.mark.parametrize(
    "text",
    [
        "Roe, who backs the bill, left early.",
        "If Roe backs the bill, the council will split.",
        "Roe might back the bill.",
        "Roe will oppose the bill.",
        "Roe does not back the bill.",
        "Roe no longer opposes the bill.",
        "Roe initially opposed the bill.",
        "Will Roe back the bill?",
        "It is not clear whether Roe backs the bill.",
        "Most voters oppose the bill.",
        "Some senators backed the bill.",
        "The numbers back the bill.",
        "Roe backed off the bill.",
        "Roe backed Poe.",
        "Roe endorsed him.",
        "Roe supported the bill.",
        "Roe rarely supports the bill.",
        "Roe backs the rebels.",
        "The beams support the roof.",
        "Roe is against the bill.",
        "The Senate rejected the bill by 52 votes to 48.",
        "The House backed the bill in a 220-210 vote.",
    ],
)
def test_views_suppositions_and_votes_are_no_statements(text: str) -> None:
    assert found(text) == []
