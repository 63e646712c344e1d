"""What a statement becomes when people's corrections are applied to what the program found."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.corrections import Action
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Quotation, SpeechKind
from app.domain.resolved import (
    EventRelation,
    Finding,
    IssueFinding,
    ResolvedPosition,
    ResolvedSpeaker,
    ResolvedStatement,
    Stance,
)
from app.domain.spans import Span

#: The step that "found" a statement a person added.
BY_HAND = "added by hand"


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and the positions that it is evidence of (their `statements` mean nothing)."""

    statement: ResolvedStatement
    positions: tuple[ResolvedPosition, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One correction, ready to be applied.

    `after` is that of the correction, its `content` as spans of the present text. `reason` is
    what the page says: who, when and why.
    """

    action: Action
    after: Mapping[str, Any]
    reason: str


def corrected(found: Found, changes: Sequence[Change]) -> Found:
    """What was found, with the changes applied in order; a later one outweighs an earlier one."""
    statement, whole = found.statement, dict[Action, Change]()
    for change in changes:
        for action, part in _parts(change):
            statement = _CHANGING[action](statement, part)
            whole[action] = change
    if not whole.keys() & {Action.SPEAKER, Action.ISSUES}:
        return Found(statement, found.positions)
    last = whole.get(Action.ISSUES) or whole[Action.SPEAKER]
    return Found(statement, _positions(statement, last.reason))


def added(after: Mapping[str, Any], reason: str) -> Found:
    """A statement that a person found; `after` as in `Change`."""
    quotation = Quotation(
        SpeechKind(after.get("kind", SpeechKind.DIRECT)),
        _spans(after["content"]),
        _spans(after.get("cue", ())),
        _spans(after.get("source", ())),
        BY_HAND,
        1.0,
        (reason,),
    )
    keys = {"kind", "content", "cue", "source"}
    rest = {key: value for key, value in after.items() if key not in keys}
    return corrected(Found(ResolvedStatement(quotation)), [Change(Action.ADD, rest, reason)])


def _parts(change: Change) -> list[tuple[Action, Change]]:
    # An addition carries what single corrections would say; a speaker may come with the office.
    after = change.after
    named = {
        "content": Action.SPAN,
        "kind": Action.KIND,
        "speaker": Action.SPEAKER,
        "office": Action.OFFICE,
        "said_on": Action.SAID_ON,
        "place": Action.PLACE,
        "event": Action.EVENT,
        "issues": Action.ISSUES,
    }
    if change.action in (Action.ADD, Action.SPEAKER):
        return [(action, change) for key, action in named.items() if key in after]
    return [(change.action, change)] if change.action in _CHANGING else []


def _sure(found: ResolvedStatement, change: Change) -> Quotation:
    # A person looked at it: whether it is right is no longer a matter of chance.
    quotation = found.quotation
    reasons = tuple(dict.fromkeys((*quotation.reasons, change.reason)))
    return replace(quotation, confidence=1.0, reasons=reasons)


def _span(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    content = _spans(change.after["content"])
    return replace(found, quotation=replace(_sure(found, change), content=content))


def _kind(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    kind = SpeechKind(change.after["kind"])
    return replace(found, quotation=replace(found.quotation, kind=kind))


def _speaker(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    name = change.after["speaker"]
    before = found.speaker
    if name is None:
        description = (before.description or before.printed) if before else None
        speaker = ResolvedSpeaker(SpeakerKind.UNNAMED, None, description, None, change.reason)
    else:
        kind = SpeakerKind(change.after.get("speaker_kind") or SpeakerKind.PERSON)
        speaker = ResolvedSpeaker(kind, name, None, None, change.reason)
    same = before is not None and before.name == name
    office = found.office if same else None  # an office is held by somebody
    return replace(found, quotation=_sure(found, change), speaker=speaker, office=office)


def _office(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    return replace(found, office=_finding(change.after["office"], change))


def _said_on(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    iso = change.after["said_on"]
    said = UNKNOWN_DATE if iso is None else _date(iso, change)
    return replace(found, said_on=replace(said, reason=change.reason))


def _place(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    return replace(found, place=_finding(change.after["place"], change))


def _event(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    event = _finding(change.after["event"], change)
    relation = EventRelation(change.after.get("relation") or EventRelation.AT) if event else None
    return replace(found, event=event, event_relation=relation)


def _issues(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    issues = tuple(
        IssueFinding(
            key=one["issue"],
            reason=change.reason,
            stance=Stance(one["stance"]) if one.get("stance") else None,
            stance_reason=change.reason if one.get("stance") else None,
            conditional=bool(one.get("conditional", False)),
        )
        for one in change.after["issues"]
    )
    return replace(found, issues=issues)


def _confirm(found: ResolvedStatement, change: Change) -> ResolvedStatement:
    return replace(found, quotation=_sure(found, change))


_CHANGING: dict[Action, Callable[[ResolvedStatement, Change], ResolvedStatement]] = {
    Action.SPAN: _span,
    Action.KIND: _kind,
    Action.SPEAKER: _speaker,
    Action.OFFICE: _office,
    Action.SAID_ON: _said_on,
    Action.PLACE: _place,
    Action.EVENT: _event,
    Action.ISSUES: _issues,
    Action.CONFIRM: _confirm,
}


def _positions(found: ResolvedStatement, reason: str) -> tuple[ResolvedPosition, ...]:
    speaker = found.speaker
    if speaker is None or speaker.name is None:
        return ()
    return tuple(
        ResolvedPosition(
            speaker.name,
            speaker.kind,
            issue.key,
            issue.stance,
            (0,),
            issue.stance_reason or reason,
            issue.conditional,
        )
        for issue in found.issues
        if issue.stance is not None
    )


def _date(iso: str, change: Change) -> DateFinding:
    basis = DateBasis(change.after.get("basis") or DateBasis.STATED)
    return DateFinding(PartialDate.from_iso(iso), basis, change.reason)


def _finding(value: str | None, change: Change) -> Finding | None:
    return Finding(value, change.reason) if value else None


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(start, end) for start, end in pairs))
