"""Articles: the list, and one article with its statements marked and numbered in its text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlmodel import Session

from app.archive import Archive
from app.config import FullText
from app.domain.spans import Span
from app.models.address import AddressKind
from app.models.statement import SpanRole
from app.schemas import links
from app.schemas.article import ArticleList, ArticleRecord, ArticleRow, Block, NumberedCard
from app.schemas.common import ArticleRef, Tally
from app.schemas.statement import TextRun
from app.services import passages
from app.services.addresses import raise_gone
from app.services.cards import (
    PUBLISHED,
    article_ref,
    card_of,
    card_rows,
    headline_of,
    outlet_ref,
    published_on,
)
from app.services.listing import page_of
from app.services.passages import Said, Window
from app.services.tables import (
    ARTICLE,
    DOCUMENT,
    ISSUE,
    OUTLET,
    SPAN,
    STATEMENT,
    STATEMENT_ISSUE,
)


def list_articles(archive: Archive, page: int = 1) -> ArticleList:
    """A page of articles, newest first. Two queries."""
    with archive.session() as session:
        rows, paging = page_of(session, article_rows(), page)
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


def get_article(archive: Archive, permalink: str) -> ArticleRecord:
    """The article at this permalink. Raises Moved, Withdrawn or NotFound. Five queries."""
    own = ("id", "start", "end", "paragraphs", "url", "dateline_place", "copy_of_id")
    more = ("copy_reason", "headline_start", "headline_end", "ingested_at")
    of_document = DOCUMENT.c.text, DOCUMENT.c.sha256, DOCUMENT.c.reader
    wanted = _select(*(ARTICLE.c[name] for name in own + more), *of_document)
    with archive.session() as session:
        row = session.execute(wanted.where(ARTICLE.c.permalink == permalink)).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.ARTICLE, permalink)
        cards = _numbered(session, row.id)
        said = _said(session, row.id)
        copy_of = _copy_of(session, row.copy_of_id)
    whole = archive.settings.full_text is FullText.SHOW
    return ArticleRecord(
        **_fields(row),
        sha256=row.sha256,
        reader=row.reader,
        ingested_at=f"{row.ingested_at:%Y-%m-%dT%H:%M:%SZ}",
        publisher_url=links.publisher(row.url),
        dateline_place=row.dateline_place,
        copy_of=copy_of,
        copy_reason=row.copy_reason,
        headline_block=_headline(row, said, cards),
        blocks=_blocks(row, said, cards, whole),
        statements=cards,
        speakers=_speakers(cards),
        whole=whole,
    )


def _select(*more: ColumnElement[Any]) -> Select[Any]:
    names = ("permalink", "headline", "byline", "statement_count", *PUBLISHED)
    columns = [ARTICLE.c[name] for name in names]
    outlet = OUTLET.c.slug.label("outlet_slug"), OUTLET.c.name.label("outlet_name")
    tables = ARTICLE.join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id).outerjoin(
        OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id
    )
    document = DOCUMENT.c.name.label("document_name")
    return select(*columns, *outlet, document, *more).select_from(tables)


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
    }


def _numbered(session: Session, article_id: int) -> list[NumberedCard]:
    """The statements of an article in order, each with the sides it takes. Two queries."""
    here = STATEMENT.c.article_id == article_id
    wanted = card_rows(STATEMENT.c.id, STATEMENT.c.ordinal).where(here)
    rows = session.execute(wanted.order_by(STATEMENT.c.ordinal)).all()
    on = (
        select(STATEMENT_ISSUE.c.statement_id, ISSUE.c.name, STATEMENT_ISSUE.c.stance)
        .join(ISSUE, ISSUE.c.id == STATEMENT_ISSUE.c.issue_id)
        .join(STATEMENT, STATEMENT.c.id == STATEMENT_ISSUE.c.statement_id)
        .where(here)
        .order_by(ISSUE.c.name)
    )
    sides: dict[int, list[str]] = defaultdict(list)
    for statement_id, name, stance in session.execute(on):
        sides[statement_id].append(f"{name}: {stance}" if stance else name)
    return [
        NumberedCard(number=row.ordinal + 1, card=card_of(row), sides=sides[row.id]) for row in rows
    ]


def _said(session: Session, article_id: int) -> list[Said]:
    wanted = (
        select(SPAN.c.start, SPAN.c.end, STATEMENT.c.ordinal)
        .join(STATEMENT, STATEMENT.c.id == SPAN.c.statement_id)
        .where(STATEMENT.c.article_id == article_id, SPAN.c.role == SpanRole.CONTENT)
        .order_by(SPAN.c.start, SPAN.c.end.desc())
    )
    return [Said(Span(start, end), place + 1) for start, end, place in session.execute(wanted)]


def _copy_of(session: Session, article_id: int | None) -> ArticleRef | None:
    if article_id is None:
        return None
    columns = ARTICLE.c.permalink.label("article_permalink"), ARTICLE.c.headline
    wanted = (
        select(*columns, OUTLET.c.name.label("outlet_name"))
        .outerjoin(OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id)
        .where(ARTICLE.c.id == article_id)
    )
    return article_ref(session.execute(wanted).one())


def _headline(row: Row[Any], said: Sequence[Said], cards: Sequence[NumberedCard]) -> Block:
    """The headline, where it stands in the text; a quotation may stand in it."""
    if row.headline_start is None or row.headline_end is None:
        return Block(runs=[TextRun(text=headline_of(row))], ending=[])
    return _block(row, Span(row.headline_start, row.headline_end), said, cards)


def _blocks(
    row: Row[Any], said: Sequence[Said], cards: Sequence[NumberedCard], whole: bool
) -> list[Block]:
    headline = Span(row.headline_start or 0, row.headline_end or 0)
    body = [one for one in said if not headline.contains(one.span)]
    paragraphs = [Span(*pair) for pair in row.paragraphs]
    blocks = []
    for block in passages.blocks_of(row.text, Span(row.start, row.end), paragraphs, body):
        shown = block if whole else passages.sentences_around(row.text, block, body)
        if shown is not None:
            made = _block(row, shown, body, cards)
            blocks.append(made.model_copy(update={"cut_before": shown.start > block.start}))
    return blocks


def _block(
    row: Row[Any], block: Span, said: Sequence[Said], cards: Sequence[NumberedCard]
) -> Block:
    """A part of the text in runs, with the cards of the statements whose last words are in it."""
    last = {one.number: one.span.end for one in said}  # in text order, so the last end stays
    ending = [card for card in cards if block.start < last.get(card.number, -1) <= block.end]
    return Block(runs=passages.cut(Window(row.text, 0), block, said), ending=ending)


def _speakers(cards: Sequence[NumberedCard]) -> list[Tally]:
    counts = Counter(
        (one.card.speaker.name, one.card.speaker.url) for one in cards if one.card.speaker
    )
    best = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [Tally(name=name, url=url, count=count) for (name, url), count in best]
