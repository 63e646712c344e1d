"""What is noted about corrections once a document's statements are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from app.domain.correcting import Found
from app.domain.corrections import Action, Record, Standing
from app.domain.resolved import ResolvedStatement
from app.domain.spans import GAP
from app.models.address import AddressKind
from app.models.article import Article
from app.models.event import Event
from app.models.statement import Statement
from app.storage.applying import Outcome, said_by
from app.storage.correction_rows import stand
from app.storage.curation import Curation
from app.storage.decisions import Decisions
from app.storage.events import event_keyed
from app.storage.found_rows import keep_found, outdate_found
from app.storage.ledger import Ledger
from app.storage.standing_at import event_at


def keep_machine(
    session: Session, curation: Curation, article: Article, keys: Mapping[str, str]
) -> None:
    """Keeps what the program has of the statements corrected; `keys` are its events' by name."""
    for link, found in curation.machine.items():
        if curation.homes[link] == article.permalink:
            named = _by_key(found, keys)
            keep_found(session, link, article.permalink, curation.sha256, named)
    for link in curation.records.keys() - curation.machine.keys():
        outdate_found(session, link)  # this reading does not find it


def events_named(
    session: Session, article: str, statements: Iterable[ResolvedStatement]
) -> tuple[dict[str, Event], dict[str, str]]:
    """The events that statements name by slug or key, not by name: their rows and own keys."""
    rows: dict[str, Event] = {}
    keys: dict[str, str] = {}
    decisions = Decisions(session)
    for name in {one.event.value for one in statements if one.event is not None}:
        row = event_keyed(session, decisions.event_meant(name, article)) or event_at(session, name)
        if row is not None:
            rows[name] = row
            keys[name] = row.key if row.slug == name else name
    return rows, keys


def settle_corrections(
    session: Session, ledger: Ledger, curation: Curation, rows: Sequence[Statement]
) -> None:
    """Notes which corrections apply, and closes the addresses that people took back."""
    by_link = {row.permalink: row for row in rows}
    for link, records in curation.records.items():
        outcome = curation.outcomes.get(link, Outcome())
        if outcome.gone is not None:
            withdraw(ledger, link, outcome.gone)
        elif link in by_link:
            mark_corrected(session, by_link[link], records, outcome)
        note(session, records, outcome, stands=link in by_link)


def withdraw(ledger: Ledger, link: str, record: Record) -> None:
    """Closes a statement's address with the reason that a person gave."""
    words = GAP.join(quote.exact for quote in record.anchor.quotes) if record.anchor else ""
    shown = words if record.after.get("keep_words", True) else None
    what = "this was no statement" if record.action is Action.REJECT else "it was withdrawn"
    reason = f"{what}; {said_by(record)}"
    ledger.withdraw(AddressKind.STATEMENT, link, reason, shown)


def mark_corrected(
    session: Session, row: Statement, records: Sequence[Record], outcome: Outcome
) -> None:
    """Marks a statement whose page shows something that a person changed."""
    idle = outcome.failed.keys() | outcome.waits.keys()
    row.corrected = any(
        record.action is not Action.CONFIRM and record.uid not in idle for record in records
    )
    session.add(row)


def note(session: Session, records: Sequence[Record], outcome: Outcome, *, stands: bool) -> None:
    """Notes what each correction of one statement does now."""
    for record in records:
        if record.uid in outcome.waits:
            stand(session, record.uid, Standing.WAITING, outcome.waits[record.uid])
        elif record.uid in outcome.failed:
            stand(session, record.uid, Standing.ORPHANED, outcome.failed[record.uid])
        elif stands or outcome.gone is not None:
            stand(session, record.uid, Standing.APPLIED)
        else:
            reason = "the article that held its statement is now read as another"
            stand(session, record.uid, Standing.ORPHANED, reason)


def _by_key(found: Found, keys: Mapping[str, str]) -> Found:
    event = found.statement.event
    if event is None:
        return found
    named = replace(event, value=keys.get(event.value, event.value))
    return replace(found, statement=replace(found.statement, event=named))
