"""Mends where content ends: the parse cuts it short or lets it run into the cue's own phrases."""

from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.complements import Complement
from app.extraction.report import FrameSyntax, trimmed

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token


def content_spans(view: FrameSyntax, verb: "Token", found: Complement) -> tuple[Span, ...]:
    """The content as it stands in the text, from its first word to where it really ends."""
    first = found.first
    last = min(found.last, view.last)
    if found.form != "preposition":
        last = _extended(view, verb, first, last, takes_adjuncts=found.form != "clause")
    first, last = _whole_quotes(view, verb, first, last)
    if first > last:
        return ()
    span = trimmed(view.analysis.text, view.span(first, last))
    return (span,) if span is not None else ()


def _extended(view: FrameSyntax, verb: "Token", first: int, last: int, takes_adjuncts: bool) -> int:
    """Takes in what follows as long as it hangs on the content, not on the cue."""
    while last < view.last:
        following = view.token(last + 1)
        top = following
        while view.holds(top.head.i) and top.head.i > last and top.head.i != top.i:
            top = top.head
        adjunct = takes_adjuncts and top.head.i == verb.i and top.dep_ == "prep"
        closes = following.text == ")" and _is_open(view, first, last)
        if not first <= top.head.i <= last and not adjunct and not closes:
            return last
        last = min(max(top.right_edge.i, last + 1), view.last)
    return last


def _is_open(view: FrameSyntax, first: int, last: int) -> bool:
    words = view.span(first, last).of(view.analysis.text)
    return words.count("(") > words.count(")")


def _whole_quotes(view: FrameSyntax, verb: "Token", first: int, last: int) -> tuple[int, int]:
    """Content that takes in a part of a quotation takes in all of it."""
    for quote in view.frame.quotes:
        tokens = view.analysis.tokens(quote.outer)
        if not tokens or tokens[-1].i < first or tokens[0].i > last:
            continue
        if tokens[0].i <= verb.i <= tokens[-1].i:
            continue
        last = max(last, tokens[-1].i)
        if tokens[0].i > verb.i or first < verb.i:
            first = min(first, tokens[0].i)
    return first, last
