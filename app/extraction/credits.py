"""Finds the line that says whose words a quotation set apart is: "- Jane Roe, at the hall"."""

import re

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.quote_marks import Quote
from app.extraction.report import trimmed

#: A paragraph of its own: a dash and a name, with at most a few words on where and when.
_CREDIT = re.compile(
    r"\s*[—–―-]{1,2}\s?(?P<name>(?:[A-Z@][\w.'’@-]*)(?: (?:of |the |de |van )?[A-Z][\w.'’-]*){0,5})"
    r"(?:[,(][^.!?\n\"“”]{0,90})?[.\s]*$"
)

#: The last line of a quotation set apart that only it closes: a name, an office behind a comma.
_LAST_LINE = re.compile(
    r"\s*[—–―-]{0,2}\s?(?P<name>[A-Z][\w.'’-]*(?: (?:of |the |de |van )?[A-Z][\w.'’-]*){1,5})"
    r"(?:,[^.!?\n\"“”]{0,90})?[.\s]*[\"”]$"
)

_ENDS = frozenset(".!?…\"”'’")


def credit_of(analysis: Analysis, number: int, quote: Quote) -> Span | None:
    """Whose words a bare quotation is by the line under it.

    `number` is the frame of the quotation. None where no such line stands there.
    """
    frame = analysis.frames[number]
    if not frame.is_bare(analysis.text):
        return None
    following = frame.paragraph + 1
    last = number + 1 >= len(analysis.frames) or analysis.frames[number + 1].paragraph == following
    if not last or following >= len(analysis.paragraphs):
        return None
    span = analysis.paragraphs[following]
    match = _CREDIT.match(analysis.text, span.start, span.end)
    if match is None and not quote.closed and analysis.text[quote.inner.end - 1] in _ENDS:
        match = _LAST_LINE.match(analysis.text, span.start, span.end)
    return trimmed(analysis.text, Span(*match.span("name"))) if match is not None else None
