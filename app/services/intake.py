"""Takes documents in one after the other: what is held, what is new, what cannot be stored."""

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from app.archive import Archive
from app.domain.documents import LeftOut, SourceDocument
from app.errors import UnreadableDocument
from app.models.base import now
from app.models.ingest_run import KnownFile
from app.reading.registry import read_unread
from app.reading.source import Found, Unread
from app.services.in_order import Entry, InOrder, Settled
from app.services.known_files import KnownFiles, OneFile
from app.services.reports import Failure, IngestReport, Outcome
from app.services.understood import Understood, understood
from app.services.working import Taken, Unreadable
from app.storage.articles import Incoming, save_document
from app.storage.documents import (
    held_as,
    is_fresh,
    is_held,
    quarantine,
    release,
    source_document,
)
from app.storage.identity import all_held_elsewhere
from app.storage.runs import mark_unfinished

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Intake:
    """The documents of a run on their way into the archive, stored in the order they came.

    So the archive is the same whatever process was quickest. `report` is kept up to date.
    """

    archive: Archive
    made_with: str
    line: InOrder
    files: KnownFiles
    report: IngestReport
    tell: Callable[[Understood], None] | None
    started_at: datetime = field(default_factory=now)
    failed: set[str] = field(default_factory=set)  # origins that could not be read in this run
    _is_marked: bool = False  # as a run that has to be finished
    _under_way: set[str] = field(default_factory=set)  # hashes of what workers have

    def offer(self, found: Found, file: OneFile) -> None:
        """Takes up what was found in a file: asks a worker, where it is not held already."""
        entry = Entry(file)
        if isinstance(found, UnreadableDocument):
            origin = file.origin_of(found.name)
            entry.results = [Unreadable(found.name, origin, found.reason)]
        elif isinstance(found, LeftOut):
            entry.results = [found]
        else:
            entry.task, entry.key = found, _hash_of(found)
            # The same bytes again wait until the first are stored, and are compared then.
            if entry.key not in self._under_way:
                self._decide(entry)
                self._under_way.add(entry.key)
        file.waiting += 1
        self.line.put(entry)

    def close(self, file: OneFile) -> None:
        """Notes that all that is in a file was offered."""
        file.is_read = True
        if not file.waiting:
            self.files.add(file)

    def count_known(self, file: OneFile, known: KnownFile) -> None:
        """Counts the documents of a file that need not be read again."""
        file.digest = None  # it is remembered already
        for outcome, number in (
            (Outcome.UNCHANGED, known.unchanged),
            (Outcome.DUPLICATE, known.duplicates),
        ):
            self.report.count(outcome, documents=number)
            if number and self.tell:
                self.tell(Understood(file.found.name, outcome, None, documents=number))

    def take(self, *, everything: bool = False) -> Iterator[Entry]:
        """Stores what is ready, in order; gives each document that is in now, or has failed."""
        for entry in self.line.take(everything=everything):
            if entry.settled() is None:
                self._decide(entry)
                self.line.wait_for(entry)
            for result in entry.settled() or ():
                self._settle(result, entry)
            self._under_way.discard(entry.key)
            entry.file.waiting -= 1
            if entry.file.is_done:
                self.files.add(entry.file)
            yield entry

    def _decide(self, entry: Entry) -> None:
        """Gives a document to a worker, unless the archive has what a worker would find."""
        if isinstance(entry.task, Unread):
            with self.archive.session() as session:
                moved = is_held(session, entry.key)
            if moved:  # reading it shows whether it says the same of itself
                self._read_here(entry, entry.task)
        if isinstance(entry.task, SourceDocument):
            with self.archive.session() as session:
                held = held_as(session, entry.task)
                if held is not None and is_fresh(session, held, self.made_with):
                    same = held.name == entry.task.name
                    outcome = Outcome.UNCHANGED if same else Outcome.DUPLICATE
                    entry.results = [understood(entry.task, (), outcome)]
                elif held is not None:
                    entry.task = source_document(session, held)  # a file that moved keeps its name
        if entry.results is None:
            self.line.start(entry)

    def _read_here(self, entry: Entry, unread: Unread) -> None:
        for found in read_unread(unread):
            if isinstance(found, SourceDocument):
                entry.task = found
            elif isinstance(found, UnreadableDocument):
                entry.results = [Unreadable(found.name, unread.origin, found.reason)]

    def _settle(self, result: Settled, entry: Entry) -> None:
        if isinstance(result, Taken):
            result = self._store(result, entry)
        if isinstance(result, LeftOut):
            self.report.notes.append(f"{entry.file.where_of(result.name)}: {result.reason}")
        elif isinstance(result, Unreadable):
            self._fail(result, entry.file)
        else:
            self._count(result, entry.file)

    def _store(self, taken: Taken, entry: Entry) -> Understood | Unreadable:
        document = replace(taken.document, content=entry.content)
        with self.archive.session() as session:
            if all_held_elsewhere(session, document, taken.articles):
                return understood(document, taken.articles, Outcome.DUPLICATE)
        incoming = Incoming(document, taken.found, taken.told, self.made_with)
        try:
            with self.archive.transaction() as session:
                if not self._is_marked:
                    mark_unfinished(session)
                release(session, document.origin)
                saved = save_document(session, incoming)
        except IntegrityError as error:
            # What the tables' own rules refuse is a mistake of ours in this one document: nothing
            # of it is stored, and the others go on. A full disk is not: it ends the run.
            log.debug("%s could not be stored", document.name, exc_info=True)
            reason = f"the archive refused what was found in it ({error.orig}); please report this"
            return Unreadable(document.name, document.origin, reason)
        self._is_marked = True  # nobody else writes before this run is finished
        self.report.found += sum(len(article.statements) for article in taken.found)
        self._note_levels(taken)
        outcome = Outcome.NEW if saved.new else Outcome.CHANGED
        return understood(document, taken.articles, outcome)

    def _note_levels(self, taken: Taken) -> None:
        # That a language model is missing is said once, however many articles had to do without.
        for each in taken.found:
            if each.article.language == "en":
                notes = self.report.notes
                notes += [told for told in each.extraction.warnings if told not in notes]

    def _fail(self, problem: Unreadable, file: OneFile) -> None:
        with self.archive.transaction() as session:
            quarantine(session, problem.origin, problem.name, problem.reason)
        self.failed.add(problem.origin)
        where = file.where_of(problem.name)
        self.report.failures.append(Failure(problem.name, problem.reason, where))
        self.report.count(Outcome.FAILED)
        file.settle(Outcome.FAILED)

    def _count(self, seen: Understood, file: OneFile) -> None:
        self.report.count(seen.outcome, seen.reader)
        self.report.foreign += sum(article.language != "en" for article in seen.articles)
        self.report.doubt(seen.name, file.where_of(seen.name), seen.warnings)
        file.settle(seen.outcome)
        if self.tell:
            self.tell(seen)


def _hash_of(found: SourceDocument | Unread) -> str:
    if isinstance(found, SourceDocument):
        return found.sha256
    return hashlib.sha256(found.content).hexdigest()
