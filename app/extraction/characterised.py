"""Finds how somebody characterises a thing in quoted words: "calling the plan “a mess”"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.boundaries import content_spans
from app.extraction.clauses import Complement
from app.extraction.cue_words import SPEECH_FORMS, Form
from app.extraction.cues import cue_of, is_silent
from app.extraction.holders import can_speak
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax, Report
from app.extraction.shows import names_show
from app.extraction.sources import source_spans
from app.extraction.subjects import find_subject, is_passive
from app.extraction.tagging import is_title
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: Steps from quoted words up to the verb that they hang on.
_REACH = 12

#: A verb of doing that needs a particle is not led by these: "called her" but "called for it".
_SKIPPED = frozenset(["prt", "advmod", "neg", "punct"])

#: Prepositions before the name of a show or paper; "called in to “Today”".
_BEFORE_TITLES = frozenset(["on", "in", "at", "of"])
_CALLED_IN = frozenset(["call", "phone", "dial"])

_DASHES = ("- ", "– ", "— ", "― ", "-- ")

#: Nouns that say that quoted words follow: "used the words “...”".
_QUOTING = frozenset(["words", "following", "sentence", "sentences"])


def characterisations(view: FrameSyntax, covered: Sequence[Span]) -> Iterator[Report]:
    """One report for each verb of judging whose object holds quoted words nobody claimed.

    `covered` are the contents found before.
    """
    seen: set[int] = set()
    for quote in view.frame.quotes:
        if any(span.overlaps(quote.outer) for span in covered):
            continue
        verb = _verb_over(view, quote)
        if verb is None or verb.i in seen:
            continue
        report = _report(view, verb, quote)
        if report is not None:
            seen.add(verb.i)
            yield report


def _verb_over(view: FrameSyntax, quote: Quote) -> "Token | None":
    """The nearest verb of saying or judging before the quotation that it hangs on."""
    tokens = view.analysis.tokens(quote.outer)
    words = [t for t in tokens if not t.is_punct]
    if not words or not view.holds(words[0].i) or _is_spoken(view, tokens[0].i):
        return None
    current = words[0]
    for _ in range(_REACH):
        head = current.head
        if head.i == current.i or not view.holds(head.i):
            return None
        if head.i not in view.quoted and head.i < words[0].i and _judges(head):
            return head if current.dep_ not in ("nsubj", "nsubjpass") else None
        current = head
    return None


def _is_spoken(view: FrameSyntax, first: int) -> bool:
    """Whether a comma or colon follows a participle that leads a quotation: 'chanting, "No"'."""
    number = first - 1
    led = number > view.first and view.token(number).text in (",", ":")
    cue = view.token(number - 1) if led else None
    return cue is not None and cue.tag_ == "VBG" and cue.lower_ in SPEECH_FORMS


def _judges(token: "Token") -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod"):
        return False
    word = cue_of(token)
    if word is not None:
        return not word.takes(Form.QUOTATION) or bool(word.as_predicate) or word.takes(Form.NOUN)
    return token.lemma_.lower() in read_words("judging_verbs.txt")


def _report(view: FrameSyntax, verb: "Token", quote: Quote) -> Report | None:
    if is_silent(verb, view.quoted) or is_passive(verb) or _is_title(view, verb, quote):
        return None
    subject = find_subject(verb)
    if subject is None or subject.i in view.quoted or not can_speak(subject):
        return None
    content = _content(view, verb, quote)
    source = source_spans(view, subject, verb)
    if not content or not source:
        return None
    return Report(
        rule="verb: characterises",
        frame=view.number,
        cue=(view.span(verb.i, verb.i),),
        source=source,
        content=content,
        lemma=verb.lemma_.lower(),
    )


def _is_title(view: FrameSyntax, verb: "Token", quote: Quote) -> bool:
    """Whether the quoted words name a show or paper: a capital on each, after a preposition."""
    first = view.analysis.tokens(quote.outer)[0].i
    if first > view.first and view.token(first - 1).text == ",":
        return is_title(quote.inner.of(view.analysis.text))  # "in a book, “My Life”"
    if verb.lower_ in SPEECH_FORMS and names_show(view, verb, quote):
        return True
    words = quote.inner.of(view.analysis.text).split()
    small = any(word[:1].islower() and len(word) > 3 for word in words)
    return not small and any(
        c.lower_ in ("on", "in", "at", "of", "to", "into") and c.i < first <= c.right_edge.i
        for c in verb.rights
    )


def _content(view: FrameSyntax, verb: "Token", quote: Quote) -> tuple[Span, ...]:
    """All that hangs on the verb from its object to the end of the quoted words' phrase."""
    tokens = view.analysis.tokens(quote.outer)
    first = verb.i + 1
    while first < tokens[0].i and view.token(first).dep_ in _SKIPPED:
        first += 1
    last = tokens[-1].i
    for child in verb.rights:
        if child.left_edge.i <= last and child.right_edge.i >= tokens[0].i and view.holds(child.i):
            last = max(last, _before_comma(view, last, child.right_edge.i))
    if first > last:
        return ()
    lead = [view.token(n).lower_ for n in range(first, tokens[0].i) if view.token(n).is_alpha]
    if lead and lead[-1] in _QUOTING:
        return (quote.inner,)  # "used the words “...”"
    found = content_spans(view, verb, Complement(first, last, "predicate"))
    behind = view.analysis.text[quote.outer.end : view.frame.span.end].lstrip()
    if found and found[-1].end > quote.outer.end and behind.startswith(_DASHES):
        return (*found[:-1], Span(found[-1].start, quote.outer.end))  # "..." - a charge that hurt
    return found


def _before_comma(view: FrameSyntax, start: int, end: int) -> int:
    """The last token of a phrase before the reporter goes on after a comma."""
    if start > view.first and view.token(start - 1).text == ",":
        return start
    for number in range(start + 1, min(end, view.last) + 1):
        mark = view.token(number)
        hyphen = mark.text == "-" and bool(view.token(number - 1).whitespace_)
        if hyphen or mark.text in (",", ";", "—", "–", "―", "--"):
            return number - 1
    return min(end, view.last)
