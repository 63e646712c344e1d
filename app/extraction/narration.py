"""The narrator's own sentences: what stands outside quotations, and in which sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import role_nouns

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_PUT = re.compile(r"(?:When )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b")
_TOPIC = re.compile(r"(?:But |And )?[Aa]s for (?:[A-Z][\w.]* )*")
_BEFORE_OBJECT = word_groups("grammar.txt")["object"]


@dataclass(frozen=True, slots=True)
class Narration:
    """Which characters are narration, and the number of the narrator's sentence at each."""

    analysis: Analysis
    quoted: tuple[Span, ...]  # in order, not overlapping
    starts: tuple[int, ...]  # where each of the narrator's sentences starts

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands inside somebody's own words."""
        index = bisect_right(self.quoted, (offset, float("inf"))) - 1
        return index >= 0 and offset < self.quoted[index].end

    def clock_at(self, offset: int) -> int:
        """How many sentences the narrator began up to `offset`; quotations alone do not count."""
        return bisect_right(self.starts, offset)

    def is_asked(self, span: Span) -> bool:
        """Whether somebody is asked something, and so will answer: "asked Jane Roe whether"."""
        before = self.analysis.text[max(0, span.start - 60) : span.start].split()
        while before and before[-1][:1].isupper():  # titles
            before.pop()
        return bool(before) and before[-1] in ("asked", "questioned", "pressed", "interviewed")

    def is_topic(self, span: Span) -> bool:
        """Whether the sentence says at its head whom it is about: "As for Jane Roe, she said"."""
        number = self.analysis.sentence_at(span.start)
        start = span.start if number is None else self._start(number)
        return _TOPIC.fullmatch(self.analysis.text, start, span.start) is not None

    def opens_with_topic(self, span: Span) -> bool:
        """Whether the sentence of these words says at its head whom it is about."""
        number = self.analysis.sentence_at(span.start)
        return number is not None and bool(_TOPIC.match(self.analysis.text, self._start(number)))

    def leads_clause(self, span: Span) -> bool:
        """Whether this is the subject of what somebody says, not of a clause within it."""
        token = self.analysis.token_at(span.end - 1)
        subject = token is not None and token.dep_ in ("nsubj", "nsubjpass")
        return subject and token is not None and token.head.dep_ in ("ccomp", "parataxis")

    def is_put_to_somebody(self, span: Span) -> bool:
        """Whether a sentence opens with what was asked, and this is in it: "Asked if Roe won"."""
        number = self.analysis.sentence_at(span.start)
        if number is None or self.subjecthood(span) == 1.0:
            return False
        return _PUT.match(self.analysis.text, self._start(number)) is not None

    def is_inside_phrase(self, span: Span) -> bool:
        """Whether a name only says what sort a thing is: "the Roe campaign", "Roe voters"."""
        token = self.analysis.token_at(span.end - 1)
        if token is None or token.dep_ not in ("compound", "nmod", "amod"):
            return False
        following = self.analysis.text[span.end : span.end + 2]
        return following[:1] == " " and following[1:].islower() and token.head.i > token.i

    def subjecthood(self, span: Span) -> float:
        """1 for the subject of a main clause, 0.5 of another clause, else 0.

        By syntax; without a model by what stands before.
        """
        token = self.analysis.token_at(span.end - 1)
        if token is not None:
            while token.dep_ in ("compound", "appos", "flat", "nmod") and token.head is not token:
                token = _told_of(token) if token.dep_ == "appos" else token.head
            if token.dep_ == "conj" and token.head.dep_ in ("nsubj", "nsubjpass"):
                token = token.head
            if token.dep_ == "pobj" and token.head.dep_ == "agent":
                return 0.9  # "joined by Jane Roe"
            if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
                return 1.0 if token.head.dep_ in ("ROOT", "conj") else 0.5
            return 1.0 if token.dep_ == "ROOT" else 0.0
        before = self.analysis.text[max(0, span.start - 40) : span.start].split()
        if before and before[-1].strip(",;").casefold() in _BEFORE_OBJECT:
            return 0.0
        number = self.analysis.sentence_at(span.start)
        return 1.0 if number is None or span.start - self._start(number) < 40 else 0.5

    def _start(self, number: int) -> int:
        return self.analysis.sentences[number].start


def _told_of(token: "Token") -> "Token":
    """The noun that a name is put beside: the head, not the party, in "head of the party, Roe,"."""
    noun = token.head
    whose = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for")
    post = noun.head.head if whose else noun
    people = role_nouns()
    if whose and post.lower_ in people and noun.lower_ not in people and noun.text.islower():
        return post
    return noun


def narrate(analysis: Analysis, contents: Sequence[Span]) -> Narration:
    """Marks off what is quoted: the `contents` of direct speech and words in quotation marks."""
    marked = [quote.outer for quote in analysis.quotes]
    frames = (frame for frame in analysis.frames if not frame.is_bare(analysis.text))
    starts = tuple(frame.span.start for frame in frames)
    return Narration(analysis, _merged(sorted([*contents, *marked])), starts)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
