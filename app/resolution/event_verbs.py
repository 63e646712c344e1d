"""Gatherings that a verb tells: "met with Roe", "gathered in Lisbon", "received her in Riga"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import MONTHS, WEEKDAYS, find_date_words
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, extent_of, make_mention, tail_of
from app.resolution.event_words import EVENT_NOUN
from app.resolution.names import place_after

_MET = re.compile(
    r"\b(?:met with|held talks with|spoke by (?:tele)?phone with"
    r"|(?:discussing|discussed) [\w ]{0,30}?with) "
)
_GATHERED = re.compile(
    r"\b(?:(?:(?:is|are|was|were) (?:due |scheduled |set |expected )?to|would|will|to|shall)"
    r" (?:gather|meet|convene)|gathered|convened|met|discussed)\b"
)
_IS = re.compile(
    r"\b(?:is|are|was|were|been|began|after|before|while|following)(?: (?:also|still|now))? $"
)
#: "More than half of those who met with Roe": no one meeting is told.
_NO_MEETING = re.compile(
    r"\b(?:people|those|anyone|anybody|everyone|everybody|donors)\b[\w ]{0,40}\bwho (?:\w+ly )?$"
)
#: "The ships met resistance", "will meet the deadline", "will meet voters".
_MEETS_A_DEMAND = re.compile(
    r" (?:(?:the|an?|its|his|her|their|all|these|those|any|with|stiff|fierce|new) ){0,3}"
    r"(?:resistance|opposition|criticism|challenges?|demands?|deadlines?|criteria|needs|goals?"
    r"|targets?|standards?|requirements?|expectations?|obligations|commitments|conditions|costs?|terms|quotas?|voters"
    r"|fans|halfway|success|failure|approval)\b"
)
#: "Met for the final debate": the debate is the occasion.
_AT_ONE = re.compile(
    rf" (?:for|at|in|during) (?:[\w’'-]+ ){{1,4}}?(?:{EVENT_NOUN.pattern}"
    r"|(?:Summit|Conference|Forum|Convention)\b)"
)
#: "Lund met Foreign Minister Igor Belov in Oslo": the one met is told, too.
_ONE_MET = re.compile(r" (?=(?:the )?[A-ZÀ-Þ])((?!(?:in|at|on|for|during|after|before)\b)[^,;(])*")


#: "Received Kari Lund", by full name: a house receives letters.
_RECEIVED = re.compile(
    r"\b(?:received|hosted|welcomed) (?:(?:[A-Za-z][\w’'-]+ ){0,4}?)"
    r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+(?= (?:in|at|on)\b)"
)


def told_by_verbs(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Gatherings that a verb tells: "met with", "gathered in Lisbon", "received"."""
    for find in (_met, _gathered, _received):
        yield from find(text, sentence, taken)


def _met(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in _MET.finditer(words):
        tail = tail_of(text, sentence, sentence.start + match.end())
        extent = extent_of(tail.of(text))
        if not extent or _NO_MEETING.search(words, 0, match.start()):
            continue  # nobody is named, or whoever did so
        if match.group().startswith("discussing") and not _IS.search(words, 0, match.start()):
            continue  # "I thought of discussing it with Roe"
        whole = Span(sentence.start + match.start(), tail.start + extent)
        if not any(whole.shifted(-sentence.start).overlaps(span) for span in taken):
            kind = "meeting" if match.group().startswith("met") else "talks"
            yield make_mention(text, sentence, whole, kind, None, ())


def _gathered(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in _GATHERED.finditer(words):
        subject = subject_of(words, match.start())
        if _MEETS_A_DEMAND.match(words, match.end()):
            continue
        if subject is None or _MET.match(words, match.start()) or _AT_ONE.match(words, match.end()):
            continue
        tail = tail_of(text, sentence, sentence.start + match.end())
        told = place_after(tail.of(text)) or next(find_date_words(text, tail), None)
        if not told and match.group() != "discussed":
            continue
        meets = match.group() == "met" or match.group().endswith(" meet")
        one_met = _ONE_MET.match(tail.of(text)) if meets else None
        extent = extent_of(one_met.group()) if one_met else 0
        whole = Span(sentence.start + subject, sentence.start + match.end() + extent)
        if any(whole.shifted(-sentence.start).overlaps(span) for span in taken):
            continue
        kind = "ministerial" if re.search(r"[Mm]inisters", whole.of(text)) else "meeting"
        mention = make_mention(text, sentence, whole, kind, None, ())
        # "Last November members gathered in Lisbon": the day leads, and is no part of the name.
        leads = Span(max(sentence.start, whole.start - _LEADING), whole.start)
        dates = mention.dates or tuple(find_date_words(text, leads))
        yield replace(mention, dates=dates)


def _received(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """ "Ida Moll received Kari Lund in Riga on Monday": both took part in a meeting."""
    words = sentence.of(text)
    for match in _RECEIVED.finditer(words):
        subject = subject_of(words, match.start())
        if subject is None or any(Span(*match.span()).overlaps(span) for span in taken):
            continue
        tail = tail_of(text, sentence, sentence.start + match.end())
        dates = tuple(find_date_words(text, tail))
        place = place_after(tail.of(text))
        if not dates or not place:
            continue
        whole = Span(sentence.start + subject, sentence.start + match.end())
        mention = make_mention(text, sentence, whole, "meeting", None, ())
        yield replace(mention, span=whole, dates=dates, place=place)


_SUBJECT = re.compile(
    r"(?:[Tt]he )?(?:(?:\w+ )?(?:ministers|leaders|presidents|countries|members?|member-countries"
    r"|officials) of (?:the )?)?"
    r"(?:[A-ZÀ-Þ][\w’'.-]+(?: (?:and|of the|of|the)(?= ))?[, ]*){1,12}(?:(?:also|[A-Za-z]+ly) )?"
    r"(?:(?:\w+ )?[Mm]inisters |leaders |presidents )?$"
)


_DATED = re.compile(
    rf"(?:(?:In|On|Last|This|Next|Early|Late|Since) )?(?:{'|'.join((*MONTHS, *WEEKDAYS))})"
    r"(?: \d{1,2})?(?:,? |$)",
    re.IGNORECASE,
)
_LEADING = 25  # characters before the subject in which the day stands that leads a sentence
_PRONOUN = re.compile(r"(?:I|We|You|They|He|She|It|Who)")


def subject_of(words: str, verb: int) -> int | None:
    """Where the subject of the verb starts: a run of names, "and", "of the" before it."""
    start = max(0, verb - 120)
    match = _SUBJECT.search(words[start:verb])
    if match is None:
        return None
    dated = _DATED.match(match.group())  # "Last June, Ruiz convened"
    begin = dated.end() if dated else 0
    named = match.group()[begin:].strip()
    if not named or named.endswith(",") or _PRONOUN.fullmatch(named):
        return None  # "Roe, of the Oslo School of Art, met …"; "we met" tells of nobody
    return start + match.start() + begin
