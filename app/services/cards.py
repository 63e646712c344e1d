"""Statements as lists show them: one query for the rows, however many statements."""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, case, func, select
from sqlmodel import Session

from app.domain.quotations import JOINTLY
from app.domain.resolved import EventRelation
from app.schemas import links
from app.schemas.common import ArticleRef, DateShown, OutletRef, SpeakerRef
from app.schemas.statement import PieceShown, StatementCard, StatementRef, confidence_word
from app.services.tables import ARTICLE, DOCUMENT, EVENT, OUTLET, SPEAKER, STATEMENT
from app.storage.prepared import Prepared

#: The columns of an article's date.
PUBLISHED = (
    "published_first",
    "published_last",
    "published_precision",
    "published_basis",
    "published_reason",
)
#: The columns of a statement's date.
SAID = ("said_first", "said_last", "said_precision", "said_basis", "said_reason")
#: What an article without a headline is listed under, before its first words.
UNTITLED = "Untitled"
_FIRST_WORDS = 8
#: How an article begins, looked up only where it has no headline.
OPENING = case(
    (
        ARTICLE.c.headline.is_(None),
        select(func.substr(DOCUMENT.c.text, ARTICLE.c.start + 1, 160))
        .where(DOCUMENT.c.id == ARTICLE.c.document_id)
        .correlate(ARTICLE)
        .scalar_subquery(),
    )
).label("opening")
_PRONOUNS = frozenset({"he", "i", "it", "one", "she", "they", "this", "we", "which", "who", "you"})


def cards_of(session: Session, permalinks: Collection[str]) -> dict[str, StatementCard]:
    """The cards of these statements by permalink; those the database lacks are left out."""
    if not permalinks:
        return {}
    return {row.permalink: card_of(row) for row in _named.all(session, permalinks=permalinks)}


@Prepared
def _named() -> Select[Any]:
    named: BindParameter[Any] = bindparam("permalinks", expanding=True)
    return card_rows().where(STATEMENT.c.permalink.in_(named))


@cache  # building a query costs more than running it
def card_rows(*more: ColumnElement[Any]) -> Select[Any]:
    """A query for the columns `card_of` reads, and `more`; the caller narrows and orders it."""
    other = STATEMENT.alias()
    others = select(func.count()).where(other.c.report_group == STATEMENT.c.report_group)
    columns = (
        *_STATEMENT_COLUMNS,
        others.scalar_subquery().label("group_size"),
        SPEAKER.c.slug.label("speaker_slug"),
        SPEAKER.c.name.label("speaker_name"),
        EVENT.c.slug.label("event_slug"),
        EVENT.c.name.label("event_name"),
        OUTLET.c.slug.label("outlet_slug"),
        OUTLET.c.name.label("outlet_name"),
        ARTICLE.c.permalink.label("article_permalink"),
        ARTICLE.c.headline,
        *(ARTICLE.c[name] for name in PUBLISHED),
        OPENING,
    )
    tables = (
        STATEMENT.join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id)
        .outerjoin(OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id)
        .outerjoin(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id)
        .outerjoin(EVENT, EVENT.c.id == STATEMENT.c.event_id)
    )
    return select(*columns, *more).select_from(tables)


def card_of(row: Row[Any]) -> StatementCard:
    """The card of one row of `card_rows`."""
    return StatementCard(**card_fields(row))


def card_fields(row: Row[Any]) -> dict[str, Any]:
    """The fields of a card, for values that add to them."""
    return {
        "id": row.permalink,
        "url": links.statement(row.permalink),
        "kind": row.kind,
        "text": row.content,
        "pieces": [PieceShown(text=row.content, matched=False)],
        "speaker": _ref(row.speaker_name, row.speaker_slug, links.speaker),
        "speaker_printed": row.speaker_printed,
        "speaker_description": _description(row),
        "speaker_joint": JOINTLY in row.speaker_reason,
        "office": row.office,
        "said_on": said_on(row),
        "place": row.place,
        "event": _ref(row.event_name, row.event_slug, links.event),
        "event_is_subject": row.event_relation is EventRelation.ABOUT,
        "via": row.via,
        "outlet": outlet_ref(row),
        "article": article_ref(row),
        "number": row.ordinal + 1,
        "confidence": row.confidence,
        "confidence_word": confidence_word(row.confidence),
        "reports": max(0, row.group_size - 1),
        "corrected": row.corrected,
        "in_print": published_on(row) if row.said_first is None else None,
    }


@cache
def ref_rows() -> Select[Any]:
    """A query for the columns `ref_of` reads; the caller narrows and orders it."""
    speaker = STATEMENT.outerjoin(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id)
    names = ("id", "permalink", "content", "kind", "speaker_printed", *SAID)
    columns = [STATEMENT.c[name] for name in names]
    return select(*columns, SPEAKER.c.name.label("speaker_name")).select_from(speaker)


def ref_of(row: Row[Any]) -> StatementRef:
    """A statement named in passing, from a row that has at least these columns.

    Where nobody knows when it was said, a row that has PUBLISHED as well tells when it was printed.
    """
    printed = row.said_first is None and hasattr(row, "published_first")
    return StatementRef(
        id=row.permalink,
        url=links.statement(row.permalink),
        text=row.content,
        kind=row.kind,
        said_on=said_on(row),
        speaker=getattr(row, "speaker_name", None) or getattr(row, "speaker_printed", None),
        in_print=published_on(row) if printed else None,
    )


def said_on(row: Row[Any]) -> DateShown:
    """When a statement was said, with how that is known."""
    return DateShown.of(
        row.said_first, row.said_last, row.said_precision, row.said_basis, row.said_reason
    )


def published_on(row: Row[Any]) -> DateShown:
    """When an article was published, with how that is known."""
    return DateShown.of(*(getattr(row, name) for name in PUBLISHED))


def outlet_ref(row: Row[Any]) -> OutletRef | None:
    """The outlet of a row that has `outlet_name` and `outlet_slug`."""
    if row.outlet_slug is None:
        return None
    return OutletRef(name=row.outlet_name, url=links.outlet(row.outlet_slug))


def headline_of(row: Row[Any]) -> str:
    """What an article is listed under: its headline, or that it has none and how it begins."""
    return str(row.headline) if row.headline else untitled(row.opening)


def untitled(opening: str | None) -> str:
    """What an article without a headline is listed under, by its first words."""
    words = (opening or "").strip().partition("\n")[0].split()[:_FIRST_WORDS]
    return f"{UNTITLED}: {' '.join(words).rstrip('.,;:')} …" if words else UNTITLED


def article_ref(row: Row[Any]) -> ArticleRef:
    """The article of a row that has `article_permalink`, `headline` and `opening`."""
    return ArticleRef(
        id=row.article_permalink,
        headline=headline_of(row),
        url=links.article(row.article_permalink),
    )


def _description(row: Row[Any]) -> str | None:
    # A pronoun describes nobody: its speaker is not known.
    printed: str | None = row.speaker_printed
    if row.speaker_slug or not printed or printed.lower() in _PRONOUNS:
        return None
    return printed


def _ref(name: str | None, slug: str | None, address: Callable[[str], str]) -> SpeakerRef | None:
    return SpeakerRef(name=name, url=address(slug)) if name and slug else None


_STATEMENT_COLUMNS = tuple(
    STATEMENT.c[name]
    for name in (
        "permalink",
        "ordinal",
        "kind",
        "content",
        "confidence",
        "speaker_printed",
        "speaker_reason",
        "office",
        *SAID,
        "place",
        "via",
        "event_relation",
        "corrected",
        "revision",
    )
)
