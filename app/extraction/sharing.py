"""Finds who speaks by a second verb of a sentence where the parse gives nobody, or a bystander."""

from typing import TYPE_CHECKING

from app.extraction.cue_words import SPEECH_FORMS
from app.extraction.cues import cue_of
from app.extraction.holders import can_speak
from app.extraction.report import FrameSyntax
from app.extraction.subjects import find_subject

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_DASHES = frozenset(["-", "—", "–", "―", "--"])
_FINITE = frozenset(["VBD", "VBP", "VBZ"])
_LOWER_CLAUSES = ("advcl", "ccomp", "relcl", "acl", "pcomp")
_REACH = 8  # tokens from "who" to the verb of its clause
_STEPS = 6  # up the parse from a verb to one that tells


def telling_verb_over(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The verb of saying that a participle goes on from, past a clause that it is parsed into.

    "Roe said after Poe won, adding that": adding is Roe's, not Poe's. None where its own
    governor is a verb of saying, or none stands above it.
    """
    if verb.tag_ != "VBG" or verb.i - 1 <= view.first or view.token(verb.i - 1).text != ",":
        return None
    governor = verb.head
    if cue_of(governor) is not None or governor.dep_ not in _LOWER_CLAUSES:
        return None
    current = governor
    for _ in range(_STEPS):
        current = current.head
        if not view.holds(current.i) or current.i in view.quoted or current.i > verb.i:
            return None
        if cue_of(current) is not None and current.lower_ in SPEECH_FORMS:
            return current
        if current.head.i == current.i:
            return None
    return None


def tag_before(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The verb of a tag before a participle without a subject: '"...," said Roe, adding that'."""
    if verb.tag_ != "VBG":
        return None
    for number in range(verb.i - 1, view.first, -1):
        token = view.token(number)
        if number not in view.quoted and token.tag_ in _FINITE and token.lower_ in SPEECH_FORMS:
            return token
    return None


def parallel_verb(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The verb of saying in a clause before "and" that a second one goes with, past its parse.

    "People left as she mentioned the port and described it": she described it, where the parse
    has the people. None where the verb has a subject or the two differ in tense.
    """
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or cue_of(verb.head) is not None:
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.lefts):
        return None
    for number in range(verb.i - 1, verb.head.i, -1):
        token = view.token(number)
        if number in view.quoted or token.tag_ not in _FINITE:
            continue
        told = token.dep_ == "advcl" and token.tag_ == verb.tag_ and cue_of(token) is not None
        return token if told else None
    return None


def before_dashes(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The subject before an aside in dashes: "Roe - in a line about the port - declared"."""
    number = verb.i - 1
    while number > view.first and view.token(number).pos_ in ("AUX", "ADV"):
        number -= 1
    if verb.tag_ not in (*_FINITE, "VBN") or view.token(number).text not in _DASHES:
        return None
    opening = number - 1
    while opening > view.first and view.token(opening).text not in _DASHES:
        opening -= 1
    if opening <= view.first:
        return None
    subjects = [
        token
        for token in view.tokens
        if token.i < opening and token.dep_ in ("nsubj", "nsubjpass") and token.i not in view.quoted
    ]
    name = view.token(opening - 1)
    if subjects and not any(t.tag_ in _FINITE for t in _between(view, subjects[0].i, opening)):
        return subjects[0]
    return name if name.pos_ == "PROPN" and name.i not in view.quoted else None


def _between(view: FrameSyntax, first: int, last: int) -> "list[Token]":
    return [view.token(number) for number in range(first, last)]


def named_after_who(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The name behind "who" in "Poe, who Roe on Monday called late": Roe, not Poe, calls."""
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in _FINITE:
        return None
    for number in range(verb.i - 1, max(view.first, verb.i - _REACH), -1):
        token = view.token(number)
        if number in view.quoted or token.tag_ in _FINITE or token.text == ",":
            return None
        if token.lower_ in ("who", "whom"):
            name = view.token(number + 1)
            while name.dep_ == "compound" and number < name.head.i < verb.i:
                name = name.head
            return name if name.pos_ == "PROPN" else None
    return None


def wearer_of(subject: "Token", verb: "Token") -> "Token | None":
    """The verb whose object a thing is that a second verb is hung on: "wore a hat and said"."""
    if verb.dep_ != "conj" or verb.head.i != subject.i or can_speak(subject):
        return None
    current = subject
    while current.dep_ in ("pobj", "dobj", "prep", "conj") and current.head.i != current.i:
        current = current.head
        if current.pos_ == "VERB":
            return current
    return None


def said_of(view: FrameSyntax, antecedent: "Token") -> "Token | None":
    """Whom a noun with "who" is said of: "Roe is a liar who has pledged" is about Roe."""
    current = antecedent
    if not current.text[0].islower():
        return None
    while current.dep_ == "conj" and current.head.i != current.i:
        current = current.head
    if current.dep_ != "attr" or current.head.lemma_ != "be":
        return None
    subject = find_subject(current.head)
    if subject is None or not view.holds(subject.i) or subject.i in view.quoted:
        return None
    named = subject.pos_ == "PROPN" or subject.lower_ in ("he", "she")
    return subject if named else None
