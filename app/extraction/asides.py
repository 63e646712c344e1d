"""Finds what is given as somebody's words without a verb of its own: "according to her"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.capitals import names_post
from app.extraction.cue_words import CUE_VERBS, Form
from app.extraction.cues import cue_of
from app.extraction.report import FrameSyntax, Report, cut_out, trimmed
from app.extraction.sources import noun_phrase, source_spans
from app.extraction.subjects import find_subject, is_passive
from app.extraction.tails import is_own_remark, without_remark

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: "in her words", "in the minister's opinion".
#: Source: written for this project from knowledge of English.
_OWN_WORDS = frozenset(["words", "opinion", "view", "telling", "estimation", "account"])
_TOLD_OF = frozenset(["say", "state", "report", "note", "point-out"])
_DUMMIES = frozenset(["it", "this", "so", "out"])
_WORDLESS = frozenset(["speak", "talk", "begin", "continue"])  # "as she spoke" quotes nothing
_OPENERS = frozenset(["because", "that", "since"])
_LONGEST_NAME = 4  # words
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])


def aside_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each "according to X", "in X's words" and "as X said" of the frame."""
    for token in view.tokens:
        if token.i in view.quoted:
            continue
        for find in (_according_to, _in_own_words, _as_said):
            report = find(view, token)
            if report is not None:
                yield report
                break


def _according_to(view: FrameSyntax, token: "Token") -> Report | None:
    if token.lower_ not in ("according", "per") or token.i + 1 > view.last:
        return None
    last = token.i
    if token.lower_ == "according":
        if view.token(token.i + 1).lower_ != "to":
            return None
        last = token.i + 1
    elif not (token.i == view.first or view.token(token.i - 1).text == ","):
        return None
    head = _object(view, last)
    if head is None:
        return None
    end = min(head.right_edge.i, view.tokens[-1].i)
    stop = _subject_after(view, head, end)
    end = stop - 1 if stop is not None else end
    source = noun_phrase(view, head, stop=stop)
    named = _name_behind(view, head, end)
    if named is not None and source is not None:
        end, source = named, Span(source.start, view.span(named, named).end)
    return _around(view, token.i, last, end, (source,) if source else (), "according to")


def _name_behind(view: FrameSyntax, head: "Token", end: int) -> int | None:
    """Token number of the last word of a name in commas behind a post: "the mayor, Jane Roe,".

    Only before a clause of its own, so that it is not that clause's subject.
    """
    first = end + 2
    if not names_post(head.lower_) or first > view.last or view.token(end + 1).text != ",":
        return None
    after = first
    while after <= view.last and view.token(after).pos_ == "PROPN":
        after += 1
    if not 1 <= after - first <= _LONGEST_NAME or after > view.last:
        return None
    if view.token(after).text != ",":
        return None
    for number in range(after + 1, view.last + 1):
        if view.token(number).tag_ in _FINITE:
            return after - 1 if number > after + 1 else None
        if view.token(number).is_punct:
            return None
    return None


def _subject_after(view: FrameSyntax, head: "Token", end: int) -> int | None:
    """Token number of the comma where the parse draws the next clause's subject to the source.

    "According to the audit, Roe and another aide asked ...": a fronted source ends at its comma
    where a finite verb follows what the parse takes for the rest of it.
    """
    comma = next((n for n in range(head.i + 1, end) if view.token(n).text == ","), None)
    if comma is None or comma in view.quoted or end + 1 > view.last:
        return None
    fronted = not any(view.token(n).tag_ in _FINITE for n in range(view.first, comma))
    return comma if fronted and view.token(end + 1).tag_ in _FINITE else None


def _object(view: FrameSyntax, last: int) -> "Token | None":
    for token in view.tokens:
        if token.i > last:
            if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
                while token.head.i > token.i and token.dep_ in (
                    "compound",
                    "poss",
                    "nmod",
                    "nummod",
                ):
                    token = token.head
                return token
            if token.is_punct and token.text not in ('"', "“", "‘", "'"):
                return None
    return None


