"""Finds the content that follows a verb of saying: a clause, an infinitive or a noun phrase."""

from typing import TYPE_CHECKING

from app.extraction.clauses import (
    Complement,
    bare_answer,
    far_clause,
    loose_clause,
    object_clause,
    past_mark,
    that_clause,
)
from app.extraction.cue_words import CueWord, Form
from app.extraction.days import is_date, past_day
from app.extraction.report import FrameSyntax
from app.extraction.shows import past_show
from app.extraction.subjects import is_passive

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: Verbs that voice a feeling or a view, which is itself no part of what is said.
_VOICING = frozenset(["express", "voice"])
#: Verbs whose purpose clause tells what a meeting was for: "met to discuss it".
_MEETING = frozenset(["meet", "gather", "convene", "assemble", "come", "travel", "arrive", "fly"])
_POINTERS = frozenset(["this", "that", "it", "them", "him", "her", "which", "whom"])
#: Verbs of saying again, and nouns for what was said, told in the words before.
_AGAIN = frozenset(["repeat", "reiterate", "echo", "restate"])
_WORDS_SAID = frozenset(
    [
        *("line", "claim", "remark", "comment", "point", "message", "assertion", "statement"),
        *("word", "phrase", "allegation", "sentiment", "refrain", "mantra", "charge"),
        *("accusation", "denial"),
    ]
)
_POINTING = frozenset(["the", "that", "this", "those", "these", "same"])
_TELLING = frozenset(["of", "about", "for", "against", "on", "to"])


def find_complement(view: FrameSyntax, verb: "Token", word: CueWord) -> Complement | None:
    """What follows `verb` as its content, or None where nothing does."""
    following = [c for c in verb.rights if view.holds(c.i)]
    for find in _FINDERS:
        found = find(view, verb, word, following)
        if found is not None and found.form == "clause":
            first = past_show(view, verb, found.first, found.last)
            return found._replace(first=past_day(view, verb, first, found.last))
        if found is not None:
            return found
    return None


def _led(view: FrameSyntax, verb: "Token", word: CueWord) -> bool:
    """Whether its preposition follows the verb: "called for a fund to pay for it"."""
    return verb.i < view.last and view.token(verb.i + 1).lower_ in word.prepositions


