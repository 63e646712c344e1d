"""An article's text with its paragraphs, sentences and, where there is a model, its syntax."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.spans import Span
from app.extraction.frames import Frame
from app.extraction.quote_marks import Quote

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the steps of extraction read. Every Span counts characters of the document's text.

    `doc` covers `text[start:...]` from the headline or first paragraph to the last one; it is
    None at the rules level. A sentence never crosses the end of a paragraph.
    """

    text: str  # of the whole document
    start: int  # offset in `text` of the first character of `doc`
    paragraphs: tuple[Span, ...]  # headline and deck first, where there are any
    sentences: tuple[Span, ...]
    doc: "Doc | None"
    level: str
    model: str
    token_starts: Sequence[int] = ()  # document offset of each token of `doc`
    quotes: tuple[Quote, ...] = ()
    frames: tuple[Frame, ...] = ()  # sentences of the reporter, quotations whole
    warnings: tuple[str, ...] = ()
    body: int = 0  # index of the first paragraph that is neither headline nor deck

    def span(self, tokens: "Token | TokenSpan") -> Span:
        """Where a token, or a run of tokens (both spaCy's), stands in the document's text."""
        run: Any = tokens  # spaCy types a token as having no items
        first, last = (run, run) if hasattr(run, "idx") else (run[0], run[-1])
        return Span(self.start + first.idx, self.start + last.idx + len(last))

    def token_index(self, offset: int) -> int:
        """Number of the token that covers `offset`, or the last one before it; -1 for none."""
        return bisect_right(self.token_starts, offset) - 1

    def token_at(self, offset: int) -> "Token | None":
        """The token that covers `offset`, or None (between tokens, or no model)."""
        index = self.token_index(offset)
        if self.doc is None or index < 0:
            return None
        token = self.doc[index]
        return token if offset < self.token_starts[index] + len(token) else None

    def tokens(self, span: Span) -> "Sequence[Token]":
        """The tokens that share a character with `span`; empty without a model."""
        if self.doc is None or not self.token_starts:
            return ()
        first = max(self.token_index(span.start), 0)
        if self.token_starts[first] + len(self.doc[first]) <= span.start:
            first += 1
        last = self.token_index(span.end - 1)
        return tuple(self.doc[first : last + 1])

    def paragraph_at(self, offset: int) -> int | None:
        """Number of the paragraph that holds `offset`, or None."""
        return _holding(self.paragraphs, offset)

    def sentence_at(self, offset: int) -> int | None:
        """Number of the sentence that holds `offset`, or None."""
        return _holding(self.sentences, offset)


def _holding(spans: Sequence[Span], offset: int) -> int | None:
    index = bisect_right(spans, (offset, float("inf"))) - 1
    return index if index >= 0 and offset < spans[index].end else None
