"""What a correction replaces, and which records it is about."""

from typing import Any

from sqlmodel import Session, col, select

from app.domain.anchors import quote_of
from app.domain.corrections import Action, Record, Subject
from app.domain.dates import PartialDate
from app.domain.gazetteer import SpeakerKind
from app.domain.spans import Span
from app.models.event import Event
from app.models.issue import Issue
from app.models.office import Office, Tenure
from app.models.speaker import Speaker
from app.models.statement import SpanRole, Statement, StatementIssue
from app.services.correction_checks import plain_quote
from app.storage.speakers import SpeakerBook
from app.storage.standing_at import statement_at


def before_of(session: Session, row: Statement, action: Action) -> dict[str, Any]:
    """What a correction of a statement replaces, with the same keys as its `after`.

    For words, all else that the page shows is kept too: should a later reading not find the
    statement, it can still be shown.
    """
    if action is Action.SPAN:
        content = _spans(row, SpanRole.CONTENT)
        text = row.article.document.text
        return {
            "content": content,
            "quotes": [plain_quote(quote_of(Span(*pair), text)) for pair in content],
            "document": row.article.document.sha256,
            "kind": row.kind.value,
            **_speaker(session, row),
            "said_on": _iso(row),
            "place": row.place,
        }
    if action is Action.SPEAKER:
        return _speaker(session, row)
    if action is Action.KIND:
        return {"kind": row.kind.value}
    if action is Action.OFFICE:
        return {"office": row.office}
    if action is Action.SAID_ON:
        return {"said_on": _iso(row), "basis": row.said_basis.value}
    if action is Action.PLACE:
        return {"place": row.place}
    if action is Action.EVENT:
        event = session.get(Event, row.event_id) if row.event_id else None
        relation = row.event_relation.value if row.event_relation else None
        return {"event": event.slug if event else None, "relation": relation}
    return {"issues": _issues(session, row)} if action is Action.ISSUES else {}


def about_of(session: Session, record: Record) -> list[tuple[str, str]]:
    """The records that a correction is about, as kinds with permalinks, slugs or keys."""
    if record.subject is Subject.CORRECTION:
        return []
    about = [(record.subject.value, record.target)]
    kind = record.subject.value
    about += [(kind, record.after[key]) for key in ("into", "other") if key in record.after]
    if record.anchor is not None:
        about.append(("article", record.anchor.article))
    for one in (record.before, record.after):
        if one.get("event"):
            about.append(("event", one["event"]))
        about += [("issue", issue["issue"]) for issue in one.get("issues") or ()]
        if one.get("speaker"):
            speaker = SpeakerBook(session).find(one["speaker"])
            about += [("speaker", speaker.slug)] if speaker else []
    row = statement_at(session, record.target)
    if row is not None and record.subject is Subject.STATEMENT:
        about += _about_statement(session, row)
    return about


def office_then(session: Session, row: Statement, speaker: str | None) -> str | None:
    """The office that a speaker held when a statement was made, where only one is known."""
    held = SpeakerBook(session).find(speaker) if speaker else None
    if held is None or row.said_first is None or row.said_last is None:
        return None
    wanted = (
        select(Office.name)
        .join(Tenure, col(Tenure.office_id) == col(Office.id))
        .where(
            Tenure.speaker_id == held.id,
            col(Tenure.start) <= row.said_first,
            col(Tenure.end).is_(None) | (col(Tenure.end) >= row.said_last),
        )
    )
    offices = set(session.exec(wanted))
    return offices.pop() if len(offices) == 1 else None


def _about_statement(session: Session, row: Statement) -> list[tuple[str, str]]:
    about = [("speaker", row.speaker.slug)] if row.speaker else []
    about += [("event", row.event.slug)] if row.event else []
    return about + [("issue", one["issue"]) for one in _issues(session, row)]


def _speaker(session: Session, row: Statement) -> dict[str, Any]:
    speaker = session.get(Speaker, row.speaker_id) if row.speaker_id else None
    kind = row.speaker_kind.value if row.speaker_kind is not SpeakerKind.UNNAMED else None
    return {
        "speaker": speaker.name if speaker else None,
        **({"speaker_kind": kind} if kind else {}),
        "office": row.office,
    }


def _issues(session: Session, row: Statement) -> list[dict[str, Any]]:
    wanted = (
        select(Issue.key, StatementIssue.stance, StatementIssue.conditional)
        .join(StatementIssue, col(StatementIssue.issue_id) == col(Issue.id))
        .where(StatementIssue.statement_id == row.id)
        .order_by(col(Issue.key))
    )
    return [
        {"issue": key, "stance": stance, "conditional": conditional}
        for key, stance, conditional in session.exec(wanted)
    ]


def _iso(row: Statement) -> str | None:
    if row.said_first is None or row.said_last is None or row.said_precision is None:
        return None
    return PartialDate(row.said_first, row.said_last, row.said_precision).iso


def _spans(row: Statement, role: SpanRole) -> list[list[int]]:
    return [[span.start, span.end] for span in row.spans if span.role is role]
