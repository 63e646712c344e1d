"""An article's text in parts, paragraphs and runs, its statements marked in it. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row

from app.domain.spans import Span
from app.schemas.article import Block, NumberedCard
from app.schemas.statement import TextRun
from app.services import passages
from app.services.cards import headline_of
from app.services.passages import Said, Window

#: Paragraphs on one page of an article; a longer one goes on to a next page.
PARAGRAPHS = 250

Cards = Mapping[int, NumberedCard]


class Part(NamedTuple):
    """A run of an article's paragraphs that one page shows, and all the text between them."""

    number: int
    of: int
    span: Span
    paragraphs: list[Span]


def part_of(row: Row[Any], number: int) -> Part:
    """The part with this number of an article with `start`, `end` and `paragraphs`."""
    paragraphs = [Span(*pair) for pair in row.paragraphs]
    count = max(1, -(-len(paragraphs) // PARAGRAPHS))
    number = min(max(1, number), count)
    first = (number - 1) * PARAGRAPHS
    here = paragraphs[first : first + PARAGRAPHS]
    start = here[0].start if number > 1 else row.start
    end = paragraphs[first + PARAGRAPHS].start if number < count else row.end
    return Part(number, count, Span(start, end), here)


def part_number(paragraphs: Sequence[Sequence[int]], offset: int) -> int:
    """The number of the part of an article in which the character at `offset` stands."""
    before = bisect_right([start for start, _ in paragraphs], offset) - 1
    return max(0, before) // PARAGRAPHS + 1


def headline_block(row: Row[Any], said: Sequence[Said], cards: Cards) -> Block:
    """The headline, where it stands in the text; a quotation may stand in it."""
    if row.headline_start is None or row.headline_end is None:
        return Block(runs=[TextRun(text=headline_of(row))], ending=[])
    headline = Span(row.headline_start, row.headline_end)
    body = {one.number for one in said if not headline.contains(one.span)}
    here = [one for one in said if one.span.overlaps(headline)]
    ending = sorted({one.number for one in here} - body)
    return Block(
        runs=passages.cut(Window(row.text, 0), headline, here),
        ending=[cards[number] for number in ending],
        start=headline.start,
    )


def body_blocks(
    row: Row[Any], part: Part, said: Sequence[Said], cards: Cards, whole: bool
) -> list[Block]:
    """The paragraphs in runs; a statement's card stands beside the one its last words are in."""
    headline = Span(row.headline_start or 0, row.headline_end or 0)
    body = [one for one in said if not headline.contains(one.span)]
    spans = passages.blocks_of(row.text, part.span, part.paragraphs, body)
    said_in = passages.said_in(spans, body)
    last = {one.number: place for place, here in enumerate(said_in) for one in here}
    ending: dict[int, list[NumberedCard]] = defaultdict(list)
    for number, place in sorted(last.items()):
        ending[place].append(cards[number])
    blocks = []
    for place, (block, here) in enumerate(zip(spans, said_in, strict=True)):
        shown = block if whole else passages.sentences_around(row.text, block, here)
        if shown is not None:
            runs = passages.cut(Window(row.text, 0), shown, here)
            cut = shown.start > block.start
            start = shown.start
            blocks.append(Block(runs=runs, ending=ending[place], cut_before=cut, start=start))
    return blocks
