"""Dates that belong to something told beside the saying: "the 2013 video", "Friday's vote"."""

import re

from app.domain.date_words import DateForm, DateWords
from app.resolution.event_words import EVENT_NOUN
from app.resolution.frames import Frame
from app.resolution.own_years import is_year_of_saying

#: Words before a date that make it the date of something else.
OF_OTHER = re.compile(
    r"\b(?:since|until|till|before|after|by|for|from|to|between|following|than|through|of|ahead of"
    r"|scheduled|due|planned|throughout|over|into)\s+(?:the |last |early |late )?$",
    re.IGNORECASE,
)
#: "The November election", "his Monday speech": the date belongs to the noun after it.
ATTRIBUTIVE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|this|that)|[’']s)\s+$", re.IGNORECASE)
#: What something dated is said in: "in a July interview", "in the 2013 video".
_SAID_IN = (
    r"(?:interviews?|appearances?|speech|address|statement|release|video|memo|memoir|letter|e-?mails?"
    r"|essay|articles?|column|op-ed|editorial|blog post|post|tweets?|messages?|books?|documentary"
    r"|film|ad|filing|affidavit|testimony|deposition|report|study|paper|poll|survey|broadcast|episode"
    r"|podcast|debate|rally|event|meeting|hearing|briefing|conference|summit|forum|town hall"
    r"|ruling|opinion|decision|lawsuit|complaint|session|call|conversation|exchange|remarks)"
)
_IN_A = re.compile(
    r"\b(?:in|at|during|on|from|recently as) (?:an?|the|his|her|its|their|that)\s+$", re.IGNORECASE
)
_THIS = re.compile(r"\b(?:this|that)\s+$")
_DATED_THING = re.compile(rf",? (?:[\w’'./&-]+ ){{0,6}}?{_SAID_IN}\b")
_TITLE_BEFORE = re.compile(r"[\w’'&.-] [A-Z]$")  # "the Today programme", "Harbour Today"
CALENDAR = frozenset(
    {DateForm.DAY, DateForm.MONTH, DateForm.WEEKDAY, DateForm.SEASON, DateForm.FEAST}
)
POSSESSIVE = re.compile(r"[’']s$")
_AT = re.compile(r"\b(?:in|at|during|on)\s+(?:a |an |the )?$")
OCCASION_AFTER = re.compile(
    rf" (?:[\w’'-]+ ){{0,4}}(?:{EVENT_NOUN.pattern}|broadcast|edition|episode|show"
    r"|(?:Times|Post|Journal|Herald|Tribune|Globe)\b)"
)

#: "Two days before the vote", "a week after she left": what follows is counted from. Not "a day
#: later", "the day before in Lisbon", "the day after that".
_COUNTED_FROM = re.compile(r"(?:before|after|prior)$")
_FOLLOWED = re.compile(r"(?: to)? (?!(?:that|this|in|on|at|to|with|and|but|he|she)\b)[\w“‘]")


def counts_from_event(text: str, words: DateWords) -> bool:
    """Whether words count a day from something told right behind them: "a week before the vote"."""
    if words.form is not DateForm.COUNTED or not _COUNTED_FROM.search(words.words):
        return False
    return _FOLLOWED.match(text, words.span.end) is not None


def is_title(text: str, words: DateWords) -> bool:
    """Whether the words of a day are the name of a programme, or end it: "Harbour Today"."""
    before = text[max(0, words.span.start - 20) : words.span.start]
    if before.endswith(('"', "“", "‘", "'")):
        return True
    return words.form is DateForm.NEAR_DAY and bool(_TITLE_BEFORE.search(before + words.words[:1]))


def is_of_something(text: str, frame: Frame, before: str, words: DateWords, *, when: bool) -> bool:
    """Whether the words of a date belong to something told beside the saying."""
    thing = bool(_IN_A.search(before) and _DATED_THING.match(text, words.span.end))
    if words.form is DateForm.YEAR and not (when or thing or is_year_of_saying(text, frame, words)):
        return True
    if words.unit == "year" and words.direction == 0 and words.part is None:
        return True  # "this year" is no day
    if text[words.span.end : words.span.end + 1] == ")" and "(" in before:
        return True  # a citation, which is looked at on its own
    if POSSESSIVE.search(words.words) and not (
        _AT.search(before) and OCCASION_AFTER.match(text, words.span.end)
    ):
        return True  # "in Tuesday's primary" is when that is, not when it was spoken of
    attributive = words.form in CALENDAR and ATTRIBUTIVE.search(before)
    if words.direction == -1 and _THIS.search(before):
        attributive = None  # "revealed this last fall"
    return not thing and bool(attributive or OF_OTHER.search(before))
