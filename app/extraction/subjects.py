"""Finds the subject of a verb: its own, or the one it shares with the verb it depends on."""

from typing import TYPE_CHECKING

from app.extraction.holders import can_speak

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
#: Words that stand alone for people, which the parser takes for adjectives: "many argue".
_INDEFINITES = frozenset(["many", "some", "others", "few", "most", "both", "several"])
#: Steps up a chain of conjunctions and infinitives before the search for a subject ends.
_SENSES = frozenset(["hear", "see", "watch", "let", "make", "have", "help"])
_REACH = 6


def find_subject(verb: "Token") -> "Token | None":
    """The subject of a verb, its own or the one it shares with the verb it depends on.

    "He came and said", "went on to say", "..., adding that", "a man saying": the head of the
    noun phrase; None where there is none, and for a passive without "by".
    """
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("amod", "compound"):
        return _name_before(verb)
    if verb.tag_ == "VBG" and verb.i > 1 and verb.doc[verb.i - 1].tag_ == "POS":
        return verb.doc[verb.i - 2]  # "Jane Roe's calling him late"
    sensed = _sensed(verb)
    if sensed is not None:
        return sensed
    current = verb
    for _ in range(_REACH):
        if is_passive(current):
            return _agent(current) if current.i == verb.i else _own_subject(current)
        own = _own_subject(current)
        if own is not None and own.i != verb.i:  # a participle read as subject: ", writing it is"
            return _who_does(own)
        following = _governor(current)
        if following is None:
            return None
        if following.pos_ in ("NOUN", "PROPN", "PRON"):
            return following
        current = following
    return None


def _sensed(verb: "Token") -> "Token | None":
    """Who is heard or seen at it: "hearing a candidate say that", the verb read as a second one."""
    if verb.tag_ not in ("VB", "VBP") or verb.head.lemma_ not in _SENSES or verb.dep_ != "conj":
        return None
    heard = object_of(verb.head)
    return heard if heard is not None and heard.right_edge.i == verb.i - 1 else None


def _who_does(subject: "Token") -> "Token":
    """Who acts in "All she could do was shout that": she, where the parse has "all"."""
    if subject.lower_ not in ("all", "what"):
        return subject
    clauses = (child for child in subject.rights if child.dep_ == "relcl")
    doers = (c for clause in clauses for c in clause.lefts if c.dep_ == "nsubj")
    return next(doers, subject)


def _name_before(verb: "Token") -> "Token | None":
    """The noun or pronoun right before a verb that the parse does not know for one."""
    before = verb.doc[verb.i - 1] if verb.i > 0 else None
    if before is not None and before.pos_ in ("NOUN", "PROPN", "PRON"):
        return before
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "PRON"):
        head = after.head if after.dep_ == "compound" else after
        return head if head.i != verb.i else None
    return None


def is_passive(verb: "Token") -> bool:
    """Whether the verb is a passive: "was told", "a letter sent by"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and is_passive(verb.head))


def _own_subject(verb: "Token") -> "Token | None":
    found = [c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    if found:  # of several the nearest before the verb: "Tuesday in town Jane Roe said"
        return max((c for c in found if c.i < verb.i), key=_position, default=found[0])
    for child in verb.lefts:
        if child.dep_ == "poss" and verb.tag_ == "VBG":
            return child  # "Jane Roe's calling him late"
        if child.lower_ in _INDEFINITES and child.i == verb.i - 1 and child.tag_ != "RBS":
            return child
    return None


#: Verbs whose subject does what follows, whatever their object: "used the speech to say".
_OWN = frozenset({"promise", "vow", "use"})


def _position(token: "Token") -> int:
    return token.i


def _agent(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _governor(verb: "Token") -> "Token | None":
    """The verb or noun whose subject this verb shares, or which is its subject."""
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ in ("xcomp", "ccomp"):
        return object_of(head) if _controls_by_object(head, verb) else head
    if verb.dep_ == "conj" and head.dep_ == "relcl":
        return _of_the_same_tense(verb, head)
    if verb.dep_ in ("conj", "advcl", "dep", "parataxis"):
        return head
    if verb.dep_ in ("acl", "relcl"):
        return head.head if _is_undertaken(verb, head) else head
    if verb.dep_ in ("pcomp", "prep") or head.dep_ == "prep":
        top = head
        while top.dep_ in ("prep", "pcomp") and top.head.i != top.i:
            top = top.head
        return top if top.pos_ in ("VERB", "AUX") else None
    return head if head.pos_ in ("VERB", "AUX") else None


def _is_undertaken(verb: "Token", noun: "Token") -> bool:
    """Whether who acts does it by a thing: "took pains to say", "mounted a campaign to condemn"."""
    if verb.tag_ != "VB" or noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return False
    drive = noun.lemma_ == "campaign" and any(c.lower_ in ("a", "an") for c in noun.lefts)
    return noun.pos_ == "NOUN" and (drive or not can_speak(noun))


def _of_the_same_tense(verb: "Token", clause: "Token") -> "Token":
    """The relative clause's verb, or the one above it where that alone shares the tense.

    "She met envoys who think it is late, and left": she left.
    """
    above = clause.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    link = verb.i - 1
    while link > clause.i and verb.doc[link].dep_ in ("aux", "advmod", "cc"):
        link -= 1
    tells = above.tag_ == verb.tag_ != clause.tag_ and verb.doc[link].text == ","
    return above if tells and above.i < clause.i else clause


def _controls_by_object(head: "Token", verb: "Token") -> bool:
    """Whether who is told, asked or made to do it acts: not "used the speech to say"."""
    return verb.dep_ == "xcomp" and head.lemma_ not in _OWN and object_of(head) is not None


def object_of(verb: "Token") -> "Token | None":
    """The direct object of a verb, or who is told; None where there is neither."""
    return next(
        (c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"), None
    )
