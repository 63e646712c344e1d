"""Records of the archive as plain values, one after the other."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from app.domain.spans import Span
from app.models.article import Article
from app.models.document import Document
from app.models.event import Event
from app.models.issue import Issue, Position, PositionEvidence
from app.models.outlet import Outlet
from app.models.speaker import Speaker, SpeakerAlias
from app.models.statement import SpanRole, Statement, StatementIssue, StatementSpan
from app.services.iso_dates import iso_of

#: The columns of the CSV export, and the keys of a statement's record.
STATEMENT_FIELDS = (
    "id", "kind", "text", "speaker", "speaker_id", "speaker_printed", "office",
    "said_on", "said_on_precision", "said_on_basis", "said_on_reason", "said_first", "said_last",
    "place", "event", "via",
    "issues", "confidence", "article", "headline", "outlet", "published",
)  # fmt: skip

_BATCH = 1000


def all_records(session: Session) -> Iterator[dict[str, Any]]:
    """Every record of the archive, each with its `type`; documents give their name and hash."""
    yield from _articles(session)
    yield from ({"type": "statement", **record} for record in statement_records(session))
    yield from _speakers(session)
    yield from _events(session)
    yield from _positions(session)


def statement_records(session: Session) -> Iterator[dict[str, Any]]:
    """Every statement, with its spans in the document's text, in the order of addresses."""
    last = ""
    while True:
        wanted = (
            select(Statement, Article, Speaker, Event.name)
            .join(Article, col(Article.id) == col(Statement.article_id))
            .outerjoin(Speaker, col(Speaker.id) == col(Statement.speaker_id))
            .outerjoin(Event, col(Event.id) == col(Statement.event_id))
            .where(col(Statement.permalink) > last)
            .order_by(col(Statement.permalink))
            .limit(_BATCH)
        )
        rows = session.exec(wanted).all()
        if not rows:
            return
        ids = [row[0].id for row in rows]
        issues, spans = _issues(session, ids), _spans(session, ids)
        outlets = _outlets(session, {article.outlet_id for _, article, _, _ in rows})
        for statement, article, speaker, event in rows:
            yield {
                **_statement(statement, article, speaker),
                "event": event,
                "outlet": outlets.get(article.outlet_id),
                "issues": issues.get(statement.id, []),
                **spans.get(statement.id, {}),
            }
        last = rows[-1][0].permalink
        session.expunge_all()


def _statement(statement: Statement, article: Article, speaker: Speaker | None) -> dict[str, Any]:
    return {
        "id": statement.permalink,
        "kind": statement.kind.value,
        "text": statement.content,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.slug if speaker else None,
        "speaker_printed": statement.speaker_printed,
        "office": statement.office,
        "said_on": iso_of(statement.said_first, statement.said_last, statement.said_precision),
        "said_on_precision": statement.said_precision,
        "said_on_basis": statement.said_basis,
        "said_on_reason": statement.said_reason,
        "said_first": _iso_day(statement.said_first),  # the days it may be, both included
        "said_last": _iso_day(statement.said_last),
        "place": statement.place,
        "via": statement.via,
        "confidence": statement.confidence,
        "article": article.permalink,
        "headline": article.headline,
        "published": _published(article),
    }


def _outlets(session: Session, ids: set[int | None]) -> dict[int | None, str]:
    rows = session.exec(select(Outlet).where(col(Outlet.id).in_(ids)))
    return {row.id: row.name for row in rows}


def _iso_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _published(article: Article) -> str | None:
    return iso_of(article.published_first, article.published_last, article.published_precision)


def _issues(session: Session, ids: list[int | None]) -> dict[int | None, list[str]]:
    wanted = (
        select(StatementIssue.statement_id, Issue.key)
        .join(Issue, col(Issue.id) == col(StatementIssue.issue_id))
        .where(col(StatementIssue.statement_id).in_(ids))
        .order_by(col(Issue.key))
    )
    keys: dict[int | None, list[str]] = {}
    for number, key in session.exec(wanted):
        keys.setdefault(number, []).append(key)
    return keys


def _spans(session: Session, ids: list[int | None]) -> dict[int | None, dict[str, list[Span]]]:
    wanted = select(StatementSpan).where(col(StatementSpan.statement_id).in_(ids))
    spans: dict[int | None, dict[str, list[Span]]] = {}
    for span in session.exec(wanted.order_by(col(StatementSpan.start))):
        roles = spans.setdefault(span.statement_id, {role.value: [] for role in SpanRole})
        roles[span.role.value].append(Span(span.start, span.end))
    return spans


def _articles(session: Session) -> Iterator[dict[str, Any]]:
    wanted = (
        select(Article, Document.name, Document.sha256, Outlet.name)
        .join(Document, col(Document.id) == col(Article.document_id))
        .outerjoin(Outlet, col(Outlet.id) == col(Article.outlet_id))
        .order_by(col(Article.permalink))
        .execution_options(yield_per=_BATCH)
    )
    for article, document, sha256, outlet in session.exec(wanted):
        yield {
            "type": "article",
            "id": article.permalink,
            "document": document,
            "sha256": sha256,
            "span": [article.start, article.end],
            "headline": article.headline,
            "outlet": outlet,
            "byline": article.byline,
            "url": article.url,
            "published": _published(article),
            "published_basis": article.published_basis,
            "published_reason": article.published_reason,
        }


def _speakers(session: Session) -> Iterator[dict[str, Any]]:
    aliases: dict[int, list[str]] = {}
    for alias in session.exec(select(SpeakerAlias).order_by(col(SpeakerAlias.name))):
        aliases.setdefault(alias.speaker_id, []).append(alias.name)
    for speaker in session.exec(select(Speaker).order_by(col(Speaker.slug))):
        yield {
            "type": "speaker",
            "id": speaker.slug,
            "name": speaker.name,
            "kind": speaker.kind,
            "description": speaker.description,
            "aliases": aliases.get(speaker.id or 0, []),
            "statements": speaker.statement_count,
        }


def _events(session: Session) -> Iterator[dict[str, Any]]:
    for event in session.exec(select(Event).order_by(col(Event.slug))):
        yield {
            "type": "event",
            "id": event.slug,
            "name": event.name,
            "event_type": event.type,
            "date": iso_of(event.date_first, event.date_last, event.date_precision),
            "place": event.place,
            "statements": event.statement_count,
        }


def _positions(session: Session) -> Iterator[dict[str, Any]]:
    evidence: dict[int, list[str]] = {}
    behind = select(PositionEvidence.position_id, Statement.permalink).join(
        Statement, col(Statement.id) == col(PositionEvidence.statement_id)
    )
    for position_id, permalink in session.exec(behind.order_by(col(Statement.permalink))):
        evidence.setdefault(position_id, []).append(permalink)
    wanted = (
        select(Position, Speaker.name, Issue.key)
        .join(Speaker, col(Speaker.id) == col(Position.speaker_id))
        .join(Issue, col(Issue.id) == col(Position.issue_id))
        .order_by(col(Issue.key), col(Speaker.slug), col(Position.stance))
    )
    for position, holder, issue in session.exec(wanted):
        yield {
            "type": "position",
            "holder": holder,
            "issue": issue,
            "stance": position.stance,
            "conditional": position.conditional,
            "statements": evidence.get(position.id or 0, []),
            "reason": position.reason,
        }
