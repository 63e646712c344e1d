"""Cuts a text into runs by the statements that stand in it, losing no character. Pure."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.domain.spans import Span
from app.schemas.statement import TextRun

_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*\s+(?=[\"“‘'(A-Z0-9])")


class Said(NamedTuple):
    """A run of a statement's words, and the statement's number in its article."""

    span: Span
    number: int


class Window(NamedTuple):
    """A part of a document's text: `text` begins at `offset`."""

    text: str
    offset: int

    def of(self, span: Span) -> str:
        """The words of the span, cut to what the window holds."""
        first = max(0, span.start - self.offset)
        return self.text[first : max(0, span.end - self.offset)]

    def before(self, offset: int, length: int) -> str:
        """Up to `length` characters that stand before `offset`."""
        return self.of(Span(max(self.offset, offset - length), offset))

    def after(self, offset: int, length: int) -> str:
        """Up to `length` characters that stand from `offset` on."""
        return self.of(Span(offset, offset + length))


def cut(window: Window, block: Span, said: Sequence[Said]) -> list[TextRun]:
    """The words of `block` in runs; each run says which statements it belongs to.

    Where statements nest or overlap, a run belongs to all of them. The runs join up to the
    block's exact text.
    """
    here = [one for one in said if one.span.overlaps(block)]
    edges = {block.start, block.end}
    for one in here:
        edges.update(edge for edge in one.span if block.start < edge < block.end)
    bounds = sorted(edges)
    return [_run(window, Span(*pair), here) for pair in pairwise(bounds)]


def _run(window: Window, span: Span, here: Sequence[Said]) -> TextRun:
    inside = [one for one in here if one.span.contains(span)]
    return TextRun(
        text=window.of(span),
        said=sorted({one.number for one in inside}),
        ends=sorted({one.number for one in inside if one.span.end == span.end}),
    )


def blocks_of(
    text: str, whole: Span, paragraphs: Sequence[Span], said: Sequence[Said]
) -> list[Span]:
    """The paragraphs to show, and the lines outside them in which a statement stands, in order.

    A statement in a headline or deck stands in no paragraph; its line is shown all the same.
    `text` is the document's; `paragraphs` are in order and do not overlap.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    blocks = set(paragraphs)
    for one in said:
        place = bisect_left(starts, one.span.end) - 1  # the last that begins before its end
        if place < 0 or not paragraphs[place].overlaps(one.span):
            blocks.add(line_at(Window(text, 0), one.span, whole))
    return sorted(blocks)


def said_in(blocks: Sequence[Span], said: Sequence[Said]) -> list[list[Said]]:
    """For each block, in order, what is said in it; one walk through both."""
    waiting = deque(sorted(said))
    active: list[Said] = []
    found = []
    for block in blocks:
        while waiting and waiting[0].span.start < block.end:
            active.append(waiting.popleft())
        active = [one for one in active if one.span.end > block.start]
        found.append(list(active))
    return found


def line_at(window: Window, span: Span, whole: Span) -> Span:
    """The line or lines of the text that `span` touches, within `whole`."""
    first = max(whole.start - window.offset, 0)
    last = min(whole.end - window.offset, len(window.text))
    start = window.text.rfind("\n", first, max(first, span.start - window.offset)) + 1
    end = window.text.find("\n", min(last, span.end - window.offset), last)
    return Span(window.offset + max(first, start), window.offset + (last if end < 0 else end))


def sentences_around(text: str, block: Span, said: Sequence[Said]) -> Span | None:
    """The part of `block` from the first to the last sentence that holds statements, if any.

    For archives that may show extracts only.
    """
    spans = [one.span for one in said if one.span.overlaps(block)]
    if not spans:
        return None
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, block.start, block.end)]
    start = max([block.start, *(end for end in ends if end <= first)])
    return Span(start, min([block.end, *(end for end in ends if end >= last)]))
