"""Enters who is never to be taken for whom, as the knowledge files say it."""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.domain.gazetteer import Gazetteer
from app.domain.persons import fold, speaker_key
from app.models.correction import IdentityDecision
from app.models.speaker import NotSamePerson
from app.storage.decisions import SPEAKER
from app.storage.speakers import FROM_KNOWLEDGE, SpeakerBook
from app.storage.values import stored_id

#: Stands where a curator's decision has the number of its correction.
_BY_KNOWLEDGE = "knowledge"


def keep_apart(session: Session, gazetteer: Gazetteer) -> None:
    """Enters every `not_same` in place of those known before; what curators decided stays.

    Has to be done before the speakers are entered, so that look-alikes get rows of their own.
    Every spelling of either name counts, but for those that both share: these tell nobody apart.
    """
    session.exec(delete(IdentityDecision).where(col(IdentityDecision.uid) == _BY_KNOWLEDGE))
    spellings = {one.name: {one.name, *one.aliases} for one in gazetteer.speakers}
    also = {
        one.name: {speaker_key(alias) for alias in one.aliases if alias != one.name}
        for one in gazetteer.speakers
    }
    apart = {
        (fold(mine), fold(theirs))
        for name, other in _pairs(gazetteer)
        for mine in spellings[name]
        for theirs in spellings[other]
        if speaker_key(mine) not in also[other] and speaker_key(theirs) not in also[name]
    }
    for one, two in sorted(apart | {(two, one) for one, two in apart}):
        if one != two:
            decision = IdentityDecision(
                kind=SPEAKER, name=one, other=two, same=False, uid=_BY_KNOWLEDGE
            )
            session.add(decision)
    session.flush()


def show_apart(session: Session, gazetteer: Gazetteer, speakers: SpeakerBook) -> None:
    """Makes the pages of both say with whom they are not to be confused."""
    session.exec(delete(NotSamePerson).where(col(NotSamePerson.reason) == FROM_KNOWLEDGE))
    for pair in _pairs(gazetteer):
        rows = [row for name in pair if (row := speakers.find(name)) is not None]
        one, two = sorted(stored_id(row) for row in rows) if len(rows) == 2 else (0, 0)
        held = select(NotSamePerson.id).where(
            NotSamePerson.speaker_id == one, NotSamePerson.other_id == two
        )
        if one != two and session.exec(held).first() is None:
            session.add(NotSamePerson(speaker_id=one, other_id=two, reason=FROM_KNOWLEDGE))
    session.flush()


def _pairs(gazetteer: Gazetteer) -> list[tuple[str, str]]:
    listed = {one.name for one in gazetteer.speakers}
    pairs = {
        (min(one.name, other), max(one.name, other))
        for one in gazetteer.speakers
        for other in one.not_same
        if other in listed
    }
    return sorted(pairs)
