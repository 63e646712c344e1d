"""Where words stand in a document's text."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """[start, end) in characters (`str` indexes) of a document's text, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The span as many characters further on; back where `by` is negative."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


#: How the spans of one statement are joined when they are shown or indexed as one text.
GAP = " […] "


def joined(spans: Iterable[Span], text: str) -> str:
    """The words of several spans as one string, each gap shown as an ellipsis in brackets."""
    return GAP.join(span.of(text) for span in spans)
