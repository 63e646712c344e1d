"""Finds the content that follows a verb of saying: a clause, an infinitive or a noun phrase."""

from typing import TYPE_CHECKING, NamedTuple

from app.extraction.cue_words import CueWord, Form
from app.extraction.report import FrameSyntax
from app.extraction.sources import is_passive

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token


class Complement(NamedTuple):
    """The content of a cue as tokens `first` to `last`, both included, and the form it takes."""

    first: int
    last: int
    form: str  # "clause", "infinitive", "noun phrase", ...


#: Verbs that voice a feeling or a view, which is itself no part of what is said.
_RECIPIENT_REACH = 9  # tokens to "that" past those spoken to: "told the Boston Daily News that"
_VOICING = frozenset(["express", "voice"])
_MEETING = frozenset(["meet", "gather", "convene", "assemble", "come", "travel", "arrive", "fly"])
_POINTERS = frozenset(["this", "that", "it", "them", "him", "her", "which", "whom"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_QUESTION_WORDS = frozenset(
    ["what", "why", "how", "whether", "if", "when", "where", "who", "which"]
)


def find_complement(view: FrameSyntax, verb: "Token", word: CueWord) -> Complement | None:
    """What follows `verb` as its content, or None where nothing does."""
    following = [c for c in verb.rights if view.holds(c.i)]
    for find in _FINDERS:
        found = find(view, verb, word, following)
        if found is not None:
            return found
    return None


def _clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    for child in following:
        if not _is_clause(child):
            continue
        marks = [c for c in child.children if c.i < child.i]
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in marks)
        if infinitive:
            continue
        asks = bool(marks) and child.left_edge.lower_ in _QUESTION_WORDS
        gerund = word.takes(Form.GERUND) and child.tag_ == "VBG"
        if not (word.takes(Form.CLAUSE) or (asks and word.takes(Form.QUESTION)) or gerund):
            continue
        first = _past_mark(view, max(child.left_edge.i, verb.i + 1))
        if not word.takes(Form.RECIPIENT) and (
            _begins_right_after(view, verb, first, following)
            or _lacks_its_subject(view, verb, first)
        ):
            first = verb.i + 1
        return Complement(first, child.right_edge.i, "clause")
    return None


def _lacks_its_subject(view: FrameSyntax, verb: "Token", first: int) -> bool:
    """Whether the clause begins with its verb, so that the words before it are its subject."""
    if view.token(first).tag_ not in _FINITE or first <= verb.i + 2:
        return False
    opening = view.token(verb.i + 1)
    return opening.pos_ in ("DET", "NOUN", "PROPN", "PRON", "SCONJ") and opening.ent_type_ != "DATE"


def _is_clause(child: "Token") -> bool:
    if child.dep_ in ("ccomp", "parataxis") or _stray_clause(child):
        return True
    return child.dep_ == "xcomp" and any(token.tag_ in _FINITE for token in child.subtree)


def _begins_right_after(
    view: FrameSyntax, verb: "Token", first: int, following: "list[Token]"
) -> bool:
    """Whether the words before a clause are its own: "said his call to her did not help"."""
    start = view.token(verb.i + 1) if verb.i + 1 < first else None
    if start is None or start.i in view.quoted:
        return False
    child = next((c for c in following if c.left_edge.i == start.i), None)
    return child is not None and child.dep_ in ("dobj", "nsubj") and child.right_edge.i < first


def _stray_clause(child: "Token") -> bool:
    """Whether the parser hung a that-clause or a question on the verb under another name."""
    if child.dep_ not in ("advcl", "relcl", "dep", "conj"):
        return False
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children) or (
        child.dep_ == "advcl" and child.head.lemma_ == "ask" and child.left_edge.lower_ == "if"
    )


