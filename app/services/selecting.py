"""Finds words that a curator chose in the text of an article, and says what they look like."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.quotations import SpeechKind
from app.domain.spans import GAP, Span
from app.errors import WordsNotFound
from app.models.address import AddressKind
from app.schemas.curation import Selected
from app.services.addresses import raise_gone
from app.services.choices import article_row, days_in, speakers_in
from app.services.tables import ARTICLE, DOCUMENT

#: Characters that one statement may have.
LONGEST = 5_000
_AROUND = 300
_OPENING, _CLOSING = "\"“„«‘'", "\"”“»’'"
_RUN = re.compile(r"\s*" + re.escape(GAP.strip()) + r"\s*|\s*\[\.\.\.\]\s*")


def place_words(archive: Archive, article: str, words: str, near: int | None) -> list[Span]:
    """Where these words stand in the article, as spans of its document's text.

    `[…]` between them parts runs. Where they stand more than once, the place nearest to `near`
    is meant. White space is as the source has it, all else must be equal.
    Raises WordsNotFound, and Moved, Withdrawn or NotFound for the article.
    """
    with archive.session() as session:
        row = _text_row(session, article)
    return find_runs(row.text, Span(row.start, row.end), words, near)


def find_runs(text: str, within: Span, words: str, near: int | None) -> list[Span]:
    """The same for a text: one span a run, in order. Raises WordsNotFound."""
    runs = [run.strip() for run in _RUN.split(words) if run.strip()]
    if not runs:
        raise WordsNotFound("choose the words that were said; there are none in the field")
    if len(words) > LONGEST:
        raise WordsNotFound(f"a statement has {LONGEST:,} characters at most; choose fewer words")
    best: list[Span] = []
    for first in _places(text, within, runs[0]):
        found = _follow(text, Span(first.end, within.end), runs[1:])
        if found is None:
            break
        spans = [first, *found]
        if not best or _distance(spans, near) < _distance(best, near):
            best = spans
    if not best:
        shown = runs[0] if len(runs[0]) <= 60 else f"{runs[0][:60]}…"
        raise WordsNotFound(
            f"“{shown}” does not stand in the article so; copy the words as its text has them"
        )
    return best


def select_words(archive: Archive, article: str, words: str, near: int | None) -> Selected:
    """Words chosen in an article, cleaned of the marks around them, and what they look like.

    Raises WordsNotFound where they are not there, and Moved, Withdrawn or NotFound. Four queries.
    """
    with archive.session() as session:
        row = _text_row(session, article)
        speakers, days = speakers_in(session, row.id), days_in(session, row)
    spans = find_runs(row.text, Span(row.start, row.end), words, near)
    span = trimmed(row.text, Span(spans[0].start, spans[-1].end))
    return Selected(
        words=words if len(spans) > 1 else span.of(row.text),
        start=span.start,
        kind=kind_of(row.text, span),
        before=row.text[max(row.start, span.start - _AROUND) : span.start],
        after=row.text[span.end : min(row.end, span.end + _AROUND)],
        speakers=speakers,
        days=days,
    )


def nothing_selected(archive: Archive, article: str) -> Selected:
    """The choices for an article in which nothing is chosen yet. Four queries.

    Raises Moved, Withdrawn or NotFound.
    """
    with archive.session() as session:
        row = article_row(session, article)
        speakers, days = speakers_in(session, row.id), days_in(session, row)
    return Selected(
        words="",
        start=0,
        kind=SpeechKind.DIRECT,
        before="",
        after="",
        speakers=speakers,
        days=days,
    )


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space at its ends, nor one pair of quotation marks around it."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inside = text[start + 1 : end - 1]
    marked = end - start > 2 and text[start] in _OPENING and text[end - 1] in _CLOSING
    if marked and not any(mark in inside for mark in '"“”„«»'):
        return Span(start + 1, end - 1)
    return Span(start, end)


def kind_of(text: str, span: Span) -> SpeechKind:
    """Direct where quotation marks stand around the words, mixed where within, else indirect."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before and before in _OPENING and after and after in _CLOSING:
        return SpeechKind.DIRECT
    inside = span.of(text)
    return SpeechKind.MIXED if any(mark in inside for mark in '"“”„«»') else SpeechKind.INDIRECT


def _text_row(session: Session, article: str) -> Row[Any]:
    wanted = (
        select(
            ARTICLE.c.id,
            ARTICLE.c.start,
            ARTICLE.c.end,
            ARTICLE.c.published_first,
            ARTICLE.c.published_last,
            DOCUMENT.c.text,
        )
        .join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
        .where(ARTICLE.c.permalink == article)
    )
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise_gone(session, AddressKind.ARTICLE, article)
    return row


def _places(text: str, within: Span, run: str) -> list[Span]:
    # A form turns line ends into others, so any white space stands for any.
    pattern = re.compile(r"\s+".join(re.escape(word) for word in run.split()))
    return [Span(*found.span()) for found in pattern.finditer(text, within.start, within.end)]


def _follow(text: str, within: Span, runs: Sequence[str]) -> list[Span] | None:
    found: list[Span] = []
    for run in runs:
        places = _places(text, within, run)
        if not places:
            return None
        found.append(places[0])
        within = Span(places[0].end, within.end)
    return found


def _distance(spans: list[Span], near: int | None) -> int:
    return abs(spans[0].start - near) if near is not None else spans[0].start
