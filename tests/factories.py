"""Small archives made row by row, for tests of pages; the people and papers are invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlmodel import Session, SQLModel

import app.models.tables  # noqa: F401  - the metadata must be whole
from app.archive import Archive
from app.config import Settings
from app.domain.dates import DateBasis, PartialDate
from app.domain.gazetteer import EMPTY, SpeakerKind
from app.domain.persons import fold
from app.domain.quotations import SpeechKind
from app.domain.resolved import EventRelation, Stance
from app.domain.spans import GAP
from app.index.engine import open_engine
from app.index.writer import rebuild
from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.document import Document
from app.models.event import Event
from app.models.issue import Issue, Position, PositionEvidence
from app.models.office import Office, Tenure
from app.models.outlet import Outlet
from app.models.speaker import Speaker, SpeakerAlias
from app.models.statement import SpanRole, Statement, StatementIssue, StatementSpan
from app.services.entries import all_entries
from app.storage.database import reader_engine, writer_engine

SEEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class Shelf:
    """An archive being filled; `archive()` opens it as the site does, to be read."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.settings = Settings(data_dir=folder, **settings)
        folder.mkdir(parents=True, exist_ok=True)
        self.engine = writer_engine(self.settings.database_path)
        SQLModel.metadata.create_all(self.engine)
        self.session = Session(self.engine, expire_on_commit=False)
        self._made = 0
        self._positions: dict[Any, int] = {}

    def archive(self, *, index: bool = True) -> Archive:
        """The archive as it stands now, with its index, or without one."""
        self.session.commit()
        if index:
            with Session(self.engine) as apart:  # reading all of it forgets the rows read
                rebuild(self.settings.index_dir, all_entries(apart), f"test-{self._made}")
        reader = reader_engine(self.settings.database_path)
        search = open_engine(self.settings.index_dir, EMPTY)
        return Archive(self.settings, reader, None, search, EMPTY)

    def permalink(self, letter: str = "s") -> str:
        """A new address of ten characters."""
        self._made += 1
        return f"{letter}{self._made:09d}"

    def add(self, row: Any) -> Any:
        """Puts a row in and gives it back with its number."""
        self.session.add(row)
        self.session.flush()
        return row

    def outlet(self, name: str = "The Harbour Post") -> Outlet:
        """An outlet of this name."""
        return self.add(Outlet(slug=slug(name), name=name, article_count=1))

    def speaker(
        self, name: str = "Ana Ruiz", *, aliases: Iterable[str] = (), **more: Any
    ) -> Speaker:
        """A person of this name."""
        given, _, family = name.rpartition(" ")
        sort_name = f"{family}, {given}" if given else name
        fields = {"kind": SpeakerKind.PERSON, "sort_name": sort_name, **more}
        filed = fold(fields["sort_name"])
        row = self.add(
            Speaker(slug=slug(name), key=slug(name), name=name, sort_key=filed, **fields)
        )
        for alias in aliases:
            self.add(SpeakerAlias(speaker_id=row.id, name=alias, key=slug(alias), reason="test"))
        return row

    def tenure(self, speaker: Speaker, office: str, start: str, end: str | None = None) -> None:
        """An office that the speaker held."""
        post = self.add(Office(slug=slug(office), name=office))
        first = PartialDate.from_iso(start).first
        last = PartialDate.from_iso(end).last if end else None
        self.add(
            Tenure(
                speaker_id=speaker.id,
                office_id=post.id,
                start=first,
                end=last,
                start_iso=start,
                end_iso=end,
                reason="knowledge: offices.yaml",
            )
        )

    def event(self, name: str = "Harbour summit", on: str = "2011-12-08", **more: Any) -> Event:
        """An event on a day."""
        when = PartialDate.from_iso(on)
        fields = {"type": "summit", "date_basis": DateBasis.STATED, **more}
        return self.add(
            Event(
                slug=slug(name),
                key=slug(name),
                name=name,
                date_first=when.first,
                date_last=when.last,
                date_precision=when.precision,
                **fields,
            )
        )

    def issue(self, name: str = "The harbour wall", question: str = "Is it built?") -> Issue:
        """An issue of this name."""
        return self.add(Issue(key=slug(name), name=name, question=question))

    def article(
        self,
        text: str,
        *,
        headline: str | None = "Harbour to stay open",
        outlet: Outlet | None = None,
        published: str | None = "2011-12-08",
        **more: Any,
    ) -> Article:
        """An article whose paragraphs are the lines of `text`; the first line is its headline."""
        name = f"{self._made}.txt"
        document = self.add(
            Document(
                sha256=f"{self._made:064d}", name=name, origin=name, text=text, reader="text/1"
            )
        )
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        lines = [[start, end - 1] for start, end in pairwise(starts)]
        paragraphs = [
            pair for pair in lines if pair[1] > pair[0] and text[slice(*pair)] != headline
        ]
        when = PartialDate.from_iso(published) if published else None
        reason = "the article's first line" if when else "no date is given"
        fields = {"text_key": str(self._made), "level": "rules", "model": "none",
                  "published_reason": reason, **more}  # fmt: skip
        return self.add(
            Article(
                permalink=self.permalink("a"),
                document_id=document.id,
                start=0,
                end=len(text),
                paragraphs=paragraphs,
                headline=headline,
                outlet_id=outlet.id if outlet else None,
                published_first=when.first if when else None,
                published_last=when.last if when else None,
                published_precision=when.precision if when else None,
                published_basis=DateBasis.STATED if when else DateBasis.UNKNOWN,
                extractor="1",
                ingested_at=SEEN,
                **fields,
            )
        )

    def statement(
        self,
        article: Article,
        *words: str,
        speaker: Speaker | None = None,
        said: str | None = "2011-12-08",
        kind: SpeechKind = SpeechKind.DIRECT,
        event: Event | None = None,
        **more: Any,
    ) -> Statement:
        """A statement of these runs of words, each found in the article's text."""
        document = self.session.get_one(Document, article.document_id)
        when = PartialDate.from_iso(said) if said else None
        fields: dict[str, Any] = {
            "permalink": self.permalink(),
            "ordinal": article.statement_count,
            "confidence": 0.9,
            "rule": "direct: cue after",
            "reasons": ["quotation marks on both sides"],
            "speaker_kind": SpeakerKind.PERSON if speaker else SpeakerKind.UNNAMED,
            "speaker_reason": "named beside the words" if speaker else "no source is named",
            "said_basis": DateBasis.STATED if when else DateBasis.UNKNOWN,
            "said_reason": "the day is printed" if when else "no date is given",
            "event_relation": EventRelation.AT if event else None,
            "content_key": GAP.join(words).lower(),
            "ingested_at": SEEN,
            **more,
        }
        row = self.add(
            Statement(
                article_id=article.id,
                kind=kind,
                content=GAP.join(words),
                speaker_id=speaker.id if speaker else None,
                event_id=event.id if event else None,
                said_first=when.first if when else None,
                said_last=when.last if when else None,
                said_precision=when.precision if when else None,
                **fields,
            )
        )
        for run in words:
            start = document.text.index(run)
            self.add(
                StatementSpan(
                    statement_id=row.id, role=SpanRole.CONTENT, start=start, end=start + len(run)
                )
            )
        article.statement_count += 1
        for counter in (speaker, event):
            if counter is not None:
                counter.statement_count += 1
        return row

    def on(self, statement: Statement, issue: Issue, stance: Stance | None = None) -> None:
        """Puts a statement on an issue; with a stance it is evidence of its speaker's position."""
        self.add(
            StatementIssue(
                statement_id=statement.id,
                issue_id=issue.id,
                reason=f"the words “{issue.name}”",
                stance=stance,
                stance_reason="the cue" if stance else None,
            )
        )
        issue.statement_count += 1
        if stance is None or statement.speaker_id is None:
            return
        key = (statement.speaker_id, issue.id, stance)
        if key not in self._positions:
            speaker_id, issue_id, _ = key
            position = Position(
                speaker_id=speaker_id, issue_id=issue_id, stance=stance, reason="the cue"
            )
            self._positions[key] = self.add(position).id
        self.add(PositionEvidence(position_id=self._positions[key], statement_id=statement.id))

    def address(self, kind: AddressKind, permalink: str, state: AddressState, **more: Any) -> None:
        """An entry of the address ledger."""
        self.add(Address(kind=kind, permalink=permalink, state=state, **more))


def slug(name: str) -> str:
    """A name as an address carries it, for names in plain letters."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def day(text: str) -> date:
    """The day that "2011-12-08" names."""
    return date.fromisoformat(text)
