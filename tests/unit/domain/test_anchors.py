"""Words are found again exactly, or not at all."""

from app.domain.anchors import find_quotes, quote_of
from app.domain.spans import Span

TEXT = (
    "The mayor spoke on Monday. We will not sell the quay, he said. "
    "The minister spoke on Tuesday. We will not sell the quay, she said."
)
WORDS = "We will not sell the quay"
FIRST, SECOND = TEXT.index(WORDS), TEXT.rindex(WORDS)


def found(start: int, now: str) -> list[str] | None:
    quote = quote_of(Span(start, start + len(WORDS)), TEXT)
    spans = find_quotes([quote], now, Span(0, len(now)))
    return None if spans is None else [now[max(0, s.start - 9) : s.end] for s in spans]


def test_words_that_stand_once_are_found_wherever_they_moved():
    assert found(FIRST, f"Later. {WORDS}!") == [f"Later. {WORDS}"]


def test_what_stands_around_tells_which_of_two_is_meant():
    assert found(FIRST, f"New head. {TEXT}") == [f" Monday. {WORDS}"]
    assert found(SECOND, f"New head. {TEXT}") == [f"Tuesday. {WORDS}"]


def test_where_both_places_look_alike_neither_is_taken():
    now = f"A, {WORDS}. B, {WORDS}. C."

    assert found(FIRST, now) is None


def test_a_look_alike_is_no_match():
    assert found(FIRST, TEXT.replace("the quay", "a quay")) is None
    assert found(FIRST, TEXT.replace("We", "we")) is None


def test_words_outside_the_article_are_not_found():
    quote = quote_of(Span(FIRST, FIRST + len(WORDS)), TEXT)

    assert find_quotes([quote], TEXT, Span(FIRST + 1, SECOND)) is None


def test_parts_must_stand_in_their_order():
    parts = [quote_of(Span(0, 9), TEXT), quote_of(Span(19, 25), TEXT)]
    assert find_quotes(parts, TEXT, Span(0, len(TEXT))) == (Span(0, 9), Span(19, 25))

    now = "on Monday spoke The mayor"
    assert find_quotes(parts, now, Span(0, len(now))) is None
