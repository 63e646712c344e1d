"""The quoted passages of a draft, each whole, however marks and attributions break it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.spans import Span
from app.extraction.quote_marks import Quote, find_quotes

#: Characters that an attribution in the midst of a quoted sentence may have.
_LONGEST_ATTRIBUTION = 120

_A_SENTENCE = 5  # words in marks, no phrase
_SENTENCE_END = re.compile(r"[.!?…](?:\s|$)|[\n;:]")
PARAGRAPH = re.compile(r"[^\n]+")

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_MARKS = re.compile('["“”„‟«»]|``')

#: A single line end between words, where the next line does not open a quotation.
_WRAPPED = re.compile(r"(?<=\S)\n(?=[^\s\"“„«‘'`>•*-])")


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


def unwrapped(draft: str) -> str:
    """`draft` with the single line ends inside quotation marks as spaces, as mail wraps them.

    A line that begins with a mark is a paragraph of its own, and words that never close, or that
    hold another opening mark, stay in their lines.
    """
    draft = _LINE_END.sub("\n", draft)
    as_lines = _WRAPPED.sub(" ", draft)
    blocks = [Span(*match.span()) for match in PARAGRAPH.finditer(as_lines)]
    made, done = list[str](), 0
    for quote in find_quotes(as_lines, blocks):
        if quote.closed and not _MARKS.search(quote.inner.of(as_lines)):
            made += [draft[done : quote.inner.start], quote.inner.of(as_lines)]
            done = quote.inner.end
    return "".join([*made, draft[done:]])


def passages_in(draft: str) -> list[Passage]:
    """The quoted passages of `draft` in order, none inside another."""
    paragraphs = [Span(*match.span()) for match in PARAGRAPH.finditer(draft)]
    made: list[tuple[list[Span], bool]] = []
    last: Quote | None = None
    for quote in find_quotes(draft, paragraphs):
        goes_on = last is not None and _goes_on(draft, last, quote)
        broken = last is not None and not goes_on and _is_broken(draft, last, quote)
        if goes_on or broken:
            spans, was_broken = made[-1]
            spans.append(quote.inner)
            made[-1] = spans, was_broken or broken
        else:
            made.append(([quote.inner], False))
        last = quote
    return [Passage(tuple(spans), broken) for spans, broken in made]


def is_draft(text: str) -> bool:
    """Whether `text` is no one quotation but words about some: "Ruiz said: “We will not go.”".

    A phrase in marks within a sentence ("the “old” pier") makes no draft.
    """
    text = unwrapped(text)
    quoted = [len(passage.words(text).split()) for passage in passages_in(text)]
    sentences = [words for words in quoted if words >= _A_SENTENCE]
    outside = len(text.split()) - sum(sentences)
    return bool(sentences) and outside > 0 and (len(sentences) > 1 or sentences[0] >= outside)


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
