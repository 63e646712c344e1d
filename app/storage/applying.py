"""Applies the corrections of one statement to what the program found, in one text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from app.domain.anchors import find_quotes
from app.domain.correcting import Change, Found, added, corrected
from app.domain.corrections import Action, Quote, Record
from app.domain.spans import Span
from app.models.event import Event
from app.storage.names import issue_keyed
from app.storage.standing_at import event_at

_QUOTES = TypeAdapter(tuple[Quote, ...])

_NOT_THERE = "its words are not in the source any more, or no longer in one place only"
_NOT_FOUND = "its statement is no longer found in the source"


@dataclass(slots=True)
class Outcome:
    """What becomes of a statement.

    `found` is None where nothing stands; `gone` is then the correction that took it away, if
    one did. `failed` says for each correction that does not apply why, `events` are the rows of
    the events that corrections name.
    """

    found: Found | None = None
    gone: Record | None = None
    failed: dict[str, str] = field(default_factory=dict)
    waits: dict[str, str] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """An article's span in the text of a document with this SHA-256."""

    text: str
    sha256: str
    span: Span


def apply(
    session: Session,
    records: Sequence[Record],
    found: Found | None,
    place: Place,
    held: Found | None = None,
) -> Outcome:
    """What a statement is with its corrections; `found` is what the program has, if anything.

    A statement that the program does not find stands where a person chose its words, as long as
    these stand in the text; the rest of it is then as the program last had it, in `held`.
    """
    outcome = Outcome()
    for record in records:
        if record.action in (Action.REJECT, Action.WITHDRAW):
            outcome.gone = record
    if outcome.gone is not None:
        return outcome
    changes: list[Change] = []
    for record in records:
        change = _change(session, record, place, outcome)
        if change is None:
            continue
        if record.action is Action.ADD and found is None:
            found = added(change.after, change.reason)
            continue
        if found is None and record.action is Action.SPAN:
            found = held or added({**record.before, **change.after}, change.reason)
        changes.append(change)
    if found is None:
        outcome.failed |= {r.uid: outcome.failed.get(r.uid, _NOT_FOUND) for r in records}
        outcome.waits.clear()
        return outcome
    outcome.found = corrected(found, changes)
    return outcome


def places_of(record: Record, place: Place) -> tuple[Span, ...] | None:
    """Where the words that a correction chose stand in a text; None where that is not certain."""
    return _find(record.after, place)


def words_before(record: Record, place: Place) -> tuple[Span, ...] | None:
    """Where the statement stood that a correction speaks of."""
    if record.anchor is None:
        return None
    if record.anchor.document == place.sha256:
        spans = tuple(Span(quote.start, quote.end) for quote in record.anchor.quotes)
        if all(place.span.contains(span) for span in spans):
            return spans
    return find_quotes(record.anchor.quotes, place.text, place.span)


def said_by(record: Record) -> str:
    """What a page says of a correction: who, when and why."""
    verb = "added" if record.action is Action.ADD else "corrected"
    if record.action is Action.CONFIRM:
        verb = "checked"
    return f"{verb} on {record.at[:10]} by {record.by}: {record.reason}"


def _change(session: Session, record: Record, place: Place, outcome: Outcome) -> Change | None:
    after = dict(record.after)
    if "content" in after:
        spans = _find(after, place)
        if spans is None:
            outcome.failed[record.uid] = _NOT_THERE
            return None
        if after.get("document") != place.sha256:
            after.pop("cue", None)  # where these stood is known of the one text only
            after.pop("source", None)
        after["content"] = [list(span) for span in spans]
    if after.get("event") and not _name_event(session, after, outcome):
        outcome.waits[record.uid] = f"the event {after['event']} is not in the archive"
        return None
    unknown = [
        one["issue"]
        for one in after.get("issues", ())
        if issue_keyed(session, one["issue"]) is None
    ]
    if unknown:
        outcome.failed[record.uid] = f"the archive's list has no issue {unknown[0]}"
        return None
    return Change(record.action, after, said_by(record))


def _find(after: Mapping[str, Any], place: Place) -> tuple[Span, ...] | None:
    spans = tuple(Span(start, end) for start, end in after["content"])
    if after.get("document") == place.sha256 and all(place.span.contains(s) for s in spans):
        return spans
    quotes = after.get("quotes")
    if not quotes:
        return None
    return find_quotes(_QUOTES.validate_python(quotes), place.text, place.span)


def _name_event(session: Session, after: dict[str, Any], outcome: Outcome) -> bool:
    row = event_at(session, after["event"])
    if row is None:
        return False
    after["event"] = row.slug
    outcome.events[row.slug] = row
    return True
