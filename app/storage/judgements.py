"""Shows on the pages of speakers whom people judged not to be one with them."""

from sqlmodel import Session, select

from app.domain.corrections import Record
from app.models.speaker import NotSamePerson, Speaker
from app.storage.applying import said_by
from app.storage.correction_rows import judgements
from app.storage.speakers import SpeakerBook
from app.storage.standing_at import speaker_at
from app.storage.values import stored_id


def show_judgements(session: Session) -> None:
    """Enters every pair that people judged to be two and that both stand in the archive now.

    A speaker whose last article was split off goes with all that was entered of them, and may come
    back: by an undo, or with an article still to come.
    """
    book = SpeakerBook(session)
    for record in judgements(session):
        one, other = speaker_at(session, record.target), _other(session, book, record)
        if one is not None and other is not None and one.id != other.id:
            _enter(session, one, other, said_by(record))
    session.flush()


def _other(session: Session, book: SpeakerBook, record: Record) -> Speaker | None:
    """Whom a judgement tells a speaker from; None for spellings that were split off."""
    if "articles" in record.after:
        return book.find(record.after["name"])
    link = record.after.get("other")
    return speaker_at(session, link) if link else None


def _enter(session: Session, one: Speaker, other: Speaker, reason: str) -> None:
    first, second = sorted((stored_id(one), stored_id(other)))
    held = select(NotSamePerson.id).where(
        NotSamePerson.speaker_id == first, NotSamePerson.other_id == second
    )
    if session.exec(held).first() is None:
        session.add(NotSamePerson(speaker_id=first, other_id=second, reason=reason))
