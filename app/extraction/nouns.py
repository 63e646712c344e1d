"""Finds content that a noun of saying leads: "his claim that", "her call for", "a promise to"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.cue_words import CUE_NOUNS, CueWord, Form
from app.extraction.cues import cue_of
from app.extraction.days import is_day
from app.extraction.holders import can_speak
from app.extraction.report import FrameSyntax, Report, trimmed
from app.extraction.sources import noun_phrase
from app.extraction.subjects import find_subject
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_MARKS = frozenset([",", ":"])
#: Verbs whose subject is who made the claim, promise or call that is their object.
_REFUSALS = frozenset(
    [
        "dismiss",
        "reject",
        "deny",
        "refute",
        "dispute",
        "rebut",
        "bristle",
        "scoff",
        "challenge",
        "contest",
        "debunk",
    ]
)
#: What a reporter asks for, and where something is posted: nobody's words.
_ASKED_FOR = re.compile(
    r"comments?\b|(?:an )?interviews?\b|(?:Twitter|Facebook|Instagram|YouTube|social media)$"
)
_LIGHT_VERBS = read_words("light_verbs.txt")


def noun_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each noun of saying in the frame that leads its content."""
    for token in view.tokens:
        if token.i in view.quoted or token.pos_ not in ("NOUN", "PROPN"):
            continue
        word = CUE_NOUNS.get(token.lemma_.lower())
        if word is None or cue_of(token) is not None:
            continue
        content = _content(view, token, word) or _predicate(view, token, word)
        if content is None:
            continue
        owner = _owner(token) or (_doer(token) if content[1] != "preposition" else None)
        owner = None if owner is not None and owner.i in view.quoted else owner
        source = noun_phrase(view, owner) if owner is not None else None
        if source is None and content[1] != "clause":
            continue  # "calls for reform" by nobody: no statement
        if _is_unsaid(token) or _ASKED_FOR.match(content[0].of(view.analysis.text)):
            continue
        yield Report(
            rule=f"noun: {content[1]}",
            frame=view.number,
            cue=(view.span(token.i, token.i),),
            source=(source,) if source is not None else (),
            content=(content[0],),
            lemma=word.lemma,
            evidence=frozenset() if source is not None else frozenset({"no source"}),
        )


def _content(view: FrameSyntax, noun: "Token", word: CueWord) -> tuple[Span, str] | None:
    for child in noun.rights:
        if not view.holds(child.i):
            continue
        form, first = None, child.left_edge.i
        if child.dep_ in ("acl", "ccomp", "relcl"):
            marks = [c for c in child.children if c.i < child.i and c.dep_ in ("mark", "aux")]
            if word.takes(Form.CLAUSE) and any(c.lower_ == "that" for c in marks):
                form = "clause" if child.dep_ != "relcl" else None
            elif word.takes(Form.INFINITIVE) and any(c.lower_ == "to" for c in marks):
                form = "infinitive"
        elif child.dep_ == "prep" and child.lower_ in word.prepositions:
            inside = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp")), None)
            if inside is not None and not is_day(child, inside):
                form, first = "preposition", inside.left_edge.i
        if form is None:
            continue
        while first < child.right_edge.i and view.token(first).lower_ in _MARKS:
            first += 1
        last = min(child.right_edge.i, view.last)
        if form == "preposition" and last < view.last and view.token(last + 1).tag_ == "TO":
            last = min(view.token(last + 1).head.right_edge.i, view.last)  # "a call for X to act"
        if first > last:
            continue
        span = trimmed(view.analysis.text, view.span(first, last))
        if span is not None:
            return span, form
    return None


def _predicate(view: FrameSyntax, noun: "Token", word: CueWord) -> tuple[Span, str] | None:
    """What the noun is said to be: "her claim is that the port is late"."""
    verb = noun.head
    if not (word.takes(Form.CLAUSE) and noun.dep_ == "nsubj" and verb.lemma_ == "be"):
        return None
    if _owner(noun) is None:
        return None
    for child in verb.rights:
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts)
        if child.dep_ == "ccomp" and marked and view.holds(child.i):
            span = view.span(child.left_edge.i, min(child.right_edge.i, view.last))
            whole = trimmed(view.analysis.text, span)
            return (whole, "clause") if whole is not None else None
    return None


def _is_clause(verb: "Token") -> bool:
    return any(child.dep_ in ("mark", "nsubj", "nsubjpass") for child in verb.lefts)


def _is_unsaid(noun: "Token") -> bool:
    """Whether nothing was said, or by nobody: "made no mention of", "the loss raised questions"."""
    if any(child.lower_ == "no" for child in noun.lefts):
        return True
    if noun.dep_ != "dobj" or noun.head.lemma_ != "raise":
        return False
    subject = find_subject(noun.head)
    return subject is not None and not can_speak(subject)


def _doer(noun: "Token") -> "Token | None":
    """Who acts with a claim: "she stirred anger with an assertion that"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ != "with" or link.head.pos_ != "VERB":
        return None
    subject = find_subject(link.head)
    return subject if subject is not None and can_speak(subject) else None


def _owner(noun: "Token") -> "Token | None":
    """Whose claim it is: "her claim", "a claim by her", "she made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "acl" and child.tag_ == "VBN" and not _is_clause(child):
            subject = find_subject(child)
            if subject is not None:
                return subject
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.lemma_.lower() in _LIGHT_VERBS | _REFUSALS:
        return find_subject(head)
    if noun.dep_ == "pobj" and head.lower_ in ("in", "at") and head.head.pos_ == "VERB":
        verb = head.head  # "said in a statement that", "bristled at the suggestion that"
        tells = cue_of(verb) is not None if head.lower_ == "in" else verb.lemma_ in _REFUSALS
        return find_subject(verb) if tells else None
    return None
