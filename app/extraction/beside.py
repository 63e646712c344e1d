"""Finds the cue beside a quotation that no verb of saying took: "He was blunt: "No."."""

import re
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cue_words import SPEECH_FORMS, Form
from app.extraction.cues import cue_of, is_silent
from app.extraction.holders import can_speak, is_abstract
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax, Report, frame_syntax, trimmed
from app.extraction.sources import find_speaker, noun_phrase, source_spans
from app.extraction.subjects import find_subject
from app.extraction.tagging import is_name_in_marks, source_beside, tagging_verb
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: Words in a quotation from which one that a verb leads is speech, not a name or a term.
_SHORTEST = 3

_PARTING = frozenset([":", "—", "–", "―", "--"])

#: Tokens between a verb of saying and the quotation that it leads; more where a comma parts them.
_NEAR, _FAR = 12, 16

#: A name or document behind a dash, before a colon: "... in May - Jane Roe: “...”".
_AFTER_DASH = re.compile(r"\s[—–―-]+\s+(?P<name>[A-Z][^:;!?\n\"“”]{2,60}?)\s?:\s*$")

#: A headline that says on what somebody spoke: "Roe on the New Port: ‘We Can Wait’".
_ON_TOPIC = re.compile(r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}) [Oo]n [^:]{3,120}:\s*$")


def cue_beside(analysis: Analysis, number: int, quote: Quote | None) -> Report | None:
    """The report that the words beside `quote` make of it; without a quotation, of the frame.

    A verb of saying next to the quotation is its cue; else a colon before it hands it to the
    subject of the sentence.
    """
    view = frame_syntax(analysis, number)
    if view is None:
        return None
    if quote is None:
        return _subject_report(view, view.tokens[-1].i + 1, view.frame.span, "colon")
    tokens = analysis.tokens(quote.outer)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    before = view.token(first - 1).text if first > view.first else ""
    colon = before in _PARTING and (before != "--" or quote.words(analysis.text) > _SHORTEST)
    if colon:
        named = _named_before(view, first, quote)
        return named or _subject_report(view, first, quote.inner, "colon")
    return _verb_report(view, first, last, quote)


def _subject_report(view: FrameSyntax, before: int, content: Span, rule: str) -> Report | None:
    """The subject of the sentence before token `before` as the one who says what follows."""
    verbs = [t for t in view.tokens if t.i < before and t.i not in view.quoted and _leads(t)]
    verbs.sort(  # a verb of saying right before the colon first: "as the crowd yelled: ..."
        key=lambda t: (
            t.i != before - 2 or t.lower_ not in SPEECH_FORMS,
            cue_of(t) is None,
            t.dep_ != "ROOT",
            -t.i,
        )
    )
    for verb in verbs:
        subject = find_speaker(view, verb)
        if subject is None or not view.holds(subject.i):
            continue
        says = verb.i == before - 2 and verb.lower_ in SPEECH_FORMS and not is_abstract(subject)
        if not says and not can_speak(subject):
            continue
        if subject.i < before:
            source = source_spans(view, subject, verb)
            if source:
                cue = (view.span(verb.i, verb.i),)
                return Report(f"quotation: {rule}", view.number, cue, source, (content,))
    for token in view.tokens:
        if token.i < before and token.dep_ == "poss" and token.i not in view.quoted:
            phrase = noun_phrase(view, token)
            if phrase is not None:
                cue = (view.span(token.head.i, token.head.i),)
                return Report(f"quotation: {rule}", view.number, cue, (phrase,), (content,))
    label = trimmed(view.analysis.text, Span(view.frame.span.start, content.start - 1))
    if label is not None and 0 < len(label.of(view.analysis.text).split()) <= 12:
        return Report(f"quotation: {rule}", view.number, (), (label,), (content,))
    return None


def _named_before(view: FrameSyntax, first: int, quote: Quote) -> Report | None:
    """The name right before a colon, behind a dash or as what somebody without a cue acted on.

    'It does not surprise the pollster Jane Roe: "..."' are her words; 'He told Jane Roe: "..."'
    are not.
    """
    start = view.frame.span.start
    headline = view.frame.paragraph < view.analysis.body
    on = _ON_TOPIC.match(view.analysis.text[start : quote.outer.start]) if headline else None
    if on is not None:
        source = Span(start + on.start("name"), start + on.end("name"))
        return Report("quotation: colon", view.number, (), (source,), (quote.inner,))
    match = _AFTER_DASH.search(view.analysis.text[start : quote.outer.start])
    if match is not None:
        source = Span(start + match.start("name"), start + match.end("name"))
        return Report("quotation: colon", view.number, (), (source,), (quote.inner,))
    name = view.token(first - 2) if first - 2 > view.first else None
    if name is None or name.ent_type_ != "PERSON" or view.token(first - 1).text not in _PARTING:
        return None
    head = name
    while head.dep_ in ("compound", "appos", "flat", "conj") and view.holds(head.head.i):
        head = head.head
    listed = head.head.lower_ in ("including", "like")  # "others have, including Jane Roe -- ..."
    if not (head.dep_ == "dobj" or listed or head.head.lower_ in ("of", "from", "by")):
        return None
    if not listed and any(
        cue_of(t) is not None for t in view.tokens if t.i < first and t.i not in view.quoted
    ):
        return None
    phrase = noun_phrase(view, head, stop=first - 1)
    if phrase is None:
        return None
    return Report("quotation: colon", view.number, (), (phrase,), (quote.inner,))


