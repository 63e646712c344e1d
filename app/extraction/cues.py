"""Finds the verbs that report speech, and leaves out those that say that nothing was said."""

from collections.abc import Container
from typing import TYPE_CHECKING

from app.extraction.cue_words import CUE_VERBS, LEMMA_OF, CueWord, Form
from app.extraction.sides import takes_side
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_SILENCE = read_words("silence.txt")
_NOMINATIVES = frozenset(["he", "she", "they", "we", "i", "there"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "nor", "without"])
_WISHES = read_words("wishes.txt")
_NOBODY = frozenset(["none", "nobody", "neither"])
_AGAINST = frozenset(["without", "against"])  # "decided against saying so"
_QUESTIONS = frozenset(["ask", "question", "wonder", "press", "quiz"])
_JUDGING = ("acomp", "advmod")  # "hard to say", "too soon to say"
_FUTURE = frozenset(["will", "'ll", "’ll", "shall"])
_POSSIBLE = frozenset(["can", "could", "may", "might", "must", "should"])
_STEPS = 4  # up a chain of verbs that share a subject


def cue_of(token: "Token") -> CueWord | None:
    """The entry of the verb that `token` is, or None where it is no verb of saying."""
    if token.pos_ not in ("VERB", "AUX"):
        return _mistaken(token)
    if token.dep_ in ("aux", "auxpass"):
        return None
    if token.dep_ in ("amod", "compound") and token.tag_ in ("VBN", "VBG", "VB"):
        return None
    lemma = token.lemma_.lower()
    particle = next((c.lower_ for c in token.rights if c.dep_ in ("prt", "advmod")), None)
    phrasal = CUE_VERBS.get(f"{lemma}-{particle}") if particle else None
    word = phrasal or CUE_VERBS.get(lemma) or CUE_VERBS.get(LEMMA_OF.get(token.lower_, ""))
    if word is not None and word.takes(Form.SIDE) and not takes_side(token):
        return None
    return word


def _mistaken(token: "Token") -> CueWord | None:
    """A verb of saying that the tagger takes for a noun: "Smith claims he is", ""...," he said"."""
    word = CUE_VERBS.get(LEMMA_OF.get(token.lower_, ""))
    if word is None or token.pos_ in ("ADJ", "ADV", "ADP", "SCONJ"):
        return None
    if word.lemma == "say":
        return word
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is None or token.lower_ == word.lemma or not word.takes(Form.CLAUSE):
        return None
    if token.dep_ == "ROOT" and token.tag_ == "NNS" and following.lower_ == "that":
        return word if token.i > 0 and token.doc[token.i - 1].text[:1].isupper() else None
    named = token.i > 0 and token.doc[token.i - 1].pos_ == "PROPN"
    return word if named and following.lower_ in _NOMINATIVES else None


def is_silent(verb: "Token", quoted: Container[int] = ()) -> bool:
    """Whether the sentence says that this was not said: "did not say", "declined to say".

    Tokens that are `quoted` deny nothing: '"Absolutely not," she said'.
    """
    current = verb
    for _ in range(_STEPS):
        if _has_no_subject(current, quoted):
            return True
        if _is_wished(current) or _is_in_question(current) or _is_judged(current):
            return True
        if any(_denies(child, current) and child.i not in quoted for child in current.children):
            return True
        head = current.head
        if current.dep_ not in ("xcomp", "pcomp", "conj") or head.i == current.i:
            return False
        if current.dep_ == "conj" and any(c.dep_ == "nsubj" for c in current.children):
            return False
        if head.lemma_.lower() in _SILENCE or head.lower_ in _NEGATIONS | _AGAINST:
            return True
        if head.lower_ == "of" and head.i and head.nbor(-1).lower_ == "short":
            return True  # "stopped short of calling for it"
        if current.dep_ == "conj":
            return False
        current = head
    return False


def _has_no_subject(verb: "Token", quoted: Container[int]) -> bool:
    """Whether it is nobody who says it: "none of them declared", "no evidence suggests"."""
    for subject in verb.lefts:
        if subject.dep_ != "nsubj" or subject.i in quoted:
            continue
        first = subject.left_edge
        if subject.lower_ in _NOBODY or (first.lower_ in ("no", "neither") and first.i < verb.i):
            return True
    return False


def _is_wished(verb: "Token") -> bool:
    """Whether somebody only wants others to say it: "they urged voters to say no"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or head.lemma_.lower() not in _WISHES:
        return False
    if not any(child.tag_ == "TO" for child in verb.lefts):
        return False
    others = (*verb.lefts, *(child for child in head.rights if child.i < verb.i))
    return any(child.dep_ in ("nsubj", "dobj") for child in others)


def _is_in_question(verb: "Token") -> bool:
    """Whether somebody asks if it is said: "asked whether he would promise a port"."""
    if verb.dep_ not in ("ccomp", "advcl") or verb.head.lemma_.lower() not in _QUESTIONS:
        return False
    return any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.lefts)


def _is_judged(verb: "Token") -> bool:
    """Whether nobody says it, but saying it is so and so: "it is too soon to say how late"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not any(c.tag_ == "TO" for c in verb.lefts):
        return False
    if head.dep_ in _JUDGING:
        head = head.head
    adjective = any(c.dep_ in _JUDGING and c.i < verb.i for c in head.rights)
    subject = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in head.lefts)
    return head.lemma_ == "be" and adjective and subject


def is_only_possible(verb: "Token", rule: str) -> bool:
    """Whether it may or ought to be said some day: "the panel could declare a port".

    What somebody "will say" in a speech, as a clause, was given out beforehand.
    """
    modal = next((c.lower_ for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "MD"), None)
    if modal in _FUTURE:
        return rule not in ("verb: clause", "verb: around")
    return modal in _POSSIBLE and rule != "verb: around"


def _denies(child: "Token", verb: "Token") -> bool:
    """Whether "not" or "never" stands right before a verb, its auxiliaries between."""
    if child.dep_ != "neg" and child.lower_ not in _NEGATIONS:
        return False
    return child.i < verb.i or (child.i == verb.i + 1 and child.lower_ != "without")
