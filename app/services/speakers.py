"""Speakers: the list from A to Z, and one speaker with everything known of them."""

from typing import Any

from sqlalchemy import BindParameter, Row, Select, bindparam, func, or_, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.dates import DateBasis, DatePrecision
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import DateShown, SpeakerRef
from app.schemas.speaker import OfficeHeld, SpeakerList, SpeakerRecord, SpeakerRow
from app.services.addresses import raise_gone
from app.services.company import company_of
from app.services.listing import page_of
from app.services.positions import held, position_lines
from app.services.profiles import elsewhere_of, picture_of
from app.services.tables import ALIAS, NOT_SAME, OFFICE, POSITION, SPEAKER, STATEMENT, TENURE
from app.storage.prepared import Prepared

_ROW = tuple(
    SPEAKER.c[name]
    for name in ("id", "slug", "name", "sort_name", "kind", "description", "statement_count")
)


#: Positions on a speaker's own page; the others have a page of their own.
_POSITIONS = 6
_MOST_HEARD = Prepared(held(POSITION.c.speaker_id == bindparam("speaker")).limit(_POSITIONS))
_ALIASES = Prepared(
    select(ALIAS.c.name)
    .where(ALIAS.c.speaker_id == bindparam("speaker"), ALIAS.c.name != bindparam("name"))
    .order_by(ALIAS.c.name)
    .limit(40)
)
_OFFICES = Prepared(
    select(OFFICE.c.name, TENURE.c.start_iso, TENURE.c.end_iso, TENURE.c.reason)
    .join(OFFICE, OFFICE.c.id == TENURE.c.office_id)
    .where(TENURE.c.speaker_id == bindparam("speaker"))
    .order_by(TENURE.c.start.desc())
)


def list_speakers(
    archive: Archive, page: int = 1, letter: str | None = None, query: str = ""
) -> SpeakerList:
    """A page of those who are on record, by sort name; `query` looks in all their names.

    Speakers whom the archive only knows of, without a statement, are left out unless asked for
    by name. Three queries.
    """
    with archive.session() as session:
        first = func.upper(func.substr(SPEAKER.c.sort_key, 1, 1))
        held = SPEAKER.c.statement_count > 0
        starts = session.execute(select(first).where(held).distinct().order_by(first)).scalars()
        wanted = _named(query) if query else select(*_ROW).where(held)
        if letter:
            wanted = wanted.where(first == letter)
        ordered = wanted.order_by(SPEAKER.c.sort_key, SPEAKER.c.slug)
        letters = [start for start in starts if start.isalpha()]
        rows, paging = page_of(session, ordered, page)
    return SpeakerList(
        rows=[SpeakerRow(**_fields(row)) for row in rows],
        paging=paging,
        starts=letters,
        letter=letter,
        query=query,
    )


def get_speaker(archive: Archive, slug: str) -> SpeakerRecord:
    """The speaker at this address. Raises Moved, Withdrawn or NotFound. Seven queries."""
    with archive.session() as session:
        row = _whole.first(session, slug=slug)
        if row is None:
            raise_gone(session, AddressKind.SPEAKER, slug)
        return SpeakerRecord(
            slug=row.slug,
            url=links.speaker(row.slug),
            name=row.name,
            kind=row.kind.value,
            description=row.description,
            aliases=[name for (name,) in _ALIASES.all(session, speaker=row.id, name=row.name)],
            offices=_offices(session, row.id),
            not_to_confuse=_not_to_confuse(session, row.id),
            statements=row.statement_count,
            events=row.events,
            first=_day(row.first),
            last=_day(row.last),
            positions=position_lines(session, _MOST_HEARD.all(session, speaker=row.id)),
            position_count=row.positions,
            known=row.known,
            elsewhere=elsewhere_of(row.profile),
            picture=picture_of(row.slug, row.profile),
            quoted_with=company_of(session, row.id),
        )


def _named(query: str) -> Select[Any]:
    # Each word begins a name or an alias; LIKE's own signs are taken as letters.
    escaped = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    pattern = f"%{escaped}%"
    also = select(ALIAS.c.speaker_id).where(ALIAS.c.name.like(pattern, escape="\\"))
    named = or_(SPEAKER.c.name.like(pattern, escape="\\"), SPEAKER.c.id.in_(also))
    return select(*_ROW).where(named)


def _fields(row: Row[Any]) -> dict[str, Any]:
    fields = row._asdict()
    del fields["id"]
    return {**fields, "kind": row.kind.value, "url": links.speaker(row.slug)}


def _offices(session: Session, speaker_id: int) -> list[OfficeHeld]:
    return [
        OfficeHeld(name=name, start=start, end=end, years=_years(start, end), reason=reason)
        for name, start, end, reason in _OFFICES.all(session, speaker=speaker_id)
    ]


def _years(start: str | None, end: str | None) -> str:
    if start and end:
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    if start:
        return f"since {start[:4]}"
    return f"until {end[:4]}" if end else ""


def _not_to_confuse(session: Session, speaker_id: int) -> list[SpeakerRef]:
    """Those whom somebody judged not to be this speaker, whichever way it was written down."""
    rows = _others.all(session, speaker=speaker_id)
    return [SpeakerRef(name=name, url=links.speaker(slug)) for name, slug in rows]


@Prepared
def _others() -> Select[Any]:
    here: BindParameter[int] = bindparam("speaker")
    pairs = select(NOT_SAME.c.other_id).where(NOT_SAME.c.speaker_id == here)
    others = select(NOT_SAME.c.speaker_id).where(NOT_SAME.c.other_id == here)
    wanted = select(SPEAKER.c.name, SPEAKER.c.slug).where(SPEAKER.c.id.in_(pairs.union(others)))
    return wanted.order_by(SPEAKER.c.name)


@Prepared
def _whole() -> Select[Any]:
    """A speaker with what is counted of them; all of it stands in one index."""
    said = STATEMENT.c.speaker_id == SPEAKER.c.id
    counted = {
        "events": select(func.count(STATEMENT.c.event_id.distinct())).where(said),
        "first": select(func.min(STATEMENT.c.said_first)).where(said),
        "last": select(func.max(STATEMENT.c.said_last)).where(said),
        "positions": select(func.count()).where(POSITION.c.speaker_id == SPEAKER.c.id),
    }
    columns = [one.scalar_subquery().label(name) for name, one in counted.items()]
    own = SPEAKER.c.known, SPEAKER.c.profile
    return select(*_ROW, *own, *columns).where(SPEAKER.c.slug == bindparam("slug"))


def _day(day: Any) -> DateShown | None:  # noqa: ANN401 - a date, or None
    if day is None:
        return None
    return DateShown.of(day, day, DatePrecision.DAY, DateBasis.STATED, "")
