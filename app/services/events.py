"""Events: the list, and one event with who took part and which articles name it."""

from typing import Any

from sqlalchemy import Row, Select, select, tuple_
from sqlmodel import Session

from app.archive import Archive
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import ArticleRef, DateShown, SpeakerRef
from app.schemas.event import EventList, EventRecord, EventRow
from app.services.addresses import raise_gone
from app.services.cards import OPENING, article_ref
from app.services.listing import page_of
from app.services.tables import ARTICLE, EVENT, MENTION, PARTICIPANT, SPEAKER

_MOST_ARTICLES = 50
#: The columns that `event_row` reads.
EVENT_COLUMNS = tuple(
    EVENT.c[name]
    for name in (
        "id",
        "slug",
        "name",
        "type",
        "date_first",
        "date_last",
        "date_precision",
        "date_basis",
        "date_reason",
        "place",
        "statement_count",
        "reason",
    )
)


def list_events(archive: Archive, page: int = 1) -> EventList:
    """A page of the events that articles name, newest first. Two queries."""
    named = EVENT.c.id.in_(select(MENTION.c.event_id)) | (EVENT.c.statement_count > 0)
    order = EVENT.c.date_first.desc().nulls_last(), EVENT.c.name
    with archive.session() as session:
        rows, paging = page_of(session, select(*EVENT_COLUMNS).where(named).order_by(*order), page)
    return EventList(rows=[event_row(row) for row in rows], paging=paging)


def get_event(archive: Archive, slug: str) -> EventRecord:
    """The event at this address. Raises Moved, Withdrawn or NotFound. Five queries."""
    with archive.session() as session:
        row = session.execute(select(*EVENT_COLUMNS).where(EVENT.c.slug == slug)).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.EVENT, slug)
        names, articles = _mentions(session, row)
        people = _participants(session, row.id)
        before, after = _neighbours(session, row)
    return EventRecord(
        **_fields(row),
        reason=row.reason,
        also_called=names,
        participants=[name for name, _ in people],
        participant_refs={name: ref for name, ref in people if ref},
        articles=articles,
        previous=before,
        next=after,
    )


def event_row(row: Row[Any]) -> EventRow:
    """One row of `EVENT_COLUMNS` as a list shows it."""
    return EventRow(**_fields(row))


def _fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "url": links.event(row.slug),
        "name": row.name,
        "type": row.type,
        "date": DateShown.of(
            row.date_first, row.date_last, row.date_precision, row.date_basis, row.date_reason
        ),
        "place": row.place,
        "statement_count": row.statement_count,
    }


def _mentions(session: Session, event: Row[Any]) -> tuple[list[str], list[ArticleRef]]:
    """What articles call the event, and those articles; one query."""
    wanted = (
        select(
            MENTION.c.name,
            ARTICLE.c.permalink.label("article_permalink"),
            ARTICLE.c.headline,
            OPENING,
        )
        .join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .where(MENTION.c.event_id == event.id)
        .order_by(ARTICLE.c.published_first.desc().nulls_last(), ARTICLE.c.permalink)
        .limit(10 * _MOST_ARTICLES)
    )
    names: set[str] = set()
    articles: dict[str, ArticleRef] = {}
    for row in session.execute(wanted):
        names.add(" ".join(row.name.split()))
        articles[row.article_permalink] = article_ref(row)
    return sorted(names - {event.name}), list(articles.values())[:_MOST_ARTICLES]


def _participants(session: Session, event_id: int) -> list[tuple[str, SpeakerRef | None]]:
    wanted = (
        select(PARTICIPANT.c.name, SPEAKER.c.slug)
        .outerjoin(SPEAKER, SPEAKER.c.id == PARTICIPANT.c.speaker_id)
        .where(PARTICIPANT.c.event_id == event_id)
        .order_by(PARTICIPANT.c.name)
    )
    return [
        (name, SpeakerRef(name=name, url=links.speaker(slug)) if slug else None)
        for name, slug in session.execute(wanted)
    ]


def _neighbours(session: Session, row: Row[Any]) -> tuple[EventRow | None, EventRow | None]:
    """The events before and after this one by date; an undated event has none. Two queries."""
    if row.date_first is None:
        return None, None
    columns = EVENT.c.date_first, EVENT.c.id
    here = tuple_(row.date_first, row.id)
    named: Select[Any] = select(*EVENT_COLUMNS).where(EVENT.c.statement_count > 0)
    earlier = named.where(tuple_(*columns) < here).order_by(*(one.desc() for one in columns))
    later = named.where(tuple_(*columns) > here).order_by(*columns)
    found = [session.execute(side.limit(1)).one_or_none() for side in (earlier, later)]
    before, after = (event_row(one) if one else None for one in found)
    return before, after
