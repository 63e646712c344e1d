"""Corrects what the program found: one writer, one transaction, at once and for good."""

from dataclasses import dataclass

from sqlmodel import Session

from app.archive import Archive, writing
from app.domain.corrections import ON_IDENTITY, Action, Proposal, Record, Standing, Subject
from app.schemas import links
from app.services.correction_checks import require_sense
from app.services.correction_proposals import proposed
from app.services.correction_state import about_of
from app.services.reindex import bring_up_to_date
from app.storage.applying import said_by
from app.storage.correction_rows import (
    add_about,
    add_record,
    find_record,
    stand,
    undone,
    waiting,
)
from app.storage.regroup import decide, take_back
from app.storage.restand import restand
from app.storage.withdrawn import restore_article, withdraw_article

#: Corrections carried out in one transaction.
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made: its number, and the address of what it is about."""

    uid: str
    url: str


def correct(archive: Archive, proposal: Proposal) -> Corrected:
    """Makes a correction and applies it: to the archive, its history and its index.

    `archive` may be open for reading only. Raises InvalidCorrection, StaleCorrection where the
    statement changed since it was looked at, NotFound, Moved or Withdrawn where nothing stands
    at the target, and ArchiveBusy; then nothing is changed.
    """
    require_sense(proposal)
    with writing(archive, "correction") as held:
        with held.transaction() as session:
            record = proposed(session, proposal)
            carry_out(session, record)
        bring_up_to_date(held)
    return Corrected(record.uid, url_of(record))


def undo(archive: Archive, uid: str, reason: str, by: str) -> Corrected:
    """Takes a correction back; what stood before stands again, with all other corrections."""
    return correct(archive, Proposal(Action.UNDO, Subject.CORRECTION, uid, reason, by))


def carry_out(session: Session, record: Record) -> bool:
    """Writes a correction down and does what it says; whether it was new to the archive.

    One whose target is not in the archive waits until it is.
    """
    if not add_record(session, record, about_of(session, record)):
        return False
    _do(session, record)
    add_about(session, record.uid, about_of(session, record))
    return True


def carry_out_waiting(archive: Archive) -> None:
    """Tries again the corrections that found nothing to apply to when they came in."""
    with archive.session() as session:
        records = waiting(session)
    for at in range(0, len(records), _AT_ONCE):
        with archive.transaction() as session:
            for record in records[at : at + _AT_ONCE]:
                _do(session, record)


def url_of(record: Record) -> str:
    """The address of the page that a correction is about."""
    to = {
        Subject.STATEMENT: links.statement,
        Subject.ARTICLE: links.article,
        Subject.SPEAKER: links.speaker,
        Subject.EVENT: links.event,
    }.get(record.subject)
    return to(record.after.get("into") or record.target) if to else "/corrections"


def _do(session: Session, record: Record) -> None:
    if record.action is Action.UNDO:
        _take_back(session, record)
    elif record.action in ON_IDENTITY:
        decide(session, record)
    elif record.subject is Subject.ARTICLE:
        withdraw_article(session, record)
    else:
        restand(session, record.target, said_by(record))


def _take_back(session: Session, record: Record) -> None:
    former = find_record(session, record.target)
    if former is None:
        stand(session, record.uid, Standing.WAITING, "the correction it takes back is not here")
        return
    undone(session, former.uid, record.uid)
    if former.action in ON_IDENTITY:
        take_back(session, former, said_by(record))
    elif former.subject is Subject.ARTICLE:
        restore_article(session, former)
    else:
        reason = f"{said_by(record)} (undoing what {former.by} corrected)"
        restand(session, former.target, reason, [former])
    stand(session, record.uid, Standing.APPLIED)
