"""Appearances on the air that no noun for an occasion names: "on NBC’s “Today”"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import MONTHS
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention
from app.resolution.event_times import Told
from app.resolution.interviews import ASKED, WITH, interviews_in
from app.resolution.stations import NAMED, OF, QUOTED, SHOW, STATION

_OWNER = r"(?:[A-Z][\w.-]+ ){0,2}(?!\w+day[’'])[A-Z][\w-]+[’']s"
#: Words after which somebody is "on" a station: what is said, asked or heard there.
_HEARD = (
    r"(?:[Ss]aid|[Ss]peaking|[Ss]poke|[Aa]ppear\w*|[Aa]sked|[Ii]nterviewed|[Pp]ressed|[Qq]uestioned"
    r"|told|argued|insisted|repeated|claimed|explained|acknowledged|warned|responded|replied"
    r"|announced|recounted|segment|guest)"
)
_SHOW_NOUN = r"(?:[A-Z][\w.’'-]+ ){1,4}(?:Show|Tonight|Live|Hour|Report)\b"
_SHOW_DAILY = r"(?:[A-Z][\w.’'-]+ ){1,3}(?:Show|Tonight|Live|Daily|Radio|TV|Podcast)"
#: What follows a station in the name of a show: "CBS This Morning", "Fox and Friends".
_OF_THE_DAY = r"(?:This|Tonight|Nightly|World|Evening|Early|Breakfast|Newsnight)(?: [A-Z]\w+){0,2}"
#: "State television", "Polish radio": what is heard across a country, by no name.
_SOME_TV = (
    r"(?:[a-z]+ )?(?:state|national|public|[A-Z][a-z]+(?:n|sh|se|ch)) (?:state |public )?"
    r"(?:television|TV|radio)\b"
)
#: Where somebody is heard: a station’s show, a show in marks after a verb of saying, "… Show".
_ON = re.compile(
    rf"\b(?:[Oo]n|visited|joined) (?:the )?(?P<show>{STATION}{OF} (?:{QUOTED}|{NAMED}))"
    rf"|\bjoined (?P<joined>{QUOTED})"
    rf"|\b(?:{_HEARD}|\w+day|morning|night) on (?P<titled>{QUOTED})"
    rf"|(?:(?<!\w )|^\W*\w+day )\b[Oo]n (?:the )?(?P<air>{STATION})(?= (?:on )?\w+day|,)"
    rf"|\b{_HEARD} (?:(?:live|again|\w+day) )?on (?:the )?"
    rf"(?P<station>{STATION}(?: (?:(?:and|&) Friends|{_OF_THE_DAY}))?)(?![\w’'])"
    rf"|\bon (?P<radio>(?:[A-Z][\w.-]+ ){{1,4}}(?:Radio|TV|Television|Podcast))"
    r"(?= (?:on )?\w+day|[,.])"
    rf"|\b(?:called|phoned|dialed|dialled) in ?to"
    rf" (?P<called_in>{STATION}{OF} {NAMED}|{STATION}|{QUOTED})"
    rf"|\b[Ii]n an? (?P<segment>{STATION}) segment\b"
    rf"|^\W*(?:(?:Later|Earlier|Also|Then) )?[Oo]n (?P<fronted>{QUOTED})"
    rf"|\b(?:episode|edition|broadcast|hosts?|anchors?) of (?:the )?"
    rf"(?P<episode>(?:{STATION}{OF} )?{QUOTED}"
    rf"|(?<!host of )(?<!hosts of )(?<!anchor of ){NAMED})"
    rf"|\b[Oo]n (?:\w+day|last night|yesterday|today)[’']s (?P<daily>{QUOTED})"
    rf"|\b(?:[Oo]n|to me for) (?P<owned>{_OWNER} {SHOW})"
    rf"|\b(?:[Oo]n|[Ff]or) (?P<pod>the (?:{QUOTED}|(?:[A-Z][\w’'&.-]* ){{1,4}})"
    rf" ?(?:podcast|radio show))\b"
    rf"|\b[Ii]n (?:his|her|their|an?) (?P<appearing>{NAMED} on {STATION}|{STATION}|{_SHOW_DAILY})"
    r"(?= appearances?\b)"
    rf"|\b[Oo]n (?P<of_station>{STATION} (?:(?:and|&) [A-Z][a-z]+|{_OF_THE_DAY}))"
    r"(?= (?:on )?\w+day|[,.])"
    rf"|\b[Oo]n (?P<titled_so>the {NAMED} program(?:me)?)\b"
    rf"|\b{_HEARD} (?:(?:live|again|\w+day) )?on (?P<tv>{_SOME_TV})"
    rf"|\b[Oo]n (?P<hosted>the radio (?:show|programme|program) of {NAMED})"
    rf"|\bon (?P<called>[“\"]?(?:The |the )?{_SHOW_NOUN}[”\"]?)"
)
_DATED = re.compile(rf" (?:in|on|of) (?:{'|'.join(MONTHS)})\b.*$", re.IGNORECASE)
#: "She is now host of “Today”": what somebody does for a living.
_IS_HOST = re.compile(
    r"\b(?:is|was|be|been|being|became|becomes|as|former|longtime|ex)\b[- ][^,.;]{0,24}"
    r"\b(?:hosts?|anchors?) of (?:the )?$"
)


#: "On Wednesday’s broadcast of “Today”": it has been, whatever modal verb stands in the words.
_WAS_AIRED = re.compile(r"day[’']s (?:broadcast|edition|episode) of (?:the )?$")
_TO_AIR = re.compile(r"\b(?:will|to|would) (?:be|appear|air|go)\b[^,;]*$")


def told_on_air(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """The appearances and interviews in a sentence that no word for an occasion tells of."""
    words = sentence.of(text)
    found = [*_ON.finditer(words), *interviews_in(text, sentence)]
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
            told=Told.PAST if group in WITH or _was_aired(words[: span.start]) else mention.told,
            on_air="with" if group in WITH else "on",
            called="an interview" if group == ASKED else "",
        )


def _was_aired(lead: str) -> bool:
    return bool(_WAS_AIRED.search(lead)) and not _TO_AIR.search(lead)
