"""Writes the statements of an article, keeping the rows and addresses of those already there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from app.domain.dates import DateFinding
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Quotation
from app.domain.resolved import IssueFinding, ResolvedStatement
from app.domain.spans import Span, joined
from app.models import base
from app.models.article import Article
from app.models.event import Event
from app.models.statement import SpanRole, Statement, StatementIssue, StatementSpan
from app.storage.decisions import told_reason
from app.storage.names import issue_keyed
from app.storage.permalinks import content_key
from app.storage.removing import next_revisions
from app.storage.speakers import SpeakerBook
from app.storage.values import stored_id


@dataclass(frozen=True, slots=True)
class StatementWriter:
    """Writes the statements of one article; `events` are the rows of its events by name."""

    session: Session
    speakers: SpeakerBook
    article: Article
    text: str
    events: dict[str, Event]
    event_keys: Mapping[str, str] = field(default_factory=dict)  # by name, as found

    def write(
        self, found: Sequence[ResolvedStatement], permalinks: Sequence[str], *, fresh: bool = False
    ) -> list[Statement]:
        """The rows of the statements found, in order; `permalinks` are theirs, one each.

        Of a `fresh` article no statement can be held, nor have stood before.
        """
        held = {} if fresh else self._held(permalinks)
        gone = [] if fresh else [link for link in permalinks if link not in held]
        numbers = next_revisions(self.session, gone) if gone else {}
        values = {
            permalink: self._values(statement, ordinal)
            for ordinal, (statement, permalink) in enumerate(zip(found, permalinks, strict=True))
        }
        for permalink, row in held.items():
            self._put(row, values[permalink])
        new = [{"permalink": link, **values[link]} for link in permalinks if link not in held]
        written = {**held, **self._insert(new)}
        rows = [written[permalink] for permalink in permalinks]
        for row in rows:
            row.revision = numbers.get(row.permalink, row.revision)
        self.session.flush()
        for table in (StatementSpan, StatementIssue) if held else ():
            ids = [row.id for row in held.values()]
            self.session.exec(delete(table).where(col(table.statement_id).in_(ids)))
        for row, statement in zip(rows, found, strict=True):
            row.nested_in_id = _id_at(rows, statement.quotation.nested_in)
            row.repeats_id = _id_at(rows, statement.quotation.repeats)
        self.session.flush()
        self._write_parts(zip(rows, found, strict=True))
        return rows

    def rewrite(self, row: Statement, found: ResolvedStatement) -> None:
        """Writes one statement anew in its row, which may be new; its place in the order stays."""
        nested, repeats = row.nested_in_id, row.repeats_id
        self._put(row, self._values(found, row.ordinal))
        self.session.flush()
        for table in (StatementSpan, StatementIssue):
            self.session.exec(delete(table).where(col(table.statement_id) == row.id))
        row.nested_in_id, row.repeats_id = nested, repeats
        self.session.flush()
        self._write_parts([(row, found)])

    def _held(self, permalinks: Sequence[str]) -> dict[str, Statement]:
        wanted = select(Statement).where(col(Statement.permalink).in_(permalinks))
        return {row.permalink: row for row in self.session.exec(wanted)}

    def _values(self, found: ResolvedStatement, ordinal: int) -> dict[str, Any]:
        """The columns of a statement's row, whatever row that is."""
        quotation = found.quotation
        content = joined(quotation.content, self.text)
        return {
            "article_id": stored_id(self.article),
            "ordinal": ordinal,
            "corrected": False,
            "kind": quotation.kind,
            "rule": quotation.rule,
            "confidence": quotation.confidence,
            "reasons": list(quotation.reasons),
            "content": content,
            "content_key": content_key(content),
            **self._speaker(found),
            **self._circumstances(found),
        }

    def _speaker(self, found: ResolvedStatement) -> dict[str, Any]:
        speaker = found.speaker
        article = self.article.permalink
        row = self.speakers.row_of(speaker, article) if speaker else None
        reason = speaker.reason if speaker else found.quotation.attribution.reason
        if speaker and speaker.name:
            reason = told_reason(reason, self.speakers.decisions, speaker.name, article)
        printed = joined(found.quotation.source, self.text)
        if speaker and speaker.kind is SpeakerKind.UNNAMED:
            printed = speaker.description or printed  # "aides" for "they", "a man" for "who"
        elif speaker and not printed:
            printed = speaker.printed or ""
        return {
            "speaker_id": row.id if row else None,
            "speaker_kind": speaker.kind if speaker else SpeakerKind.UNNAMED,
            "speaker_found": speaker.name if speaker else None,
            "speaker_full": speaker.printed if speaker else None,
            "speaker_printed": printed or None,
            "speaker_reason": reason,
            "office": found.office.value if found.office else None,
            "office_reason": found.office.reason if found.office else None,
        }

    def _circumstances(self, found: ResolvedStatement) -> dict[str, Any]:
        event = self.events.get(found.event.value) if found.event else None
        return said_values(found.said_on) | {
            "place": found.place.value if found.place else None,
            "place_reason": found.place.reason if found.place else None,
            "via": found.via.value if found.via else None,
            "via_reason": found.via.reason if found.via else None,
            "event_id": event.id if event else None,
            "event_found": self.event_keys.get(found.event.value)
            if found.event and event
            else None,
            "event_relation": found.event_relation if event else None,
            "event_reason": found.event.reason if found.event and event else None,
        }

    def _put(self, row: Statement, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        self.session.add(row)

    def _insert(self, new: Sequence[dict[str, Any]]) -> dict[str, Statement]:
        # Plain values in one insert, then read back: in half the time of an object for each.
        if not new:
            return {}
        at = base.now()
        self.session.flush()
        self.session.connection().execute(
            insert(Statement), [{**values, "revision": 1, "ingested_at": at} for values in new]
        )
        return self._held([values["permalink"] for values in new])

    def _write_parts(self, pairs: Iterable[tuple[Statement, ResolvedStatement]]) -> None:
        # As plain values in one insert a table: nobody asks these rows for anything here, and
        # making an object of each takes longer than all the rest of a statement.
        spans: list[dict[str, Any]] = []
        issues: list[dict[str, Any]] = []
        for row, found in pairs:
            row_id = stored_id(row)
            spans += [{"statement_id": row_id, **span} for span in _spans_of(found.quotation)]
            for issue in found.issues:
                issue_row = issue_keyed(self.session, issue.key)
                if issue_row is not None:
                    values = {"statement_id": row_id, "issue_id": stored_id(issue_row)}
                    issues.append({**values, **_finding(issue)})
        for table, rows in ((StatementSpan, spans), (StatementIssue, issues)):
            if rows:
                self.session.connection().execute(insert(table), rows)


def _spans_of(quotation: Quotation) -> Iterator[dict[str, Any]]:
    spans: dict[SpanRole, tuple[Span, ...]] = {
        SpanRole.CONTENT: quotation.content,
        SpanRole.CUE: quotation.cue,
        SpanRole.SOURCE: quotation.source,
    }
    for role, places in spans.items():
        for start, end in dict(sorted(places)).items():
            yield {"role": role, "start": start, "end": end}


def _finding(issue: IssueFinding) -> dict[str, Any]:
    return {
        "reason": issue.reason,
        "stance": issue.stance,
        "stance_reason": issue.stance_reason,
        "conditional": issue.conditional,
    }


def said_values(said: DateFinding) -> dict[str, Any]:
    """A date with how it is known, as the columns of a statement's row."""
    return {
        "said_first": said.date.first if said.date else None,
        "said_last": said.date.last if said.date else None,
        "said_precision": said.date.precision if said.date else None,
        "said_basis": said.basis,
        "said_reason": said.reason,
    }


def _id_at(rows: Sequence[Statement], index: int | None) -> int | None:
    return rows[index].id if index is not None else None
