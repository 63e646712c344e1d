"""The quoted passages of a draft, each whole, however marks and attributions break it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.spans import Span
from app.extraction.quote_marks import Quote, find_quotes

#: Characters that an attribution in the midst of a quoted sentence may have.
_LONGEST_ATTRIBUTION = 120

_SENTENCE_END = re.compile(r"[.!?…](?:\s|$)|[\n;:]")
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between quotation marks, in the parts that an attribution or paragraph leaves.

    `spans` are of the draft. Where `broken`, an attribution stands between them: “We will not,”
    he said, “go.”
    """

    spans: tuple[Span, ...]
    broken: bool = False

    def words(self, draft: str) -> str:
        """The parts as one text; a comma before an attribution belongs to the attribution."""
        parts = [span.of(draft).strip() for span in self.spans]
        if self.broken:
            parts = [part.rstrip(",") for part in parts[:-1]] + parts[-1:]
        return " ".join(parts)

    def parts(self) -> list["Passage"]:
        """Each part by itself."""
        return [Passage((span,)) for span in self.spans]


def passages_in(draft: str) -> list[Passage]:
    """The quoted passages of `draft` in order, none inside another."""
    paragraphs = [Span(*match.span()) for match in PARAGRAPH.finditer(draft)]
    made: list[Passage] = []
    last: Quote | None = None
    for quote in find_quotes(draft, paragraphs):
        if last is not None and _goes_on(draft, last, quote):
            made[-1] = Passage((*made[-1].spans, quote.inner), made[-1].broken)
        elif last is not None and _is_broken(draft, last, quote):
            made[-1] = Passage((*made[-1].spans, quote.inner), broken=True)
        else:
            made.append(Passage((quote.inner,)))
        last = quote
    return made


def spans_of(passages: Iterable[Passage]) -> list[Span]:
    """All parts of all passages."""
    return [span for passage in passages for span in passage.spans]


def _goes_on(draft: str, first: Quote, second: Quote) -> bool:
    """Whether a quotation left open at the end of a paragraph is taken up by the next."""
    between = draft[first.outer.end : second.outer.start]
    return not first.closed and not between.strip() and "\n" in between


def _is_broken(draft: str, first: Quote, second: Quote) -> bool:
    """Whether only an attribution parts two halves of a sentence."""
    between = draft[first.outer.end : second.outer.start]
    said = first.inner.of(draft).rstrip()
    return (
        first.closed
        and len(between) <= _LONGEST_ATTRIBUTION
        and (said.endswith(",") or between.startswith(","))
        and between.rstrip().endswith(",")
        and len(between.split()) > 1
        and not _SENTENCE_END.search(between)
    )
