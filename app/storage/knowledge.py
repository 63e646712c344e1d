"""Stores what the archive knows beforehand, and gives it back."""

import hashlib
from collections.abc import Collection

from sqlalchemy import Engine, delete
from sqlmodel import Session, col, select

from app.domain.dates import PartialDate
from app.domain.gazetteer import EMPTY, Gazetteer, KnownOffice, KnownTenure, SpeakerKind
from app.domain.persons import fold
from app.models.event import Event
from app.models.office import Office, Tenure
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.events import EventBook
from app.storage.facts import get_fact, set_fact
from app.storage.names import know_issue, know_outlets
from app.storage.not_same import keep_apart, show_apart
from app.storage.outbox import tell_of_names
from app.storage.payloads import gazetteer_from_json, gazetteer_to_json
from app.storage.slugs import free_slug, slug_of
from app.storage.speakers import FROM_KNOWLEDGE, SpeakerBook
from app.storage.values import stored_id

_FACT = "gazetteer"


def load_gazetteer(session: Session) -> Gazetteer:
    """What the archive knows beforehand; nothing in an archive that was never given any."""
    value = get_fact(session, _FACT)
    return gazetteer_from_json(value) if value else EMPTY


class NewestKnowledge:
    """What the archive knows beforehand, asked of the database each time.

    The same object as long as it is the same knowledge, so that others may keep what they made
    of it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: tuple[str | None, Gazetteer] = (None, EMPTY)

    def __call__(self) -> Gazetteer:
        """The knowledge as it is now."""
        with Session(self._engine) as session:
            value = get_fact(session, _FACT)
        if value != self._held[0]:
            self._held = (value, gazetteer_from_json(value) if value else EMPTY)
        return self._held[1]


def knowledge_hash(gazetteer: Gazetteer) -> str:
    """A hash that differs wherever the knowledge does."""
    return hashlib.sha256(gazetteer_to_json(gazetteer).encode()).hexdigest()


def store_gazetteer(session: Session, gazetteer: Gazetteer) -> bool:
    """Enters the knowledge in place of what was known before; says whether it differed.

    Rows are kept by name, so addresses stay; what is no longer known loses its mark, not its
    page.
    """
    value = gazetteer_to_json(gazetteer)
    if get_fact(session, _FACT) == value:
        return False
    set_fact(session, _FACT, value)
    called = _names_known(session)
    _forget(session)
    keep_apart(session, gazetteer)
    speakers = SpeakerBook(session)
    holders = [tenure.speaker for tenure in gazetteer.tenures]
    taking_part = [name for event in gazetteer.events for name in event.participants]
    speakers.look_up([*(one.name for one in gazetteer.speakers), *holders, *taking_part])
    for speaker in gazetteer.speakers:
        speakers.know(speaker)
    show_apart(session, gazetteer, speakers)
    now = _names_known(session)
    changed = {number for number, _ in called.items() ^ now.items()}
    tell_of_names(session, sorted(changed))
    _store_offices(session, gazetteer, speakers)
    know_outlets(session, gazetteer.outlets)
    events = EventBook(session, speakers)
    events.look_up_known(gazetteer.events)
    for event in gazetteer.events:
        events.know(event)
    for issue in gazetteer.issues:
        know_issue(session, issue)
    session.flush()
    return True


def know_again(session: Session, names: Collection[str]) -> None:
    """Enters the knowledge anew where it lists a speaker of one of these names (folded)."""
    gazetteer = load_gazetteer(session)
    listed = {fold(name) for one in gazetteer.speakers for name in (one.name, *one.aliases)}
    if not listed.isdisjoint(names):
        set_fact(session, _FACT, None)
        session.flush()
        store_gazetteer(session, gazetteer)


def _names_known(session: Session) -> dict[int, tuple[str, ...]]:
    # What search calls each speaker of the knowledge files, by row number.
    wanted = (
        select(Speaker, SpeakerAlias.name)
        .outerjoin(SpeakerAlias, col(SpeakerAlias.speaker_id) == col(Speaker.id))
        .where(Speaker.known)
        .order_by(col(Speaker.id), col(SpeakerAlias.name))
    )
    names: dict[int, tuple[str, ...]] = {}
    for row, alias in session.exec(wanted):
        held = names.get(stored_id(row), (row.name,))
        names[stored_id(row)] = (*held, alias) if alias else held
    return names


def _forget(session: Session) -> None:
    session.exec(delete(Tenure))
    session.exec(delete(SpeakerAlias).where(col(SpeakerAlias.reason) == FROM_KNOWLEDGE))
    for table in (Speaker, Event):
        for row in session.exec(select(table).where(table.known)):
            row.known = False
            if isinstance(row, Speaker):
                row.profile = {}
            session.add(row)
    session.flush()


def _store_offices(session: Session, gazetteer: Gazetteer, speakers: SpeakerBook) -> None:
    rows = {row.name: row for row in session.exec(select(Office))}
    slugs = {row.slug for row in rows.values()}
    offices = {office.name: office for office in gazetteer.offices}
    for tenure in gazetteer.tenures:
        offices.setdefault(tenure.office, KnownOffice(tenure.office))
    for office in offices.values():
        if office.name not in rows:
            slug = free_slug(slug_of(office.name), office.name, slugs.__contains__)
            slugs.add(slug)
            rows[office.name] = Office(slug=slug, name=office.name)
        rows[office.name].body = office.body
        session.add(rows[office.name])
    session.flush()
    for tenure in gazetteer.tenures:
        speaker = speakers.named(tenure.speaker, SpeakerKind.PERSON)
        row = rows[tenure.office]
        session.add(_tenure_row(tenure, stored_id(speaker), stored_id(row)))


def _tenure_row(tenure: KnownTenure, speaker_id: int, office_id: int) -> Tenure:
    return Tenure(
        speaker_id=speaker_id,
        office_id=office_id,
        start=tenure.start.first if tenure.start else None,
        end=tenure.end.last if tenure.end else None,
        start_iso=_iso(tenure.start),
        end_iso=_iso(tenure.end),
        reason="knowledge: offices.yaml",
    )


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
