"""Tells whether a noun phrase can speak: a person, a body, a document; not "the rise"."""

from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.wordlists import word_groups, word_set
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "you", "who", "him", "her", "them"])
_LABELS = frozenset(["PERSON", "ORG", "GPE", "NORP"])
_ABSTRACT = (
    "tion", "sion", "ment", "ness", "ity", "ing", "ism", "ance", "ence", "ancy", "ency", "ship",
    "hood", "dom", "ure", "age", "al", "cy", "th", "logy",
)  # fmt: skip
_RELATIVES = frozenset(["which", "that"])


@lru_cache(maxsize=1)
def _speaking_nouns() -> frozenset[str]:
    groups = word_groups("roles.txt")
    words = {word for name in ("u", "m", "f", "group", "document", "body", "office")
             for word in groups.get(name, ())}  # fmt: skip
    return frozenset(word.lower() for word in words) | word_set("bodies.txt")


def is_abstract(head: "Token") -> bool:
    """Whether a noun names a happening or a state, or a pronoun a thing: "the rise", "this".

    "It" may stand for a body: "Russia objected; it has warned of war".
    """
    if head.pos_ != "NOUN":
        return head.lower_ != "it"
    word = head.lemma_.lower()
    return word.endswith(_ABSTRACT) or word in read_words("happenings.txt")


def can_speak(head: "Token") -> bool:
    """Whether the head of a noun phrase names somebody who can say something."""
    if head.lower_ in _RELATIVES and head.head.dep_ == "relcl" and head.head.head.i != head.head.i:
        head = head.head.head
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS or head.lower_ in _speaking_nouns()
    if head.ent_type_ in _LABELS or head.pos_ == "PROPN":
        return True
    return head.lower_ in _speaking_nouns() or head.lemma_.lower() in _speaking_nouns()
