"""Proves that each correction still applies, or is listed as one that does not."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlmodel import Session

from app.domain.corrections import Action, Record, Standing, Subject
from app.domain.persons import fold
from app.domain.spans import GAP
from app.models.address import AddressKind, AddressState
from app.models.statement import Statement
from app.services.correction_state import before_of
from app.storage.correction_rows import every_record, holding_on, standing_of
from app.storage.decisions import Decisions
from app.storage.ledger import Ledger
from app.storage.merge_speakers import names_of
from app.storage.speakers import SpeakerBook
from app.storage.standing_at import article_at, event_at, speaker_at, statement_at


def faulty_corrections(session: Session) -> Iterator[str]:
    """A sentence for each correction that is said to apply and does not."""
    for record in every_record(session):
        if standing_of(session, record.uid).standing is Standing.APPLIED:
            fault = _fault(session, record)
            if fault:
                yield f"correction {record.uid} of {record.subject} {record.target}: {fault}"


def idle_corrections(session: Session) -> Iterator[str]:
    """A sentence for each correction that does nothing now, with the reason."""
    for record in every_record(session):
        state = standing_of(session, record.uid)
        if state.standing in (Standing.ORPHANED, Standing.WAITING):
            yield (
                f"correction {record.uid} of {record.subject} {record.target} is "
                f"{state.standing}: {state.reason}"
            )


def _fault(session: Session, record: Record) -> str | None:
    if record.subject is Subject.STATEMENT:
        return _statement_fault(session, record)
    if record.subject is Subject.ARTICLE:
        back = article_at(session, record.target) is not None
        return "the article was withdrawn and stands again" if back else None
    if record.action is Action.MERGE and record.subject is Subject.SPEAKER:
        return _merge_fault(session, record)
    if record.action is Action.MERGE:
        event, into = event_at(session, record.target), event_at(session, record.after["into"])
        parts = event is not None and into is not None and event.slug != into.slug
        return "the two are not one" if parts else None
    return None


def _merge_fault(session: Session, record: Record) -> str | None:
    # By name, as the decision is: an address may lead elsewhere once nobody of its name speaks.
    there = speaker_at(session, record.target)
    decisions, book = Decisions(session), SpeakerBook(session)
    for name in names_of(session, there) if there else ():
        meant = decisions.speaker_meant(name)
        heir = book.find(meant) if fold(meant) != fold(name) else None
        if heir is not None and heir is not there and not decisions.apart(name, meant):
            return f"{name} is not one with {meant}"
    return None


def _statement_fault(session: Session, record: Record) -> str | None:
    row = statement_at(session, record.target)
    records = holding_on(session, record.target)
    if any(one.action in (Action.REJECT, Action.WITHDRAW) for one in records):
        entry = Ledger(session).find(AddressKind.STATEMENT, record.target)
        closed = entry is not None and entry.state is AddressState.WITHDRAWN
        return None if row is None and closed else "it was taken back and is not"
    if row is None:
        return "nothing stands at its address"
    later = [one for one in records[records.index(record) + 1 :] if _applies(session, one)]
    for key in record.after:
        if any(key in one.after for one in later):
            continue
        if key == "office" and any("speaker" in one.after for one in later):
            continue  # an office is held by somebody
        if not _same(session, row, record, key):
            return f"its {key} is not what was decided"
    return None


def _applies(session: Session, record: Record) -> bool:
    return standing_of(session, record.uid).standing is Standing.APPLIED


def _same(session: Session, row: Statement, record: Record, key: str) -> bool:
    after: Mapping[str, Any] = record.after
    match key:
        case "content":
            return GAP.join(quote["exact"] for quote in after["quotes"]) == row.content
        case "speaker":
            meant = SpeakerBook(session).find(after["speaker"]) if after["speaker"] else None
            return (meant.id if meant else None) == row.speaker_id
        case "event":
            event = event_at(session, after["event"]) if after["event"] else None
            return (event.id if event else None) == row.event_id
        case "issues":
            held = before_of(session, row, Action.ISSUES)["issues"]
            return {_plain(one) for one in held} == {_plain(one) for one in after["issues"]}
        case "kind" | "office" | "place" | "said_on":
            action = Action(key)
            return bool(before_of(session, row, action)[key] == after[key])
    return True


def _plain(issue: Mapping[str, Any]) -> tuple[Any, ...]:
    return issue["issue"], issue.get("stance"), bool(issue.get("conditional"))
