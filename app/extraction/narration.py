"""The narrator's own sentences: what stands outside quotations, and in which sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.spans import Span
from app.extraction.analysis import Analysis

#: Marks that open and close words in quotation marks inside one paragraph.
_MARKED = re.compile(r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|''[^'\n]{1,2000}''")
_BEFORE_OBJECT = frozenset(
    ["to", "of", "for", "on", "at", "in", "from", "with", "by", "about", "as", "against", "between", "like", "including", "than", "after", "before", "behind", "beside", "near", "under", "over", "via", "versus", "and", "or", "told", "asked", "called", "met", "urged", "joined"]
)


@dataclass(frozen=True, slots=True)
class Narration:
    """Which characters are narration, and the number of the narrator's sentence at each."""

    analysis: Analysis
    quoted: tuple[Span, ...]  # in order, not overlapping
    clock: tuple[int, ...]  # beside `analysis.sentences`: narrated sentences before each

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands inside somebody's own words."""
        index = bisect_right(self.quoted, (offset, float("inf"))) - 1
        return index >= 0 and offset < self.quoted[index].end

    def clock_at(self, offset: int) -> int:
        """How many sentences the narrator began before the one at `offset`."""
        index = bisect_right(self.analysis.sentences, (offset, float("inf"))) - 1
        return self.clock[index] if index >= 0 else 0

    def is_subject(self, span: Span) -> bool:
        """Whether the words are the subject of a clause: by syntax, else by what stands before."""
        token = self.analysis.token_at(span.end - 1)
        if token is not None:
            while token.dep_ in ("compound", "appos", "flat", "nmod") and token.head is not token:
                token = token.head
            if token.dep_ in ("nsubj", "nsubjpass", "csubj", "agent"):
                return True
            if token.dep_ == "conj" and token.head.dep_ in ("nsubj", "nsubjpass"):
                return True
            return token.dep_ == "ROOT"
        before = self.analysis.text[max(0, span.start - 40) : span.start].split()
        return not before or before[-1].strip(",;").casefold() not in _BEFORE_OBJECT


def narrate(analysis: Analysis, contents: Sequence[Span]) -> Narration:
    """Marks off what is quoted: the `contents` of direct speech and words in quotation marks."""
    marked = [
        Span(match.start(), match.end())
        for paragraph in analysis.paragraphs
        for match in _MARKED.finditer(analysis.text, paragraph.start, paragraph.end)
    ]
    quoted = _merged(sorted([*contents, *marked]))
    clock: list[int] = []
    count = 0
    for sentence in analysis.sentences:
        clock.append(count)
        count += not _inside(quoted, sentence)
    return Narration(analysis, quoted, tuple(clock))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _inside(quoted: Sequence[Span], sentence: Span) -> bool:
    index = bisect_right(quoted, (sentence.start + 1, float("inf"))) - 1
    return index >= 0 and quoted[index].end >= sentence.end - 2
