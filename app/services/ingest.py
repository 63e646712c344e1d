"""Files -> statements in database and index; bad ones are counted, kept and never stop a run."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from app.archive import Archive, open_for_writing
from app.config import Settings
from app.domain.documents import LeftOut, SourceDocument
from app.errors import UnreadableDocument
from app.models.base import now
from app.parsing.articles import parse_articles
from app.reading.registry import read_documents
from app.services.analyse import analyse
from app.services.fingerprint import made_with
from app.services.finish import finish
from app.services.ledger_files import import_addresses
from app.services.reindex import bring_up_to_date
from app.services.reports import Failure, IngestReport, Outcome
from app.services.seed import seed
from app.services.understood import Understood, understood
from app.storage.articles import save_document
from app.storage.documents import (
    held_as,
    is_fresh,
    quarantine,
    release,
    release_mended,
    source_document,
)
from app.storage.identity import all_held_elsewhere
from app.storage.runs import count_archive, mark_unfinished, record_run

log = logging.getLogger(__name__)

#: Told after each document: its name and what became of it.
Progress = Callable[[str, Outcome], None]

#: Told of each document that could be read: what was understood of it.
Tell = Callable[[Understood], None]


def ingest(
    settings: Settings,
    paths: Sequence[Path],
    *,
    addresses: Path | None = None,
    progress: Progress | None = None,
    tell: Tell | None = None,
) -> IngestReport:
    """Reads files and folders into the archive, which is made where there is none.

    Each document is one transaction. Doing it twice changes nothing; a run that was broken off
    is completed by the next. `addresses` is the exported ledger of an archive that is being
    rebuilt; `tell` is told what was understood of each document. Raises ArchiveBusy,
    ArchiveUnavailable or KnowledgeError before anything is changed.
    """
    started = time.monotonic()
    with open_for_writing(settings, "ingest", create=True) as archive:
        run = _Run.begin(archive, progress, tell)
        if addresses is not None:
            import_addresses(archive, addresses)
        for path in paths:
            run.read(Path(os.path.abspath(path)))  # abspath: links are the reader's to judge
        run.end()
        run.report.seconds = time.monotonic() - started
        return run.report


@dataclass(slots=True)
class _Run:
    archive: Archive
    made_with: str
    progress: Progress | None
    tell: Tell | None
    started_at: datetime = field(default_factory=now)
    report: IngestReport = field(default_factory=IngestReport)
    failed: set[str] = field(default_factory=set)  # origins that could not be read in this run

    @classmethod
    def begin(cls, archive: Archive, progress: Progress | None, tell: Tell | None) -> "_Run":
        """Starts a run with the knowledge of now."""
        gazetteer = seed(archive)
        archive = replace(archive, gazetteer=gazetteer)
        return cls(archive, made_with(archive.settings, gazetteer), progress, tell)

    def read(self, path: Path) -> None:
        """Takes in every document under a path."""
        for found in read_documents(path, self.archive.settings.max_document_bytes):
            if isinstance(found, UnreadableDocument):
                self._fail(_origin(path, found.name), found)
                continue
            if isinstance(found, LeftOut):
                self.report.notes.append(f"{found.name}: {found.reason}")
                continue
            try:
                seen = self._take(found)
            except UnreadableDocument as problem:
                self._fail(found.origin, problem)
                continue
            self._count(found.name, seen.outcome, found.reader)
            self.report.foreign += sum(a.language != "en" for a in seen.articles)
            if self.tell:
                self.tell(seen)
        # What could not be read before and was not met again, was mended or is gone.
        with self.archive.transaction() as session:
            release_mended(session, str(path), self.failed)

    def end(self) -> None:
        """Settles what hangs on other articles, and brings the index up to date."""
        finish(self.archive, self.made_with)
        self.report.notes += bring_up_to_date(self.archive)
        with self.archive.session() as session:
            self.report.articles, self.report.statements = count_archive(session)
        counts = self.report.counts
        if any(counts[outcome] for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.FAILED)):
            with self.archive.transaction() as session:
                record_run(session, self.started_at, {o.value: counts[o] for o in Outcome})

    def _take(self, document: SourceDocument) -> Understood:
        with self.archive.session() as session:
            held = held_as(session, document)
            if held is not None:
                if is_fresh(session, held, self.made_with):
                    same = held.name == document.name
                    outcome = Outcome.UNCHANGED if same else Outcome.DUPLICATE
                    return understood(document, (), outcome)
                document = source_document(session, held)  # a file that moved keeps its name
        with _failures_named(document):
            articles = parse_articles(document, self.archive.gazetteer)
        if not articles:
            raise UnreadableDocument(document.name, "no article text was found in it")
        with self.archive.session() as session:
            if all_held_elsewhere(session, document, articles):
                return understood(document, articles, Outcome.DUPLICATE)
        with _failures_named(document):
            incoming = analyse(self.archive, document, articles, self.made_with)
        with _refusals_named(document), self.archive.transaction() as session:
            mark_unfinished(session)
            release(session, document.origin)
            saved = save_document(session, incoming)
        return understood(document, articles, Outcome.NEW if saved.new else Outcome.CHANGED)

    def _fail(self, origin: str, problem: UnreadableDocument) -> None:
        with self.archive.transaction() as session:
            quarantine(session, origin, problem.name, problem.reason)
        self.failed.add(origin)
        self.report.failures.append(Failure(problem.name, problem.reason))
        self._count(problem.name, Outcome.FAILED)

    def _count(self, name: str, outcome: Outcome, reader: str | None = None) -> None:
        self.report.count(outcome, reader)
        if self.progress:
            self.progress(name, outcome)


def _origin(path: Path, name: str) -> str:
    return str(path / name) if path.is_dir() else str(path.with_name(name))


@contextmanager
def _refusals_named(document: SourceDocument) -> Iterator[None]:
    # What the tables' own rules refuse is a mistake of ours in this one document: nothing of it
    # is stored, and the others go on. A full disk is not: it ends the run.
    try:
        yield
    except IntegrityError as error:
        log.debug("%s could not be stored", document.name, exc_info=True)
        raise UnreadableDocument(
            document.name,
            f"the archive refused what was found in it ({error.orig}); please report this",
        ) from error


@contextmanager
def _failures_named(document: SourceDocument) -> Iterator[None]:
    # A document may meet a mistake in our own steps; it is set aside and the others go on.
    try:
        yield
    except MemoryError:
        raise UnreadableDocument(document.name, "it is too large for the memory there is") from None
    except Exception as error:
        log.debug("%s could not be taken in", document.name, exc_info=True)
        raise UnreadableDocument(
            document.name,
            f"the program failed on it ({type(error).__name__}: {error}); please report this",
        ) from error
