"""Appearances on the air that no noun for an occasion names: "on NBC’s “Today”"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import MONTHS
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention
from app.resolution.event_times import Told

_STATION = (
    r"(?:NBC|CBS|ABC|CNN|MSNBC|CNBC|PBS|NPR|BBC|C-SPAN|HBO|ESPN|RT|F(?:ox|OX)(?: News| Business)?"
    r"|Sky News|ITV|Al Jazeera|Bloomberg|Univision|Telemundo|Comedy Central|Sirius ?XM"
    r"|(?!WHO|WTO|WWF|WMD|KGB|KKK|KFC)[WK][A-Z]{2,3}"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Radio|TV|Television))(?: News| Network| Channel| Radio| TV)?"
)
_QUOTED = r"(?:[“\"]|'')(?=[A-Z0-9])[^“”\"]{2,60}?(?:[”\"]|'')"
_NAMED = (
    r"[A-Z][\w&.’'-]*(?:,? (?:of|the|with|to|and|in|&|for) [A-Z][\w&.’'-]*| [A-Z0-9][\w&’'-]*)*"
)
_SHOW_NOUN = r"(?:[A-Z][\w.’'-]+ ){1,4}(?:Show|Tonight|Live|Hour|Report)\b"
#: Where somebody is heard: a station’s show, a show in marks after a verb of saying, "… Show".
_ON = re.compile(
    rf"\b(?:on|visited|joined) (?:the )?(?P<show>{_STATION}[’']s (?:{_QUOTED}|{_NAMED}))"
    rf"|\b(?:said|told|spoke|speaking|appear\w*|interview\w*|\w+day|morning|night) on"
    rf" (?P<titled>{_QUOTED})"
    rf"|(?<!\w )\b[Oo]n (?P<air>{_STATION})(?= (?:on )?\w+day|,)"
    rf"|\b(?:said|speaking|spoke|appear\w*) on (?P<station>{_STATION})(?![\w’'])"
    rf"|^\W*(?:(?:Later|Earlier|Also|Then) )?[Oo]n (?P<fronted>{_QUOTED})"
    rf"|\b(?:episode|edition|broadcast|hosts?|anchors?) of (?:the )?"
    rf"(?P<episode>(?:{_STATION}[’']s )?{_QUOTED}"
    rf"|(?<!host of )(?<!hosts of )(?<!anchor of ){_NAMED})"
    rf"|\b[Oo]n (?:\w+day|last night|yesterday|today)[’']s (?P<daily>{_QUOTED})"
    rf"|\b[Oo]n (?P<owned>(?:[A-Z][\w.-]+ ){{0,2}}[A-Z][\w-]+[’']s"
    rf" (?:(?:radio|talk|television|TV) )?(?:show|program|programme|podcast)\b)"
    rf"|\bon (?P<called>[“\"]?(?:The |the )?{_SHOW_NOUN}[”\"]?)"
)
#: Whom somebody tells it: "told CNN’s Ben Roe", "told Harbour Radio host Ben Roe".
_TO = re.compile(
    rf"\b(?:told|tells|telling) (?P<host>{_STATION}[’']s (?:{_QUOTED}|(?:[a-z]+ )?{_NAMED})"
    rf"|(?:[\w’'&-]+ ){{0,6}}?(?:co-)?(?:host|anchor) [A-Z][\w-]+ [A-Z][\w-]+)"
    rf"|\bspoke (?:to|with) (?P<programme>(?:[A-Z][\w’'&-]* ){{1,6}}on {_STATION})"
)
_TOLD = re.compile(rf"\btold (?P<station>{_STATION})(?![\w’'])")
_TOLD_ON_A_DAY = re.compile(rf"\btold (?P<station>{_STATION})(?= (?:on )?\w+day\b)")
_DATED = re.compile(rf" (?:in|on|of) (?:{'|'.join(MONTHS)})\b.*$", re.IGNORECASE)
#: "She is now host of “Today”": what somebody does for a living.
_IS_HOST = re.compile(
    r"\b(?:is|was|be|been|being|became|becomes|as|former|longtime|ex)\b[- ][^,.;]{0,24}"
    r"\b(?:hosts?|anchors?) of (?:the )?$"
)
_INTERVIEWED = re.compile(r"\b(?:the|this|an) (?:\w+ )?interview\b")


def told_on_air(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """The appearances in a sentence, where no word for an occasion tells of them already.

    A station alone ("told CNN") counts where the text calls it an interview further on.
    """
    words = sentence.of(text)
    found = [*_ON.finditer(words), *_TO.finditer(words), *_TOLD_ON_A_DAY.finditer(words)]
    found += [m for m in _TOLD.finditer(words) if _INTERVIEWED.search(text, sentence.end)]
    for match in sorted(found, key=lambda m: m.start()):
        group = str(match.lastgroup)
        if group == "episode" and _IS_HOST.search(words, 0, match.start(group)):
            continue
        dated = _DATED.search(match[group])  # "told the Herald's Ben Roe in March 2011"
        span = Span(match.start(group), match.end(group) - (len(dated.group()) if dated else 0))
        if any(span.overlaps(other) for other in taken):
            continue
        taken.append(span)
        whole = Span(sentence.start + span.start, sentence.start + span.end)
        mention = make_mention(text, sentence, whole, "interview", "an", ())
        yield replace(
            mention,
            span=whole,
            names=frozenset({span.of(words)}),
            place=None,
            dates=tuple(d for d in mention.dates if d.span.start >= whole.end),
            noun="interview",
            told=Told.PAST if group in ("host", "station", "programme") else mention.told,
            on_air="with" if group in ("host", "station", "programme") else "on",
        )
