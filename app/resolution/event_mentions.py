"""Finds the words that mention an event."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import DateForm, find_date_words
from app.domain.gazetteer import KnownEvent
from app.domain.spans import Span
from app.resolution.broadcasts import told_on_air
from app.resolution.event_deeds import told_by_deeds
from app.resolution.event_phrases import NEAR, WORD, EventMention, make_mention
from app.resolution.event_verbs import told_by_verbs
from app.resolution.event_words import DETERMINERS, EVENT_NOUN, EVENT_TYPES, STOP_WORDS
from app.resolution.events_to_come import told_to_come
from app.resolution.houses import told_in_houses
from app.resolution.known_events import KnownEvents
from app.resolution.named_gatherings import named_gatherings
from app.resolution.sentences import LONGEST

_FARTHEST = 160  # characters before a noun in which its phrase starts
_MOST_WORDS = 8  # of a noun phrase before its noun
_DATING = frozenset({DateForm.AGO, DateForm.MONTH, DateForm.DAY})
_NIGHT = re.compile(r"(?:night|evening|afternoon|morning|week|weekend|month)[’']s$")
_DAY_OF_NIGHT = re.compile(r"\b(?:[Ll]ast|[Tt]his|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) $")
#: A headline, at least three words of which begin with capitals, and none with a small letter.
_TITLE_CASE = re.compile(
    r"(?:[^a-z\s][\w’'.,:;“”\"‘?!-]*\s+|(?:a|an|the|of|in|on|at|to|for|and|or|by|with|as|is)\s+){3,}"
    r"[^a-z\s]\S*\s*$"
)
#: The names before the last one of somebody whose rally it is.
_OWNER = re.compile(
    r"(?<![\w’'.])(?!(?:At|In|On|The|After|During|Before|Following|But|And|If|As)\b)"
    r"(?:[A-Z][\w’.-]*[\w.] ){1,4}$"
)
_SHOWN = re.compile(r"[A-Z][’']s? (?:[“\"]|''|‘)$|\w[’']s (?:[“\"]|''|‘)$")
_TITLE_END = re.compile(r"[,.]?(?:[”\"’]|'')")
_CONTRACTED = re.compile(r"(?:[’'](?:ve|re|ll|d|m)|n[’']t)$")
_BARE_VERB = re.compile(r"(?:\b(?:to|will|would|can|could|may|might|must|should|did|not)|n[’']t) $")
_TOUCHES = 16  # characters; what ends right before a phrase is no longer
_POSSESSIVE = re.compile(r".+(?:[’']s|s[’'])$")


def mentions_in(text: str, sentence: Span, events: KnownEvents) -> Iterator[EventMention]:
    """The mentions of events in a sentence, in order and without overlap.

    What runs on for longer than a sentence is looked at piece by piece.
    """
    for start in range(sentence.start, sentence.end, LONGEST):
        yield from _mentions(text, Span(start, min(sentence.end, start + LONGEST)), events)


def _mentions(text: str, sentence: Span, events: KnownEvents) -> Iterator[EventMention]:
    words = sentence.of(text)
    taken: list[Span] = []
    for span, known in events.candidates_in(words):
        taken.append(span)
        yield _known(text, sentence, span, tuple(known))
    yield from told_on_air(text, sentence, taken)
    yield from named_gatherings(text, sentence, taken)
    for match in EVENT_NOUN.finditer(words):
        noun = Span(*match.span())
        if any(noun.overlaps(span) for span in taken) or _is_show(words, noun):
            continue
        if words.startswith(" floor", noun.end):
            continue  # "on the convention floor" is told as a place of speeches
        mention = _noun_phrase(text, sentence, noun, EVENT_TYPES[int(str(match.lastgroup)[1:])])
        if mention is not None and not any(
            Span(mention.span.start - sentence.start, noun.end).overlaps(span) for span in taken
        ):
            taken.append(noun)
            yield mention
    yield from _in_title_case(text, sentence, taken)
    yield from told_to_come(text, sentence, taken)
    yield from told_by_verbs(text, sentence, taken)
    yield from told_by_deeds(text, sentence, taken)
    yield from told_in_houses(text, sentence, taken)
    yield from _placed(text, sentence, taken, events)


def _is_show(words: str, noun: Span) -> bool:
    """Whether the words for an occasion are the title of somebody's show: "CNN’s “Debate”"."""
    return bool(
        _SHOWN.search(words, max(0, noun.start - _TOUCHES), noun.start)
        and _TITLE_END.match(words, noun.end)
    )


def _in_title_case(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Occasions in headlines whose words all begin with capitals: "Crowd Shouts At Rally"."""
    words = sentence.of(text)
    lower = words.lower()
    if not _TITLE_CASE.match(words) or len(lower) != len(words):
        return
    for match in EVENT_NOUN.finditer(lower):
        noun = Span(*match.span())
        if any(noun.overlaps(span) for span in taken):
            continue
        taken.append(noun)
        whole = Span(sentence.start + noun.start, sentence.start + noun.end)
        kind = EVENT_TYPES[int(str(match.lastgroup)[1:])]
        mention = make_mention(text, sentence, whole, kind, "the", ())
        yield replace(mention, span=whole, names=frozenset(), place=None, anaphoric=True)


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
        if span.end - span.start <= NEAR and not any(span.overlaps(t) for t in taken):
            whole = Span(sentence.start + span.start, sentence.start + span.end)
            mention = make_mention(text, sentence, whole, known[0].type, "the", tuple(known))
            yield replace(
                mention, span=whole, by_date=True, place=where.of(words), names=frozenset()
            )


def _known(text: str, sentence: Span, span: Span, known: tuple[KnownEvent, ...]) -> EventMention:
    whole = Span(sentence.start + span.start, sentence.start + span.end)
    return make_mention(text, sentence, whole, known[0].type, "the", known)


def _noun_phrase(text: str, sentence: Span, noun: Span, kind: str) -> EventMention | None:
    words = sentence.of(text)
    start, determiner = noun.start, None
    before = list(WORD.finditer(words, max(0, noun.start - _FARTHEST), noun.start))[-_MOST_WORDS:]
    for word in reversed(before):
        between = words[word.end() : start]
        lower = word.group().lower()
        if between.strip(" ") or lower in STOP_WORDS or lower.endswith("ly"):
            break
        if _CONTRACTED.search(lower):
            break  # "they’ve arranged two"
        start = word.start()
        if lower in DETERMINERS or _POSSESSIVE.match(word.group()):
            determiner = lower
            if word.group()[0].isupper() and (owner := _OWNER.search(words, 0, start)):
                start = owner.start()  # "Donald Trump's rally"
            # "Saturday night's debate": the day stands before the part of it.
            day = _DAY_OF_NIGHT.search(words, 0, start) if _NIGHT.match(lower) else None
            start = day.start() if day else start
            break
    start = _after_verb(words, start, noun.start) if determiner is None else start
    whole = Span(sentence.start + start, sentence.start + noun.end)
    return make_mention(text, sentence, whole, kind, determiner, ())


def _after_verb(words: str, start: int, noun: int) -> int:
    """Where a phrase starts whose first word is a verb: "didn’t {disrupt} the rally's end"."""
    verb = _BARE_VERB.search(words, max(0, start - _TOUCHES), start)
    first = WORD.match(words, start, noun) if verb else None
    if first is None or not first.group().islower():
        return start
    following = WORD.search(words, first.end(), noun)
    return following.start() if following else noun