def _leads(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod")


def _led_content(view: FrameSyntax, verb: "Token", first: int, quote: Quote) -> Span:
    """The quotation, with the words between the verb and it where they are one phrase."""
    if verb.i > first or verb.i + 1 >= first or view.token(first - 1).is_punct:
        return quote.inner
    following, word = view.token(verb.i + 1), cue_of(verb)
    own = word is not None and following.lower_ in word.prepositions
    if view.token(first - 1).lower_ == "that" or (following.pos_ == "ADP" and not own):
        return quote.inner
    led = Span(view.span(verb.i + 1, verb.i + 1).start, quote.outer.end)
    return trimmed(view.analysis.text, led) or quote.inner


def _verb_report(view: FrameSyntax, first: int, last: int, quote: Quote) -> Report | None:
    """A verb of saying within reach of the quotation, before or after it."""
    text = view.analysis.text
    headline = view.frame.paragraph < view.analysis.body  # all its words have capitals
    named = is_name_in_marks(view, first, quote)
    term = _is_term(view, first, quote)
    tag = None if term else tagging_verb(view, first, last)
    if named and not headline and _stands_inside(view, first):
        return None
    if tag is not None and not is_silent(tag, view.quoted):
        return _tagged(view, tag, quote.inner)
    given = _given_out(view, first, quote)
    if given is not None:
        return given
    short = quote.words(text) < _SHORTEST and not _is_led(view, first)
    if short or named:
        return None
    sentence = quote.inner.of(text)[:1].isupper() and view.token(max(first - 1, view.first)).text
    reach = _FAR if sentence == "," else _NEAR
    for token in (*reversed(view.tokens[: first - view.tokens[0].i]), *view.tokens):
        if token.i in view.quoted or first <= token.i <= last or is_silent(token, view.quoted):
            continue
        near = first - reach <= token.i < first or (last < token.i <= last + 8 and not term)
        led = token.i == first - 1 and token.pos_ == "VERB" and quote.words(text) > _SHORTEST
        word = cue_of(token)
        if near and (led or (word is not None and word.takes(Form.QUOTATION))):
            return _tagged(view, token, _led_content(view, token, first, quote))
    return None


def _is_term(view: FrameSyntax, first: int, quote: Quote) -> bool:
    """Whether quoted words are part of a phrase: 'To a question on the "port plan," Roe said'."""
    before = view.token(first - 1) if first > view.first else None
    if before is None or quote.inner.of(view.analysis.text)[:1].isupper():
        return False
    return before.pos_ in ("DET", "ADP") and before.lower_ != "that"


def _is_led(view: FrameSyntax, first: int) -> bool:
    """Whether a verb of saying and a comma or colon lead a quotation: 'an email saying, "done"'."""
    number = first - 1
    led = number > view.first and view.token(number).text in (",", ":")
    return led and view.token(number - 1).lower_ in SPEECH_FORMS


def _given_out(view: FrameSyntax, first: int, quote: Quote) -> Report | None:
    """The text given out that a quotation repeats: 'Roe issued a statement, "We are ready."'."""
    number = first - 1
    if number <= view.first or view.token(number).text not in (",", ":", "-", "–", "—", "―"):
        return None
    noun = view.token(number - 1)
    verb = noun.head
    given = noun.lemma_.lower() in read_words("given_out.txt") and noun.dep_ == "dobj"
    if not given or verb.lemma_.lower() not in read_words("light_verbs.txt"):
        return None
    subject = find_subject(verb)
    known = subject is not None and view.holds(subject.i) and view.holds(verb.i)
    if subject is None or not known or not can_speak(subject):
        return None
    cue = (view.span(verb.i, noun.i),)
    source = source_spans(view, subject, verb)
    return Report("quotation: verb beside", view.number, cue, source, (quote.inner,))


def _tagged(view: FrameSyntax, verb: "Token", content: Span) -> Report:
    subject = find_speaker(view, verb)
    parsed = source_spans(view, subject, verb) if subject is not None else ()
    source = source_beside(view, verb, parsed)
    cue = (view.span(verb.i, verb.i),)
    return Report("quotation: verb beside", view.number, cue, source, (content,))


def _stands_inside(view: FrameSyntax, first: int) -> bool:
    """Whether words of the sentence lead right up to a quotation, with no cue or colon there."""
    number = first - 1
    if number >= view.first and view.token(number).text == ",":
        number -= 1
    if number < view.first or number in view.quoted:
        return False
    before = view.token(number)
    return (before.is_alpha or before.tag_ == "POS") and before.lower_ not in SPEECH_FORMS
