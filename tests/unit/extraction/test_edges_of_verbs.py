"""When and where its verb was said is no part of a paraphrase."""

from __future__ import annotations

import pytest

from app.domain.spans import Span
from app.extraction.edges import mend_edges
from app.extraction.quote_marks import find_quotes


def _mended(sentence: str, content: str) -> str:
    start = sentence.index(content)
    quotes = find_quotes(sentence, [Span(0, len(sentence))])
    said = sentence.index("said")
    cue = [Span(said, said + len("said"))]
    (span,) = mend_edges(sentence, [Span(start, start + len(content))], quotes, cue)
    return span.of(sentence)


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("Wednesday the pier stays", "the pier stays"),
        ("late on Wednesday night that it was lost", "that it was lost"),
        ("earlier this week they would pay", "they would pay"),
        ("Wednesday was lost", "Wednesday was lost"),
        ("Sunday school matters", "Sunday school matters"),
        ("Tuesday’s vote is lost", "Tuesday’s vote is lost"),
        ("the pier stays, speaking to reporters in Porto", "the pier stays"),
        ("the pier stays, speaking of boats", "the pier stays, speaking of boats"),
        ("Poe was speaking in the shadow of it", "Poe was speaking in the shadow of it"),
    ],
)
def test_the_day_and_the_hearers_of_the_verb_are_left_out(content: str, left: str) -> None:
    assert _mended(f"Ana Ruiz said {content}.", content) == left


def test_a_day_before_the_verb_is_of_what_was_said() -> None:
    content = "Wednesday the pier will close"

    assert _mended(f"He left. {content}, Ana Ruiz said.", content) == content


def test_quoted_words_keep_their_day() -> None:
    content = "Wednesday the pier stays"

    assert _mended(f"“{content},” Ana Ruiz said.", content) == content
