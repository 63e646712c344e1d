"""What one step finds in one sentence of the reporter, and the syntax it looks at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.frames import Frame

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Report:
    """One act of reporting, as a step found it: spans before they are mended and joined."""

    rule: str
    frame: int  # index into Analysis.frames
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    lemma: str = ""  # of the cue word
    evidence: frozenset[str] = field(default=frozenset())  # what weighs in the confidence


@dataclass(frozen=True, slots=True)
class FrameSyntax:
    """The tokens of one frame. Token numbers are those of the whole Doc."""

    analysis: Analysis
    number: int  # of the frame
    frame: Frame
    tokens: "Sequence[Token]"
    quoted: frozenset[int]  # tokens inside quotations, marks included

    @property
    def first(self) -> int:
        """Number of the frame's first token."""
        return self.tokens[0].i

    @property
    def last(self) -> int:
        """Number of the frame's last token that is not punctuation."""
        for token in reversed(self.tokens):
            if not token.is_punct and not token.is_space:
                return token.i
        return self.tokens[-1].i

    def holds(self, number: int) -> bool:
        """Whether a token belongs to this frame."""
        return self.tokens[0].i <= number <= self.tokens[-1].i

    def token(self, number: int) -> "Token":
        """The token of that number, which must belong to this frame."""
        return self.tokens[number - self.tokens[0].i]

    def span(self, first: int, last: int) -> Span:
        """Where the tokens `first` to `last`, both included, stand in the document's text."""
        start = self.analysis.token_starts
        return Span(start[first], start[last] + len(self.token(last)))

    def is_opening(self, number: int) -> bool:
        """Whether a quotation of this frame begins with this token."""
        offset = self.analysis.token_starts[number]
        return any(quote.outer.start == offset for quote in self.frame.quotes)


def frame_syntax(analysis: Analysis, number: int) -> FrameSyntax | None:
    """The syntax of one frame, or None where there is no model or no token in it."""
    frame = analysis.frames[number]
    tokens = analysis.tokens(frame.span)
    if not tokens:
        return None
    quoted = frozenset(t.i for quote in frame.quotes for t in analysis.tokens(quote.outer))
    return FrameSyntax(analysis, number, frame, tokens, quoted)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without blanks and punctuation at its ends; None where no word is left.

    Quotation marks, brackets, signs of money and percent stay.
    """
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",.;:—–―-?!…"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:—–―-"):
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start, end)


def cut_out(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of `whole` without the `holes`, in order."""
    left, start = [], whole.start
    for hole in sorted(holes):
        if hole.start > start:
            left.append(Span(start, min(hole.start, whole.end)))
        start = max(start, hole.end)
    if start < whole.end:
        left.append(Span(start, whole.end))
    return left
