"""Tells where taking a side is told as an act: "Ruiz backs the bill", "Norway opposed the ban"."""

from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.wordlists import word_groups

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_PRONOUNS = frozenset(["he", "she"])
#: Words that say that the side is not taken now, or not yet.
_NOT_NOW = frozenset([
    "once", "longer", "initially", "formerly", "previously", "originally", "never", "nearly",
    "almost", "rarely", "seldom", "reportedly", "allegedly", "supposedly", "hardly", "apparently",
    "not",
])  # fmt: skip
#: Verbs of a view: what somebody supports now is told of them; what they once did is history.
_VIEWS = frozenset(["support", "favor", "favour"])
_AWAY = frozenset(["off", "out", "away", "down", "up", "from", "into", "onto"])


def takes_side(verb: "Token") -> bool:
    """Whether somebody named takes a side in the main clause of a sentence, and takes it now.

    What voters, polls or data support is nobody's statement; nor is what a clause only supposes,
    asks, recalls or tells of those it is about ("a senator who backs the bill").
    """
    if verb.tag_ == "VBD" and verb.lemma_ in _VIEWS:
        return False
    if verb.pos_ != "VERB" or (verb.tag_ not in _FINITE and not _has_done(verb)):
        return False
    main = verb
    while main.dep_ == "conj" and main.head.i != main.i:
        main = main.head
    if main.dep_ != "ROOT" or main.pos_ not in ("VERB", "AUX"):
        return False
    subject = _subject(verb, main)
    if subject is None or not _is_named(subject):
        return False
    if verb.lemma_ != "come" and any(child.lower_ in _AWAY for child in verb.rights):
        return False  # "backed off", "backed out of"
    if any(child.dep_ == "dobj" and not _is_matter(child) for child in verb.rights):
        return False
    around = (*verb.lefts, *(c for c in verb.rights if c.dep_ in ("advmod", "neg")))
    if any(child.lower_ in _NOT_NOW or child.tag_ == "MD" for child in around):
        return False
    return not verb.sent.text.rstrip("\"”’' \n").endswith("?")


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    groups = word_groups("roles.txt")
    return frozenset(word for name in ("u", "m", "f", "group", "body") for word in groups[name])


def _is_matter(thing: "Token") -> bool:
    """Whether a side can be taken on it: on a bill, not on a candidate or on "one"."""
    if thing.pos_ == "PROPN":
        return thing.ent_type_ != "PERSON" and any(c.dep_ == "det" for c in thing.lefts)
    if thing.lower_ in _people() or thing.lemma_.lower() in _people():
        return False  # "backs the rebels": with arms, not with words
    return thing.pos_ in ("NOUN", "VERB") and thing.ent_type_ != "PERSON"


def _has_done(verb: "Token") -> bool:
    """ "Has backed", "had opposed"."""
    return verb.tag_ == "VBN" and any(
        c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.lefts
    )


def _subject(verb: "Token", main: "Token") -> "Token | None":
    for one in (verb, main):
        own = next((c for c in one.lefts if c.dep_ == "nsubj"), None)
        if own is not None:
            return own
    return None


def _is_named(subject: "Token") -> bool:
    """Whether a subject names a person or body: "Ruiz", "the Labor Party", "he"."""
    if subject.pos_ == "PRON":
        return subject.lower_ in _PRONOUNS
    return subject.pos_ == "PROPN" and subject.tag_ != "NNPS"
