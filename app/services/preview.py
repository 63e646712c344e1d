"""What an ingest would do, with nothing stored and nothing created."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.archive import Archive, open_archive
from app.config import Settings
from app.domain.documents import LeftOut, ParsedArticle, SourceDocument
from app.domain.gazetteer import Gazetteer
from app.errors import UnreadableDocument
from app.parsing.articles import parse_articles
from app.reading.found import FoundFile, find_files
from app.reading.knowledge import load_knowledge
from app.reading.registry import look_into, read_unread
from app.reading.source import Limits, Unread
from app.reading.source import Outcome as Reading
from app.services.fingerprint import made_with
from app.services.known_files import OneFile
from app.services.reports import Failure, IngestReport, Outcome
from app.services.seed import knowledge_folder
from app.services.understood import Understood, understood
from app.storage.database import database_file
from app.storage.documents import held_as, is_fresh
from app.storage.identity import all_held_elsewhere, match_articles
from app.storage.runs import count_archive

Tell = Callable[[Understood], None]


def preview(settings: Settings, paths: Sequence[Path], tell: Tell | None = None) -> IngestReport:
    """Reads what `ingest` would read and says what would become of it; no statement is looked for.

    Raises ArchiveUnavailable where there is an archive that cannot be read, KnowledgeError where
    a knowledge file is wrong.
    """
    started = time.monotonic()
    gazetteer = load_knowledge(knowledge_folder(settings))
    archive = open_archive(settings) if database_file(settings).exists() else None
    run = _Preview(settings, gazetteer, archive, tell)
    limits = Limits(settings.max_document_bytes, settings.max_unpacked)
    for asked in paths:
        path = Path(os.path.abspath(asked))  # as an ingest names what it finds
        for found in find_files(path):
            run.read(found, asked, path, limits)
    if archive is not None:
        with archive.session() as session:
            run.report.articles, run.report.statements = count_archive(session)
    run.report.seconds = time.monotonic() - started
    return run.report


@dataclass(slots=True)
class _Preview:
    settings: Settings
    gazetteer: Gazetteer
    archive: Archive | None
    tell: Tell | None
    report: IngestReport = field(default_factory=IngestReport)
    _seen: set[str] = field(default_factory=set)  # hashes of what came before in this run

    def read(
        self, found: FoundFile | UnreadableDocument, asked: Path, path: Path, limits: Limits
    ) -> None:
        """Says what would become of each document of a file that was found at or below `path`."""
        self.report.files += 1
        if isinstance(found, UnreadableDocument):
            file = OneFile.nowhere(path / found.name, found.name, str(asked / found.name))
            self._fail(found, file)
            return
        file = OneFile.of(found, str(asked / found.path.relative_to(path)))
        for each in look_into(found, limits):
            for one in read_unread(each) if isinstance(each, Unread) else (each,):
                self._say(one, file)

    def _say(self, one: Reading, file: OneFile) -> None:
        if isinstance(one, LeftOut):
            self.report.notes.append(f"{file.where_of(one.name)}: {one.reason}")
            return
        try:
            if isinstance(one, UnreadableDocument):
                raise one
            seen = self.look_at(one)
        except UnreadableDocument as problem:
            self._fail(problem, file)
            return
        self.report.count(seen.outcome, one.reader)
        self.report.doubt(seen.name, file.where_of(seen.name), seen.warnings)
        if self.tell:
            self.tell(seen)

    def _fail(self, problem: UnreadableDocument, file: OneFile) -> None:
        self.report.count(Outcome.FAILED)
        where = file.where_of(problem.name)
        self.report.failures.append(Failure(problem.name, problem.reason, where))

    def look_at(self, document: SourceDocument) -> Understood:
        """What would become of a document. Raises UnreadableDocument where it has no article."""
        if outcome := self._held(document):
            return understood(document, (), outcome)
        articles = parse_articles(document, self.gazetteer)
        if not articles:
            raise UnreadableDocument(document.name, "no article text was found in it")
        again = document.sha256 in self._seen
        self._seen.add(document.sha256)
        return understood(
            document, articles, Outcome.DUPLICATE if again else self._outcome(document, articles)
        )

    def _held(self, document: SourceDocument) -> Outcome | None:
        if self.archive is None:
            return None
        with self.archive.session() as session:
            held = held_as(session, document)
            if held is None or not is_fresh(
                session, held, made_with(self.settings, self.gazetteer)
            ):
                return None
            return Outcome.UNCHANGED if held.name == document.name else Outcome.DUPLICATE

    def _outcome(self, document: SourceDocument, articles: Sequence[ParsedArticle]) -> Outcome:
        if self.archive is None:
            return Outcome.NEW
        with self.archive.session() as session:
            if all_held_elsewhere(session, document, articles):
                return Outcome.DUPLICATE
            matches = match_articles(session, document, articles)
        return Outcome.NEW if any(m.row is None for m in matches) else Outcome.CHANGED
