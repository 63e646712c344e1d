"""Finds the verbs that report speech, and leaves out those that say that nothing was said."""

from typing import TYPE_CHECKING

from app.extraction.cue_words import CUE_VERBS, LEMMA_OF, CueWord
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_SILENCE = read_words("silence.txt")
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "nor", "without"])


def cue_of(token: "Token") -> CueWord | None:
    """The entry of the verb that `token` is, or None where it is no verb of saying."""
    if token.pos_ not in ("VERB", "AUX"):
        lemma = LEMMA_OF.get(token.lower_)
        # the tagger takes "said" after a quotation for a noun or an adjective now and then
        return CUE_VERBS["say"] if lemma == "say" and token.pos_ != "ADJ" else None
    if token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    lemma = token.lemma_.lower()
    return CUE_VERBS.get(lemma) or CUE_VERBS.get(LEMMA_OF.get(token.lower_, ""))


def is_silent(verb: "Token") -> bool:
    """Whether the sentence says that this was not said: "did not say", "declined to say"."""
    current = verb
    for _ in range(4):
        if any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in current.children):
            return True
        head = current.head
        if current.dep_ not in ("xcomp", "pcomp", "conj") or head.i == current.i:
            return False
        if current.dep_ == "conj" and any(c.dep_ == "nsubj" for c in current.children):
            return False
        if head.lemma_.lower() in _SILENCE or head.lower_ in _NEGATIONS:
            return True
        if current.dep_ == "conj":
            return False
        current = head
    return False
