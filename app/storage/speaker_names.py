"""Chooses the name that a speaker no knowledge file lists is shown under."""

from sqlmodel import Session, col, select

from app.domain.persons import fold, speaker_key
from app.domain.qualified import sort_name_of
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.outbox import tell_of_names
from app.storage.values import stored_id

_REASON = "another spelling in an article"


def name_speakers(session: Session) -> None:
    """Shows every speaker that articles alone name under one of the printed spellings.

    The one with most words, then the longest, then the one with most accents: whatever the
    order the articles came in, the same one. The others become aliases; addresses stay.
    """
    wanted = (
        select(Speaker, SpeakerAlias)
        .join(SpeakerAlias, col(SpeakerAlias.speaker_id) == col(Speaker.id))
        .where(col(Speaker.known).is_(False))
        .order_by(col(Speaker.slug), col(SpeakerAlias.name))
    )
    spellings: dict[int, list[SpeakerAlias]] = {}
    speakers: dict[int, Speaker] = {}
    for speaker, alias in session.exec(wanted):
        speakers[stored_id(speaker)] = speaker
        if speaker_key(alias.name) == speaker_key(speaker.name):
            spellings.setdefault(stored_id(speaker), []).append(alias)
    tell_of_names(
        session,
        [number for number, found in spellings.items() if _name(session, speakers[number], found)],
    )


def _rank(name: str) -> tuple[int, int, int, str]:
    """The best name has the lowest: accents that one article leaves out belong to a name."""
    accents = sum(not char.isascii() for char in name if char.isalpha())
    return -len(name.split()), -len(name), -accents, name


def _name(session: Session, speaker: Speaker, aliases: list[SpeakerAlias]) -> bool:
    names = {speaker.name, *(alias.name for alias in aliases)}
    best = min(names, key=_rank)
    if best == speaker.name:
        return False
    for alias in aliases:
        if alias.name == best:
            alias.name, alias.reason = speaker.name, _REASON
            session.add(alias)
    speaker.name, speaker.sort_name = best, sort_name_of(best, speaker.kind)
    speaker.sort_key = fold(speaker.sort_name)
    session.add(speaker)
    return True
