"""What the words that mention an event, and the words beside them, tell of it."""

import re
from dataclasses import dataclass

from app.domain.date_words import MONTHS, WEEKDAYS, DateForm, DateWords, find_date_words
from app.domain.gazetteer import KnownEvent
from app.domain.spans import Span
from app.resolution.event_times import Told, how_told
from app.resolution.event_words import (
    ANAPHORIC,
    DETERMINERS,
    EVENT_NOUN,
    INDEFINITE,
    STOP_WORDS,
)
from app.resolution.names import capitalised_names, place_after
from app.resolution.word_sets import word_set

#: A word, hyphens and dots within it.
WORD = re.compile(r"[\w’'.&/+-]*[\w’']")
NEAR = 60  # characters within which a place and a date are one event's
_TAIL = 260  # characters after the noun in which its place, people and date may stand
_LOWER_BETWEEN = 3  # words in small letters between two names of one noun phrase
_TAIL_END = re.compile(
    r"[;:!?](?:\s|$)|(?<!\b[A-Z])(?<!\b(?:St|Mr|Dr|Ms))(?<!\b(?:Mrs|Rev|Sen|Rep|Gov|Gen|Jan|Feb|Aug|Oct|Nov|Dec))(?<!\bSept)\.(?:\s|$)"
    r"|, (?!(?:and |on |in )?[A-ZÀ-Þ]|\d{4}\b|scheduled|planned|due|which)|[“”\"]"
    r"|\s(?:--|—)\s"
    r"|, (?=[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3} (?:[a-z]{3,}ed|was|is|has|had|will"
    r"|would|spoke|gave|made|took|went|came|began|drew)\b)"  # "At a gala Thursday, Roe described"
    # "During the talks, envoy Roe said"
    r"|, (?=(?:[\w.’'-]+ ){1,8}(?:said|says|told|tells|warned|argued|asked)\b)"
    r"|\b(?:comments?|remarks?|claims?|statements?|announcements?)\b"  # their day is their own
    r"|\bthat\b(?! (?:began|ended|opened|resumed|concluded|closed|started|took place"
    r"|w(?:as|ere) held|will be held|(?:is|are) (?:due|to be held))\b)"
    r"|\b(?:who|says?|said|shows?|told|after|before|but|where|when|because"
    r"|ahead of|prior to|to (?:be )?(?:air(?:ed)?|broadcast|published|shown|released))\b"
)
_SAID_THERE = re.compile(
    r"\b(?:in|at) [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?,?(?: on)?(?: [A-Z]\w+day)?,? "
    r"(?:after|following|before|during|on the sidelines of)\b(?: [a-z]+){0,4} ?(?:the |an? )?$"
)
_GIVEN_TO = re.compile(r"\bto (?=(?:the )?[A-ZÀ-Þ])")
_GIVEN_TO_ALL = re.compile(
    r" to (?:the |an? )?(?:(?:daily|weekly|newspaper|magazine|broadcaster) )?(?=[A-ZÀ-Þ])"
)
#: "A resolution (condemning the coup in Honduras)", "(on the coup there)": of what it speaks.
_WHAT_OF = re.compile(
    r"\b(?:(?!(?:during|following|morning|evening|meeting)\b)[a-z]+ing"
    r"|(?:on|about|over) [a-z]+|against)\b"
)
#: "Are to gather in Oslo on May 3 for a summit on trade": there and then is the summit.
_GATHER_FOR = re.compile(
    r"\b(?:gather(?:s|ed|ing)?|meet|met|meeting|conven(?:e|ed|ing)|assembl(?:e|ed|ing)|travel(?:s|led|ling)?"
    r"|arriv(?:e|ed|ing)) (?P<there>(?:in|to|on) [^,;]{3,60}?) for (?:the |an? )?(?:\w+ ){0,2}$"
)
#: "An interview taped for Sunday’s show": it was given before.
_FOR_A_SHOW = re.compile(
    r"\b(?:filed|(?:pre-?)?(?:taped|recorded)|filmed|shot|prepared|scheduled|set|slated|due) for"
    r" (?:the |a )?$"
)
_NEXT_NAME = re.compile(r" [A-ZÀ-Þ]")  # "after the debate Ruiz left": a new clause
_ENDS = re.compile(r"(?:[,.;]|$| (?:and|on|in|at|to|by|who|that|for|from)\b)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")  # U.S
_DATE_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_VERBS = word_set(
    "will would should is are was were has have had to says said which who can may following after",
    "before during commits commit when where came come comes set sets went goes took takes gave",
    "gives made makes left leaves led leads drew draws began begins might could must if as while",
    "because since so spent caps ends starts marks shows approaches also just yesterday today",
)
_MINISTERS = re.compile(r"\b[Mm]inisters\b")
_ABOUT = re.compile(r" on ((?:[a-z-]+ ?){1,3})")


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that mention an event. `span` and `sentence` index the document's text.

    `tail` is the sentence's part in which place, people and date of the event may stand.
    """

    span: Span
    sentence: Span
    type: str
    names: frozenset[str]
    place: str | None
    dates: tuple[DateWords, ...]
    told: Told
    anaphoric: bool
    definite: bool
    indefinite: bool
    topic: frozenset[str] = frozenset()
    by_date: bool = False  # only its date and place say what it is
    on_air: str = ""  # "on" a show or "with" its host, where nothing else names the occasion
    called: str = ""  # what it is called, where its own words are no name
    noun: str = ""  # the last word of the phrase that names it, in small letters
    known: tuple[KnownEvent, ...] = ()

    @property
    def upcoming(self) -> bool:
        """Whether it is told as planned."""
        return self.told in (Told.AHEAD, Told.WAS_TO_BE)


def make_mention(
    text: str,
    sentence: Span,
    whole: Span,
    kind: str,
    determiner: str | None,
    known: tuple[KnownEvent, ...],
) -> EventMention:
    """The mention that the words `whole` are, by the noun or verb of a type of event."""
    tail = tail_of(text, sentence, whole.end)
    head = whole.of(text)
    names = frozenset(capitalised_names(head + tail.of(text)))
    told = tail.of(text) if EVENT_NOUN.search(head) else head + tail.of(text)
    if kind == "resolution":
        told = _WHAT_OF.split(told, maxsplit=1)[0]
    if kind == "interview":
        told = _GIVEN_TO.sub(" ", told)  # "an interview to the Herald" was not given in a place
    place = place_after(told, origin=kind == "withdrawal")
    if place and "-based" in place:
        place = None  # whoever is based there
    dates = tuple(
        words
        for words in find_date_words(text, Span(whole.start, tail.end))
        if (words.form is not DateForm.SEASON or words.span.start >= whole.end)
        and not _FOR_A_SHOW.search(text, whole.start, words.span.start)
    )  # "the spring meeting" is called so, whenever it is held
    if (
        place is None
        and not dates
        and (said := _SAID_THERE.search(text[sentence.start : whole.start]))
    ):
        # "Spoke in Brussels Monday after a meeting with …": there and then was the meeting.
        place = place_after(said.group())
        start = sentence.start + said.start()
        dates = tuple(find_date_words(text, Span(start, sentence.start + said.end())))
    if place is None and not dates:
        place, dates = _gathered_for(text, sentence, whole)
    extent = _extent(kind, tail.of(text))
    if kind in ("talks", "meeting") and _MINISTERS.search(head + tail.of(text)):
        kind = "ministerial"
    return EventMention(
        span=Span(whole.start, whole.end + (0 if _NEXT_NAME.match(tail.of(text)) else extent)),
        sentence=sentence,
        type=kind,
        names=names,
        place=place,
        dates=dates,
        topic=_topic(tail.of(text)),
        noun=head.split()[-1].lower(),
        told=how_told(text, sentence, whole, tail),
        anaphoric=determiner in ANAPHORIC and not names,
        definite=determiner is not None and determiner not in INDEFINITE,
        indefinite=determiner in INDEFINITE,
        known=known,
    )


def _gathered_for(
    text: str, sentence: Span, whole: Span
) -> tuple[str | None, tuple[DateWords, ...]]:
    """Place and day of those who gather for what the words `whole` mention."""
    found = _GATHER_FOR.search(text[sentence.start : whole.start])
    if found is None:
        return None, ()
    start, end = (sentence.start + at for at in found.span("there"))
    return place_after(found["there"]), tuple(find_date_words(text, Span(start, end)))


def _extent(kind: str, tail: str) -> int:
    """How far the words for an event go on; a speech goes on to whom it is given."""
    led = _GIVEN_TO_ALL.match(tail) if kind in ("speech", "interview") else None
    return led.end() + extent_of(tail[led.end() :]) if led else extent_of(tail)


def extent_of(tail: str) -> int:
    """How far a noun phrase goes on: to the last name that small words lead to, and its noun."""
    end, lower = 0, 0
    for word in WORD.finditer(tail):
        if "," in tail[end : word.start()] or word.group() in _VERBS:
            break
        if word.group()[0].isupper():
            if word.group().lower() in _DATE_NAMES:
                break
            end, lower = word.end(), 0
            end += _INITIALS.fullmatch(word.group()) is not None and tail[end : end + 1] == "."
        elif word.group().endswith("ed"):
            break  # a verb: "the debate forced Trump"
        elif word.group() not in STOP_WORDS | DETERMINERS:
            # "North European countries", "Euro-Atlantic security"
            beside = bool(end) and tail[end : word.start()] == " "
            if beside and (lower == 0 or (lower == 1 and _ENDS.match(tail, word.end()))):
                end = word.end()  # "the Porto harbour board"
            lower += 1
            if lower > _LOWER_BETWEEN:
                break
    return end


def _topic(tail: str) -> frozenset[str]:
    """What talks or a conference are about: the words after "on"."""
    match = _ABOUT.match(tail) or _ABOUT.search(tail[:60])
    words = match[1].lower().replace("defense", "defence").split() if match else []
    return frozenset(words)


def tail_of(text: str, sentence: Span, start: int) -> Span:
    """What follows a mention and can tell its place, people and date: up to the next clause."""
    end = min(sentence.end, start + _TAIL)
    stop = _TAIL_END.search(text, start, end)
    return Span(start, stop.start() if stop else end)
