"""The step that goes through the verbs of saying of one sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.boundaries import content_spans
from app.extraction.complements import find_complement
from app.extraction.cue_words import CueWord
from app.extraction.cues import cue_of, is_silent
from app.extraction.parenthetical import find_around
from app.extraction.report import FrameSyntax, Report
from app.extraction.sources import find_subject, source_spans

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token


def verb_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each verb of saying outside quotations that has content."""
    for token in view.tokens:
        if token.i in view.quoted:
            continue
        word = cue_of(token)
        if word is not None and not is_silent(token):
            report = _report(view, token, word)
            if report is not None:
                yield report


def _report(view: FrameSyntax, verb: "Token", word: CueWord) -> Report | None:
    subject = find_subject(verb)
    found = find_complement(view, verb, word)
    content: tuple[Span, ...] = ()
    if found is not None:
        content = content_spans(view, verb, found)
        rule = f"verb: {found.form}"
    if not content:
        around = find_around(view, verb, word, subject)
        if around is None:
            return None
        content, _ = around
        rule = "verb: around"
    source = source_spans(view, subject, verb) if subject is not None else ()
    return Report(
        rule=rule,
        frame=view.number,
        cue=(view.span(verb.i, verb.i),),
        source=source,
        content=content,
        lemma=word.lemma,
    )
