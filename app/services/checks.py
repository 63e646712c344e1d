"""Proves that store, spans, hashes, addresses and index agree with one another."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from app.archive import Archive
from app.domain.counting import counted
from app.domain.search import IndexState
from app.domain.spans import Span, joined
from app.errors import IndexUnavailable
from app.index.audit import wrong_entries
from app.index.generations import status
from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.document import Document, DocumentSource
from app.models.event import Event
from app.models.issue import Position, PositionEvidence
from app.models.outlet import Outlet
from app.models.speaker import Speaker
from app.models.statement import SpanRole, Statement, StatementSpan
from app.services.checked_corrections import faulty_corrections, idle_corrections
from app.services.entries import all_entries
from app.services.reindex import lag

_BATCH = 500
_TABLES = {
    AddressKind.STATEMENT: Statement.permalink,
    AddressKind.ARTICLE: Article.permalink,
    AddressKind.SPEAKER: Speaker.slug,
    AddressKind.EVENT: Event.slug,
    AddressKind.OUTLET: Outlet.slug,
}


@dataclass(slots=True)
class CheckReport:
    """What was looked at, and every fault found, a sentence each."""

    problems: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)  # corrections that do nothing, which is no fault
    documents: int = 0
    statements: int = 0
    addresses: int = 0

    def summary(self) -> str:
        """One line: what was verified and how many faults there are."""
        looked = (
            f"{counted(self.documents, 'document')}, {counted(self.statements, 'statement')} and "
            f"{counted(self.addresses, 'address', 'addresses')} verified"
        )
        faults = len(self.problems)
        return f"{looked}; {counted(faults, 'fault') if faults else 'no fault'}"


def check(archive: Archive) -> CheckReport:
    """Verifies the whole archive; reads every byte of it and changes nothing."""
    report = CheckReport()
    with archive.session() as session:
        report.problems += _database(session)
        report.problems += _documents(session, report)
        report.problems += _statements(session, report)
        report.problems += _positions(session)
        report.problems += _addresses(session, report)
        report.problems += faulty_corrections(session)
        report.idle += idle_corrections(session)
        report.problems += _index(archive, session)
    return report


def _database(session: Session) -> Iterator[str]:
    for (found,) in session.connection().execute(text("PRAGMA integrity_check")):
        if found != "ok":
            yield f"the database file is damaged: {found}; put a backup in its place"
    for table, row, parent, _ in session.connection().execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} refers to a {parent} that is not there; run `onrecord ingest`"


def _documents(session: Session, report: CheckReport) -> Iterator[str]:
    wanted = (
        select(Document.name, Document.sha256, DocumentSource.content)
        .outerjoin(DocumentSource, col(DocumentSource.document_id) == col(Document.id))
        .execution_options(yield_per=_BATCH)
    )
    for name, sha256, content in session.exec(wanted):
        report.documents += 1
        if content is None:
            yield f"{name}: its source bytes are missing; put a backup in place"
        elif hashlib.sha256(content).hexdigest() != sha256:
            yield f"{name}: its stored bytes no longer have the hash they came with"


def _statements(session: Session, report: CheckReport) -> Iterator[str]:
    last = 0
    while True:
        wanted = (
            select(Statement, Article, Document)
            .join(Article, col(Article.id) == col(Statement.article_id))
            .join(Document, col(Document.id) == col(Article.document_id))
            .where(col(Statement.id) > last)
            .order_by(col(Statement.id))
            .limit(_BATCH)
        )
        rows = session.exec(wanted).all()
        if not rows:
            return
        spans = _content_spans(session, [row[0].id for row in rows])
        for statement, article, document in rows:
            report.statements += 1
            places = spans.get(statement.id, [])
            if joined(places, document.text) != statement.content:
                yield f"statement {statement.permalink}: its words are not those of its source"
            if not all(Span(article.start, article.end).contains(span) for span in places):
                yield f"statement {statement.permalink}: its words lie outside its article"
        last = rows[-1][0].id or 0
        session.expunge_all()


def _positions(session: Session) -> Iterator[str]:
    wanted = (
        select(Statement.permalink, Speaker.slug)
        .join(PositionEvidence, col(PositionEvidence.statement_id) == col(Statement.id))
        .join(Position, col(Position.id) == col(PositionEvidence.position_id))
        .join(Speaker, col(Speaker.id) == col(Position.speaker_id))
        .where(col(Statement.speaker_id).is_distinct_from(col(Position.speaker_id)))
        .order_by(Statement.permalink)
    )
    for permalink, holder in session.exec(wanted):
        yield f"statement {permalink} shows a position of {holder}, who did not say it"


def _content_spans(session: Session, ids: list[int | None]) -> dict[int | None, list[Span]]:
    wanted = select(StatementSpan).where(
        col(StatementSpan.statement_id).in_(ids), StatementSpan.role == SpanRole.CONTENT
    )
    spans: dict[int | None, list[Span]] = {}
    for span in session.exec(wanted.order_by(col(StatementSpan.start))):
        spans.setdefault(span.statement_id, []).append(Span(span.start, span.end))
    return spans


def _addresses(session: Session, report: CheckReport) -> Iterator[str]:
    report.addresses = session.exec(select(func.count()).select_from(Address)).one()
    for kind, held in _TABLES.items():
        of_kind = select(Address.permalink).where(Address.kind == kind)
        live = of_kind.where(Address.state == AddressState.LIVE)
        for link in session.exec(live.where(col(Address.permalink).not_in(select(held)))):
            yield f"{kind.value} {link}: it is published as live and nothing stands there"
        for link in session.exec(select(held).where(col(held).not_in(live))):
            yield f"{kind.value} {link}: it is not in the address ledger; run `onrecord ingest`"
        moved = of_kind.where(Address.state == AddressState.MOVED)
        # In a rebuilt archive it may end at a page that explains what is no longer found.
        ends = of_kind.where(Address.state != AddressState.MOVED)
        for link in session.exec(moved.where(col(Address.target).not_in(ends))):
            yield f"{kind.value} {link}: it leads nowhere, or to an address that leads on"


def _index(archive: Archive, session: Session) -> Iterator[str]:
    index = status(archive.settings.index_dir)
    if index.state is not IndexState.READY:
        yield f"{index.reason or 'the search index is missing'}; run `onrecord reindex`"
        return
    waiting = lag(session)
    if waiting:
        waits = counted(waiting, "change")
        yield f"the index has {waits} still to learn; run `onrecord ingest` again"
        return
    try:
        yield from wrong_entries(archive.settings.index_dir, all_entries(session))
    except IndexUnavailable as problem:
        yield f"{problem}; run `onrecord reindex`"
