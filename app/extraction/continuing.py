"""Finds the statement that a quotation with no cue of its own goes on with, or who says it."""

from collections.abc import Sequence

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.beside import cue_beside
from app.extraction.statements import Draft

#: Paragraphs that one statement may run on over: a guard, no rule of style.
_LONGEST_RUN = 60

#: Rules whose content is a phrase: no quotation of whole sentences goes on with it.
_PHRASES = frozenset(["verb: noun phrase", "verb: preposition", "noun: preposition"])

#: First words of a sentence of the reporter that says more of who has just spoken.
_PRONOUNS = frozenset(["he", "she", "they", "it", "his", "her", "their", "this", "that", "there"])

#: Sentences of the reporter that may stand between two quotations of one statement.
_LONGEST_BREAK = 2


def statement_before(
    analysis: Analysis, drafts: Sequence[list[Draft]], number: int
) -> Draft | None:
    """The quoted statement that a bare quotation goes on with.

    In its own paragraph always; over the end of a paragraph where the quotation before was left
    open, or where nothing but quotation has stood since the statement began.
    """
    if number == 0:
        return None
    before, frame = analysis.frames[number - 1], analysis.frames[number]
    if not before.quotes or before.paragraph < analysis.body <= frame.paragraph:
        return None
    if before.paragraph != frame.paragraph and not _runs_on(analysis, number):
        return None
    for index in range(number - 1, max(-1, number - _LONGEST_RUN), -1):
        own = [d for d in drafts[index]
               if d.quoted and d.last_frame == number - 1 and d.nested_in is None]  # fmt: skip
        if own:
            last = _main(analysis, index, own)
            return last if any(last.covers(quote.outer) for quote in before.quotes) else None
    return None


def _main(analysis: Analysis, number: int, drafts: Sequence[Draft]) -> Draft:
    """The one of a frame's quoted statements that goes on after it: the last of whole sentences.

    Where a quotation leads the frame, what its speaker says beside it comes second: '"A," she
    said, adding that it was "late". "B."' goes on with "A".
    """
    whole = [draft for draft in drafts if draft.rule not in _PHRASES] or drafts
    last = max(whole, key=lambda draft: max(draft.content).end)
    frame = analysis.frames[number]
    first = next((d for d in whole if frame.quotes and d.covers(frame.quotes[0].outer)), last)
    led = frame.quotes and frame.quotes[0].outer.start == frame.span.start
    same = any(a.overlaps(b) for a in first.source for b in last.source)
    return first if led and same else last


def resumed(analysis: Analysis, drafts: Sequence[list[Draft]], number: int) -> Draft | None:
    """The statement that a bare quotation resumes after a word of the reporter in between.

    '"A," said the nurse. She has worked here for ten years. "B."': in one paragraph, where the
    sentences between report nothing.
    """
    paragraph = analysis.frames[number].paragraph
    for index in range(number - 1, max(-1, number - 2 - _LONGEST_BREAK), -1):
        frame = analysis.frames[index]
        if frame.paragraph != paragraph or paragraph < analysis.body:
            return None
        if drafts[index]:
            own = [d for d in drafts[index] if d.quoted and d.nested_in is None and d.source]
            return _main(analysis, index, own) if own and index < number - 1 else None
        text = frame.span.of(analysis.text)
        if frame.quotes or text.endswith(":") or text.split()[0].lower() not in _PRONOUNS:
            return None
    return None


def reported_before(analysis: Analysis, drafts: Sequence[list[Draft]], number: int) -> Draft | None:
    """The indirect statement of the sentence before, in one paragraph, that the words bear out."""
    if number == 0 or analysis.frames[number - 1].paragraph != analysis.frames[number].paragraph:
        return None
    own = [d for d in drafts[number - 1] if d.nested_in is None and d.source]
    return max(own, key=lambda d: max(d.content).end, default=None)


def _runs_on(analysis: Analysis, number: int) -> bool:
    """Whether the next paragraph, all quotation, can go on with the one before."""
    paragraph = analysis.frames[number].paragraph
    index = number
    while index < len(analysis.frames) and analysis.frames[index].paragraph == paragraph:
        if not analysis.frames[index].is_bare(analysis.text):
            return False
        index += 1
    return True


def statement_after(analysis: Analysis, drafts: Sequence[list[Draft]], number: int) -> Draft | None:
    """The statement with its cue that follows a bare quotation: "Why? Who knows," he said."""
    following = number + 1
    if following >= len(analysis.frames):
        return None
    after, frame = analysis.frames[following], analysis.frames[number]
    if after.paragraph != frame.paragraph or not after.quotes:
        return None
    if after.quotes[0].outer.start != after.span.start:
        return None
    own = [d for d in drafts[following] if d.quoted and d.nested_in is None]
    return next((d for d in own if d.covers(after.quotes[0].outer)), None)


def speaker_before(
    analysis: Analysis, drafts: Sequence[list[Draft]], number: int
) -> tuple[list[Span], str]:
    """Who spoke or acted in the sentence before a bare quotation, and the rule that says so."""
    before = number - 1
    if before < 0 or analysis.frames[before].paragraph < analysis.body:
        return [], "quotation: no cue"
    gap = analysis.frames[number].paragraph - analysis.frames[before].paragraph
    ends_in_colon = analysis.frames[before].span.of(analysis.text).endswith(":")
    if gap > 1:
        return [], "quotation: no cue"
    spoken = [draft for draft in drafts[before] if draft.source and draft.nested_in is None]
    if spoken:
        rule = "quotation: after a colon" if ends_in_colon else "quotation: after a statement"
        return list(spoken[-1].source), rule
    report = cue_beside(analysis, before, None)
    if report is not None and report.source:
        rule = "quotation: after a colon" if ends_in_colon else "quotation: after the speaker's act"
        return list(report.source), rule
    return [], "quotation: no cue"
