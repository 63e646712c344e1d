"""Events to come that a verb tells: "will meet in Riga on May 3", "is to visit Oslo in June"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import find_date_words
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, make_mention, tail_of
from app.resolution.event_times import Told
from app.resolution.event_words import EVENT_NOUN
from app.resolution.names import place_after

_WINDOW = 120  # characters before a verb in which its subject stands
_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_WILL = (
    r"(?:will|shall|(?:is|are) (?:(?:due|scheduled|set|expected|supposed) )?to|plans? to)"
    r"(?: (?:also|next|now|then|again|soon|later|both|finally))?"
)
_THERE = (
    r"(?= (?:in|on|at|with|again|here|this|next|today|tomorrow|later|early|late|for|to|before|after"
    r"|during|[A-Z]\w+day)\b|[,.])"
)
_VERB = re.compile(
    rf"\b{_WILL} (?:(?P<meet>(?:meet|gather|convene){_THERE}"
    r"|hold (?:talks|a meeting|consultations)|discuss)"
    r"|(?P<visit>pay an? (?:[a-z]+ )?visit to|visit|travel to|fly to)"
    r"|hold (?:an? |its |early |the )?(?P<vote>(?:[a-z]+ ){0,2}(?:elections?|referendum)))\b"
)
_THEY_MEET = re.compile(
    r"\b(?:when|before|until|if|as) (?P<they>they (?:next )?(?:meet|gather|convene))\b"
)
_WHO_WILL = re.compile(r" (?:will|are|plan|hope|expect|want|intend|could|may|might)\b")
_SORTS = (
    r"(?:[Mm]inisters|[Ll]eaders|[Pp]residents|premiers|chancellors|envoys|negotiators"
    r"|ambassadors|[Hh]eads of (?:state|government|state and government))"
)
#: "NATO defence and foreign ministers", "The two presidents", "Leaders of 47 states".
_MANY = (
    rf"(?:[Tt]he )?(?:(?:two|three|four|five|six) )?(?:{_NAME} (?:and |of the |of )?){{0,5}}"
    rf"(?:[a-z]+ (?:and [a-z]+ )?)?{_SORTS}(?: of (?:the )?[\w-]+(?: [\w-]+){{0,4}})?"
)
_PAIR = rf"{_NAME}(?: {_NAME}){{0,4}} and {_NAME}(?: {_NAME}){{0,4}}"
_CLAUSE = r"(?:^|\bthat |\band |, )"
_THEY = re.compile(rf"{_CLAUSE}(?P<who>{_MANY}|{_PAIR}) $")
_WE_MANY = re.compile(rf"(?P<who>{_MANY})$")
_ONE = re.compile(
    rf"(?P<who>(?!(?:The|President|Minister|Prime|Foreign|Secretary)\b){_NAME}"
    rf"(?: (?:{_NAME}|de|van|von|al|bin)){{1,3}}),? $"
)
_BODY = re.compile(rf"(?P<who>{_NAME}(?: {_NAME})?) $")
_PLACE = re.compile(rf" (?P<place>(?:The )?{_NAME}(?: {_NAME})?)")
_TITLE = re.compile(r"^(?:(?:\w+ )*?(?:President|Minister|Chancellor|Secretary|Premier|King)\w* )+")
_FOR_ONE = re.compile(rf"\b(?:for|at|in|during) (?:[\w’'-]+ ){{1,4}}?{EVENT_NOUN.pattern}")
_MARKS = re.compile(r"[“”\"]")


def told_to_come(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Meetings, visits and votes to come of a sentence; each with a day or a month told.

    Plans within quotation marks are somebody else's.
    """
    words = sentence.of(text)
    found = [_by_verb(words, match) for match in _VERB.finditer(words)]
    found.extend(_when_they_meet(words, match) for match in _THEY_MEET.finditer(words))
    for event in found:
        if event is None or _MARKS.search(words, 0, event[0].start):
            continue
        span, kind, called, place = event
        if any(span.overlaps(other) for other in taken):
            continue
        whole = Span(sentence.start + span.start, sentence.start + span.end)
        tail = tail_of(text, sentence, whole.end)
        if _FOR_ONE.search(tail.of(text)):
            continue  # "to gather for a summit": that is the event
        dates = tuple(find_date_words(text, tail))
        place = place or place_after(tail.of(text))
        if not dates:
            continue
        taken.append(span)
        mention = make_mention(text, sentence, whole, kind, None, ())
        yield replace(
            mention,
            span=whole,
            dates=dates,
            place=place,
            told=Told.AHEAD,
            called=f"{called}, {place}" if called and place and place not in called else called,
            noun=kind,
        )


_Event = tuple[Span, str, str, str | None]


def _by_verb(words: str, verb: re.Match[str]) -> _Event | None:
    """Span, kind, name and place of what a verb in the future tells."""
    before = words[max(0, verb.start() - _WINDOW) : verb.start()] + " "
    before = before.replace("  ", " ")
    if verb["meet"]:
        who = _THEY.search(before)
        return who and _meeting(Span(verb.start() - len(who["who"]) - 1, verb.end()), who["who"])
    if verb["visit"]:
        who, place = _ONE.search(before), _PLACE.match(words, verb.end())
        if who is None or place is None:
            return None
        span = Span(verb.start() - len(who.group()) + who.group().index(who["who"]), place.end())
        name = _TITLE.sub("", who["who"])
        return span, "visit", f"Visit of {name} to {place['place']}", place["place"]
    who = _BODY.search(before)
    if who is None:
        return None
    what = verb["vote"]
    called = f"{what[:1].upper()}{what[1:]} in {who['who']}"
    return Span(verb.start() - len(who["who"]) - 1, verb.end()), "vote", called, who["who"]


def _when_they_meet(words: str, match: re.Match[str]) -> _Event | None:
    """ "Ministers are expected to back the plan when they meet in Riga on Friday"."""
    verb = _WHO_WILL.search(words, 0, match.start())
    who = _WE_MANY.fullmatch(words, 0, verb.start()) if verb else None
    return who and _meeting(Span(*match.span("they")), who["who"])


def _meeting(span: Span, who: str) -> _Event:
    kind = "ministerial" if "inisters" in who else "meeting"
    if not re.search(_SORTS, who):
        return span, kind, "", None  # two people, whom the article names in full elsewhere
    return span, kind, f"Meeting of {re.sub(r'^[Tt]he (?=[a-z])', 'the ', who)}", None
