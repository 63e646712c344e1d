"""Finds content led by a phrase, not by one verb: "made it clear that", "was adamant that"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.boundaries import content_spans
from app.extraction.clauses import Complement
from app.extraction.holders import can_speak
from app.extraction.report import FrameSyntax, Report
from app.extraction.sources import source_spans
from app.extraction.subjects import find_subject

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: "made clear", "let it be known"; with any verb of the first group before.
#: Source: written for this project from knowledge of English.
_MAKERS = frozenset(["make", "leave", "let"])
_MADE = frozenset(["clear", "plain", "known", "public"])

#: Adjectives for how somebody says a thing; those for what somebody feels are left out.
_OUTSPOKEN = frozenset(
    ["adamant", "emphatic", "insistent", "unequivocal", "explicit", "blunt", "clear", "categorical"]
)

#: Nouns that hold an opinion voiced: "was of the opinion that", "his view is that".
_VOICED = frozenset(["opinion", "view", "contention", "argument", "point", "message", "answer"])
_COPULAS = frozenset(["be", "remain"])
_REACH = 4  # tokens between the verb and "clear": "made it abundantly clear"


def idiom_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each such phrase in the frame with a that-clause after it."""
    for token in view.tokens:
        if token.i in view.quoted or token.pos_ not in ("VERB", "AUX"):
            continue
        end = _phrase_end(view, token)
        if end is None:
            continue
        first = _clause_start(view, end)
        subject = find_subject(token)
        if first is None or subject is None:
            continue
        speaks = can_speak(subject) or subject.lower_ in _VOICED
        if not speaks:
            continue
        source = _source(view, subject, token)
        clause = view.token(first + 1).head if first + 1 <= view.last else token
        found = Complement(first, max(_clause_end(view, first), clause.i), "clause")
        content = content_spans(view, token, found)
        if content and source:
            cue = (view.span(token.i, end),)
            yield Report("idiom", view.number, cue, source, content, "make clear")


def _source(view: FrameSyntax, subject: "Token", verb: "Token") -> tuple[Span, ...]:
    if subject.lower_ in _VOICED:
        owner = next((c for c in subject.children if c.dep_ == "poss"), None)
        return source_spans(view, owner, verb) if owner is not None else ()
    return source_spans(view, subject, verb)


def _phrase_end(view: FrameSyntax, verb: "Token") -> int | None:
    lemma = verb.lemma_.lower()
    ahead = [t for t in view.tokens if verb.i < t.i <= verb.i + _REACH]
    if any(
        t.dep_ == "neg" or t.lower_ in ("not", "n't", "n’t", "never") for t in (*ahead, *verb.lefts)
    ):
        return None
    if lemma in _MAKERS:
        return next((t.i for t in ahead if t.lower_ in _MADE), None)
    if lemma in _COPULAS:
        subject = find_subject(verb)
        if subject is not None and subject.lower_ in _VOICED:
            return verb.i
        return next((t.i for t in ahead if t.lower_ in _OUTSPOKEN or t.lower_ in _VOICED), None)
    return None


def _clause_start(view: FrameSyntax, end: int) -> int | None:
    """The token "that" right after the phrase; for "made clear" also a clause without it."""
    if end + 1 > view.last:
        return None
    following = view.token(end + 1)
    if following.lower_ == "that" and following.dep_ in ("mark", "nsubj", "det", "dobj"):
        return end + 1
    return None


def _clause_end(view: FrameSyntax, first: int) -> int:
    head = view.token(first).head
    return head.right_edge.i if head.i > first else first
