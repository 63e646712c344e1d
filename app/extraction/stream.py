"""What the narration mentions, in text order: names, "he", "she" and "they", people unnamed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.capitals import Word, groups, role_nouns
from app.extraction.cast import Cast
from app.extraction.names import PERSON
from app.extraction.narration import Narration
from app.extraction.phrases import things

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj")
_LONGEST_PAIR = 100  # characters
_REACH = 7  # words from a determiner to the noun it goes with


@dataclass(frozen=True, slots=True)
class Event:
    """One mention in the narration; just one of the last fields but `both` is set."""

    span: Span
    name: int | None = None  # number of a name of the cast
    pronoun: str = ""  # "he", "she" or "they"
    description: str = ""  # "a retired nurse", "the governor"
    group: str = ""  # "his supporters"
    both: bool = False  # whether the group is two people, by name


def mentions_in_order(analysis: Analysis, cast: Cast, narration: Narration) -> list[Event]:
    """All mentions outside quotations that later pronouns can refer to, in text order."""
    events = [
        Event(name.span, name=number)
        for number, name in enumerate(cast.names)
        if cast.meanings[number] is not None and not narration.is_quoted(name.span.start)
    ]
    told = sorted({at.start for figure in cast.figures for at in figure.roles.values()})
    for words, paragraph in zip(cast.words, analysis.paragraphs, strict=True):
        for match in _PRONOUN.finditer(analysis.text, paragraph.start, paragraph.end):
            if not narration.is_quoted(match.start()):
                events.append(Event(Span(match.start(), match.end()), pronoun=match[0].lower()))
        events += [
            Event(span, description=" ".join(span.of(analysis.text).split()))
            for span in _described(words, cast)
            if not _is_said_of_somebody(analysis.text, told, span)
            if not narration.is_quoted(span.start)
        ]
        events += [
            Event(span, group=" ".join(span.of(analysis.text).split()))
            for span in _groups(analysis, words)
            if not narration.is_quoted(span.start)
        ]
    events += [
        Event(span, group=" ".join(span.of(analysis.text).split()), both=True)
        for span in _pairs(analysis, cast)
        if not narration.is_quoted(span.start)
    ]
    return sorted(events, key=lambda event: event.span)


def _described(words: Sequence[Word], cast: Cast) -> Iterator[Span]:
    """Noun phrases for one person that hold no name: "a retired nurse", "the governor"."""
    for index, word in enumerate(words):
        if word.lower not in ("a", "an", "one", "another", "the"):
            continue
        noun = _noun_after(words, index)
        if noun is None or cast.name_over(words[noun].span.start) is not None:
            continue
        following = words[noun + 1] if noun + 1 < len(words) else None
        if following is not None and (following.joined and following.capital):
            continue
        if following is not None and cast.name_over(following.span.start) is not None:
            continue  # an apposition: "the envoy, Dmitry Rogozin"
        yield Span(word.span.start, words[noun].span.end)


def _is_said_of_somebody(text: str, roles: Sequence[int], span: Span) -> bool:
    """Whether ", a lawyer," stands behind a name as a role, which begins at one of `roles`.

    "The lawyer" there means whoever bears that role, and makes no second one.
    """
    at = bisect_left(roles, span.start)
    within = at < len(roles) and roles[at] < span.end
    return within and text[span.start] in "aA"


def _groups(analysis: Analysis, words: Sequence[Word]) -> Iterator[Span]:
    """Noun phrases for several people: "his supporters", "Catholic Republicans"."""
    if analysis.doc is None:
        return
    for word in words:
        if word.lower not in groups() and word.lower.removesuffix("s") not in role_nouns():
            continue
        noun = analysis.token_at(word.span.start)
        if noun is not None and noun.tag_ in ("NNS", "NNPS") and noun.dep_ in _ARGUMENTS:
            first = noun.left_edge
            while first.i < noun.i and (first.dep_ == "advmod" or first.is_punct):
                first = first.nbor()  # "Even Republicans"
            yield Span(max(analysis.span(first).start, words[0].span.start), word.span.end)


def _pairs(analysis: Analysis, cast: Cast) -> Iterator[Span]:
    """Two people named together as a subject: "Jane Roe and Joan Poe"."""
    for number, name in enumerate(cast.names):
        token = analysis.token_at(name.span.end - 1)
        if token is None or token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        other = next((c for c in token.rights if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
        end = analysis.span(other).end if other is not None else 0
        second = cast.name_over(end - 1) if other is not None else None
        persons = second is not None and {cast.meaning_label(number), cast.meaning_label(second)}
        between = analysis.text[name.span.end : end]
        if persons == {PERSON} and end - name.span.start <= _LONGEST_PAIR and "," not in between:
            yield Span(name.span.start, end)


def _noun_after(words: Sequence[Word], start: int) -> int | None:
    found = None
    for index in range(start + 1, min(start + _REACH, len(words))):
        if not words[index].joined or words[index - 1].possessive:
            break
        if words[index].lower in role_nouns() or words[index].lower in things():
            found = index
        elif found is not None or words[index].lower in (
            "of",
            "to",
            "for",
            "who",
            "that",
            "and",
            "in",
            "on",
            "with",
            "after",
            "before",
            "by",
            "from",
        ):
            break
    return found
