"""Pairing quotation marks."""

import pytest

from app.domain.spans import Span
from app.extraction.quote_marks import find_quotes
from tests.costs import cpu_seconds


def _quoted(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"One" and “two”', ["One", "two"]),
        ('"One” and “two"', ["One", "two"]),
        ("``One'' and ''two''", ["One", "two"]),
        ("«One» and „two“ three", ["One", "two"]),
        ("It will get worse.“ ", []),
        ("”One” said he", ["One"]),
        ("The workers' plan isn't 'a sure thing', she said", ["a sure thing"]),
        ("The '90s were the boss's", []),
    ],
)
def test_marks_of_any_style_pair_with_the_next_that_closes(text, inner):
    assert _quoted(text) == inner


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph_and_says_so():
    text = "“One.\n“Two.”"
    first, second = find_quotes(text, [Span(0, 5), Span(6, len(text))])
    assert (first.inner.of(text), first.closed) == ("One.", False)
    assert (second.inner.of(text), second.closed) == ("Two.", True)


def test_single_marks_inside_double_ones_make_no_quotation():
    assert _quoted("“He said ‘no more of it’ to me,” she said") == [
        "He said ‘no more of it’ to me,"
    ]


def test_twenty_thousand_opening_marks_take_no_time():
    text = "“ " * 20_000
    found = []
    took = cpu_seconds(lambda: found.extend(find_quotes(text, [Span(0, len(text))])))
    assert len(found) == 1
    assert took < 2


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('State Del. Marcia "Cia" Price shouted.', []),
        ('Maria "Mimi" Roe said "no more" to the town.', ["no more"]),
        ('The Roe "Bridge" committee met.', ["Bridge"]),
    ],
)
def test_a_nickname_inside_a_name_is_no_quotation(text, inner):
    assert _quoted(text) == inner
