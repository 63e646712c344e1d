"""Events that a verb tells: "met with", "gathered in Lisbon", "approved a program"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import MONTHS, WEEKDAYS, find_date_words
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, extent_of, make_mention, tail_of
from app.resolution.event_times import Told
from app.resolution.event_words import DEATH, EVENT_NOUN
from app.resolution.names import capitalised_names, place_after

_MET = re.compile(
    r"\b(?:met with|held talks with|spoke by (?:tele)?phone with"
    r"|(?:discussing|discussed) [\w ]{0,30}?with) "
)
_GATHERED = re.compile(
    r"\b(?:(?:(?:is|are|was|were) (?:due |scheduled |set |expected )?to|would|will|to|shall)"
    r" (?:gather|meet|convene)|gathered|convened|met|discussed)\b"
)
_MANY = re.compile(r"(?<![A-ZÀ-Þ])\b[a-z]{3,}s$")
_IS = re.compile(
    r"\b(?:is|are|was|were|been|began|after|before|while|following)(?: (?:also|still|now))? $"
)
#: "More than half of those who met with Roe": no one meeting is told.
_NO_MEETING = re.compile(
    r"\b(?:people|those|anyone|anybody|everyone|everybody|donors)\b[\w ]{0,40}\bwho (?:\w+ly )?$"
)
#: "Met for the final debate": the debate is the occasion.
_AT_ONE = re.compile(
    rf" (?:for|at|in|during) (?:[\w’'-]+ ){{1,4}}?(?:{EVENT_NOUN.pattern}"
    r"|(?:Summit|Conference|Forum|Convention)\b)"
)
#: "Lund met Foreign Minister Igor Belov in Oslo": the one met is told, too.
_ONE_MET = re.compile(r" (?=(?:the )?[A-ZÀ-Þ])((?!(?:in|at|on|for|during|after|before)\b)[^,;(])*")
_APPROVED = re.compile(
    r"\b(?:approved|adopted|signed|concluded) (?P<what>(?:an?|the) (?:[\w-]+ ){0,4}"
    r"(?:program|programme|agreement|treaty|declaration|document|plan|accord|statement|memorandum))\b"
)


#: "The agreement reached on Tuesday between Iran and six powers", "a truce brokered by Oslo".
_REACHED = re.compile(
    r"\b(?P<what>(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}(?:agreement|accord|deal|treaty|pact|memorandum"
    r"|protocol|convention|truce|cease-?fire|armistice))(?: that was| which was|,)?"
    r" (?:reached|signed|concluded|brokered|struck|initialled)\b(?! (?:a|an|the|that)\b)"
)


def told_by_verbs(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Events that a verb tells: "met with", "gathered in Lisbon", "approved a program"."""
    for find in (_died, _met, _gathered, _approved):
        yield from find(text, sentence, taken)
    for match in _REACHED.finditer(sentence.of(text)):
        yield from _reached(text, sentence, match, taken)


def _died(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in DEATH.finditer(words):
        if not any(span.start <= match.start() < span.end for span in taken):
            names = re.match(
                r"[\w’' ]+?(?=[,.;]| (?:who|and|in|on|that|after)\b|$)", words[match.end() :]
            )
            end = match.end() + (names.end() if names else 0)
            if _MANY.search(words, match.end(), end):
                continue  # "the killing of American citizens" is no one's
            whole = Span(sentence.start + match.start(), sentence.start + end)
            yield make_mention(text, sentence, whole, "death", "the", ())


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
        if not any(_shift(whole, -sentence.start).overlaps(span) for span in taken):
            kind = "meeting" if match.group().startswith("met") else "talks"
            yield make_mention(text, sentence, whole, kind, None, ())


def _gathered(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in _GATHERED.finditer(words):
        subject = _subject(words, match.start())
        if subject is None or _MET.match(words, match.start()) or _AT_ONE.match(words, match.end()):
            continue
        tail = tail_of(text, sentence, sentence.start + match.end())
        told = place_after(tail.of(text)) or next(find_date_words(text, tail), None)
        if not told and match.group() != "discussed":
            continue
        one_met = _ONE_MET.match(tail.of(text)) if match.group() == "met" else None
        extent = extent_of(one_met.group()) if one_met else 0
        whole = Span(sentence.start + subject, sentence.start + match.end() + extent)
        if any(_shift(whole, -sentence.start).overlaps(span) for span in taken):
            continue
        kind = "ministerial" if re.search(r"[Mm]inisters", whole.of(text)) else "meeting"
        mention = make_mention(text, sentence, whole, kind, None, ())
        # "Last November members gathered in Lisbon": the day leads, and is no part of the name.
        leads = Span(max(sentence.start, whole.start - _LEADING), whole.start)
        dates = mention.dates or tuple(find_date_words(text, leads))
        yield replace(mention, dates=dates)


def _approved(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in _APPROVED.finditer(words):
        if any(Span(*match.span()).overlaps(span) for span in taken):
            continue
        start = _subject(words, match.start())
        if start is None:
            continue
        whole = Span(sentence.start + start, sentence.start + match.end())
        mention = make_mention(text, sentence, whole, "document", None, ())
        dates = tuple(find_date_words(text, sentence))
        yield replace(mention, dates=dates, place=None, told=Told.PAST, anaphoric=False)


def _reached(
    text: str, sentence: Span, match: re.Match[str], taken: list[Span]
) -> Iterator[EventMention]:
    """A treaty told by its making, where its day, place or parties stand beside it."""
    if any(Span(*match.span("what")).overlaps(span) for span in taken):
        return
    tail = tail_of(text, sentence, sentence.start + match.end())
    dates = tuple(find_date_words(text, tail))
    parties = _PARTIES.search(tail.of(text))
    whole = Span(sentence.start + match.start("what"), sentence.start + match.end("what"))
    if not dates and parties is None:
        return
    if parties is not None:
        named = parties.end() - 1
        ends = tail.start + named + extent_of(tail.of(text)[named:])
        whole = Span(whole.start, max(whole.end, ends))
    mention = make_mention(text, sentence, whole, "treaty", "the", ())
    names = frozenset(capitalised_names(tail.of(text)))
    place = place_after(tail.of(text)) if "in" in tail.of(text)[:60].split() else None
    yield replace(mention, dates=dates, names=names, place=place, told=Told.PAST, anaphoric=False)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


_PARTIES = re.compile(r"\b(?:between|by|with|among) (?:the )?[A-ZÀ-Þ]")
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


def _subject(words: str, verb: int) -> int | None:
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
