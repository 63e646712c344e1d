"""Finds content that a cue follows or breaks: "It is late, she said, and we go."."""

from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.after_cues import SUBORDINATORS, belongs, breaks_a_clause
from app.extraction.before_cues import ASKED, is_said, opens_with_adjunct, past_colon
from app.extraction.cue_phrases import ends_sentence, ends_there, is_set_off, phrase_of, stretched
from app.extraction.cue_words import CueWord, Form
from app.extraction.report import FrameSyntax, cut_out, trimmed
from app.extraction.tagging import led_tag, tag_start
from app.extraction.tails import is_own_remark, without_remark

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_PLAIN = frozenset(["say", "tell", "write", "add", "note", "report"])


def find_around(
    view: FrameSyntax, verb: "Token", word: CueWord, subject: "Token | None"
) -> tuple[tuple[Span, ...], Span] | None:
    """The content around a cue that is set off from it, and the span of the cue phrase.

    None where the cue leads its content, or where nothing stands before it.
    """
    if not (word.takes(Form.QUOTATION) or word.takes(Form.CLAUSE)):
        return None
    ends = None if _leads(view, verb, subject) else _phrase_set_off(view, verb, word, subject)
    if ends is None:
        return None
    left, right = ends
    phrase = view.span(left, right)
    whole = Span(view.frame.span.start, view.frame.span.end)
    pieces = [trimmed(view.analysis.text, piece) for piece in cut_out(whole, [phrase])]
    before, after = pieces[0], pieces[1] if len(pieces) > 1 else None
    if before is None:
        return None
    before = past_colon(view, word, before)
    if after is not None and opens_with_adjunct(view, before, after):
        before, after = after, None
    broken = after is not None and breaks_a_clause(view, left, right)
    if not is_said(view, verb, word, before) and not broken:
        return None
    if after is not None and not broken and not belongs(view, verb, left, right):
        after = None
    if after is not None and is_own_remark(view, before, after):
        after = None
    before = without_remark(view, before)
    return ((before, after) if after is not None else (before,)), phrase


def _leads(view: FrameSyntax, verb: "Token", subject: "Token | None") -> bool:
    """Whether a verb stands so that what is said can only follow it, or that nothing is said."""
    if not _has_own_subject(verb) and (verb.tag_ == "VBG" or verb.dep_ == "conj"):
        return True  # "..., adding that", "... and said": the content follows
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return True  # "a book written by her"
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.lefts):
        return True  # "too late, to say the least"
    if subject is not None and subject.lower_ == "that" and verb.dep_ == "relcl":
        return True  # "releases records that tell how to sell": no tag
    return subject is None and _is_done_to(view, verb)  # "Roe, a trader, was dismissed, ..."


def _phrase_set_off(
    view: FrameSyntax, verb: "Token", word: CueWord, subject: "Token | None"
) -> tuple[int, int] | None:
    """First and last token of a cue phrase that is set off on both sides; None for another."""
    left, right = phrase_of(view, verb, subject)
    if subject is None or subject.i > verb.i or subject.head.i != verb.i:
        left = min(left, tag_start(view, verb) or left)
    left = min(left, led_tag(view, verb) or left)
    if left <= view.first or not is_set_off(view, left):
        return None
    if verb.dep_ == "relcl" and left - 1 not in view.quoted:
        if word.lemma not in _PLAIN:
            return None
        if not ends_sentence(view, right):
            return None  # "the deal, she said in May, which ..."
    if not ends_there(view, right):
        right = stretched(view, right)
    return (left, right) if ends_there(view, right) else None


def fronted_part(view: FrameSyntax, verb: "Token", content: Span) -> Span | None:
    """The clause that begins what a quotation ends: 'If it rains, she said, "we stay."'.

    The quotation goes on with a small letter, so that it is no sentence of its own.
    """
    text = view.analysis.text
    quote = next((q for q in view.frame.quotes if q.outer.start == content.start), None)
    opening = view.token(view.first)
    if quote is None and content.start > 0 and text[content.start - 1] in "\"“'‘":
        quote = next((q for q in view.frame.quotes if q.inner.start == content.start), None)
    if quote is None or not quote.inner.of(text)[:1].islower():
        return None
    if opening.lower_ not in SUBORDINATORS or opening.i in view.quoted or verb.i >= view.last:
        return None
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    left = subject.left_edge.i if subject is not None else verb.i
    set_off = left > view.first + 1 and view.token(left - 1).text == ","
    if not set_off or view.token(verb.i + 1).text != ",":
        return None
    front = [view.token(number) for number in range(view.first, left - 1)]
    if any(t.i in view.quoted or t.lower_ in ASKED for t in front):
        return None
    return trimmed(text, view.span(view.first, left - 2))


def _is_done_to(view: FrameSyntax, verb: "Token") -> bool:
    """Whether a passive's subject opens the sentence, so that nothing said can stand before it."""
    own = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    return own is not None and own.left_edge.i <= view.first and own.lower_ != "it"


def _has_own_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
