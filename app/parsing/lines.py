"""The lines of a text, and the paragraphs they make."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.domain.spans import Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]+")
_BLANKS = " \t\u00a0\u200b\ufeff\u3000"
#: What a finished sentence ends with, closing marks and brackets after it allowed.
SENTENCE_END = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")
_WIDTH = range(45, 101)  # characters; the lines of text that was wrapped to a fixed width


class Line(NamedTuple):
    """One line that is not blank, without blanks at its edges."""

    span: Span
    text: str
    after_blank: bool  # a blank line, or nothing, stands before it


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank; wrapped lines are joined to paragraphs."""
    found: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip(_BLANKS)
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip(_BLANKS))
        between = text[end:start].strip(_BLANKS)
        after_blank = not found or _line_breaks(between) > 1
        found.append(Line(Span(start, start + len(words)), words, after_blank))
        end = start + len(words)
    return _joined(found, text) if _is_wrapped(found) else found


def _line_breaks(between: str) -> int:
    return between.replace("\r\n", "\n").count("\n") + between.replace("\r\n", "").count("\r")


def _is_wrapped(lines: Sequence[Line]) -> bool:
    # Text that was wrapped breaks in the middle of sentences, nearly always at one width.
    inner = [a for a, b in pairwise(lines) if not b.after_blank]
    broken = [a for a in inner if len(a.text) in _WIDTH and not SENTENCE_END.search(a.text)]
    return len(inner) >= 3 and len(broken) * 2 > len(inner)


def _joined(lines: Sequence[Line], text: str) -> list[Line]:
    joined: list[Line] = []
    for line in lines:
        if joined and not line.after_blank:
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = Line(span, span.of(text), joined[-1].after_blank)
        else:
            joined.append(line)
    return joined
