"""Tells whom a description cannot mean: those who share its clause, or have it inside theirs."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cast import Cast

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE_NAMES = ("compound", "appos", "flat", "nmod", "amod", "poss")
_STEPS = 12  # up the parse to the verb of a clause
_CALLING = frozenset(["call", "describe", "term", "see", "view", "label", "deem", "consider"])
_OPENING = 6  # tokens before a pronoun in a clause that opens the sentence
_LONGEST = 400  # characters of a sentence before a description that are looked at


def barred_figures(
    analysis: Analysis, cast: Cast, phrase: Span, *, pronoun: bool = False
) -> frozenset[int]:
    """Numbers of the figures that a description does not mean, by where it stands.

    A `pronoun` may mean the subject of a clause above its own: "Roe said he was late".

    "Roe called on them to wait after the builder claimed it", "with Jane Roe, the builder
    said": the builder is not Roe. Empty without a model. Source: conditions B and C of binding
    (Chomsky, Lectures on Government and Binding, 1981), read off the parse.
    """
    token = analysis.token_at(phrase.end - 1)
    if token is None:
        return frozenset()
    own, *above = list(_clauses(token)) or [token]
    outer = () if pronoun else above
    subjects = {child.i for verb in outer for child in verb.lefts if child.dep_ in _SUBJECTS}
    found = set()
    for number, name in _named_before(analysis, cast, phrase):
        mention = analysis.token_at(name.end - 1)
        if mention is None or mention.sent.start != token.sent.start:
            continue
        head = _head_of_name(mention)
        mine = next(_clauses(mention), None)
        if head.i in subjects or (mine is not None and mine.i == own.i):
            found.add(number)
    return frozenset(found)


def subject_ahead(analysis: Analysis, phrase: Span) -> int | None:
    """Where the subject of the main clause stands that a pronoun before it means, or None.

    "After he spoke in Oslo, Jane Roe left": the clause of the pronoun opens the sentence.
    """
    token = analysis.token_at(phrase.start)
    if token is None or token.dep_ not in _SUBJECTS:
        return None
    clauses = list(_clauses(token))
    for inner, outer in pairwise(clauses):
        opens = inner.dep_ in ("advcl", "pcomp") and inner.i < outer.i
        if opens and token.i - token.sent.start <= _OPENING:
            ahead = [c for c in outer.lefts if c.dep_ in _SUBJECTS and c.i > inner.i]
            return analysis.span(ahead[-1]).start if ahead else None
    return None


def subject_above(analysis: Analysis, phrase: Span) -> int | None:
    """Where the subject stands that "he" in "Roe despises what he calls luck" means, or None."""
    token = analysis.token_at(phrase.start)
    if token is None or token.dep_ not in _SUBJECTS or token.i == token.sent.start:
        return None
    what, verb = token.nbor(-1), token.head
    if what.lower_ != "what" or verb.lemma_ not in _CALLING:
        return None
    for outer in list(_clauses(token))[1:]:
        subjects = [c for c in outer.lefts if c.dep_ in _SUBJECTS and c.i < what.i]
        if subjects:
            return analysis.span(subjects[-1]).start
    return None


def _named_before(analysis: Analysis, cast: Cast, phrase: Span) -> Iterator[tuple[int, Span]]:
    index = cast.name_at_or_before(phrase.start)
    while (
        index is not None and index >= 0 and cast.names[index].span.start > phrase.start - _LONGEST
    ):
        name, meaning = cast.names[index], cast.meanings[index]
        if meaning is not None and not name.possessive and name.span.end <= phrase.start:
            yield meaning.figure, name.span
        index -= 1


def _head_of_name(token: "Token") -> "Token":
    while token.dep_ in _INSIDE_NAMES and token.head.i != token.i:
        token = token.head
    return token


def _clauses(token: "Token") -> Iterator["Token"]:
    """The verbs of the clauses that a token stands in, the nearest first."""
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        if token.lower_ == "following":
            continue  # a preposition, whatever the tagger takes it for
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            yield token
