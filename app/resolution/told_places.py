"""Places told around words: in front of the sentence, behind its verb, a house of fame."""

import re
from collections.abc import Callable, Iterator

from app.domain.date_words import MONTH_NAMES
from app.domain.resolved import Finding
from app.resolution.frames import Frame

#: Whether the name that stands at a place in the text is one of a town, a country, a building.
IsPlace = Callable[[int, str], bool]

_NAME = (
    r"(?:(?:St|Ft|Mt)\. )?[A-ZÀ-Þ][\w’'-]+(?:(?: (?:of|de|del|upon|la|al))? [A-ZÀ-Þ][\w’'-]+){0,2}"
)
_DAY = (
    r"(?i:(?:(?:early|late) )?(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
    r"|(?:this|last|earlier) \w+)(?:[’']s)?(?: (?:morning|afternoon|evening|night))?)"
)
_PART = r"(?:(?:down|up)town |central |nearby |neighbou?ring |(?:north|south|east|west)(?:ern)? )?"
#: "In the former mining town of Scranton": a place by what it is.
_OF_SORT = (
    r"the (?:[\w’'-]+ ){0,4}?(?:town|city|village|suburb|district|island|capital|port|camp|county"
    r"|region|province|resort|neighbou?rhood|state) of "
)
#: "At a time of war in Syria", "in the fight in Iraq": no house and no yard.
_NO_HOUSE = (
    r"(?:(?:the|an?|his|her|their|its|this) )?(?:[a-z]+ )?(?:times?|first|least|last|end"
    r"|start|height|beginning|age|risk|expense|request|cent(?:er|re)|heart|behest|war|conflict|fight(?:ing)?|crisis|case"
    r"|days|years|months|weeks|vote|elections?|primary|attacks?|letter|wake|event|role|way|part"
    r"|struggle|contrast|response|reference|addition|return|exchange|issue|odds|stake|peace)\b"
)
_WHERE = rf"(?:{_PART}|{_OF_SORT})(?P<place>{_NAME})"
_ENDS = rf"(?=,| {_DAY}\b|[.;]?\s*$)"
#: "Speaking by telephone from Mogadishu": where the one who speaks is.
_BY_PHONE = (
    r"(?:Speaking|Talking)(?: live)?(?: to [^,;“”\"]{2,40}?)?"
    r"(?: (?:by|via|over|on)(?: the| an?)?(?: [a-z-]+){1,2})? from (?=[A-ZÀ-Þ])"
)
#: "Roe, reached by phone in Kismayo, said".
_REACHED = re.compile(
    r"[^;“”\"]{0,80}?, (?:reached|contacted|speaking|interviewed)(?: (?:by|via|over|on)"
    rf"(?: the| an?)?(?: [a-z-]+){{1,2}})? (?:in|from) (?P<place>{_NAME}),? ?$"
)
#: "In Lisbon on Monday, …", "On Monday at the university in Porto, …": up to the comma before
#: whoever speaks. What only stands "in Syria," may be what is spoken of.
_IN_FRONT = re.compile(
    rf"\W*(?:(?:But|And|Later|Earlier|Then|Also),? )?(?:(?P<day>{_DAY}),? )?"
    rf"(?P<lead>(?P<bare>(?:Back )?[Ii]n )|[Ff]rom (?=[A-ZÀ-Þ])"
    rf"|{_BY_PHONE}"
    r"|(?:[Aa]t|[Oo]utside|[Ii]nside|[Nn]ear|[Ii]n|[Ff]rom|Standing|Sitting|Appearing|Speaking|Campaigning"
    rf"|Stumping) (?!{_NO_HOUSE})[^,;“”\"]{{2,70}}?\b(?:in|on) )"
    rf"{_WHERE}{_ENDS}"
)
_BEHIND = re.compile(
    r"[^,;“”\"]{0,50}?\b(?:(?:at|outside|inside|near|in front of|on the (?:steps|grounds) of)"
    rf" (?!{_NO_HOUSE})[^,;“”\"]{{2,60}}?\bin "
    r"|(?:by|via|over) (?:[a-z-]+ ){0,2}(?:(?:tele)?phone|video(?: ?link)?|radio|link) from |from )"
    rf"{_WHERE}{_ENDS}"
)
_ARRIVED = re.compile(
    r"[^;“”\"]{0,40}?\b(?:as|after|when|once) (?:he|she|they) (?:arrived|landed|touched down"
    rf"|stepped off [^,;]{{3,30}}) in (?P<place>{_NAME})"
)
_WENT = re.compile(
    rf"\W*[^,;“”\"]{{3,60}}? (?:(?:flew|travel+ed|went|came) to|(?:left|set off)(?: {_NAME})? for)"
    rf" (?P<place>{_NAME})"
    rf"(?: {_DAY})?, where (?:he|she|they) $"
)
_HOUSES = (
    r"White House|Kremlin|Pentagon|Capitol|Vatican|Oval Office|Rose Garden|East Room|Elysee Palace"
    r"|Élysée Palace|Berlaymont|United Nations|U\.?N\.? headquarters"
)
#: "Told reporters at the White House", "At the Kremlin on Monday, …".
_HOUSE_BEHIND = re.compile(
    rf"[^,;“”\"]{{0,40}}?\b(?:at|outside|inside|from|in) the (?P<place>{_HOUSES}){_ENDS}"
)
_HOUSE_IN_FRONT = re.compile(
    rf"\W*(?:{_DAY},? )?(?:At|Outside|Inside|From|In) the (?P<place>{_HOUSES}){_ENDS}"
)
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|about|over)\b")
#: What says that the clause behind is of another subject, or of another place as well.
_OTHER_SUBJECT = re.compile(r"\b(?:and|but|or|while|as|after|before|when)\b|;")
_DAY_BEHIND = re.compile(rf" {_DAY}")
_SHOWN = 60  # characters of the words that tell a place
_NO_PLACES = frozenset({*MONTH_NAMES, "Congress"})


