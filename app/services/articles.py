"""Articles: the list, and one article with its statements marked and numbered in its text."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select
from sqlmodel import Session

from app.archive import Archive
from app.config import FullText
from app.domain.spans import Span
from app.models.address import AddressKind
from app.models.statement import SpanRole
from app.schemas import links
from app.schemas.article import ArticleCopy, ArticleList, ArticleRecord, ArticleRow, NumberedCard
from app.schemas.common import ArticleRef, Tally
from app.services.addresses import raise_gone
from app.services.article_text import body_blocks, headline_block, part_of
from app.services.cards import (
    OPENING,
    PUBLISHED,
    article_ref,
    card_of,
    card_rows,
    headline_of,
    outlet_ref,
    published_on,
)
from app.services.listing import page_of
from app.services.passages import Said
from app.services.tables import (
    ARTICLE,
    DOCUMENT,
    ISSUE,
    OUTLET,
    SPAN,
    SPEAKER,
    STATEMENT,
    STATEMENT_ISSUE,
)
from app.storage.prepared import Prepared

_MOST_COPIES = 50


def list_articles(archive: Archive, page: int = 1) -> ArticleList:
    """A page of articles, newest first. Two queries."""
    with archive.session() as session:
        counted = select(func.count()).select_from(ARTICLE)
        rows, paging = page_of(session, article_rows(), page, counted=counted)
    return ArticleList(rows=[article_row(row) for row in rows], paging=paging)


def article_rows(*where: ColumnElement[bool]) -> Select[Any]:
    """A query for what `article_row` reads, newest first."""
    return (
        _select()
        .where(*where)
        .order_by(ARTICLE.c.published_first.desc().nulls_last(), ARTICLE.c.permalink)
    )


def article_row(row: Row[Any]) -> ArticleRow:
    """One row of `article_rows` as a list shows it."""
    return ArticleRow(**_fields(row))


def get_article(archive: Archive, permalink: str, part: int = 1) -> ArticleRecord:
    """One part of the article at this permalink; all of it, but for very long ones. Seven
    queries at most.

    Raises Moved, Withdrawn or NotFound. A part past the last one is the last one.
    """
    with archive.session() as session:
        row = _whole.first(session, permalink=permalink)
        if row is None:
            raise_gone(session, AddressKind.ARTICLE, permalink)
        shown = part_of(row, part)
        said = _said(session, row.id, shown.span)
        cards = _numbered(session, row.id, {one.number for one in said})
        speakers = _speakers(session, row.id)
        copy_of = _copy_of(session, row.copy_of_id)
        copies = _copies(session, row.id) if copy_of is None else []
    by_number = {card.number: card for card in cards}
    whole = archive.settings.full_text is FullText.SHOW
    return ArticleRecord(
        **_fields(row),
        sha256=row.sha256,
        reader=row.reader,
        ingested_at=f"{row.ingested_at:%Y-%m-%dT%H:%M:%SZ}",
        revision=row.revision,
        publisher_url=links.publisher(row.url),
        dateline_place=row.dateline_place,
        copy_of=copy_of,
        copies=copies,
        copy_reason=row.copy_reason,
        headline_block=headline_block(row, said, by_number),
        blocks=body_blocks(row, shown, said, by_number, whole),
        statements=cards,
        speakers=speakers,
        whole=whole,
        part=shown.number,
        parts=shown.of,
    )


@Prepared
def _whole() -> Select[Any]:
    own = ("id", "start", "end", "paragraphs", "url", "dateline_place", "copy_of_id")
    more = ("copy_reason", "headline_start", "headline_end", "ingested_at", "revision")
    of_document = DOCUMENT.c.text, DOCUMENT.c.sha256, DOCUMENT.c.reader
    wanted = _select(*(ARTICLE.c[name] for name in own + more), *of_document)
    return wanted.where(ARTICLE.c.permalink == bindparam("permalink"))


def _select(*more: ColumnElement[Any]) -> Select[Any]:
    names = ("permalink", "headline", "byline", "statement_count", "language", *PUBLISHED)
    columns = [ARTICLE.c[name] for name in names]
    outlet = OUTLET.c.slug.label("outlet_slug"), OUTLET.c.name.label("outlet_name")
    tables = ARTICLE.join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id).outerjoin(
        OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id
    )
    document = DOCUMENT.c.name.label("document_name")
    return select(*columns, OPENING, *outlet, document, *more).select_from(tables)


def _fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.permalink,
        "url": links.article(row.permalink),
        "headline": headline_of(row),
        "outlet": outlet_ref(row),
        "byline": row.byline,
        "published": published_on(row),
        "statement_count": row.statement_count,
        "document": row.document_name,
        "language": row.language,
    }


def _numbered(session: Session, article_id: int, numbers: set[int]) -> list[NumberedCard]:
    """The statements with these numbers, in order, each with the sides it takes. Two queries."""
    here = {"article": article_id, "ordinals": [number - 1 for number in numbers]}
    sides: dict[int, list[str]] = defaultdict(list)
    for statement_id, name, stance in _sides.all(session, **here):
        sides[statement_id].append(f"{name}: {stance}" if stance else name)
    return [
        NumberedCard(number=row.ordinal + 1, card=card_of(row), sides=sides[row.id])
        for row in _cards.all(session, **here)
    ]


_HERE = (
    STATEMENT.c.article_id == bindparam("article"),
    STATEMENT.c.ordinal.in_(bindparam("ordinals", expanding=True)),
)


@Prepared
def _cards() -> Select[Any]:
    return card_rows(STATEMENT.c.id).where(*_HERE).order_by(STATEMENT.c.ordinal)


@Prepared
def _sides() -> Select[Any]:
    return (
        select(STATEMENT_ISSUE.c.statement_id, ISSUE.c.name, STATEMENT_ISSUE.c.stance)
        .join(ISSUE, ISSUE.c.id == STATEMENT_ISSUE.c.issue_id)
        .join(STATEMENT, STATEMENT.c.id == STATEMENT_ISSUE.c.statement_id)
        .where(*_HERE)
        .order_by(ISSUE.c.name)
    )


def _said(session: Session, article_id: int, within: Span) -> list[Said]:
    rows = _spans.all(session, article=article_id, start=within.start, end=within.end)
    return [Said(Span(start, end), place + 1) for start, end, place in rows]


@Prepared
def _spans() -> Select[Any]:
    return (
        select(SPAN.c.start, SPAN.c.end, STATEMENT.c.ordinal)
        .join(STATEMENT, STATEMENT.c.id == SPAN.c.statement_id)
        .where(STATEMENT.c.article_id == bindparam("article"), SPAN.c.role == SpanRole.CONTENT)
        .where(SPAN.c.start < bindparam("end"), SPAN.c.end > bindparam("start"))
        .order_by(SPAN.c.start, SPAN.c.end.desc())
    )


def _speakers(session: Session, article_id: int) -> list[Tally]:
    rows = _quoted.all(session, article=article_id)
    return [Tally(name=name, url=links.speaker(slug), count=held) for name, slug, held in rows]


@Prepared
def _quoted() -> Select[Any]:
    return (
        select(SPEAKER.c.name, SPEAKER.c.slug, func.count().label("held"))
        .join(STATEMENT, STATEMENT.c.speaker_id == SPEAKER.c.id)
        .where(STATEMENT.c.article_id == bindparam("article"))
        .group_by(SPEAKER.c.id)
        .order_by(func.count().desc(), SPEAKER.c.name)
        .limit(30)
    )


_REF = ARTICLE.c.permalink.label("article_permalink"), ARTICLE.c.headline, OPENING
_ORIGINAL = Prepared(select(*_REF).where(ARTICLE.c.id == bindparam("article")))


def _copy_of(session: Session, article_id: int | None) -> ArticleRef | None:
    if article_id is None:
        return None
    (row,) = _ORIGINAL.all(session, article=article_id)
    return article_ref(row)


def _copies(session: Session, article_id: int) -> list[ArticleCopy]:
    """The articles that are copies of this one, as far as a page has room for them."""
    return [
        ArticleCopy(article=article_ref(row), outlet=outlet_ref(row), published=published_on(row))
        for row in _copied.all(session, article=article_id)
    ]


@Prepared
def _copied() -> Select[Any]:
    outlet = OUTLET.c.slug.label("outlet_slug"), OUTLET.c.name.label("outlet_name")
    published = (ARTICLE.c[name] for name in PUBLISHED)
    return (
        select(*_REF, *outlet, *published)
        .select_from(ARTICLE.outerjoin(OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id))
        .where(ARTICLE.c.copy_of_id == bindparam("article"))
        .order_by(ARTICLE.c.published_first.asc().nulls_last(), ARTICLE.c.permalink)
        .limit(_MOST_COPIES)
    )
