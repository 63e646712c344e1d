"""Applies the corrections of one statement at once, to the archive as it stands."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from app.domain.correcting import BY_HAND, Found
from app.domain.corrections import Record, Standing
from app.domain.spans import Span, joined
from app.models.address import AddressKind
from app.models.article import Article
from app.models.correction import StatementFound
from app.models.ingest_run import IndexTask
from app.models.issue import PositionEvidence
from app.models.statement import SpanRole, Statement, StatementSpan
from app.storage.applying import Outcome, Place, apply
from app.storage.correction_rows import holding_on, stand
from app.storage.curation_end import events_named, mark_corrected, note, withdraw
from app.storage.found_rows import forget_found, found_in, found_of_row, held_found, keep_found
from app.storage.ledger import Ledger
from app.storage.positions import write_positions
from app.storage.removing import leave_group, next_revisions, remove_statement
from app.storage.retire import drop_empty_positions, retire_events, retire_speakers
from app.storage.revisions import record_change, shown_of
from app.storage.runs import mark_unsettled
from app.storage.speakers import SpeakerBook
from app.storage.standing_at import article_at, statement_at
from app.storage.statements import StatementWriter
from app.storage.totals import recount
from app.storage.values import stored_id

_UNREAD = "the article it speaks of has not been read yet"
_UNDONE = "the correction that added it was undone"
_LOST = "what people corrected is no longer found in the source"
_NOT_FOUND = "these words are no longer found as a statement in the source"


def restand(session: Session, permalink: str, reason: str, records: Sequence[Record] = ()) -> None:
    """Makes a statement what the program found with the corrections that hold, and publishes it.

    `reason` is what its history says. `records` are corrections undone just now, which still
    tell in which article it stood. Where the article is not here, the corrections wait.
    """
    holding = holding_on(session, permalink)
    row = statement_at(session, permalink)
    anchors = [record.anchor for record in (*holding, *records) if record.anchor]
    article = row.article if row else None
    if article is None and anchors:
        article = article_at(session, anchors[0].article)
    if article is None:
        for record in holding:
            stand(session, record.uid, Standing.WAITING, _UNREAD)
        return
    _Standing(session, permalink, article, row, holding).run(reason)
    mark_unsettled(session)


class _Standing:
    def __init__(
        self,
        session: Session,
        link: str,
        article: Article,
        row: Statement | None,
        records: Sequence[Record],
    ) -> None:
        document = article.document
        self.session, self.link, self.article, self.row = session, link, article, row
        self.records, self.ledger = records, Ledger(session)
        self.place = Place(document.text, document.sha256, Span(article.start, article.end))
        self.touched: dict[str, set[int | None]] = {"speaker": set(), "event": set()}

    def run(self, reason: str) -> None:
        """Writes, removes or makes the statement, and all that hangs on it."""
        machine, held = self._machine()
        outcome = apply(self.session, self.records, machine, self.place, held)
        self._touch(self.row)
        if outcome.found is not None:
            self._write(outcome.found, outcome, reason)
        else:
            self._remove(outcome, reason)
        note(self.session, self.records, outcome, stands=outcome.found is not None)
        self.session.add(IndexTask(type="statement", permalink=self.link))
        self.session.add(IndexTask(type="article", permalink=self.article.permalink))
        self._settle()

    def _machine(self) -> tuple[Found | None, Found | None]:
        """What the program finds in this text, and what it last found in any."""
        kept = found_in(self.session, self.link, self.place.sha256)
        held = held_found(self.session, self.link, self.place.sha256)
        known = self.session.get(StatementFound, self.link) is not None
        if kept is None and not known and self.row is not None and self.row.rule != BY_HAND:
            kept = held = found_of_row(self.session, self.row)
            if self.records:
                article = self.article.permalink
                keep_found(self.session, self.link, article, self.place.sha256, kept)
        if not self.records:
            forget_found(self.session, self.link)
        return kept, held

    def _write(self, found: Found, outcome: Outcome, reason: str) -> None:
        before: dict[str, Any] | None = None
        row = self.row
        if row is None:
            row = self._new_row(found)
        else:
            before = shown_of(self.session, row)
        named, keys = events_named(self.session, self.article.permalink, [found.statement])
        book = SpeakerBook(self.session)
        writer = StatementWriter(self.session, book, self.article, self.place.text, named, keys)
        writer.rewrite(row, found.statement)
        evidence = delete(PositionEvidence).where(col(PositionEvidence.statement_id) == row.id)
        self.session.exec(evidence)
        write_positions(self.session, book, found.positions, [row])
        self.ledger.publish(AddressKind.STATEMENT, self.link, article=self.article.permalink)
        self.session.refresh(row, ["article", "spans", "speaker"])
        if before is not None:
            record_change(self.session, row, before, reason)
            if (before["speaker"], before["content"]) != (
                shown_of(self.session, row)["speaker"],
                row.content,
            ):
                leave_group(self.session, row)
        mark_corrected(self.session, row, self.records, outcome)
        self.row = row
        self._touch(row)

    def _new_row(self, found: Found) -> Statement:
        start = found.statement.quotation.content[0].start
        ordinal = self._make_room(start)
        revision = next_revisions(self.session, [self.link]).get(self.link, 1)
        row = Statement(permalink=self.link, ordinal=ordinal, revision=revision)  # type: ignore[call-arg]
        row.kind = found.statement.quotation.kind
        row.content = joined(found.statement.quotation.content, self.place.text)
        return row

    def _make_room(self, start: int) -> int:
        # The same order as a reading gives: before the first statement that starts later.
        later = (
            select(func.min(Statement.ordinal))
            .join(StatementSpan, col(StatementSpan.statement_id) == col(Statement.id))
            .where(
                Statement.article_id == self.article.id,
                StatementSpan.role == SpanRole.CONTENT,
                StatementSpan.start > start,
            )
        )
        of_article = col(Statement.article_id) == self.article.id
        last = select(func.max(Statement.ordinal)).where(of_article)
        ordinal = self.session.exec(later).one()
        if ordinal is None:
            held = self.session.exec(last).one()
            return 0 if held is None else held + 1
        behind = update(Statement).where(of_article, col(Statement.ordinal) >= ordinal)
        self.session.exec(behind.values(ordinal=Statement.ordinal + 1))
        return int(ordinal)

    def _remove(self, outcome: Outcome, reason: str) -> None:
        row, words = self.row, None
        if row is not None:
            words, ordinal = row.content, row.ordinal
            remove_statement(self.session, row, reason)
            behind = update(Statement).where(
                col(Statement.article_id) == self.article.id, col(Statement.ordinal) > ordinal
            )
            self.session.exec(behind.values(ordinal=Statement.ordinal - 1))
            self.row = None
        if outcome.gone is not None:
            withdraw(self.ledger, self.link, outcome.gone)
            return
        entry = self.ledger.find(AddressKind.STATEMENT, self.link)
        if entry is not None:
            by_hand = row is None or row.rule == BY_HAND
            why = _LOST if self.records else _UNDONE if by_hand else _NOT_FOUND
            self.ledger.lose(AddressKind.STATEMENT, self.link, why, words or entry.shown or "")

    def _touch(self, row: Statement | None) -> None:
        if row is not None:
            self.touched["speaker"].add(row.speaker_id)
            self.touched["event"].add(row.event_id)

    def _settle(self) -> None:
        drop_empty_positions(self.session)
        now = self.row
        speakers = {one for one in self.touched["speaker"] if one is not None}
        events = {one for one in self.touched["event"] if one is not None}
        retire_speakers(
            self.session, [(one, now.speaker_id if now else None) for one in sorted(speakers)]
        )
        retire_events(self.session, [(one, None) for one in sorted(events)])
        if now is not None and now.speaker is not None:
            key = now.speaker.key
            self.ledger.publish(AddressKind.SPEAKER, now.speaker.slug, identity=key)
        recount(self.session, speakers=speakers, events=events, article=stored_id(self.article))