def place_around(
    text: str, frame: Frame, is_place: IsPlace, is_state: Callable[[str], bool]
) -> Finding | None:
    """The place that a sentence tells in front of its clause, or behind its verb of saying.

    A country alone, "In Syria, Ruiz said", may be what was spoken of.
    """
    for match in _matches(text, frame):
        place = match["place"]
        held = match.re in (_HOUSE_BEHIND, _HOUSE_IN_FRONT) or is_place(match.start("place"), place)
        if not held or place.split()[0] in _NO_PLACES:
            continue
        alone = match.re is _IN_FRONT and match["bare"] and not match["day"]
        if alone and is_state(place) and not _DAY_BEHIND.match(text, match.end()):
            continue
        told = match.group().strip(" ,.")
        return Finding(place, f'"{told[-_SHOWN:].lstrip()}"')
    return None


def _matches(text: str, frame: Frame) -> Iterator[re.Match[str]]:
    first = frame.outside[0] if frame.outside else None
    if first is not None and first.start == frame.sentence.start and first.end > frame.anchor:
        for pattern in (_IN_FRONT, _HOUSE_IN_FRONT):
            found = pattern.match(text, first.start, frame.anchor)
            if found and not _OTHER_SUBJECT.search(text, found.end(), frame.anchor):
                yield found
        if reached := _REACHED.fullmatch(text, first.start, frame.anchor):
            yield reached
        if went := _WENT.fullmatch(text, first.start, frame.anchor):
            yield went
    for piece in frame.outside:
        if not piece.start <= frame.cue_end <= piece.end:
            continue
        for pattern in (_BEHIND, _ARRIVED, _HOUSE_BEHIND):
            found = pattern.match(text, frame.cue_end, piece.end)
            lead = text[frame.cue_end : found.start("place")] if found else ""
            if found and (pattern is _ARRIVED or not _OTHER_CLAUSE.search(lead)):
                yield found
