"""Finds what crowds call out: "chants of “More bread!”", "to shouts of “Shame!” from the hall"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.holders import can_speak, is_abstract
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax, Report
from app.extraction.sources import noun_phrase
from app.extraction.subjects import find_subject
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_LEADS = frozenset(["in", "into", "with", "out"])


def outcry_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each quotation right behind "chants of" and its like."""
    for quote in view.frame.quotes:
        noun = _outcry(view, quote)
        if noun is None:
            continue
        caller = _caller(view, noun)
        held = caller is not None and view.holds(caller.i)
        source = noun_phrase(view, caller) if caller is not None and held else None
        yield Report(
            rule="noun: outcry",
            frame=view.number,
            cue=(view.span(noun.i, noun.i),),
            source=(source,) if source is not None else (),
            content=(quote.inner,),
            lemma=noun.lemma_.lower(),
        )


def _outcry(view: FrameSyntax, quote: Quote) -> "Token | None":
    """The noun of "chants of “No!”" or "“No!” chants"."""
    tokens = view.analysis.tokens(quote.outer)
    if not tokens:
        return None
    first, behind = tokens[0].i, tokens[-1].i + 1
    if first >= view.first + 2 and view.token(first - 1).lower_ == "of":
        noun = view.token(first - 2)
    elif behind <= view.last and view.token(behind).tag_ == "NNS":
        noun = view.token(behind)
    else:
        return None
    known = noun.lemma_.lower() in read_words("outcries.txt") and noun.pos_ != "ADJ"
    return noun if known else None


def _caller(view: FrameSyntax, noun: "Token") -> "Token | None":
    """Who calls out: "their chants", "the crowd broke into chants", "chants from the crowd"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    head = noun.head
    if head.lower_ == "to" and head.head.pos_ == "VERB":  # "roused the crowd to chants of"
        return next((c for c in head.head.children if c.dep_ == "dobj"), None)
    verb = head.head if head.dep_ == "prep" and head.lower_ in _LEADS else head
    if verb.pos_ != "VERB" or not view.holds(verb.i) or noun.dep_ not in ("pobj", "dobj"):
        return None
    subject = find_subject(verb)
    known = subject is not None and (can_speak(subject) or not is_abstract(subject))
    return subject if known else None
