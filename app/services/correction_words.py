"""Says in words what a correction changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.corrections import Action, Record, Subject
from app.domain.dates import PartialDate
from app.domain.spans import GAP
from app.schemas.common import date_words

_WHAT = {
    Action.SPAN: "words",
    Action.KIND: "kind of quotation",
    Action.SPEAKER: "speaker",
    Action.OFFICE: "office",
    Action.SAID_ON: "date",
    Action.PLACE: "place",
    Action.EVENT: "event",
    Action.ISSUES: "list of issues",
    Action.ADD: "statement",
    Action.REJECT: "statement",
    Action.WITHDRAW: "statement",
    Action.CONFIRM: "statement",
    Action.UNDO: "correction",
}
_NONE = {Action.SPEAKER: "nobody named", Action.ISSUES: "none"}
_KINDS = {"direct": "direct quotation", "mixed": "partly quoted", "indirect": "paraphrase"}


def what_changed(record: Record) -> str:
    """The part of a record that a correction is about: "speaker", "date"."""
    if record.action is Action.WITHDRAW:
        return record.subject.value
    return _WHAT.get(record.action, record.subject.value)


def words_of_change(record: Record) -> tuple[str | None, str | None]:
    """What stood there before and after, in words."""
    if record.action in (Action.ADD, Action.REJECT, Action.WITHDRAW, Action.CONFIRM, Action.UNDO):
        return None, None
    if record.action is Action.MERGE:
        return title_of(record) or record.target, _other(record)
    if record.action in (Action.SPLIT, Action.NOT_SAME):
        return None, None
    return _value(record.action, record.before), _value(record.action, record.after)


def sentence_of(record: Record) -> str:
    """One sentence that says what was done: "speaker was Ann Lee, is now Bo Wu"."""
    was, now = words_of_change(record)
    name = title_of(record) or record.target
    match record.action:
        case Action.ADD:
            return "the program had missed it; it was added"
        case Action.REJECT:
            return "it was no statement; it was taken out"
        case Action.WITHDRAW:
            return f"the {record.subject} was withdrawn"
        case Action.CONFIRM:
            return "it was checked and found right"
        case Action.UNDO:
            return f"correction {record.target} was undone"
        case Action.MERGE:
            return f"{was} and {now} are one"
        case Action.SPLIT if record.subject is Subject.SPEAKER and "articles" in record.after:
            return f"some articles mean {record.after['name']}, who is not {name}"
        case Action.SPLIT if record.subject is Subject.SPEAKER:
            return f"{_listed(record.after.get('names', ()))} is not {name}"
        case Action.SPLIT:
            return f"what some articles call {name} is another event"
        case Action.NOT_SAME:
            return f"{name} and {_other(record)} are not the same"
    return f"{what_changed(record)} was {was or 'not known'}, is now {now or 'not known'}"


def title_of(record: Record) -> str | None:
    """What a correction is about: a statement's words, a speaker's or an event's name."""
    if record.anchor is not None:
        return GAP.join(quote.exact for quote in record.anchor.quotes)
    names = record.before.get("names")
    if names:
        return str(names[0])
    event = record.before.get("record")
    return str(event["name"]) if isinstance(event, Mapping) else None


def _other(record: Record) -> str:
    others = record.before.get("others")
    return str(others[0] if others else record.after.get("into") or record.after["other"])


def _value(action: Action, part: Mapping[str, Any]) -> str | None:
    if action is Action.SPAN:
        return GAP.join(quote["exact"] for quote in part.get("quotes", ())) or None
    if action is Action.ISSUES:
        return _listed([_issue(one) for one in part.get("issues") or ()]) or "none"
    value = part.get(action.value)
    if value is None:
        return _NONE.get(action)
    if action is Action.SAID_ON:
        return date_words(PartialDate.from_iso(value))
    if action is Action.KIND:
        return _KINDS.get(str(value), str(value))
    if action is Action.SPEAKER and part.get("office"):
        return f"{value} ({part['office']})"
    return str(value)


def _issue(one: Mapping[str, Any]) -> str:
    stance = one.get("stance")
    return f"{one['issue']} ({stance})" if stance else str(one["issue"])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
