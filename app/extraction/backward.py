"""Finds sentences that a later cue gives to their speaker: "Smith spoke about this in Rome."."""

from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.frames import Frame
from app.extraction.holders import can_speak
from app.extraction.report import FrameSyntax, frame_syntax, trimmed
from app.extraction.sources import source_spans
from app.extraction.statements import Draft
from app.extraction.subjects import find_subject

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_POINTERS = frozenset(["this", "that"])
_SPEAKING = frozenset(["speak", "talk", "comment"])
_MODALS = frozenset(["will", "would", "must", "should", "shall", "cannot", "can", "if"])

#: Sentences before a closing "she said" that can be hers too.
_LONGEST_RUN = 4


def place_backward(analysis: Analysis, drafts: list[list[Draft]]) -> None:
    """Adds statements whose cue comes after them; changes `drafts` in place.

    "Smith spoke about this" gives him the sentence before, or a paragraph of one sentence
    before. A cue that closes a paragraph of statements about what will or must be, after
    another statement of his, takes the whole paragraph.
    """
    for number, frame in enumerate(analysis.frames):
        if _points_back(analysis, drafts, number, frame):
            continue
        _take_paragraph(analysis, drafts, number, frame)


def _points_back(analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame) -> bool:
    text = frame.span.of(analysis.text)
    if number == 0 or not any(f" {word}" in text for word in _POINTERS):
        return False
    view = frame_syntax(analysis, number)
    cue = next((t for t in view.tokens if _speaks_about_this(view, t)), None) if view else None
    before = analysis.frames[number - 1]
    if view is None or cue is None or drafts[number - 1] or before.quotes:
        return False
    subject = find_subject(cue)
    if subject is None or not can_speak(subject):
        return False
    near = before.paragraph == frame.paragraph
    alone = number < 2 or analysis.frames[number - 2].paragraph != before.paragraph
    content = trimmed(analysis.text, before.span)
    if content is None or before.paragraph < analysis.body or not (near or alone):
        return False
    source = source_spans(view, subject, cue)
    drafts[number][:] = [d for d in drafts[number] if d.cue != [view.span(cue.i, cue.i)]]
    drafts[number - 1].append(
        Draft("backward: spoke about this", number - 1, [view.span(cue.i, cue.i)],
              list(source), [content], "speak", last_frame=number - 1)
    )  # fmt: skip
    return True


def _speaks_about_this(view: FrameSyntax, token: "Token") -> bool:
    if token.lemma_.lower() not in _SPEAKING or token.i in view.quoted:
        return False
    for child in token.rights:
        if child.lower_ in ("about", "of", "on"):
            inside = next(iter(child.rights), None)
            return inside is not None and inside.lower_ in _POINTERS
    return False


def _take_paragraph(
    analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame
) -> None:
    """Gives a closing "..., the minister said." the sentences before it in its paragraph."""
    last = number + 1 == len(analysis.frames)
    if not last and analysis.frames[number + 1].paragraph == frame.paragraph:
        return
    closing = next((d for d in drafts[number] if d.rule == "verb: around" and not d.quoted), None)
    if closing is None or len(closing.content) != 1 or closing.cue[0] < closing.content[0]:
        return
    first = number
    while first > 0 and analysis.frames[first - 1].paragraph == frame.paragraph:
        first -= 1
    run = range(first, number)
    if not 1 <= len(run) <= _LONGEST_RUN or first == 0 or not drafts[first - 1]:
        return
    if any(drafts[index] or analysis.frames[index].quotes for index in run):
        return
    if not all(_is_view(analysis.frames[index].span, analysis.text) for index in run):
        return
    spans = [trimmed(analysis.text, analysis.frames[index].span) for index in run]
    closing.content[:0] = [span for span in spans if span is not None]
    closing.frame = first
    closing.evidence.add("free indirect speech")


def _is_view(span: Span, text: str) -> bool:
    """Whether a sentence says what will, must or should be, or takes up the one before."""
    words = span.of(text).lower().replace("’", "'").split()
    return words[0] in ("but", "and", "if", "so") or any(word in _MODALS for word in words)
