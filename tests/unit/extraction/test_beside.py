"""Quotations that no verb took go to the words right beside them."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The surge does not surprise pollster Jane Roe: “It is an old town.”",
            "pollster Jane Roe",
        ),
        ("It is too late for the bridge - Harbour Review: “All of it is rust.”", "Harbour Review"),
    ],
)
def test_a_name_right_before_a_colon_or_dash_speaks(text: str, source: str) -> None:
    assert only(text).source == source


def test_who_is_told_before_a_colon_does_not_speak() -> None:
    assert only("The mayor told Jane Roe: “It is an old town.”").source == "The mayor"


def test_a_verb_right_before_the_colon_comes_first() -> None:
    said = outer('"A young man has problems," the senator said as the heckler yelled: "Go away!"')
    assert [(each.source, each.content) for each in said] == [
        ("the senator", ("A young man has problems,",)),
        ("the heckler", ("Go away!",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe issued a statement, “We mourn those who died.”",
        "Jane Roe sent an email saying, “done.”",
    ],
)
def test_what_is_given_out_is_its_senders(text: str) -> None:
    assert only(text).source == "Jane Roe"


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, host of the network’s “Morning Bell,” posted the clip on Thursday.",
        "Jane Roe, who starred in “Parks of Town” and “Guards of the Sea,” posted the clip.",
        "The press will publish “Bridges Revealed,” a book written by the editor Jane Roe.",
        "His father worked hard, as his sister wrote in her book, “A Town Son.”",
    ],
)
def test_books_and_shows_in_marks_are_not_said(text: str) -> None:
    assert not any(said.kind == "direct" for said in found(text))


def test_a_headline_says_on_what_its_name_spoke() -> None:
    said = found("Roe on the New Port: ‘We Can Wait’\nThe port of the town opens.", headline=True)
    assert said[0].source == "Roe"
