"""What the program alone has of a statement, kept beside what people made of it."""

from dataclasses import replace

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from app.domain.correcting import Found
from app.domain.dates import DateFinding, PartialDate
from app.domain.quotations import UNATTRIBUTED, Quotation
from app.domain.resolved import (
    Finding,
    IssueFinding,
    ResolvedPosition,
    ResolvedSpeaker,
    ResolvedStatement,
    Stance,
)
from app.domain.spans import Span
from app.models.correction import StatementFound
from app.models.event import Event
from app.models.issue import Issue, Position, PositionEvidence
from app.models.speaker import Speaker
from app.models.statement import SpanRole, Statement, StatementIssue, StatementSpan

_FOUND = TypeAdapter(Found)


def keep_found(session: Session, link: str, article: str, sha256: str, found: Found) -> None:
    """Keeps what the program has of a statement; its event must be named by key."""
    quotation = replace(found.statement.quotation, nested_in=None, repeats=None)
    kept = replace(found, statement=replace(found.statement, quotation=quotation))
    payload = _FOUND.dump_json(kept).decode()
    row = session.get(StatementFound, link) or StatementFound(
        permalink=link, article=article, document=sha256, payload=payload
    )
    row.article, row.document, row.payload = article, sha256, payload
    session.add(row)
    session.flush()


def held_found(session: Session, link: str, sha256: str) -> Found | None:
    """What was kept of a statement, its event named by key.

    Where it was found in another text, what stands only there is left out: cue and source.
    """
    row = session.get(StatementFound, link)
    if row is None:
        return None
    found = _FOUND.validate_json(row.payload)
    if row.document == sha256:
        return found
    quotation = replace(found.statement.quotation, cue=(), source=())
    return replace(found, statement=replace(found.statement, quotation=quotation))


def found_in(session: Session, link: str, sha256: str) -> Found | None:
    """What was kept of a statement, if it was found in the text of this very document."""
    row = session.get(StatementFound, link)
    same = row is not None and row.document == sha256
    return _FOUND.validate_json(row.payload) if row is not None and same else None


def outdate_found(session: Session, link: str) -> None:
    """Notes that the program no longer finds a statement of which something was kept."""
    row = session.get(StatementFound, link)
    if row is not None and row.document:
        row.document = ""
        session.add(row)
        session.flush()


def forget_found(session: Session, link: str) -> None:
    """Forgets what was kept of a statement."""
    row = session.get(StatementFound, link)
    if row is not None:
        session.delete(row)
        session.flush()


def found_of_row(session: Session, row: Statement) -> Found:
    """A statement that nobody corrected, as the program found it; its event is named by key."""
    speaker = session.get(Speaker, row.speaker_id) if row.speaker_id else None
    event = session.get(Event, row.event_id) if row.event_id else None
    spans = _spans(session, row)
    name = row.speaker_found or (speaker.name if speaker else None)
    quotation = Quotation(
        row.kind,
        spans.get(SpanRole.CONTENT, ()),
        spans.get(SpanRole.CUE, ()),
        spans.get(SpanRole.SOURCE, ()),
        row.rule,
        row.confidence,
        tuple(row.reasons),
        replace(UNATTRIBUTED, reason=row.speaker_reason),
    )
    said = None
    if row.said_first and row.said_last and row.said_precision:
        said = PartialDate(row.said_first, row.said_last, row.said_precision)
    key = row.event_found or (event.key if event else None)
    spoke = ResolvedSpeaker(
        row.speaker_kind, name, row.speaker_printed, row.speaker_full, row.speaker_reason
    )
    statement = ResolvedStatement(
        quotation,
        spoke if name or row.speaker_printed else None,
        _finding(row.office, row.office_reason),
        DateFinding(said, row.said_basis, row.said_reason),
        _finding(row.place, row.place_reason),
        _finding(key, row.event_reason) if event else None,
        row.event_relation,
        _finding(row.via, row.via_reason),
        _issues(session, row),
    )
    return Found(statement, _positions(session, row))


def _finding(value: str | None, reason: str | None) -> Finding | None:
    return Finding(value, reason or "") if value else None


def _spans(session: Session, row: Statement) -> dict[SpanRole, tuple[Span, ...]]:
    wanted = select(StatementSpan).where(StatementSpan.statement_id == row.id)
    spans: dict[SpanRole, tuple[Span, ...]] = {}
    for span in session.exec(wanted.order_by(col(StatementSpan.start))):
        spans[span.role] = (*spans.get(span.role, ()), Span(span.start, span.end))
    return spans


def _issues(session: Session, row: Statement) -> tuple[IssueFinding, ...]:
    wanted = (
        select(StatementIssue, Issue.key)
        .join(Issue, col(Issue.id) == col(StatementIssue.issue_id))
        .where(StatementIssue.statement_id == row.id)
        .order_by(col(StatementIssue.id))
    )
    return tuple(
        IssueFinding(
            key,
            on.reason,
            Stance(on.stance) if on.stance else None,
            on.stance_reason,
            on.conditional,
        )
        for on, key in session.exec(wanted)
    )


def _positions(session: Session, row: Statement) -> tuple[ResolvedPosition, ...]:
    wanted = (
        select(Position, Speaker, Issue.key, PositionEvidence.reason)
        .join(PositionEvidence, col(PositionEvidence.position_id) == col(Position.id))
        .join(Speaker, col(Speaker.id) == col(Position.speaker_id))
        .join(Issue, col(Issue.id) == col(Position.issue_id))
        .where(PositionEvidence.statement_id == row.id)
        .order_by(col(Position.id))
    )
    return tuple(
        ResolvedPosition(
            holder.name,
            holder.kind,
            issue,
            position.stance,
            (0,),
            reason,
            position.conditional,
        )
        for position, holder, issue, reason in session.exec(wanted)
    )
