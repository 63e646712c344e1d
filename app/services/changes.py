"""Turns what a curator's form says into corrections: one for each fact that differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.archive import Archive
from app.domain.corrections import Action, Proposal, Subject
from app.domain.curators import Curator
from app.errors import StaleCorrection
from app.schemas.statement import StatementRecord, Version
from app.services.choices import last_part
from app.services.corrections import correct
from app.services.selecting import place_words
from app.services.statements import get_statement

_FIELDS = ("kind", "speaker", "said_on", "place", "event", "office")
_LONGEST_REASON = 500

#: What stands as the reason where a curator in a hurry gives none: it is what happened.
_REASONS = {
    Action.SPAN: "a person read the article: these are the words",
    Action.KIND: "a person read the article: it is {kind} speech",
    Action.SPEAKER: "a person read the article: it was {speaker}",
    Action.SAID_ON: "a person read the article: it was said on {said_on}",
    Action.PLACE: "a person read the article: it was said in {place}",
    Action.EVENT: "a person read the article: the event is {event}",
    Action.OFFICE: "a person read the article: the office is {office}",
    Action.ISSUES: "a person read the statement: these are its issues",
    Action.REJECT: "a person read the article: nobody said this, or it is no statement",
    Action.CONFIRM: "a person read the article: all of it is right",
    Action.WITHDRAW: "",
    Action.ADD: "a person read the article: this was said and had been missed",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form asks for. `fields` hold only what it names; an empty value means none.

    `issues` are (key, stance, conditional); None where the form says nothing about them.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    words: str | None = None
    issues: Sequence[tuple[str, str, bool]] | None = None
    action: Action | None = None  # reject, confirm or withdraw
    keep_words: bool = True
    reason: str = ""


def apply_wanted(
    archive: Archive, curator: Curator, statement: StatementRecord, wanted: Wanted, based_on: int
) -> str:
    """Makes each correction that the form asks for; the address of the page to go to then.

    Raises StaleCorrection where somebody was quicker, before or between them; what `correct`
    raises; and WordsNotFound.
    """
    address, made = statement.url, 0
    for proposal in proposals_of(archive, curator, statement, wanted, based_on):
        if made:  # what the one before made of it is what this one is based on
            now = get_statement(archive, statement.id)
            if now.revision > based_on + made:
                raise StaleCorrection(statement.id, based_on, now.revision)
            if _stands(now, proposal):  # another speaker may hold no office, for one
                continue
            proposal = replace(proposal, based_on=now.revision)
        address = correct(archive, proposal).url
        made += 1
    return address


def proposals_of(
    archive: Archive, curator: Curator, statement: StatementRecord, wanted: Wanted, based_on: int
) -> list[Proposal]:
    """A correction for each fact in which the form differs from the statement as it is."""
    if wanted.action is not None:
        after: dict[str, Any] = {}
        if wanted.action is Action.WITHDRAW:
            after = {"keep_words": wanted.keep_words}
        changes = [(wanted.action, after)]
    else:
        now = values_of(statement)
        changes = [
            (Action(name), {name: value or None})
            for name, value in wanted.fields.items()
            if name in _FIELDS and value.strip() != now[name]
        ]
        changes += _words(archive, statement, wanted)
        changes += _issues(statement, wanted)
    return [
        Proposal(
            action=action,
            subject=Subject.STATEMENT,
            target=statement.id,
            after=after,
            reason=reason_of(action, after, wanted.reason),
            by=curator.shown_as,
            based_on=based_on,
        )
        for action, after in changes
    ]


def values_of(statement: StatementRecord) -> dict[str, str]:
    """The facts of a statement as a form's fields hold them."""
    return {
        "kind": statement.kind.value,
        "speaker": statement.speaker.name if statement.speaker else "",
        "said_on": statement.said_on.iso or "",
        "place": statement.place or "",
        "event": last_part(statement.event.url) if statement.event else "",
        "office": statement.office or "",
    }


def reason_of(action: Action, after: Mapping[str, Any], given: str) -> str:
    """The reason that a curator gave, or what is true of every correction of this kind."""
    words = " ".join(given.split())[:_LONGEST_REASON]
    named = {name: value or "not known" for name, value in after.items()}
    return words or _REASONS[action].format(**named)


def _stands(statement: StatementRecord, proposal: Proposal) -> bool:
    now = values_of(statement)
    return all(name in now and (value or "") == now[name] for name, value in proposal.after.items())


def _words(
    archive: Archive, statement: StatementRecord, wanted: Wanted
) -> list[tuple[Action, dict[str, Any]]]:
    if wanted.words is None or wanted.words.split() == statement.text.split():
        return []
    first = min(span.start for span in statement.spans if span.role == "content")
    spans = place_words(archive, statement.article.id, wanted.words, first)
    return [(Action.SPAN, {"content": [list(span) for span in spans]})]


def _issues(statement: StatementRecord, wanted: Wanted) -> list[tuple[Action, dict[str, Any]]]:
    if wanted.issues is None:
        return []
    now = [(on.issue.key, on.stance or "", on.conditional) for on in statement.issues]
    if sorted(now) == sorted(wanted.issues):
        return []
    named = [
        {"issue": key, "stance": stance or None, "conditional": conditional}
        for key, stance, conditional in wanted.issues
    ]
    return [(Action.ISSUES, {"issues": named})]


def merged(statement: StatementRecord, seen: Version | None, wanted: Wanted) -> dict[str, Any]:
    """The statement as it is now with what the form changed of the version its sender saw.

    So nobody's change is undone by a form that was filled in before it. `issues` are pairs of a
    key and a stance, with "?" behind one on a condition.
    """
    now: dict[str, Any] = {**values_of(statement), "words": statement.text}
    then = _values_seen(seen, now) if seen else dict(now)
    for name, value in {**wanted.fields, "words": wanted.words}.items():
        if value is not None and value.split() != (then[name] or "").split():
            now[name] = value
    held = [(on.issue.key, on.stance or "", on.conditional) for on in statement.issues]
    issues = wanted.issues if wanted.issues is not None and seen is None else held
    now["issues"] = [(key, stance + "?" * conditional) for key, stance, conditional in issues]
    return now


def _values_seen(seen: Version, now: Mapping[str, Any]) -> dict[str, Any]:
    # A version keeps an event's name and not its slug, so its event is taken for today's.
    return {
        "kind": seen.kind.value,
        "speaker": seen.speaker.name if seen.speaker else "",
        "said_on": seen.said_on.iso or "",
        "place": seen.place or "",
        "event": now["event"],
        "office": seen.office or "",
        "words": seen.text,
    }
