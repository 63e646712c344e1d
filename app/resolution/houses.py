"""Words before a committee or on the floor of a house, which no noun for an occasion names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention

_BODY = (
    r"(?:the|an?) (?:(?!National )[A-Z][\w&’'-]*,? (?:(?:and|on|of|for|the) )*){0,7}?"
    r"(?:Committee|Subcommittee|Commission)"
    r"(?: on (?:the )?(?!\w+day\b)[A-Z]\w+(?: [A-Z]\w+)*)?"
)
_HEARD = re.compile(rf"\b(?:[Bb]efore|told|testif\w+ to) (?P<body>{_BODY})")
_FLOOR = re.compile(r"\b[Oo]n (?P<floor>(?:the )?(?:Senate|House|Assembly|Commons) floor)\b")
_TESTIFIES = re.compile(r"\b(?:testif\w+|testimony|hearing|appear\w*|told|grilled|question\w*)\b")


def told_in_houses(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Hearings and floor speeches: "before the Senate Finance Committee", "on the House floor"."""
    words = sentence.of(text)
    for match in _HEARD.finditer(words):
        if _TESTIFIES.search(words):
            yield from _made(text, sentence, match, "hearing", "Hearing of", taken)
    for match in _FLOOR.finditer(words):
        yield from _made(text, sentence, match, "speech", "Remarks on", taken)


def _made(
    text: str, sentence: Span, match: re.Match[str], kind: str, lead: str, taken: list[Span]
) -> Iterator[EventMention]:
    group = str(match.lastgroup)
    span = Span(*match.span(group))
    if any(span.overlaps(other) for other in taken):
        return
    taken.append(span)
    whole = Span(sentence.start + span.start, sentence.start + span.end)
    mention = make_mention(text, sentence, whole, kind, "a", ())
    yield replace(mention, span=whole, place=None, noun=kind, called=f"{lead} {match[group]}")
