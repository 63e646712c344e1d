"""What was done, as a verb tells it: somebody died, a treaty was signed, a plan approved."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.date_words import find_date_words
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention, extent_of, make_mention, tail_of
from app.resolution.event_times import Told
from app.resolution.event_verbs import subject_of
from app.resolution.event_words import DEATH
from app.resolution.names import capitalised_names, place_after

_MANY = re.compile(r"(?<![A-ZÀ-Þ])\b[a-z]{3,}s$")
_NAME = r"[A-ZÀ-Þ][\w’'.-]*\w"
#: "Jon Bakke died on March 9", "Otto Vann, 60, was killed in 2010".
_DIED = re.compile(
    rf"\b(?P<who>{_NAME}(?: (?:{_NAME}|de|van|von|al|bin)){{1,3}})(?:, \d+,|, who|,"
    r" (?:his|her|their|the|an?) [\w’' -]{2,50},|,)?"
    r" (?P<verb>died|was (?:killed|assassinated|murdered|executed|shot dead))"
    r"(?= (?:on|in|at|of|from|after|during|by|when|last|late|early|earlier|yesterday|this|aged"
    r"|two|three|suddenly|peacefully|there|[A-Z]\w+day)\b|,)"
)
_TITLE = re.compile(
    r"^(?:(?:The|Former|Late|Ex-\w+|President|Prime|Foreign|Minister|Chancellor|Senator|King|Queen"
    r"|General|Mr\.|Mrs\.|Ms\.) )+"
)
_TREATY = r"(?:agreement|accord|deal|treaty|pact|memorandum|protocol|convention)"
#: "The Nkomati accord": a treaty by its name, whose day may be told elsewhere.
_BY_NAME = re.compile(rf"(?:an?|the) (?:[A-ZÀ-Þ][\w-]+ ){{1,3}}{_TREATY}$")
#: "An agreement on fisheries", up to where its place or day is told.
_ON_WHAT = (
    r"(?: (?:with|between) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,4})?"
    r"(?: (?:on|for|about|governing) (?:the )?[a-z][\w-]*"
    r"(?: (?!(?:in|on|was|were|that|which)\b)[a-z][\w-]*){0,3})?"
)
_SIGNED = re.compile(
    r"\b(?:signed|concluded|initialled) "
    rf"(?P<what>(?:an?|the) (?:[\w-]+ ){{0,3}}{_TREATY}{_ON_WHAT})"
    r"(?= (?:in|on|last|this|earlier|yesterday|today)\b|,)"
)
_APPROVED = re.compile(
    r"\b(?:approved|adopted|signed|concluded) (?P<what>(?:an?|the) (?:[\w-]+ ){0,4}"
    r"(?:program|programme|agreement|treaty|declaration|document|plan|accord|statement|memorandum))\b"
)
#: "The agreement reached on Tuesday between Iran and six powers", "a truce brokered by Oslo".
_REACHED = re.compile(
    rf"\b(?P<what>(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){{0,3}}(?:{_TREATY}|truce|cease-?fire|armistice)"
    rf"{_ON_WHAT})(?:,? (?:that |which )?(?:was|were)|,)?"
    r" (?:reached|signed|concluded|brokered|struck(?! down)|initialled)\b(?! (?:a|an|the|that)\b)"
)
_LEAD = 30  # characters up to a treaty in which the verb and its day stand: "yesterday signed"
_PARTIES = re.compile(r"\b(?:between|by|with|among) (?:the )?[A-ZÀ-Þ]")


def told_by_deeds(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """Deaths, treaties and papers of a sentence that a verb tells."""
    yield from _died(text, sentence, taken)
    for find in (_has_died, _signed, _approved):
        for mention in find(text, sentence, taken):
            span = mention.span.shifted(-sentence.start)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield mention
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


def _has_died(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """ "Jon Bakke died on March 9": the day is told beside the verb."""
    for match in _DIED.finditer(sentence.of(text)):
        who = _TITLE.sub("", match["who"])
        tail = tail_of(text, sentence, sentence.start + match.end())
        dates = tuple(find_date_words(text, tail))
        if " " not in who or not dates:
            continue
        start = sentence.start + match.end("who") - len(who)
        whole = Span(start, sentence.start + match.end())
        mention = make_mention(text, sentence, whole, "death", "the", ())
        yield replace(
            mention,
            span=whole,
            names=frozenset(capitalised_names(who)),
            dates=dates[:1],
            place=None,
            told=Told.PAST,
            anaphoric=False,
            called=f"Death of {who}",
            noun="death",
        )


def _signed(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    """ "The two states signed an agreement on fisheries in Oslo in June 2012"."""
    for match in _SIGNED.finditer(sentence.of(text)):
        whole = Span(sentence.start + match.start("what"), sentence.start + match.end("what"))
        tail = tail_of(text, sentence, whole.end)
        lead = Span(max(sentence.start, whole.start - _LEAD), whole.start)
        dates = tuple(find_date_words(text, tail)) or tuple(find_date_words(text, lead))
        if not dates and not _BY_NAME.match(match["what"]):
            continue
        mention = make_mention(text, sentence, whole, "treaty", "the", ())
        before = sentence.of(text)[max(0, match.start() - 80) : match.start()]
        names = frozenset((*capitalised_names(before), *capitalised_names(match["what"])))
        yield replace(
            mention, span=whole, dates=dates, names=names, told=Told.PAST, anaphoric=False
        )


def _approved(text: str, sentence: Span, taken: list[Span]) -> Iterator[EventMention]:
    words = sentence.of(text)
    for match in _APPROVED.finditer(words):
        if any(Span(*match.span()).overlaps(span) for span in taken):
            continue
        start = subject_of(words, match.start())
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
