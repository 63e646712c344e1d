"""A statement's words where they stand in their source, and what stands around them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, Row, bindparam, func, select

from app.domain.spans import Span
from app.models.statement import SpanRole
from app.schemas.statement import ContextShown, Selector, SpanShown
from app.services import passages
from app.services.tables import DOCUMENT, SPAN
from app.storage.prepared import Prepared, Reader

#: Characters before and after the words in a text quote selector, as in the W3C's examples.
_AROUND = 32

#: A span of a statement and what it holds.
Placed = tuple[SpanRole, Span]


_SPANS = Prepared(
    select(SPAN.c.role, SPAN.c.start, SPAN.c.end)
    .where(SPAN.c.statement_id == bindparam("statement"))
    .order_by(SPAN.c.start)
)
# SQL counts the characters of a text from 1.
_PART = Prepared(
    select(
        func.substr(
            DOCUMENT.c.text, bindparam("first", type_=Integer), bindparam("length", type_=Integer)
        ).label("part")
    ).where(DOCUMENT.c.id == bindparam("document"))
)


def spans_of(reader: Reader, statement_id: int) -> list[Placed]:
    """Where a statement's words, its cue and its source stand, in text order."""
    rows = _SPANS.all(reader, statement=statement_id)
    return [(role, Span(start, end)) for role, start, end in rows]


def surroundings(
    reader: Reader, row: Row[Any], spans: Sequence[Placed]
) -> tuple[list[Span | None], passages.Window]:
    """The paragraph before, those that hold the content, the one after; and their text.

    Only that part of the document is read, however long the document is.
    """
    content = [span for role, span in spans if role is SpanRole.CONTENT]
    paragraphs = [Span(*pair) for pair in row.paragraphs]
    holding = [
        place
        for place, paragraph in enumerate(paragraphs)
        if any(paragraph.overlaps(span) for span in content)
    ]
    if not holding:  # a headline or a deck: the lines themselves are what can be shown
        whole = Span(row.start, row.end)
        window = _window(reader, row.document_id, whole)
        lines = {passages.line_at(window, span, whole) for span in content}
        return [None, *sorted(lines), None], window
    first, last = holding[0], holding[-1]
    before = paragraphs[first - 1] if first else None
    after = paragraphs[last + 1] if last + 1 < len(paragraphs) else None
    blocks = [before, *paragraphs[first : last + 1], after]
    edges = [span for span in blocks if span] + [span for _, span in spans]
    reach = Span(min(span.start for span in edges), max(span.end for span in edges))
    return blocks, _window(reader, row.document_id, reach)


def _window(reader: Reader, document_id: int, reach: Span) -> passages.Window:
    start = max(0, reach.start - _AROUND)
    length = reach.end + _AROUND - start
    (row,) = _PART.all(reader, document=document_id, first=start + 1, length=length)
    return passages.Window(row.part, start)


def context_of(
    window: passages.Window,
    blocks: Sequence[Span | None],
    spans: Sequence[Placed],
    number: int,
) -> ContextShown:
    """The paragraphs around a statement, its own words marked in them."""
    said = [passages.Said(span, number) for role, span in spans if role is SpanRole.CONTENT]
    before, *holding, after = blocks
    return ContextShown(
        before=window.of(before) if before else None,
        paragraphs=[passages.cut(window, block, said) for block in holding if block],
        after=window.of(after) if after else None,
    )


def spans_shown(window: passages.Window, spans: Sequence[Placed]) -> list[SpanShown]:
    """The spans with their words, for the JSON."""
    return [
        SpanShown(role=role.value, start=span.start, end=span.end, text=window.of(span))
        for role, span in spans
    ]


def selectors_of(window: passages.Window, spans: Sequence[Placed]) -> list[Selector]:
    """Two selectors for each run of the content: by quotation and by position."""
    selectors = []
    for role, span in spans:
        if role is not SpanRole.CONTENT:
            continue
        quotation = Selector(
            type="TextQuoteSelector",
            exact=window.of(span),
            prefix=window.before(span.start, _AROUND),
            suffix=window.after(span.end, _AROUND),
        )
        position = Selector(type="TextPositionSelector", start=span.start, end=span.end)
        selectors += [quotation, position]
    return selectors
