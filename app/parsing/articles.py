"""Splits a document into its articles and reads the head and tail of each."""

from collections.abc import Sequence

from app.domain.dates import UNKNOWN_DATE, DateFinding
from app.domain.documents import ParsedArticle, SourceDocument, StatedMetadata
from app.domain.gazetteer import EMPTY, Gazetteer
from app.domain.spans import Span
from app.parsing.byline import Byline, find_signature, is_credit
from app.parsing.head import Head, read_head
from app.parsing.headline import is_caption, is_menu
from app.parsing.language import language_of
from app.parsing.lines import Line, lines_of
from app.parsing.metadata import (
    day_of_dateline,
    stated_by_dateline,
    stated_in,
    told_against,
    unusable,
)
from app.parsing.outlets import OutletNames
from app.parsing.split import article_starts


def parse_articles(document: SourceDocument, gazetteer: Gazetteer = EMPTY) -> list[ParsedArticle]:
    """The articles in a document, in order; spans index the document's text.

    A document with metadata is one article: whoever wrote them knew what they describe.
    """
    text, metadata = document.text, document.metadata
    lines, outlets = lines_of(text), OutletNames(gazetteer.outlets)
    single = metadata is not None and (metadata.headline or metadata.published or metadata.url)
    starts = [0] if single else article_starts(text, lines, gazetteer)
    ends = [*starts[1:], len(lines)]
    return [
        _parse(text, lines[start:end], outlets, metadata)
        for start, end in zip(starts, ends, strict=True)
    ]


def _parse(
    text: str, lines: Sequence[Line], outlets: OutletNames, metadata: StatedMetadata | None
) -> ParsedArticle:
    stated = metadata or StatedMetadata()
    head = read_head(text, lines, outlets, stated.headline)
    body, signature = _without_tail(lines[head.body :], outlets)
    byline, byline_span = head.byline, head.byline_span
    if signature is not None and byline is None:
        byline, byline_span = signature
    outlet, reason = _outlet(head, byline, outlets, stated)
    return ParsedArticle(
        text=text,
        span=Span(lines[0].span.start, lines[-1].span.end),
        paragraphs=_paragraphs(body, head),
        headline=stated.headline or (head.headline.of(text) if head.headline else None),
        headline_span=head.headline,
        deck=head.deck,
        outlet=outlet,
        outlet_reason=reason,
        byline=stated.byline or (byline.names if byline else None),
        byline_span=byline_span,
        dateline=head.dateline or head.imprint,
        url=stated.url,
        language=language_of(text[lines[0].span.start : lines[-1].span.end], stated.language),
        published=_published(head, metadata),
        notes=(*head.notes, *unusable(metadata)),
    )


def _without_tail(
    lines: Sequence[Line], outlets: OutletNames
) -> tuple[list[Line], tuple[Byline, Span] | None]:
    """The lines without credits and captions, and without the signature at their end if any."""
    body = [line for line in lines if not (is_credit(line.text) or is_caption(line.text))]
    while len(body) > 1 and is_menu(body[-1].text):
        body.pop()
    if len(body) > 1 and (signature := find_signature(body[-1].text, outlets)):
        return body[:-1], (signature, body[-1].span)
    return body, None


def _paragraphs(body: Sequence[Line], head: Head) -> tuple[Span, ...]:
    spans = [line.span for line in body]
    if spans and head.dateline:  # which opens the first of them
        start = head.dateline.span.end
        spans[0] = Span(start, max(start, spans[0].end))
    return tuple(span for span in spans if span.start < span.end)


def _outlet(
    head: Head, byline: Byline | None, outlets: OutletNames, stated: StatedMetadata
) -> tuple[str | None, str | None]:
    """Who published the article, and the words that say so; the surest evidence first."""
    if stated.outlet:
        return outlets.find(stated.outlet) or stated.outlet, "the metadata name it"
    if stated.url and (at := outlets.at(stated.url)):
        return at, f"the address is {stated.url}"
    if head.page and head.page.outlet:
        return head.page.outlet, f'the line "{head.page.outlet_words}" names it'
    if byline and byline.outlet:
        return byline.outlet, f'"{byline.names}" is signed as of {byline.outlet}'
    if head.dateline and head.dateline.agency:
        agency = head.dateline.agency
        return outlets.find(agency) or agency, f'the dateline names "{agency}"'
    return None, None


def _published(head: Head, metadata: StatedMetadata | None) -> DateFinding:
    stated = [stated_in(metadata), head.published, stated_by_dateline(head.dateline)]
    for at, finding in enumerate(stated):
        if finding.date is not None:
            others = [stated[1]] if at == 0 else []
            return told_against(finding, [*others, day_of_dateline(head.dateline, finding.date)])
    # Which says why what is stated could not be used.
    return head.published if stated[0] == UNKNOWN_DATE else stated[0]
