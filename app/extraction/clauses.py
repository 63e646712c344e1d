"""Finds the clause that follows a verb of saying, also where the parse joins it elsewhere."""

from typing import TYPE_CHECKING, NamedTuple

from app.extraction.cue_words import CueWord, Form
from app.extraction.report import FrameSyntax

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token


class Complement(NamedTuple):
    """The content of a cue as tokens `first` to `last`, both included, and the form it takes."""

    first: int
    last: int
    form: str  # "clause", "infinitive", "noun phrase", ...


_RECIPIENT_REACH = 9  # tokens to "that" past those spoken to: "told the Boston Daily News that"
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_QUESTION_WORDS = frozenset(
    ["what", "why", "how", "whether", "if", "when", "where", "who", "which"]
)


def object_clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """The clause that the parse hangs on the verb: "said that it was late", "asked why"."""
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
        first = past_mark(view, max(child.left_edge.i, verb.i + 1))
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


def far_clause(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A that-clause that the parser hung on a noun after the verb: "told a crowd in Ohio that"."""
    if not word.takes(Form.CLAUSE):
        return None
    for child in following:
        if child.dep_ not in ("dobj", "dative", "prep", "npadvmod", "advmod", "attr", "oprd"):
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


def past_mark(view: FrameSyntax, first: int) -> int:
    """The number of the first token from `first` on that is no comma, colon or dash."""
    while first < view.last and view.token(first).lower_ in (",", ":", "–", "—", "―"):
        first += 1
    return first


def loose_clause(
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


def that_clause(
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


def bare_answer(
    view: FrameSyntax, verb: "Token", word: CueWord, following: "list[Token]"
) -> Complement | None:
    """A bare yes or no: "two in three said yes"."""
    if not word.takes(Form.CLAUSE) or verb.i >= view.last:
        return None
    answer = view.token(verb.i + 1)
    if answer.lower_ not in ("yes", "no") or answer.dep_ == "det":
        return None
    return Complement(answer.i, answer.i, "clause")
