"""Finds statements by word order alone, for the rules level that runs without a model."""

import re
from collections.abc import Iterator

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cue_words import CUE_VERBS, LEMMA_OF, SPEECH_FORMS, Form
from app.extraction.frames import Frame
from app.extraction.report import Report, cut_out, trimmed

_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|St|Rev|Jr|Sr)\."
_PART = rf"{_TITLE}|[A-Z]\.|[A-Z][\w’'-]*"
_NAME = rf"(?:{_PART})(?:\s+(?:of|for|the|de|van|von|al|bin|{_PART}))*"
_NOUNS = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Ss]ome|[Mm]any)"
    r"\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ww]ho|[Ii]t)"
_ASIDE = r"(?:,\s[^,\n]{3,80},)?"
_ADVERB = r"(?:\s+(?:\w+ly|also|then|later|has|have|had|once|again|is))*"
_BEFORE = re.compile(rf"(?P<source>\b{_PRONOUN}|{_NOUNS}|{_NAME}){_ASIDE}{_ADVERB}\s+$")
_AFTER = re.compile(rf"\s+(?P<source>{_NAME}|{_NOUNS}|{_PRONOUN}\b)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_ACCORDING = re.compile(rf"\b[Aa]ccording to\s+(?P<source>{_NAME}|{_NOUNS})")
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever|\b(?:declin|refus)\w+ to)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:[\w’'., ]{0,60}?\s)?that\s+|\s+(?=(?:the|he|she|they|it|there|his)\s)")

#: Stands for each character of a quotation, so that offsets stay and no word in it is a cue.
_MASK = "\ue000"
_REACH = 90  # characters from a cue to the quotation that it introduces


def surface_reports(analysis: Analysis, number: int) -> Iterator[Report]:
    """Reports of one frame: quotations with the cue beside them, that-clauses, "according to"."""
    frame = analysis.frames[number]
    masked = _masked(analysis.text, frame)
    for match in _ACCORDING.finditer(masked):
        yield _rest(analysis, number, match.span(), match.span("source"), "aside: according to")
    if _ACCORDING.search(masked):
        return
    for word in _WORD.finditer(masked):
        if word[0].lower() not in SPEECH_FORMS or _NOT.search(
            masked[max(0, word.start() - 30) : word.start()]
        ):
            continue
        report = _at_cue(analysis, number, masked, word)
        if report is not None:
            yield report
            return


def _masked(text: str, frame: Frame) -> str:
    words = frame.span.of(text)
    for quote in frame.quotes:
        start, end = quote.outer.start - frame.span.start, quote.outer.end - frame.span.start
        words = words[:start] + _MASK * (end - start) + words[end:]
    return words


def _at_cue(analysis: Analysis, number: int, masked: str, word: re.Match[str]) -> Report | None:
    before = _BEFORE.search(masked[: word.start()][-160:])
    after = None if before else _AFTER.match(masked, word.end())
    if before is not None:
        shift = max(0, word.start() - 160)
        source = (before.start("source") + shift, before.end("source") + shift)
    elif after is not None:
        source = after.span("source")
    else:
        return None
    left = min(source[0], word.start())
    right = max(source[1], word.end())
    frame = analysis.frames[number]
    head, tail = masked[:left].rstrip(" ,"), masked[right : right + _REACH]
    lemma = LEMMA_OF[word[0].lower()]
    if head.endswith((_MASK, ",")) or _MASK in tail:
        quotes = [q.inner for q in frame.quotes]
        return _report(analysis, number, word.span(), source, tuple(quotes), "surface: quotation")
    if not CUE_VERBS[lemma].takes(Form.CLAUSE):
        return None
    if masked[:left].rstrip().endswith(",") and masked[right:].count(" ") < 8 and left > 20:
        span = trimmed(analysis.text, Span(frame.span.start, frame.span.start + left))
    else:
        lead = _CLAUSE.match(masked, word.end())
        if lead is None or before is None:
            return None
        span = trimmed(analysis.text, Span(frame.span.start + lead.end(), frame.span.end))
    if span is None:
        return None
    return _report(analysis, number, word.span(), source, (span,), "surface: clause")


def _rest(
    analysis: Analysis, number: int, phrase: tuple[int, int], source: tuple[int, int], rule: str
) -> Report:
    frame = analysis.frames[number]
    hole = Span(frame.span.start + phrase[0], frame.span.start + phrase[1])
    pieces = [trimmed(analysis.text, piece) for piece in cut_out(frame.span, [hole])]
    content = tuple(piece for piece in pieces if piece is not None)
    return _report(analysis, number, phrase, source, content[:1], rule)


def _report(
    analysis: Analysis,
    number: int,
    cue: tuple[int, int],
    source: tuple[int, int],
    content: tuple[Span, ...],
    rule: str,
) -> Report:
    start = analysis.frames[number].span.start
    return Report(
        rule=rule,
        frame=number,
        cue=(Span(start + cue[0], start + cue[1]),),
        source=(Span(start + source[0], start + source[1]),),
        content=content,
    )
