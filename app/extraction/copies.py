"""Finds statements of headline and deck that only repeat one of the body, or are fragments."""

import re

from app.domain.spans import joined
from app.extraction.analysis import Analysis
from app.extraction.statements import Draft

_WORD = re.compile(r"\w{4,}")

_OF_NOUNS = frozenset(["verb: noun phrase", "verb: preposition"])
_FEW = 3  # words of a headline that say nothing by themselves

#: Share of the headline's longer words that the body's statement must hold too.
_SHARED = 0.6


def mark_copies(analysis: Analysis, drafts: list[list[Draft]]) -> None:
    """Sets `repeats` on statements above the body whose words stand in a statement of the body."""
    above = [d for n, group in enumerate(drafts) if _is_above(analysis, n) for d in group]
    if not above:
        return
    body = [d for n, group in enumerate(drafts) if not _is_above(analysis, n) for d in group]
    words = [(draft, _words(analysis.text, draft)) for draft in body]
    for draft in above:
        own = _words(analysis.text, draft)
        best = max(words, key=lambda pair: len(own & pair[1]), default=None)
        if own and best is not None and len(own & best[1]) >= _SHARED * len(own):
            draft.repeats = best[0]


def is_fragment(analysis: Analysis, draft: Draft) -> bool:
    """Whether a headline's statement is but a noun or two: "Mayor rejects [toll plan]"."""
    if not _is_above(analysis, draft.frame) or draft.quoted or draft.rule not in _OF_NOUNS:
        return False
    return len(joined(sorted(draft.content), analysis.text).split()) <= _FEW


def _is_above(analysis: Analysis, frame: int) -> bool:
    return analysis.frames[frame].paragraph < analysis.body


def _words(text: str, draft: Draft) -> frozenset[str]:
    said = joined(sorted(draft.content), text).lower()
    return frozenset(word[:6] for word in _WORD.findall(said))
