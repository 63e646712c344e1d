"""Quoted words that the reporter says were not, or perhaps not, said: 'he never said "I quit"'."""

import re

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.quote_marks import Quote
from app.extraction.statements import Draft

_SAID = r"(?:say|says|said|saying|tell|tells|told|write|wrote|written|utter(?:ed)?|declared?)"
_TO = r"(?:\s+(?:to\s+)?(?:him|her|them|us|me|anyone|anybody|reporters))?(?:\s+that)?\s*[,:]?\s*$"
#: "Roe never said", "had not said", "did not say", "denied saying": nobody said what follows.
_DENIED = re.compile(
    rf"(?:\b(?:never|not|neither|nor)|n['’]t)(?:\s+(?:once|ever|actually|really|have|been|had))*"
    rf"\s+{_SAID}{_TO}|\b(?:den(?:y|ies|ied|ying)(?:\s+(?:ever|having))*)\s+{_SAID}{_TO}",
    re.IGNORECASE,
)
#: "Asked if the president had said", "whether she ever said": perhaps nobody did.
_ASKED = re.compile(
    rf"\b(?:ask(?:ed|s|ing)?|question(?:ed)?|wonder(?:ed|s)?|unclear|unsure)\b[^.?!\"“”,]*?"
    rf"\b(?:if|whether)\s[^.?!\"“”,]{{1,60}}?\b{_SAID}{_TO}",
    re.IGNORECASE,
)


def without_unsaid(analysis: Analysis, draft: Draft, quotes: list[Quote]) -> list[Span]:
    """The draft's content without the quotations that are told as not said.

    They go where the cue is another verb than the denied one: in 'Roe never said "I quit," his
    aide said' the quoted words are neither Roe's nor the aide's.
    """
    return [
        span
        for span in draft.content
        if not any(q.outer.contains(span) and _is_unsaid(analysis, q) for q in quotes)
    ]


def _is_unsaid(analysis: Analysis, quote: Quote) -> bool:
    number = analysis.sentence_at(quote.outer.start)
    if number is None:
        return False
    start = min(analysis.sentences[number].start, quote.outer.start)
    ahead = " ".join(analysis.text[start : quote.outer.start].split())
    return bool(_DENIED.search(ahead) or _ASKED.search(ahead))
