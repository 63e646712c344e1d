"""Whom a draft says its quoted words are from, as the program would read it in an article."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.services.draft_passages import PARAGRAPH

#: Attributions below this share right name nobody: a wrong "by someone else" is worse than none.
_LEAST_SURE = 0.5


def speakers_named(draft: str, passages: Sequence[Span], known: Gazetteer) -> Mapping[Span, str]:
    """The speaker's name for each of the `passages` that names one.

    passages: spans of `draft`, in order, none inside another. Read with rules alone: the site
    keeps no language model in memory. What is said by nobody named, or by somebody only
    described, has no entry.
    """
    found: dict[Span, str] = {}
    outlets = _outlets(known)
    ends = [passage.end for passage in passages]
    paragraphs = tuple(Span(*match.span()) for match in PARAGRAPH.finditer(draft))
    article = ParsedArticle(draft, Span(0, len(draft)), paragraphs)
    for quotation in extract(article, known, "rules").quotations:
        who = quotation.attribution
        if who.name is None or who.confidence < _LEAST_SURE or quotation.nested_in is not None:
            continue
        if who.name in outlets:
            continue
        for span in quotation.content:
            for passage in passages[bisect_right(ends, span.start) :]:
                if not span.overlaps(passage):
                    break
                found.setdefault(passage, who.name)
    return found


def _outlets(known: Gazetteer) -> set[str]:
    """Names of outlets that are no speakers: they print what others say ("According to RT")."""
    names = {name for one in known.outlets for name in (one.name, *one.aliases)}
    return names - {name for one in known.speakers for name in (one.name, *one.aliases)}
