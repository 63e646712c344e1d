"""What a statement's page shows, kept whenever it changes."""

from typing import Any

from sqlmodel import Session, select

from app.models.event import Event
from app.models.speaker import Speaker
from app.models.statement import Statement, StatementIssue, StatementRevision, StatementSpan


def shown_of(session: Session, row: Statement) -> dict[str, Any]:
    """What readers see of a statement, as plain values.

    Dates are ISO 8601; spans are [role, start, end] in the text of the document whose SHA-256
    stands under `document`. Confidence is left out: it is about us, not about the statement.
    """
    speaker = session.get(Speaker, row.speaker_id) if row.speaker_id else None
    event = session.get(Event, row.event_id) if row.event_id else None
    return {
        "content": row.content,
        "kind": row.kind.value,
        "speaker": speaker.name if speaker else None,
        "speaker_slug": speaker.slug if speaker else None,
        "speaker_printed": row.speaker_printed,
        "office": row.office,
        "said_first": row.said_first.isoformat() if row.said_first else None,
        "said_last": row.said_last.isoformat() if row.said_last else None,
        "said_precision": row.said_precision.value if row.said_precision else None,
        "said_basis": row.said_basis.value,
        "said_reason": row.said_reason,
        "place": row.place,
        "event": event.name if event else None,
        "event_slug": event.slug if event else None,
        "event_relation": row.event_relation.value if row.event_relation else None,
        "via": row.via,
        "issues": _issues(session, row),
        "article": row.article.permalink,
        "headline": row.article.headline,
        "document": row.article.document.sha256,
        "spans": _spans(session, row),
    }


def record_change(session: Session, row: Statement, before: dict[str, Any], reason: str) -> None:
    """Keeps what a statement's page showed, if it shows anything else now."""
    if before == shown_of(session, row):
        return
    session.add(
        StatementRevision(permalink=row.permalink, number=row.revision, shown=before, reason=reason)
    )
    row.revision += 1
    session.add(row)


def _issues(session: Session, row: Statement) -> list[list[Any]]:
    wanted = select(StatementIssue).where(StatementIssue.statement_id == row.id)
    found = session.exec(wanted.order_by("issue_id"))
    return [[issue.issue_id, issue.stance, issue.conditional] for issue in found]


def _spans(session: Session, row: Statement) -> list[list[Any]]:
    wanted = select(StatementSpan).where(StatementSpan.statement_id == row.id)
    found = session.exec(wanted.order_by("role", "start"))
    return [[span.role.value, span.start, span.end] for span in found]
