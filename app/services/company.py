"""Where a speaker was heard, and with whom."""

from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlmodel import Session

from app.archive import Archive
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import Tally
from app.schemas.speaker import EventOf, EventsOf
from app.services.addresses import raise_gone
from app.services.events import EVENT_COLUMNS, event_row
from app.services.listing import page_of
from app.services.tables import EVENT, SPEAKER, STATEMENT
from app.storage.prepared import Prepared

_PER_PAGE = 40
#: Of so many of the latest statements the articles are looked at: all of them take as long as
#: the rest of the page where somebody is quoted every day.
LATEST = 60
_SHOWN = 8


def events_of(archive: Archive, slug: str, page: int = 1) -> EventsOf:
    """A page of the events a speaker was heard at or spoke about, newest first. Three queries.

    Raises Moved, Withdrawn or NotFound where no speaker has this address.
    """
    with archive.session() as session:
        named = select(SPEAKER.c.id, SPEAKER.c.name).where(SPEAKER.c.slug == slug)
        speaker = session.execute(named).one_or_none()
        if speaker is None:
            raise_gone(session, AddressKind.SPEAKER, slug)
        own = STATEMENT.c.speaker_id == speaker.id
        counted = select(func.count(STATEMENT.c.event_id.distinct())).where(own)
        held = (
            select(STATEMENT.c.event_id, func.count().label("held"))
            .where(own, STATEMENT.c.event_id.is_not(None))
            .group_by(STATEMENT.c.event_id)
            .subquery()
        )
        wanted = (
            select(*EVENT_COLUMNS, held.c.held)
            .join(held, held.c.event_id == EVENT.c.id)
            .order_by(EVENT.c.date_first.desc().nulls_last(), EVENT.c.name, EVENT.c.id)
        )
        rows, paging = page_of(session, wanted, page, _PER_PAGE, counted=counted)
    return EventsOf(
        name=speaker.name,
        url=links.speaker(slug),
        rows=[EventOf(event=event_row(row), held=row.held) for row in rows],
        paging=paging,
    )


def company_of(session: Session, speaker_id: int) -> list[Tally]:
    """Who else is quoted in the articles of the speaker's latest statements, and in how many."""
    rows = _company.all(session, speaker=speaker_id)
    return [Tally(name=name, url=links.speaker(slug), count=held) for slug, name, held in rows]


@Prepared
def _company() -> Select[Any]:
    latest = (
        select(STATEMENT.c.article_id)
        .where(STATEMENT.c.speaker_id == bindparam("speaker"))
        .order_by(STATEMENT.c.said_first.desc())
        .limit(LATEST)
        .subquery()
    )
    own = select(latest.c.article_id).distinct().subquery()
    articles = func.count(STATEMENT.c.article_id.distinct())
    return (
        select(SPEAKER.c.slug, SPEAKER.c.name, articles)
        .select_from(own)
        .join(STATEMENT, STATEMENT.c.article_id == own.c.article_id)
        .join(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id)
        .where(STATEMENT.c.speaker_id != bindparam("speaker"))
        .group_by(SPEAKER.c.id)
        .order_by(articles.desc(), SPEAKER.c.name)
        .limit(_SHOWN)
    )
