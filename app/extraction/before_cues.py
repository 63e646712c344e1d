"""Whether what stands before a cue was said: "It is late," not "In a statement"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.cue_phrases import FINITE
from app.extraction.cue_words import SPEECH_FORMS, CueWord, Form
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax
from app.extraction.tagging import is_name_in_marks, is_title

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

ASKED = frozenset(["asked", "pressed", "questioned", "reached", "told", "interviewed"])
_LEAD = 12  # tokens from the cue to the quotation that it leads
_FRONTED = ASKED | {"when", "while", "after"}
_LEADS = (":", "(", " -", " –", "—", "--")


def opens_with_adjunct(view: FrameSyntax, before: Span, after: Span) -> bool:
    """Whether only `after` was said: 'Asked whether he would go, he said, "No."'."""
    opening = view.token(view.first)
    fronted = opening.tag_ in ("VBN", "VBG") or opening.lower_ in _FRONTED
    if not fronted or opening.i in view.quoted:
        return False
    quotes = view.frame.quotes
    return any(q.outer.start <= after.start < q.outer.end for q in quotes) and not any(
        q.outer.overlaps(before) for q in quotes
    )


def past_colon(view: FrameSyntax, word: CueWord, before: Span) -> Span:
    """What the cue follows: of `She hesitated: "No," she said.` only the quotation.

    The last one that a colon or dash leads, with all that follows it.
    """
    text = view.analysis.text
    for quote in view.frame.quotes:
        if not before.start <= quote.outer.start < before.end:
            continue  # a quotation behind the cue leads nothing before it
        led = text[before.start : quote.outer.start].rstrip().endswith(_LEADS)
        tail = text[quote.outer.end : before.end]
        if (led or _is_led_by_cue(view, word, quote)) and not any(char.isalnum() for char in tail):
            return Span(quote.outer.start, before.end)
    return before


def is_said(view: FrameSyntax, verb: "Token", word: CueWord, before: Span) -> bool:
    """Whether what stands before the cue is a sentence or a quotation, not "In a statement"."""
    tokens = view.analysis.tokens(before)
    if not word.takes(Form.CLAUSE):  # "she continued" needs the quotation right before it
        return bool(tokens) and tokens[-1].i in view.quoted
    held = [quote for quote in view.frame.quotes if quote.outer.overlaps(before)]
    alone = all(token.i in view.quoted or token.is_punct for token in tokens)
    if held and not alone and _is_fronted_phrase(view, tokens):
        return False  # 'In a box marked "Other," she wrote'
    if alone or any(not _is_name(view, quote) for quote in held):
        return True
    return any(
        (token.tag_ in FINITE or (token.tag_ == "VB" and token.dep_ in ("ROOT", "ccomp")))
        and not _is_adjunct(token, verb)
        for token in tokens
    )


def _is_led_by_cue(view: FrameSyntax, word: CueWord, quote: Quote) -> bool:
    """Whether a sentence in marks has a cue before it already: 'telling them, "No," he said'.

    Whoever reports passes on the whole of it.
    """
    tokens = view.analysis.tokens(quote.outer)
    if not quote.inner.of(view.analysis.text)[:1].isupper() or not tokens or word.lemma == "report":
        return False
    for number in range(tokens[0].i - 1, max(view.first - 1, tokens[0].i - _LEAD), -1):
        token = view.token(number)
        if number in view.quoted or token.dep_ == "cc":
            return False
        if token.lower_ in SPEECH_FORMS:
            adjacent = all(view.token(n).is_punct for n in range(number + 1, tokens[0].i))
            return adjacent or not is_title(quote.inner.of(view.analysis.text))
        if token.tag_ in FINITE:
            return False
    return False


def _is_fronted_phrase(view: FrameSyntax, tokens: "Sequence[Token]") -> bool:
    """Whether a preposition's phrase without a verb runs up to quoted words and ends with them."""
    plain = [token for token in tokens if token.i not in view.quoted]
    if not plain or plain[0].tag_ != "IN" or plain[0].i != tokens[0].i:
        return False
    return plain[-1].is_alpha and not any(token.tag_ in FINITE for token in plain)


def _is_name(view: FrameSyntax, quote: Quote) -> bool:
    tokens = view.analysis.tokens(quote.outer)
    return bool(tokens) and is_name_in_marks(view, tokens[0].i, quote)


def _is_adjunct(token: "Token", verb: "Token") -> bool:
    """Whether a clause before the cue only says when or why it was said: "When asked, ..."."""
    current = token
    while current.head.i != current.i and current.head.i != verb.i:
        current = current.head
    return current.head.i == verb.i and current.dep_ in ("advcl", "prep", "nsubj", "npadvmod")
