"""Mends the ends of content: references, credits and linking words are the reporter's."""

import re
from collections.abc import Sequence

from app.domain.spans import Span
from app.extraction.quote_marks import Quote
from app.extraction.report import trimmed
from app.extraction.words import read_lines

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"

#: Where the reporter has it from, after the content: "(see the Herald, June 30)".
_REFERENCE = re.compile(
    rf"\s*\((?:see\s[^()]*|[^()]*,\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})[^()]*)\)?[\s.]*$"
)

#: Who wrote it, after the closing mark or full stop: "...in Spain.”--Ana Ruiz".
_CREDIT = re.compile(
    r"(?<=[”\"’'.!?])\s*(?:--+|—|–)\s*[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){1,3}\s*$"
)


def _linking_words() -> re.Pattern[str]:
    words = sorted(read_lines("linking_words.txt"), key=len, reverse=True)
    return re.compile(rf"(?:and |but )?(?:{'|'.join(map(re.escape, words))}),\s+", re.IGNORECASE)


#: What links a sentence to the one before and is set off by a comma: "Meanwhile, ...".
_LINK = _linking_words()


def is_reference(words: str) -> bool:
    """Whether words are nothing but where the reporter has it from: "(see the Herald, June 30"."""
    return _REFERENCE.fullmatch(words) is not None


def mend_edges(text: str, content: Sequence[Span], quotes: Sequence[Quote]) -> list[Span]:
    """The content without what the reporter put round it; empty where nothing else is left.

    Words inside quotation marks are the speaker's and stay.
    """
    mended = [_without_tail(text, span) for span in content]
    if mended and mended[0] is not None:
        mended[0] = _without_link(text, mended[0], quotes)
    return [span for span in mended if span is not None]


def _without_tail(text: str, span: Span) -> Span | None:
    for pattern in (_REFERENCE, _CREDIT):
        tail = pattern.search(span.of(text))
        if tail is not None:
            left = trimmed(text, Span(span.start, span.start + tail.start()))
            if left is None:
                return None
            span = left
    return span


def _without_link(text: str, span: Span, quotes: Sequence[Quote]) -> Span | None:
    link = _LINK.match(text, span.start, span.end)
    if link is None or any(q.outer.start <= span.start < q.outer.end for q in quotes):
        return span
    return Span(link.end(), span.end)
