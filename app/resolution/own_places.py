"""Where the words were said, as far as the sentence around them and the dateline tell."""

import re
from collections.abc import Sequence

from app.domain.countries import capital_of
from app.domain.documents import ParsedArticle
from app.domain.quotations import Mention
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_rules import CALLED_OFF
from app.resolution.frames import Frame
from app.resolution.name_forms import NameForms
from app.resolution.names import place_after
from app.resolution.sentences import sentences_of
from app.resolution.told_places import place_around
from app.resolution.turns import Outside

#: "Ahead of a summit in Tirana on Tuesday, Roe said": where he said it is open.
_AHEAD_OF = re.compile(r"\b(?:[Aa]head of|[Bb]efore|[Pp]rior to|[Ee]ve of) (?:an?|the) [^,;]*$")
_AND = re.compile(r"\band\b")
_NEAR = 40  # characters before a place that name those spoken to there
_IN = re.compile(r"\b[Ii]n (?=[A-Z])")
_DAY_AFTER = re.compile(
    r"(?:, [A-Z][\w.]+,?)?,?(?: on)? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|yesterday|today|earlier|last (?:week|month))"
)
#: "Said on Tuesday in Nairobi": a day may stand between the verb and the place.
_DAY_BEFORE = re.compile(
    r"(?: (?:late|early))?(?: on)? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?: (?:morning|afternoon|evening|night))?,? "
)
_SPOKEN_TO = re.compile(
    r"\b(?:[Ss]peaking|spoke|told|[Aa]rriv(?:al|ing)|reporters|journalists|audience|crowd|supporters|voters|students"
    r"|conference|interview|meeting|event|speech|rally|session|forum|briefing|appearance|stop)"
    r"(?: \w+){0,3} $"
)
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|as)\b")
#: "During a two-day visit to Beijing", "on a trip to Oslo".
_VISIT = re.compile(
    r"\b(?:[Dd]uring|[Oo]n|[Ii]n the course of)"
    r" (?:an?|his|her|their|the (?:first|second|last|final) day of (?:an?|his|her|their))"
    r" (?:[a-z-]+ ){0,3}(?:visit|trip|stop|stopover|tour) (?P<to>to|in|of) (?=(?:the )?[A-Z])"
)
#: "Visiting Warsaw, Ruiz said", "Ruiz, visiting Warsaw, said": not "those visiting Warsaw".
_VISITING = re.compile(
    r"(?:^\W*(?:While )?[Vv]isiting|(?:,[”\"’']*|\b(?:while|when)) visiting) (?=(?:the )?[A-Z])"
)
_AFTER_VISITED = re.compile(r"(?:,|$|\.| (?:on|for|with|this|last|late|early|as)\b| \w+day\b)")
#: "Said here on Thursday": in the town of the dateline.
_HERE = re.compile(
    r"\bhere(?=[,.;]|$|\s*$| (?:on|late|early|today|yesterday|after|before|during|at|that"
    r"|in (?:an?|the)|earlier|this|last|ahead|following"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
#: "Said there on Sunday", not "said there was no money".
_SAID_THERE = re.compile(
    r"\w+ (?:(?!that\b)[\w’'.-]+ ){0,3}there(?=[,.;:]|\s*$| (?:that|on|in|this|last|late|early|to"
    r"|during|after|before|yesterday|today|\w+day)\b)"
)
_HERE_IN = re.compile(r"\b[Hh]ere in (?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})")
_TO_A_PLACE = re.compile(r"\b(?:in|to|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|reached) (?=[A-ZÀ-Þ])")
_NO_TOWN = re.compile(
    r"\b(?:point|way|step|up|out|over|around|live[sd]?|came|come|get|go|stay|stand) $"
)
_SPEECH = re.compile(
    r"\b(?:speech|address|(?:press|news) conference|remarks|statement|interview|briefing|doorstep"
    r"|lecture|keynote|press point)\b",
    re.IGNORECASE,
)
_HOUSE = (
    r"(?:University|Institute|Academy|College|School|Museum|Library|Hall|Theat(?:re|er)|Opera"
    r"|Cathedral|Stadium|Airport|Exchange|Conservatory|Club|Palace|Arena)"
)


def own_place(
    text: str,
    frame: Frame,
    mentions: Sequence[Mention],
    forms: NameForms,
    dateline: str | None = None,
) -> Finding | None:
    """The place the words were said in, where the sentence says so.

    "In Brussels" counts beside the cue, beside the day, or after those spoken to; anywhere else
    in a sentence it may be the place of something else. "Here" is the place of the `dateline`.
    """
    for piece in frame.outside:
        for match in _IN.finditer(text, piece.start, piece.end):
            place = place_after(text[match.start() : min(piece.end, match.start() + 60)])
            if place is None or not is_place(text, match.start(), place, mentions, forms):
                continue
            end = match.end() + len(place)
            before = text[max(piece.start, match.start() - _NEAR) : match.start()]
            if CALLED_OFF.search(before) or _AHEAD_OF.search(before):
                continue
            day = _DAY_AFTER.match(text, end, min(piece.end, end + 20))
            if day and _AND.search(text[end : frame.anchor]):
                day = None  # "ran for office in Ohio on Tuesday and said": said where is open
            beside = frame.cue_end in range(match.start() - 3, match.start() + 1)
            if beside or day or _DAY_BEFORE.fullmatch(text, frame.cue_end, match.start()):
                return Finding(place, f'"in {place}"')
            if _SPOKEN_TO.search(before) and not _OTHER_CLAUSE.search(before):
                return Finding(place, f'"{before.split()[-1]} in {place}"')
    visited = _visited(text, frame, mentions, forms) or _visiting(text, frame, mentions, forms)

    def known(start: int, place: str) -> bool:
        return is_place(text, start, place, mentions, forms)

    return (
        visited or place_around(text, frame, known, forms.is_state) or _here(text, frame, dateline)
    )


def _visited(
    text: str, frame: Frame, mentions: Sequence[Mention], forms: NameForms
) -> Finding | None:
    """Where somebody said it "during a visit to Beijing"."""
    for piece in frame.outside:
        for match in _VISIT.finditer(text, piece.start, piece.end):
            place = place_after("in " + text[match.end() : min(piece.end, match.end() + 50)])
            if place is None or not is_place(text, match.end(), place, mentions, forms):
                continue
            told = text[min(frame.cue_end, match.start()) : match.start()]
            if not CALLED_OFF.search(told) and not _OTHER_CLAUSE.search(told):
                return Finding(place, f'"{match.group().strip()} {place}"')
    return None


def _visiting(
    text: str, frame: Frame, mentions: Sequence[Mention], forms: NameForms
) -> Finding | None:
    """Where somebody said it "visiting Beijing"."""
    for piece in frame.outside:
        found = _VISITING.search(piece.of(text))
        if found is None or _OTHER_CLAUSE.search(text, frame.cue_end, piece.start + found.start()):
            continue
        start = piece.start + found.end()
        place = place_after("in " + text[start : min(piece.end, start + 50)])
        if place is None or not is_place(text, start, place, mentions, forms):
            continue
        if _AFTER_VISITED.match(text, start + len(place), max(piece.end, start + len(place))):
            return Finding(place, f'"visiting {place}"')
    return None


def place_told_before(
    article: ParsedArticle,
    frame: Frame,
    said: str,
    mentions: Sequence[Mention],
    forms: NameForms,
    outside: Outside,
) -> Finding | None:
    """The place told last before words said "there", or before words `said` "here in" that place.

    "Ruiz was in Hamburg on Sunday. “Trade is good,” she said there", "visited Calgary. “Here in
    Calgary, we know oil,” she said".
    """
    here = _HERE_IN.search(said)
    there = _SAID_THERE.match(article.text, frame.anchor, frame.sentence.end)
    if frame.paragraph < 0 or not (here or there):
        return None
    above = article.paragraphs[max(0, frame.paragraph - 1) : frame.paragraph + 1]
    for sentence in reversed(list(sentences_of(article.text, above))):
        for found in reversed(list(_TO_A_PLACE.finditer(article.text, *sentence))):
            if found.end() > frame.anchor or not outside.holds(Span(*found.span())):
                continue
            place = place_after("in " + article.text[found.end() : sentence.end])
            if place is None or not article.text.startswith(place, found.end()):
                continue
            if not is_place(article.text, found.end(), place, mentions, forms):
                continue
            if there is not None:
                return Finding(place, f'"there", told after "{found.group()}{place}"')
            if here is not None and here["place"].startswith(place):
                return Finding(place, f'"{here.group()}", told after "{found.group()}{place}"')
    return None


def _here(text: str, frame: Frame, dateline: str | None) -> Finding | None:
    """The town of the dateline, where it was said "here"."""
    for piece in frame.outside if dateline else ():
        for match in _HERE.finditer(text, piece.start, piece.end):
            told = text[min(frame.cue_end, match.start()) : match.start()]
            lead = text[piece.start : match.start()]
            if not _OTHER_CLAUSE.search(told) and not _NO_TOWN.search(lead):
                return Finding(dateline or "", f'"here", under the dateline of {dateline}')
    return None


def town_of_house(words: str, town: str | None) -> str | None:
    """The town of a dateline, where the words for an occasion name a house of that town.

    "The meeting with students of the Moscow State Institute", "in the University of Oslo".
    """
    if town is None:
        return None
    named = rf"\b{re.escape(town)} (?:[A-Z][\w’'-]* (?:of )?){{0,3}}{_HOUSE}\b"
    of_it = rf"\b{_HOUSE} (?:of|in) {re.escape(town)}\b"
    return town if re.search(f"{named}|{of_it}", words) else None


def place_of_speech(article: ParsedArticle) -> Finding | None:
    """Where a speech or press conference was, whose place and day stand below its headline.

    "Remarks of the minister / Oslo, 8 December 2011" is no dateline of a newsroom.
    """
    line, headline = article.dateline, article.headline or ""
    if line is None or line.place is None or line.agency or line.date_words:
        return None
    opens = bool(article.paragraphs) and line.span.end == article.paragraphs[0].start
    printed = line.span.of(article.text)
    if opens or not _SPEECH.search(headline):
        return None
    return Finding(line.place, f'"{printed}" stands above what was said there')


def is_place(
    text: str, start: int, place: str, mentions: Sequence[Mention], forms: NameForms
) -> bool:
    """Whether the words that look like a place, from `start` on, are one by name or as found."""
    if forms.is_place(place) or capital_of(place):
        return True
    found = text.find(place, start)
    span = Span(found, found + len(place))
    return any(m.label in ("GPE", "LOC", "FAC") and m.span.overlaps(span) for m in mentions)
