"""Gatherings that are called by a name: "at the Munich Security Conference"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention

_WORD = r"(?!(?:The|This|That|\w+day)\b)(?:[A-Z][\w&’'.-]*|(?:19|20)\d\d|\d+(?:st|nd|rd|th))"
_SORTS = {
    "Conference": "conference",
    "Forum": "conference",
    "Convention": "conference",
    "Symposium": "conference",
    "Dialogue": "conference",
    "Summit": "summit",
}
#: "At the Munich Security Conference", "told the World Economic Forum": of a body that is only
#: called so ("the Leadership Conference said") nothing here says that anybody was there.
_NAMED = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Aa]ddress(?:ed|es|ing)|told|tells|telling|[Oo]pening|closing"
    r"|[Ss]idelines of) (?:the |this year[’']s |last year[’']s |an? |its |their )?(?:annual )?"
    rf"(?P<name>(?:{_WORD},? (?:(?:of|on|for|and|the|in) )*){{1,7}}?"
    rf"(?P<sort>{'|'.join(_SORTS)})(?: (?:of|on) (?:the )?{_WORD}(?: {_WORD})*)?)\b"
    r"(?! (?:Center|Centre|Hall|Committee|Room|Call)\b|[’'])"
)
#: "The Northern Forum opened in Bodo on Monday": what opens or ends in a place is a gathering.
_HELD = re.compile(
    rf"(?:^|\b(?:[Tt]he|when|as|that) )(?P<name>(?:{_WORD} ){{1,5}}?(?P<sort>{'|'.join(_SORTS)}))"
    r"(?= (?:open|end|conclude|close|start)(?:s|d|ed) (?:in|on)\b| beg[ai]ns? (?:in|on)\b"
    r"| (?:was|will be|is to be) held (?:in|on)\b)"
)
_RULES = re.compile(r"\b(?:Geneva|Hague|Vienna|Rights) Convention|Convention on\b")


def named_gatherings(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """The conferences, forums and summits of a sentence at which it puts somebody by their name."""
    words = sentence.of(text)
    for match in chain(_NAMED.finditer(words), _HELD.finditer(words)):
        span = Span(*match.span("name"))
        if any(span.overlaps(other) for other in taken) or _RULES.search(match["name"]):
            continue
        taken.append(span)
        whole = Span(sentence.start + span.start, sentence.start + span.end)
        mention = make_mention(text, sentence, whole, _SORTS[match["sort"]], "the", ())
        beside = tuple(day for day in mention.dates if day.span.start >= whole.end)
        yield replace(
            mention,
            span=whole,
            noun=match["sort"].lower(),
            names=frozenset({match["name"]}),
            called=match["name"],
            dates=beside or mention.dates,
            anaphoric=False,
        )
