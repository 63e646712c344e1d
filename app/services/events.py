"""Events: the list, and one event with who took part and which articles name it."""

from typing import Any

from sqlalchemy import Row, Select, bindparam, select, tuple_
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
from app.storage.prepared import Prepared

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
        row = _event.first(session, slug=slug)
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
    names: set[str] = set()
    articles: dict[str, ArticleRef] = {}
    for row in _mentioning.all(session, event=event.id):
        names.add(" ".join(row.name.split()))
        articles[row.article_permalink] = article_ref(row)
    return sorted(names - {event.name}), list(articles.values())[:_MOST_ARTICLES]


def _participants(session: Session, event_id: int) -> list[tuple[str, SpeakerRef | None]]:
    return [
        (name, SpeakerRef(name=name, url=links.speaker(slug)) if slug else None)
        for name, slug in _taking_part.all(session, event=event_id)
    ]


def _neighbours(session: Session, row: Row[Any]) -> tuple[EventRow | None, EventRow | None]:
    """The events before and after this one by date; an undated event has none. Two queries."""
    if row.date_first is None:
        return None, None
    here = {"day": row.date_first, "id": row.id}
    before, after = (side.first(session, **here) for side in (_earlier, _later))
    return event_row(before) if before else None, event_row(after) if after else None


@Prepared
def _event() -> Select[Any]:
    return select(*EVENT_COLUMNS).where(EVENT.c.slug == bindparam("slug"))


@Prepared
def _mentioning() -> Select[Any]:
    article = ARTICLE.c.permalink.label("article_permalink"), ARTICLE.c.headline, OPENING
    return (
        select(MENTION.c.name, *article)
        .join(ARTICLE, ARTICLE.c.id == MENTION.c.article_id)
        .where(MENTION.c.event_id == bindparam("event"))
        .order_by(ARTICLE.c.published_first.desc().nulls_last(), ARTICLE.c.permalink)
        .limit(10 * _MOST_ARTICLES)
    )


@Prepared
def _taking_part() -> Select[Any]:
    return (
        select(PARTICIPANT.c.name, SPEAKER.c.slug)
        .outerjoin(SPEAKER, SPEAKER.c.id == PARTICIPANT.c.speaker_id)
        .where(PARTICIPANT.c.event_id == bindparam("event"))
        .order_by(PARTICIPANT.c.name)
    )


_PLACE = EVENT.c.date_first, EVENT.c.id
_HERE = tuple_(bindparam("day", type_=EVENT.c.date_first.type), bindparam("id"))
_HELD = select(*EVENT_COLUMNS).where(EVENT.c.statement_count > 0).limit(1)
_earlier = Prepared(_HELD.where(tuple_(*_PLACE) < _HERE).order_by(*(one.desc() for one in _PLACE)))
_later = Prepared(_HELD.where(tuple_(*_PLACE) > _HERE).order_by(*_PLACE))
