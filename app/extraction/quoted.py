"""Gives quotations that syntax left over to the cue beside them, or to the statement before."""

from collections.abc import Sequence

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cue_words import LEMMA_OF, SPEECH_FORMS
from app.extraction.frames import Frame
from app.extraction.quote_marks import Quote
from app.extraction.statements import Draft

#: A quotation without any cue needs as many words to be taken for speech, not for a term.
SHORTEST_BARE = 4


def place_quotations(analysis: Analysis, drafts: list[list[Draft]]) -> None:
    """Puts every quotation that no draft of its frame holds where it belongs.

    `drafts` has one list for each frame and is changed in place. A bare quotation goes on with
    the statement before it in its paragraph, or with the paragraph before where that ends in a
    colon or in a quotation left open.
    """
    for number, frame in enumerate(analysis.frames):
        for quote in frame.quotes:
            if any(draft.covers(quote.outer) for draft in drafts[number]):
                continue
            _place(analysis, drafts, number, frame, quote)


def _place(
    analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame, quote: Quote
) -> None:
    bare = frame.is_bare(analysis.text)
    own = [draft for draft in drafts[number] if draft.nested_in is None]
    if own and bare:
        own[-1].content.append(quote.inner)
        return
    tagged = _beside(analysis, drafts, number, frame, quote)
    if tagged:
        return
    if bare:
        _continue(analysis, drafts, number, quote)


def _beside(
    analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame, quote: Quote
) -> bool:
    del analysis, drafts, number, frame, quote
    return False


def _continue(analysis: Analysis, drafts: list[list[Draft]], number: int, quote: Quote) -> None:
    text, frame = analysis.text, analysis.frames[number]
    previous = _previous_quoted(analysis, drafts, number)
    if previous is not None:
        previous.content.append(quote.inner)
        previous.last_frame = number
        previous.evidence.add("continued")
        return
    before = number - 1
    source: list[Span] = []
    rule = "quotation: no cue"
    if before >= 0 and drafts[before]:
        source = list(drafts[before][-1].source)
        rule = "quotation: after the speaker's sentence"
    if quote.words(text) >= SHORTEST_BARE:
        draft = Draft(rule, number, [], source, [quote.inner], last_frame=number)
        drafts[number].append(draft)
    del frame


def _previous_quoted(analysis: Analysis, drafts: list[list[Draft]], number: int) -> Draft | None:
    """The statement with quoted words that this bare quotation goes on with."""
    frame = analysis.frames[number]
    if number == 0:
        return None
    before = analysis.frames[number - 1]
    same = before.paragraph == frame.paragraph
    left_open = bool(before.quotes) and not before.quotes[-1].closed
    if not before.quotes or not (same or left_open):
        return None
    for group in (drafts[number - 1], *_earlier(drafts, number)):
        for draft in reversed(group):
            if draft.last_frame == number - 1 and draft.covers(before.quotes[-1].outer):
                return draft
    return None


def _earlier(drafts: Sequence[list[Draft]], number: int) -> list[list[Draft]]:
    return [drafts[index] for index in range(number - 2, max(-1, number - 40), -1)]


_ = (SPEECH_FORMS, LEMMA_OF)
