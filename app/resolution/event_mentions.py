"""Finds the words that mention an event, and what they tell about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.date_words import MONTHS, WEEKDAYS, DateForm, DateWords, find_date_words
from app.domain.gazetteer import KnownEvent
from app.domain.spans import Span
from app.resolution.event_words import (
    ANAPHORIC,
    DEATH,
    DETERMINERS,
    EVENT_NOUN,
    EVENT_TYPES,
    INDEFINITE,
    STOP_WORDS,
    UPCOMING_AFTER,
    UPCOMING_BEFORE,
)
from app.resolution.known_events import KnownEvents
from app.resolution.names import capitalised_names, place_after
from app.resolution.word_sets import word_set

_WORD = re.compile(r"[\w’'.&/-]*[\w’']")
_MOST_WORDS = 8  # of a noun phrase before its noun
_TAIL = 260  # characters after the noun in which its place, people and date may stand
_BEFORE = 60  # characters before a mention in which words can set it in the time to come
_LOWER_BETWEEN = 3  # words in small letters between two names of one noun phrase
_TAIL_END = re.compile(
    r"[;:!?](?:\s|$)|(?<!\b[A-Z])(?<!\b(?:St|Mr|Dr|Ms))(?<!\bMrs)\.(?:\s|$)"
    r"|, (?!(?:and )?[A-ZÀ-Þ]|scheduled|planned|due|which)|[“”\"]"
    r"|\b(?:that|who|says?|said|shows?|told|after|before|but|where|when|because)\b"
)
_DATING = frozenset({DateForm.AGO, DateForm.MONTH, DateForm.DAY})
_SAID_THERE = re.compile(
    r"\b(?:in|at) [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?,?(?: on)?(?: [A-Z]\w+day)?,? "
    r"(?:after|following|before|during|on the sidelines of)\b(?: [a-z]+){0,4} ?(?:the |an? )?$"
)
_DATE_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_VERBS = word_set(
    "will would should is are was were has have had to says said which who can may following after",
    "before during commits commit when where",
)
_INVITED = re.compile(r"\b(?:invitation|invited)\b")
_MINISTERS = re.compile(r"\b[Mm]inisters\b")
_ABOUT = re.compile(r" on ((?:[a-z-]+ ?){1,3})")
_POSSESSIVE = re.compile(r".+(?:[’']s|s[’'])$")
_MET = re.compile(
    r"\b(?:met with|held talks with|spoke by (?:tele)?phone with"
    r"|(?:discussing|discussed) [\w ]{0,30}?with) "
)
_GATHERED = re.compile(
    r"\b(?:(?:would|will|to|shall) (?:gather|meet|convene)|gathered|convened|met|discussed)\b"
)
_APPROVED = re.compile(
    r"\b(?:approved|adopted|signed|concluded) (?P<what>(?:an?|the) (?:[\w-]+ ){0,4}"
    r"(?:program|programme|agreement|treaty|declaration|document|plan|accord|statement|memorandum))\b"
)


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
    upcoming: bool
    anaphoric: bool
    definite: bool
    indefinite: bool
    topic: frozenset[str] = frozenset()
    by_date: bool = False  # only its date and place say what it is
    known: tuple[KnownEvent, ...] = ()


def mentions_in(text: str, sentence: Span, events: KnownEvents) -> Iterator[EventMention]:
    """The mentions of events in a sentence, in order and without overlap."""
    words = sentence.of(text)
    taken: list[Span] = []
    for span, known in events.candidates_in(words):
        taken.append(span)
        yield _known(text, sentence, span, tuple(known))
    for match in EVENT_NOUN.finditer(words):
        noun = Span(*match.span())
        if any(noun.overlaps(span) for span in taken):
            continue
        mention = _noun_phrase(text, sentence, noun, EVENT_TYPES[int(str(match.lastgroup)[1:])])
        if mention is not None and not any(
            Span(mention.span.start - sentence.start, noun.end).overlaps(span) for span in taken
        ):
            taken.append(noun)
            yield mention
    yield from _verbs(text, sentence, taken)
    yield from _placed(text, sentence, taken, events)


def _placed(
    text: str, sentence: Span, taken: list[Span], events: KnownEvents
) -> Iterator[EventMention]:
    """Known events told by date and place alone: "as we decided a year ago in Lisbon"."""
    words = sentence.of(text)
    dates = [d for d in find_date_words(words) if d.form in _DATING]
    if not dates:
        return
    for where, known in events.placed_at(words):
        date = min(dates, key=lambda d: abs(d.span.start - where.start))
        span = Span(min(date.span.start, where.start), max(date.span.end, where.end))
        if span.end - span.start <= _BEFORE and not any(span.overlaps(t) for t in taken):
            whole = Span(sentence.start + span.start, sentence.start + span.end)
            mention = _mention(text, sentence, whole, known[0].type, "the", tuple(known))
            yield replace(
                mention, span=whole, by_date=True, place=where.of(words), names=frozenset()
            )


def _known(text: str, sentence: Span, span: Span, known: tuple[KnownEvent, ...]) -> EventMention:
    whole = Span(sentence.start + span.start, sentence.start + span.end)
    return _mention(text, sentence, whole, known[0].type, "the", known)


def _noun_phrase(text: str, sentence: Span, noun: Span, kind: str) -> EventMention | None:
    words = sentence.of(text)
    start, determiner = noun.start, None
    before = list(_WORD.finditer(words, 0, noun.start))[-_MOST_WORDS:]
    for word in reversed(before):
        between = words[word.end() : start]
        lower = word.group().lower()
        if between.strip(" ") or lower in STOP_WORDS or lower.endswith("ly"):
            break
        start = word.start()
        if lower in DETERMINERS or _POSSESSIVE.match(word.group()):
            determiner = lower
            break
    whole = Span(sentence.start + start, sentence.start + noun.end)
    return _mention(text, sentence, whole, kind, determiner, ())


def _mention(
    text: str,
    sentence: Span,
    whole: Span,
    kind: str,
    determiner: str | None,
    known: tuple[KnownEvent, ...],
) -> EventMention:
    tail = _tail(text, sentence, whole.end)
    head = whole.of(text)
    before = text[max(sentence.start, whole.start - _BEFORE) : whole.start]
    names = frozenset(capitalised_names(head + tail.of(text)))
    told = tail.of(text) if EVENT_NOUN.search(head) else head + tail.of(text)
    place = place_after(told, origin=kind == "withdrawal")
    dates = tuple(find_date_words(text, Span(whole.start, tail.end)))
    if (
        place is None
        and not dates
        and (said := _SAID_THERE.search(text[sentence.start : whole.start]))
    ):
        # "Spoke in Brussels Monday after a meeting with …": there and then was the meeting.
        place = place_after(said.group())
        start = sentence.start + said.start()
        dates = tuple(find_date_words(text, Span(start, sentence.start + said.end())))
    if kind in ("talks", "meeting") and _MINISTERS.search(head + tail.of(text)):
        kind = "ministerial"
    return EventMention(
        span=Span(whole.start, whole.end + _extent(tail.of(text))),
        sentence=sentence,
        type=kind,
        names=names,
        place=place,
        dates=dates,
        topic=_topic(tail.of(text)),
        upcoming=bool(
            UPCOMING_BEFORE.search(before + head)
            or _INVITED.search(text, max(sentence.start, whole.start - 2 * _BEFORE), whole.start)
            or UPCOMING_AFTER.search(tail.of(text)[:80])
        ),
        anaphoric=determiner in ANAPHORIC and not names,
        definite=determiner is not None and determiner not in INDEFINITE,
        indefinite=determiner in INDEFINITE,
        known=known,
    )


def _extent(tail: str) -> int:
    """How far a noun phrase goes on: to the last name that small words lead to."""
    end, lower = 0, 0
    for word in _WORD.finditer(tail):
        if "," in tail[end : word.start()] or word.group() in _VERBS:
            break
        if word.group()[0].isupper():
            if word.group().lower() in _DATE_NAMES:
                break
            end, lower = word.end(), 0
        elif word.group() not in STOP_WORDS | DETERMINERS:
            lower += 1
            if lower > _LOWER_BETWEEN:
                break
    return end


def _topic(tail: str) -> frozenset[str]:
    """What talks or a conference are about: the words after "on"."""
    match = _ABOUT.match(tail) or _ABOUT.search(tail[:60])
    words = match[1].lower().replace("defense", "defence").split() if match else []
    return frozenset(words)


def _tail(text: str, sentence: Span, start: int) -> Span:
    end = min(sentence.end, start + _TAIL)
    stop = _TAIL_END.search(text, start, end)
    return Span(start, stop.start() if stop else end)


def _verbs(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Events that a verb tells: "met with", "gathered in Lisbon", "approved a program"."""
    words = sentence.of(text)
    for match in DEATH.finditer(words):
        if not any(span.start <= match.start() < span.end for span in taken):
            names = re.match(
                r"[\w’' ]+?(?=[,.;]| (?:who|and|in|on|that|after)\b|$)", words[match.end() :]
            )
            end = match.end() + (names.end() if names else 0)
            whole = Span(sentence.start + match.start(), sentence.start + end)
            yield _mention(text, sentence, whole, "death", "the", ())
    for match in _MET.finditer(words):
        tail = _tail(text, sentence, sentence.start + match.end())
        extent = _extent(tail.of(text))
        if not extent:
            continue  # nobody is named
        whole = Span(sentence.start + match.start(), tail.start + extent)
        if not any(_shift(whole, -sentence.start).overlaps(span) for span in taken):
            kind = "meeting" if match.group().startswith("met") else "talks"
            yield _mention(text, sentence, whole, kind, None, ())
    for match in _GATHERED.finditer(words):
        subject = _subject(words, match.start())
        if subject is None or _MET.match(words, match.start()):
            continue
        tail = _tail(text, sentence, sentence.start + match.end())
        if not (
            place_after(tail.of(text))
            or list(find_date_words(text, tail))
            or match.group() in ("discussed",)
        ):
            continue
        whole = Span(sentence.start + subject, sentence.start + match.end())
        if any(_shift(whole, -sentence.start).overlaps(span) for span in taken):
            continue
        kind = "ministerial" if re.search(r"[Mm]inisters", whole.of(text)) else "meeting"
        yield _mention(text, sentence, whole, kind, None, ())
    for match in _APPROVED.finditer(words):
        if not any(Span(*match.span()).overlaps(span) for span in taken):
            start = _subject(words, match.start())
            if start is None:
                continue
            whole = Span(sentence.start + start, sentence.start + match.end())
            mention = _mention(text, sentence, whole, "document", None, ())
            dates = tuple(find_date_words(text, sentence))
            yield replace(mention, dates=dates, place=None, upcoming=False, anaphoric=False)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


_SUBJECT = re.compile(
    r"(?:[Tt]he )?(?:(?:\w+ )?(?:ministers|leaders|presidents|countries|members?|member-countries"
    r"|officials) of (?:the )?)?"
    r"(?:[A-ZÀ-Þ][\w’'.-]+(?: (?:and|of the|of|the)(?= ))?[, ]*){1,12}(?:(?:also|[A-Za-z]+ly) )?"
    r"(?:(?:\w+ )?[Mm]inisters |leaders |presidents )?$"
)


def _subject(words: str, verb: int) -> int | None:
    """Where the subject of the verb starts: a run of names, "and", "of the" before it."""
    start = max(0, verb - 120)
    match = _SUBJECT.search(words[start:verb])
    return start + match.start() if match and match.group().strip() else None
