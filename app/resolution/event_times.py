"""Whether the words around an occasion tell of it as past or planned, and which day they mean."""

import re
from dataclasses import replace
from enum import Enum

from app.domain.date_words import DateForm, DateWords
from app.domain.dates import PartialDate
from app.domain.spans import Span
from app.resolution.event_words import UPCOMING_AFTER, UPCOMING_BEFORE
from app.resolution.relative_dates import meaning
from app.resolution.sentences import points_ahead
from app.resolution.to_come import is_to_come


class Told(Enum):
    """How an occasion is told."""

    AHEAD = "planned"
    WAS_TO_BE = "planned when the words were of"
    PAST = "over"
    OPEN = "neither"


_QUOTES = re.compile(r"[“”\"]|''")
_WAS_TO_BE = (
    r"(?:was|were|had been)(?: \w+ly)? (?:set|scheduled|due|expected|slated|supposed|to|about)\b"
)
_WAS_AFTER = re.compile(rf"(?:[^,;:]*?|, which [^,;:]*?)\b{_WAS_TO_BE}")
#: What a verb before an occasion tells of it; the nearest one decides.
_VERB = re.compile(
    rf"\b(?:(?P<was>{_WAS_TO_BE})|(?P<ahead>(?:is|are|be|been|being)(?: \w+ly)? (?:set|scheduled"
    r"|due|expected|slated|supposed|planned|to|going to)\b|gather|convene|will|would|shall"
    r"|[’']ll|won['’]t|(?:may|might|could) (?:hold|meet|visit|attend|host|gather|convene|open|begin"
    r"|start|resume)|plans?|planning|planned|scheduled|plotted|invited|invitations?|agreed to"
    r"|prepar\w+|hopes?|intends?|aims?|vow\w*|going to|upcoming|forthcoming|next|future|proposed"
    r"|due|coming(?! (?:off|from|out|to)\b))"
    r"|(?P<past>said|told|says|tells|spoke|went|came|began|took|held|led|made|gave|was|were|had"
    r"|has|have|did|met|got|saw|left|won|lost|drew|(?<!the )(?<!an )(?<!\ba )(?<!with )(?<!of )"
    r"[a-z]{2,}ed|coming (?:off|from|out)))\b"
)
_AGREED = re.compile(r"agreed|planned|vowed|prepared|plotted|invited|hoped|intended")
#: "At a rally on Thursday, she said": the verb stands behind the occasion.
_FRONTED = re.compile(
    r"\W*(?:(?:But|And|Later|Earlier)\b,? )?"
    r"(?:(?:Speaking|Appearing|Testifying|Addressing|Opening|Closing|Asked|Interviewed|Attending"
    r"|Hosting|Chairing|Concluding|Visiting|Briefing)\b ?|(?=\w))"
    r"(?:(?<= )(?:[Aa]t|[Dd]uring|[Ii]n|[Aa]fter|[Ff]ollowing|[Bb]efore|[Tt]o|[Oo]n)\b"
    r"|\b(?:At|During|In|After|Following|Before|To|On)\b|(?<=ing )|(?<=ed ))"
    r"(?: ?\b(?:the|a|an|his|her|their|its|this|that|another))?"
    r"(?: (?:[\w’'-]+ )?sidelines of(?: \w+)?)? ?"
)
#: "Scenes from the rally on Tuesday will keep us awake": what comes is not the rally.
_PART_OF = re.compile(r"\b(?:from|of|at|after|during|in|to) (?:the |an? )?(?:[A-Z][\w.’']+ ){0,3}$")
_SOMETHING_WILL = re.compile(r"[^,;]*?\b(?:will|would)\b")
_NEAR = 60  # characters before a mention in which words can set it in the time to come
_FAR = 80  # characters after it
_INVITED = re.compile(r"\b(?:invitation|invited)\b")


def how_told(text: str, sentence: Span, whole: Span, tail: Span) -> Told:
    """Whether the words around the occasion `whole` tell of it as planned or past.

    Plans that are quoted are not the reporter's; `tail` is what follows and may tell of it.
    """
    before = _QUOTES.split(text[sentence.start : whole.start])[-1]
    if UPCOMING_BEFORE.search(whole.of(text)) or _INVITED.search(before[-2 * _NEAR :]):
        return Told.AHEAD
    if _WAS_AFTER.match(tail.of(text)[:_FAR]):
        return Told.WAS_TO_BE
    if UPCOMING_AFTER.match(tail.of(text)[:_FAR]):
        return Told.AHEAD
    if _FRONTED.fullmatch(before):
        told = _told_behind(text, Span(whole.end, sentence.end))
        if told is not Told.OPEN:
            return told
    found = list(_VERB.finditer(before))
    if not found:
        other = _PART_OF.search(before) and _SOMETHING_WILL.match(tail.of(text))
        return Told.PAST if other else Told.OPEN
    last = found[-1]
    if last["was"]:
        return Told.WAS_TO_BE
    near = len(before) - last.end() <= _NEAR
    return Told.PAST if last["past"] else Told.AHEAD if near else Told.OPEN


def _told_behind(text: str, rest: Span) -> Told:
    """What the first verb of the main clause tells of an occasion at the sentence's head."""
    comma = text.find(", ", rest.start, rest.end)
    if comma < 0:
        return Told.OPEN
    verb = _VERB.search(text, comma, rest.end)
    if verb is None:
        return Told.OPEN
    did = _AGREED.match(verb.group())  # "in a call on Tuesday, they agreed to go on"
    said = (
        did or verb["past"] or verb["was"] or text[verb.end() :].startswith((" not", "n’t", "n't"))
    )
    return Told.PAST if said else Told.AHEAD


def day_meant(
    text: str, sentence: Span, words: DateWords, told: Told, published: PartialDate | None
) -> PartialDate | None:
    """The day that the words of a date beside an occasion mean, seen from the report.

    The day of the week on which a report appears is that day, planned or past; what "was to be"
    is of the nearest such day; "this summer" is the nearest one.
    """
    future = told is Told.AHEAD or (told is Told.OPEN and points_ahead(text, sentence, words.span))
    if told is Told.PAST:  # "Ruiz said the summit opens on Friday": the nearer verb tells
        future = is_to_come(text, sentence, words.span)
    if words.form is DateForm.WEEKDAY and words.direction is None and published is not None:
        ahead = ((words.weekday or 0) - published.first.weekday()) % 7
        if told is Told.WAS_TO_BE:
            future = 0 < ahead <= _HALF_A_WEEK
        future = future and ahead > 0
    if words.form is DateForm.SEASON and words.direction == 0 and published is not None:
        both = [meaning(replace(words, direction=None), published, future=f) for f in (True, False)]
        seasons = [season for season in both if season is not None]
        return min(seasons, key=lambda one: _between(one, published), default=None)
    return meaning(words, published, future=future)


_HALF_A_WEEK = 3  # days


def _between(one: PartialDate, other: PartialDate) -> int:
    return max((one.first - other.last).days, (other.first - one.last).days, 0)
