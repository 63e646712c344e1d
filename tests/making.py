"""Articles and what was found in them, made by hand from plain words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.dates import UNKNOWN_DATE, DateFinding
from app.domain.documents import ParsedArticle, SourceDocument, StatedMetadata
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, Quotation, SpeechKind
from app.domain.resolved import (
    Finding,
    ResolvedArticle,
    ResolvedEvent,
    ResolvedPosition,
    ResolvedSpeaker,
    ResolvedStatement,
)
from app.domain.spans import Span


@dataclass(frozen=True)
class Said:
    """Words of the article that somebody said; `nth` picks one of several same places."""

    words: str
    by: str | None = "Ann Lee"
    nth: int = 0
    said_on: DateFinding = UNKNOWN_DATE
    event: str | None = None


def read(
    text: str,
    said: Sequence[Said | str],
    *,
    name: str = "a.txt",
    stated: StatedMetadata | None = None,
    cuts: Sequence[int] = (),
    events: Sequence[ResolvedEvent] = (),
    positions: Sequence[ResolvedPosition] = (),
) -> tuple[SourceDocument, list[ResolvedArticle]]:
    """A document and what was found in its articles: one, or as many as `cuts` make of it."""
    content = text.encode()
    document = SourceDocument(
        name=name,
        origin=f"/somewhere/{name}",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        reader="text/1",
        metadata=stated,
    )
    found = sorted((statement(text, each) for each in said), key=lambda o: o.quotation.content)
    edges = [0, *cuts, len(text)]
    articles = []
    for span in (Span(start, end) for start, end in pairwise(edges)):
        parsed = ParsedArticle(
            text,
            span,
            (span,),
            headline=stated.headline if stated else None,
            outlet=stated.outlet if stated else None,
            url=stated.url if stated else None,
        )
        inside = tuple(one for one in found if span.contains(one.quotation.content[0]))
        extraction = Extraction(tuple(o.quotation for o in inside), (), (), "rules", "none", "1")
        articles.append(
            ResolvedArticle(
                parsed, extraction, UNKNOWN_DATE, inside, tuple(events), tuple(positions)
            )
        )
    return document, articles


def statement(text: str, said: Said | str) -> ResolvedStatement:
    """A statement of these words, which must stand in the text."""
    one = Said(said) if isinstance(said, str) else said
    start = -1
    for _ in range(one.nth + 1):
        start = text.index(one.words, start + 1)
    span = Span(start, start + len(one.words))
    quotation = Quotation(SpeechKind.DIRECT, (span,), (), (), "by hand", 0.9)
    speaker = None
    if one.by is not None:
        speaker = ResolvedSpeaker(SpeakerKind.PERSON, one.by, None, one.by, "named")
    event = Finding(one.event, "named") if one.event else None
    return ResolvedStatement(quotation, speaker, said_on=one.said_on, event=event)