def _in_own_words(view: FrameSyntax, token: "Token") -> Report | None:
    if token.lower_ not in _OWN_WORDS or token.dep_ not in ("pobj", "dep"):
        return None
    if token.head.lower_ != "in":
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is None:
        owner = _before_apostrophe(view, token)
    if owner is None:
        of = next((c for c in token.children if c.lower_ == "of"), None)
        owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of else None
    if owner is None or not view.holds(token.head.i):
        return None
    source = noun_phrase(view, owner)
    end = min(token.right_edge.i, view.tokens[-1].i)
    return _around(
        view, token.head.i, token.i, end, (source,) if source else (), "in one's own words"
    )


def _before_apostrophe(view: FrameSyntax, token: "Token") -> "Token | None":
    """The name before a bare apostrophe that the parse takes for a mark: "in Forbes’ words"."""
    if token.i - 2 < view.first or view.token(token.i - 1).text not in ("'", "’"):
        return None
    name = view.token(token.i - 2)
    return name if name.pos_ == "PROPN" else None


def _as_said(view: FrameSyntax, token: "Token") -> Report | None:
    """ "As the minister said, ..." where the verb has no content after it."""
    word = cue_of(token)
    if token.lower_ in ("put", "puts") and any(c.lower_ == "it" for c in token.rights):
        word = CUE_VERBS["say"]
    put = word is not None and token.lower_ == "put"
    if word is None or word.lemma in _WORDLESS or (token.tag_ == "VB" and not put):
        return None
    if token.dep_ not in ("advcl", "ccomp", "ROOT", "parataxis"):
        return None
    marker = next(
        (c for c in token.lefts if c.lower_ == "as" and c.dep_ in ("mark", "advmod")), None
    )
    if token.tag_ == "VBN" and word.lemma not in _TOLD_OF and is_passive(token):
        return None  # "as demanded by the town" tells what was done
    if marker is None or not word.takes(Form.CLAUSE):  # "as the crowd roared" quotes nobody
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.lower_ not in _DUMMIES for c in token.rights):
        return None
    if marker.i > view.first and _leads_quotation(view, token):
        return None  # '"...," she said as the crowd yelled: "No!"'
    subject = find_subject(token)
    source = source_spans(view, subject, token) if subject is not None else ()
    if put and (subject is None or not marker.i < subject.i < token.i):
        before = _phrase_after(view, marker.i, token.i)
        source = (before,) if before is not None else ()
    end = min(token.right_edge.i, view.tokens[-1].i)
    return _around(view, marker.i, token.i, end, source, "as said", cue=token.i)


def _phrase_after(view: FrameSyntax, marker: int, verb: int) -> Span | None:
    """The words between "as" and its verb up to a comma: "as Jane Roe, a trader, put it"."""
    end = marker + 1
    while end < verb and view.token(end).text != ",":
        end += 1
    return trimmed(view.analysis.text, view.span(marker + 1, end - 1)) if end > marker + 1 else None


def _leads_quotation(view: FrameSyntax, verb: "Token") -> bool:
    following = verb.i + 1
    while following < view.last and view.token(following).text in (",", ":"):
        following += 1
    return following <= view.last and following in view.quoted


def _around(
    view: FrameSyntax,
    first: int,
    last: int,
    end: int,
    source: tuple[Span, ...],
    rule: str,
    cue: int | None = None,
) -> Report | None:
    """The rest of the sentence as the content of a phrase that goes from `first` to `end`."""
    phrase = view.span(first, end)
    pieces = cut_out(view.frame.span, [phrase])
    content = [p for p in (trimmed(view.analysis.text, piece) for piece in pieces) if p]
    if first > view.first and len(content) > 1:
        # "..., according to her, and so on" goes on; "..., according to her, who" does not
        content = content[:2]
        opener = view.token(max(first - 2, view.first))
        if opener.lower_ in _OPENERS and view.token(first - 1).text == ",":
            content = content[1:]  # "is late because, in her words, “...”"
        elif is_own_remark(view, *content):
            content = content[:1]
    if not content or not _has_verb(view, content):
        return None
    content = [without_remark(view, piece) for piece in content]
    cue_span = view.span(first, last) if cue is None else view.span(cue, cue)
    return Report(f"aside: {rule}", view.number, (cue_span,), source, tuple(content), rule)


def _has_verb(view: FrameSyntax, content: list[Span]) -> bool:
    return any(
        token.tag_ in _FINITE or token.pos_ in ("VERB", "AUX") or token.i in view.quoted
        for span in content
        for token in view.analysis.tokens(span)
    )