def _far_clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A that-clause that the parser hung on a noun after the verb: "told a crowd in Ohio that"."""
    if not word.takes(Form.CLAUSE):
        return None
    for child in following:
        if child.dep_ not in ("dobj", "dative", "prep", "npadvmod", "attr", "oprd"):
            continue
        if child.dep_ == "dobj" and not word.takes(Form.RECIPIENT):
            continue
        if child.dep_ == "prep" and child.lower_ in word.prepositions:
            continue
        for token in child.subtree:
            if token.i <= child.i or not view.holds(token.i) or token.i in view.quoted:
                continue
            clause = token.head
            opens = token.lower_ == "that" and token.dep_ == "mark" and token.i < clause.i
            if opens and token.i == clause.left_edge.i and _is_finite(clause):
                return Complement(token.i, clause.right_edge.i, "clause")
            if verb.lemma_ == "tell" and token.dep_ == "relcl" and token.left_edge.tag_ == "PRP":
                return Complement(token.left_edge.i, token.right_edge.i, "clause")
    return None


def _is_finite(verb: "Token") -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") and c.dep_ in ("aux", "auxpass") for c in verb.lefts
    )


def _past_mark(view: FrameSyntax, first: int) -> int:
    while first < view.last and view.token(first).lower_ in (",", ":", "–", "—"):
        first += 1
    return first


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
            return Complement(to.i, child.right_edge.i, "infinitive")
        if word.takes(Form.OBJECT_INFINITIVE) and (child.dep_ != "advcl" or verb.lemma_ == "ask"):
            return Complement(to.i, child.right_edge.i, "infinitive")
    return None


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
            if inside:
                return Complement(inside[0].left_edge.i, child.right_edge.i, "preposition")
            if child.dep_ == "prt":
                rest = [c for c in following if c.dep_ in ("dobj", "ccomp") and c.i > child.i]
                if rest:
                    return Complement(
                        _past_mark(view, rest[0].left_edge.i), rest[0].right_edge.i, "clause"
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
            if word.lemma in _VOICING:
                return _voiced(child)
            return Complement(child.left_edge.i, child.right_edge.i, "noun phrase")
    return None


def _tells_of_meeting(view: FrameSyntax, verb: "Token") -> bool:
    """Whether only a meeting is told: "discussed it with the envoy", "met to discuss it"."""
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


def _loose_clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A clause right after the verb that the parse does not join to it: "claims he is rich"."""
    if not word.takes(Form.CLAUSE) or verb.tag_ == "VBG":
        return None
    first = verb.i + 1
    while first < view.last and view.token(first).lower_ in ("that", ","):
        first += 1
    for token in view.tokens:
        if token.i < first or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
            continue
        clause = token.head
        start = max(token.left_edge.i, verb.i + 1)
        if start != first or clause.i <= token.i or not _is_finite(clause):
            return None
        if token.i in view.quoted or view.token(first - 1).text == ",":
            return None
        return Complement(first, clause.right_edge.i, "clause")
    return None


def _that_clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A clause that its "that" leads, where the parse joins it to something else."""
    if not word.takes(Form.CLAUSE):
        return None
    for number in range(verb.i + 1, min(verb.i + _RECIPIENT_REACH, view.last)):
        token = view.token(number)
        if number in view.quoted or token.is_punct or token.tag_ in _FINITE:
            return None
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ != "det":
            finite = any(view.token(n).tag_ in _FINITE for n in range(number + 1, view.last + 1))
            return Complement(number, view.last, "clause") if finite else None
        spoken_to = word.takes(Form.RECIPIENT) or token.pos_ in ("ADV", "ADP")
        if number == verb.i + 1 and not spoken_to:
            return None
    return None


def _answer(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A bare yes or no: "two in three said yes"."""
    if not word.takes(Form.CLAUSE) or verb.i >= view.last:
        return None
    answer = view.token(verb.i + 1)
    if answer.lower_ not in ("yes", "no") or answer.dep_ == "det":
        return None
    return Complement(answer.i, answer.i, "clause")


#: The forms of content in the order in which they are looked for.
_FINDERS = (
    _answer,
    _clause,
    _infinitive,
    _predicate,
    _led_by_preposition,
    _far_clause,
    _loose_clause,
    _that_clause,
    _noun_phrase,
)
