"""Words to a committee, a house or a crowd, which no noun for an occasion names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import MONTH_NAMES
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention
from app.resolution.names import place_after

_BODY = (
    r"(?:the|an?) (?:(?!National )[A-Z][\w&’'-]*,? (?:(?:and|on|of|for|the) )*){0,7}?"
    r"(?:Committee|Subcommittee|Commission)"
    r"(?: on (?:the )?(?!\w+day\b)[A-Z]\w+(?: [A-Z]\w+)*)?"
)
_HEARD = re.compile(
    rf"\b(?:[Bb]efore|told|testif\w+ to) (?P<body>{_BODY})"
    r"(?! (?:hearing|meeting|session|inquiry))"
    r"|\b(?:[Bb]efore|told|testif\w+ to) (?P<some>an? (?:[a-z]+ )?(?:congressional|parliamentary"
    r"|Senate|House|legislative)(?: [a-z]+)? (?:committee|subcommittee|panel|commission|inquiry))\b"
)
#: "While testifying before Congress".
_BEFORE_ALL = re.compile(
    r"\b[Tt]estif\w+ (?:before|to|in front of)"
    r" (?P<all>Congress|Parliament|lawmakers|senators|(?:the )?(?:Senate|House|parliament)"
    r"|the (?:[A-Z]\w+ )?(?:city|county|town) (?:council|commission))\b"
)
#: "Told parliament on Monday": a house, or a council of states, in session.
_HOUSE = re.compile(
    r"\b(?:[Tt]old|tells|[Tt]elling|[Aa]ddress(?:ed|es|ing)|informed) (?P<house>(?:the )?(?:"
    r"(?:[A-Z][a-z]+n |[A-Z][a-z]+sh )?[Pp]arliament|European Parliament|State Duma|Duma|Bundestag"
    r"|Knesset|House of (?:Commons|Lords|Representatives)|Lok Sabha|Rajya Sabha"
    r"|(?:U\.?N\.?|United Nations) (?:Security Council|General Assembly)|Security Council"
    r"|General Assembly|National Assembly))\b(?! (?:committee|speaker|member|leader|president))"
)
_FLOOR = re.compile(
    r"\b[Oo]n (?P<floor>(?:the )?(?:Senate|House|Assembly|Commons|convention) floor)\b"
)
_NAME = r"[A-Z][\w’'-]*(?:\.(?=\S))?(?: (?:of |the |for )?[A-Z][\w’'-]*)*"
_CROWD = re.compile(
    r"\b(?:told|telling|tells|address(?:ed|es|ing)|sp(?:oke|eaking) (?:to|before)) (?P<crowd>"
    r"(?:(?!(?:that|who|which|reporters|in|at|he|she|they)\b)[\w,’-]+ ){0,6}?"
    r"(?:crowd|audience|supporters|voters|students|throng|congregation|donors|activists|delegates"
    r"|graduates|workers|farmers|veterans)(?: of [\w, ]{1,25}?)?(?: gathered)?"
    rf" (?:in|at|outside) (?:the |an? )?(?!\w+day\b){_NAME})"
)
_MONTH = re.compile(rf"\b(?:in|at) (?:{'|'.join(MONTH_NAMES)})$")
_TESTIFIES = re.compile(r"\b(?:testif\w+|testimony|hearing|appear\w*|told|grilled|question\w*)\b")


def told_in_houses(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Hearings and speeches: "before the Senate Finance Committee", "told a crowd in Lisbon"."""
    words = sentence.of(text)
    for match in _HEARD.finditer(words):
        if _TESTIFIES.search(words):
            yield from _made(text, sentence, match, "hearing", "Hearing of", taken)
    for match in _BEFORE_ALL.finditer(words):
        yield from _made(text, sentence, match, "hearing", "Testimony before", taken)
    for match in _FLOOR.finditer(words):
        yield from _made(text, sentence, match, "speech", "Remarks on", taken)
    for match in _HOUSE.finditer(words):
        yield from _made(text, sentence, match, "speech", "Remarks to", taken)
    for match in _CROWD.finditer(words):
        if not _MONTH.search(match["crowd"]):
            yield from _made(text, sentence, match, "speech", "Speech to", taken)


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
    place = place_after(match[group]) if group == "crowd" else None
    yield replace(mention, span=whole, place=place, noun=kind, called=f"{lead} {match[group]}")
