"""Interviews that no noun names: "told CNN’s Ben Roe", "Roe interviewed the mayor"."""

import re
from collections.abc import Iterator

from app.domain.spans import Span
from app.resolution.stations import NAMED, OF, QUOTED, SHOW, STATION

_NAME = r"[A-Z][\w-]+ [A-Z][\w-]+"
#: Groups of those to whom somebody speaks, where the others are shows that one is on.
WITH = frozenset(
    {"host", "guest", "station", "spoken_to", "interviewer", "asker", "programme"}
    | {"told_show", "board", "comments"}
)
#: The group of who asks, as the subject of the sentence.
ASKED = "asker"
_TO = re.compile(
    rf"\b(?:told|tells|telling) (?P<host>{STATION}{OF} (?:{QUOTED}|(?:[a-z]+ )?{NAMED})"
    rf"|(?:[\w’'&-]+ ){{0,6}}?(?:co-)?(?:host|anchor) {_NAME})"
    rf"|\btold (?P<guest>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?= on (?:his|her|their) {SHOW})"
    rf"|\b(?:spoke|sp(?:eaking|oken)|talked|sat down) (?:to|with)"
    rf" (?P<spoken_to>{STATION}{OF} {NAMED}"
    rf"|[Tt]he (?:[A-Z][\w&-]+ ){{0,3}}[A-Z][\w&-]+[’']s {_NAME})"
    rf"|\b(?:was|were|been) interviewed (?:by|on|for)"
    rf" (?P<interviewer>{STATION}(?:[’']s {NAMED})?|(?:[Tt]he )?{NAMED})"
    rf"|\b(?P<asker>(?:(?:{STATION}(?:{OF})?|[a-z]+) ){{0,5}}{_NAME}) interviewed"
    rf" (?=[A-Z]|[a-z]+ [a-z]* ?[A-Z])"
    rf"|\b(?:told|tells) (?P<told_show>{QUOTED})(?= (?:on|after|that|in|last|\w+day)\b|[.,])"
    rf"|\b(?:told|tells) (?P<board>(?:[Tt]he )?{NAMED}[’']s? editorial board)"
    rf"|\b(?:comments|remarks|statement) to (?P<comments>{STATION})(?![\w’'])"
    rf"|\bspoke (?:to|with) (?P<programme>(?:[A-Z][\w’'&-]* ){{1,6}}on {STATION})"
)
_TOLD = re.compile(rf"\btold (?:[a-z]+ ){{0,3}}(?P<station>{STATION})(?![\w’'])")
_TOLD_ON_A_DAY = re.compile(
    rf"\btold (?:[a-z]+ ){{0,3}}(?P<station>{STATION})(?= (?:on )?\w+day\b)"
)
_INTERVIEWED = re.compile(r"\b(?:the|this|(?P<one>an)) (?:\w+ )?interview\b")
#: "(told the Herald) in an interview", "an interview (with the Herald)": whose a new one is.
_TOLD_IN = re.compile(rf"\b(?:told|tells) (?:[Tt]he )?(?P<whose>{NAMED}) in $")
_WITH_WHOM = re.compile(rf" (?:with|to) (?:[Tt]he )?(?P<whose>{NAMED})")
_TOLD_BEFORE = 80  # characters before an interview in which it is told whose it is


def interviews_in(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    """To whom a sentence tells that somebody spoke; the last group of each match is who it was.

    A station alone ("told CNN") counts where the text calls it an interview further on.
    """
    words = sentence.of(text)
    yield from _TO.finditer(words)
    yield from _TOLD_ON_A_DAY.finditer(words)
    for match in _TOLD.finditer(words):
        if _is_called_one(text, sentence.end, match["station"]):
            yield match


def _is_called_one(text: str, start: int, station: str) -> bool:
    """Whether the text from `start` on calls what `station` was told an interview.

    "Roe told CNN … Reid told the Herald in an interview": that is the Herald's.
    """
    for called in _INTERVIEWED.finditer(text, start):
        if called["one"] is None:
            return True
        first = max(start, called.start() - _TOLD_BEFORE)
        told = _TOLD_IN.search(text, first, called.start()) or _WITH_WHOM.match(text, called.end())
        if told is None or station in told["whose"] or told["whose"] in station:
            return True
    return False
