"""Takes speakers and events off the shelf that nothing refers to any more."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.persons import fold
from app.models.address import AddressKind
from app.models.correction import IdentityDecision
from app.models.event import Event, EventMention, EventParticipant
from app.models.issue import Position, PositionEvidence
from app.models.speaker import NotSamePerson, Speaker, SpeakerAlias
from app.models.statement import Statement
from app.storage.decisions import BY_TELLING
from app.storage.ledger import Ledger

#: Which speaker (or event) a statement (or mention) had, and which it has now.
Change = tuple[int, int | None]

_UNSPOKEN = "no statement is credited to this name any more"
_UNMENTIONED = "no article mentions this event any more"


def drop_empty_positions(session: Session) -> None:
    """Removes positions that have lost all their statements."""
    held = select(PositionEvidence.position_id)
    session.exec(delete(Position).where(col(Position.id).not_in(held)))


def retire_speakers(session: Session, changes: Iterable[Change]) -> None:
    """Removes speakers that lost their last statement; their addresses lead to who has it now."""
    for speaker_id, heirs in _heirs(changes).items():
        row = session.get(Speaker, speaker_id)
        if row is None or row.known or _speaks(session, speaker_id):
            continue
        if _is_of_several(session, row):
            continue  # its address goes on to name them all
        heir = session.get(Speaker, heirs.most_common(1)[0][0]) if heirs else None
        _give_up(
            session, AddressKind.SPEAKER, row.slug, row.name, heir.slug if heir else None, _UNSPOKEN
        )
        for table in (SpeakerAlias, NotSamePerson):
            session.exec(delete(table).where(col(table.speaker_id) == speaker_id))
        session.exec(delete(NotSamePerson).where(col(NotSamePerson.other_id) == speaker_id))
        taking_part = update(EventParticipant).where(col(EventParticipant.speaker_id) == speaker_id)
        session.exec(taking_part.values(speaker_id=heir.id if heir else None))
        session.delete(row)
    session.flush()


def retire_events(session: Session, changes: Iterable[Change]) -> None:
    """Removes events that lost their last mention; their addresses lead to what replaced them."""
    for event_id, heirs in _heirs(changes).items():
        row = session.get(Event, event_id)
        mentioned = session.exec(
            select(EventMention.id).where(EventMention.event_id == event_id)
        ).first()
        if row is None or row.known or mentioned is not None or _is_attended(session, event_id):
            continue
        heir = session.get(Event, heirs.most_common(1)[0][0]) if heirs else None
        _give_up(
            session,
            AddressKind.EVENT,
            row.slug,
            row.name,
            heir.slug if heir else None,
            _UNMENTIONED,
        )
        session.exec(delete(EventParticipant).where(col(EventParticipant.event_id) == event_id))
        session.delete(row)
    session.flush()


def _heirs(changes: Iterable[Change]) -> dict[int, Counter[int]]:
    heirs: dict[int, Counter[int]] = {}
    for before, now in changes:
        counter = heirs.setdefault(before, Counter())
        if now is not None and now != before:
            counter[now] += 1
    return heirs


def _speaks(session: Session, speaker_id: int) -> bool:
    spoken = select(Statement.id).where(Statement.speaker_id == speaker_id)
    holding = select(Position.id).where(Position.speaker_id == speaker_id)
    return any(session.exec(wanted).first() is not None for wanted in (spoken, holding))


def _is_of_several(session: Session, row: Speaker) -> bool:
    told = select(IdentityDecision.id).where(
        IdentityDecision.uid == BY_TELLING, IdentityDecision.name == fold(row.name)
    )
    return session.exec(told.limit(1)).first() is not None


def _is_attended(session: Session, event_id: int) -> bool:
    # By a statement of another article, which a curator put at this event.
    wanted = select(Statement.id).where(Statement.event_id == event_id)
    return session.exec(wanted).first() is not None


def _give_up(
    session: Session, kind: AddressKind, slug: str, name: str, heir: str | None, reason: str
) -> None:
    ledger = Ledger(session)
    if heir:
        ledger.move(kind, slug, heir, f"{name} is now found under another name", name)
    else:
        ledger.lose(kind, slug, reason, name)