def _infinitive(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    if _led(view, verb, word):
        return None
    for child in following:
        if child.dep_ not in ("xcomp", "ccomp", "advcl"):
            continue
        to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
        if to is None:
            if child.tag_ == "VBG" and word.takes(Form.GERUND) and child.dep_ == "xcomp":
                return Complement(max(child.left_edge.i, verb.i + 1), child.right_edge.i, "gerund")
            continue
        person = next((c for c in following if c.dep_ in ("dobj", "dative") and c.i < to.i), None)
        own = next((c for c in child.children if c.dep_ == "nsubj" and verb.i < c.i < to.i), None)
        if word.takes(Form.OBJECT_INFINITIVE) and (person or own):
            start = (own or person).left_edge.i  # type: ignore[union-attr]
            return Complement(start, child.right_edge.i, "infinitive")
        if word.takes(Form.INFINITIVE) and child.dep_ != "advcl":
            return Complement(_with_not(view, to.i), child.right_edge.i, "infinitive")
        if word.takes(Form.OBJECT_INFINITIVE) and (child.dep_ != "advcl" or verb.lemma_ == "ask"):
            return Complement(_with_not(view, to.i), child.right_edge.i, "infinitive")
    return None


def _with_not(view: FrameSyntax, to: int) -> int:
    """Where an infinitive begins, its "not" or "never" taken in: "vowed never to return"."""
    return to - 1 if to > view.first and view.token(to - 1).lower_ in ("not", "never") else to


def _predicate(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    if is_passive(verb) or _led(view, verb, word):
        return None
    if word.takes(Form.PREDICATE):
        thing = next((c for c in following if c.dep_ in ("dobj", "ccomp", "oprd", "xcomp")), None)
        if thing is not None and (thing.dep_ != "dobj" or _has(following, "oprd")):
            last = max(c.right_edge.i for c in following if c.dep_ in _PREDICATES)
            return Complement(max(thing.left_edge.i, verb.i + 1), last, "predicate")
    if word.as_predicate or word.after_object:
        links = word.as_predicate | word.after_object
        thing = next((c for c in following if c.dep_ == "dobj"), None)
        link = next(
            (c for c in following if c.lower_ in word.as_predicate | word.after_object), None
        )
        if link is None and thing is not None:
            link = next((c for c in thing.rights if c.lower_ in links), None)
        if thing is not None and link is not None and link.i > thing.i:
            return Complement(thing.left_edge.i, link.right_edge.i, "predicate")
    return None


_CLAUSES = frozenset(["advcl", "ccomp", "xcomp"])
_PREDICATES = frozenset(["dobj", "ccomp", "oprd", "xcomp"])


def _has(children: "list[Token]", dep: str) -> bool:
    return any(child.dep_ == dep for child in children)


def _led_by_preposition(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    for child in following:
        mark = child.left_edge
        marked = child.dep_ in _CLAUSES and mark.dep_ == "mark" and mark.i == verb.i + 1
        if marked and mark.lower_ in word.prepositions:  # "called for the wage to be raised"
            return Complement(mark.i + 1, child.right_edge.i, "preposition")
        if child.dep_ in ("prep", "prt") and child.lower_ in word.prepositions:
            inside = [c for c in child.rights if view.holds(c.i)]
            if inside and inside[0].lower_ in _POINTERS:
                continue  # "spoke about this": the words are elsewhere
            if inside and is_date(child, inside[0]):
                continue  # "disagreed on Tuesday"
            if inside:
                return Complement(inside[0].left_edge.i, child.right_edge.i, "preposition")
            if child.dep_ == "prt":
                rest = [c for c in following if c.dep_ in ("dobj", "ccomp") and c.i > child.i]
                if rest:
                    return Complement(
                        past_mark(view, rest[0].left_edge.i), rest[0].right_edge.i, "clause"
                    )
    return None


def _noun_phrase(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    if not word.takes(Form.NOUN) or is_passive(verb):
        return None
    if word.lemma == "discuss" and _tells_of_meeting(view, verb):
        return None
    for child in following:
        if child.dep_ in ("dobj", "attr") and child.ent_type_ not in ("DATE", "TIME"):
            if child.pos_ == "PRON" and child.i == child.right_edge.i:
                return None  # "he mentioned it": the words are elsewhere
            if word.lemma in _AGAIN and _points_back(child):
                return None
            if word.lemma in _VOICING:
                return _voiced(child)
            return Complement(child.left_edge.i, child.right_edge.i, "noun phrase")
    return None


def _points_back(thing: "Token") -> bool:
    """Whether an object only stands for words told before: "repeated the line in an interview"."""
    if thing.lemma_.lower() not in _WORDS_SAID:
        return False
    pointing = any(c.lower_ in _POINTING for c in thing.lefts)
    tells = any(
        c.dep_ in ("acl", "relcl", "ccomp", "appos")
        or (c.dep_ == "prep" and c.lower_ in _TELLING and not _tells_when(c))
        for c in thing.rights
    )
    adjective = any(c.dep_ == "amod" and c.lower_ not in _POINTING for c in thing.lefts)
    return pointing and not (tells or adjective)


def _tells_when(preposition: "Token") -> bool:
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children)


def _tells_of_meeting(view: FrameSyntax, verb: "Token") -> bool:
    """Whether only a meeting is told: "discussed it with the envoy", "Roe and Poe discussed it"."""
    both = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if any(child.dep_ == "conj" for subject in both for child in subject.children):
        return True
    if any(c.tag_ in ("NNS", "NNPS") or c.lower_ == "they" for c in both):
        return True  # "the ministers discussed it"
    met = verb.dep_ == "advcl" and verb.head.lemma_.lower() in _MEETING
    return met or any(view.token(n).lower_ == "with" for n in range(verb.i + 1, view.last))


def _voiced(feeling: "Token") -> Complement:
    """What somebody voices a feeling about: "expressed alarm that ...", "support for ..."."""
    first = feeling.left_edge.i
    for child in feeling.rights:
        if child.dep_ == "prep" and child.i < child.right_edge.i:
            first = child.i + 1
            break
        if child.dep_ in ("acl", "relcl") and child.left_edge.lower_ == "that":
            first = child.left_edge.i
            break
    return Complement(first, feeling.right_edge.i, "noun phrase")


#: The forms of content in the order in which they are looked for.
_FINDERS = (
    bare_answer,
    object_clause,
    _infinitive,
    _predicate,
    _led_by_preposition,
    far_clause,
    loose_clause,
    that_clause,
    _noun_phrase,
)
