"""Files -> statements in database and index; bad ones are counted, kept and never stop a run."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.archive import Archive, open_for_writing
from app.config import Settings
from app.domain.gazetteer import Gazetteer
from app.errors import UnreadableDocument
from app.reading.found import FoundFile, find_files, total_size
from app.reading.registry import look_into
from app.reading.source import Limits
from app.services.correction_files import import_corrections
from app.services.fingerprint import made_with
from app.services.finish import finish
from app.services.in_order import InOrder
from app.services.intake import Intake
from app.services.known_files import KnownFiles, OneFile
from app.services.ledger_files import import_addresses
from app.services.pages import Pages
from app.services.reindex import bring_up_to_date
from app.services.reports import IngestReport, Outcome, Standing, Watch
from app.services.seed import seed
from app.services.understood import Understood
from app.services.workers import Pool, cores
from app.services.working import Worker, prepared
from app.storage.decided import with_decisions
from app.storage.documents import release_mended
from app.storage.runs import count_archive, record_run

#: Told of each document that could be read: what was understood of it.
Tell = Callable[[Understood], None]

#: Makes what reads, parses and extracts; tests put one in its place that dies or hangs.
make_worker: Callable[[Gazetteer, str], Worker] = Worker


def ingest(
    settings: Settings,
    paths: Sequence[Path],
    *,
    addresses: Path | None = None,
    corrections: Path | None = None,
    pages: Pages | None = None,
    names: Mapping[Path, str] | None = None,
    watch: Watch | None = None,
    tell: Tell | None = None,
) -> IngestReport:
    """Reads files and folders into the archive, which is made where there is none.

    Each document is one transaction. Doing it twice changes nothing; a run that was broken off
    is completed by the next. The outcome does not depend on how many processes share the work.
    `addresses` is the exported ledger of an archive that is being rebuilt, `corrections` are the
    exported corrections, `pages` are fetched from the web, `names` says what files are called that
    were first met in a folder; `tell` is told what was understood of each document, `watch` how
    far the run has come. Raises ArchiveBusy, ArchiveUnavailable or
    KnowledgeError before anything is changed.
    """
    started = time.monotonic()
    with open_for_writing(settings, "ingest", create=True) as archive, ExitStack() as stack:
        archive = replace(archive, gazetteer=seed(archive))
        if addresses is not None:
            import_addresses(archive, addresses)
        notes = import_corrections(archive, corrections).notes() if corrections else []
        run = _Run(archive, stack, watch, tell)
        run.report.notes += notes
        run.read(paths, names or {})
        if pages is not None:
            run.fetch(pages)
        run.files.remember()
        stack.close()  # the workers have done their part
        run.end()
        run.report.seconds = time.monotonic() - started
        return run.report


class _Run:
    def __init__(
        self, archive: Archive, stack: ExitStack, watch: Watch | None, tell: Tell | None
    ) -> None:
        settings = archive.settings
        made = made_with(settings, archive.gazetteer)
        # A decision of a curator is no reason to read everything again, so it comes after.
        with archive.session() as session:
            archive = replace(archive, gazetteer=with_decisions(session, archive.gazetteer))
        self.archive, self.watch = archive, watch
        self.standing, self.report = Standing(), IngestReport()
        worker = make_worker(archive.gazetteer, settings.language_model)
        pool = _pool(settings, worker)
        if pool is not None:
            stack.enter_context(pool)
        self.limits = Limits(settings.max_document_bytes, settings.max_unpacked)
        self.files = KnownFiles(archive, made)
        self.intake = Intake(archive, made, InOrder(worker, pool), self.files, self.report, tell)

    def read(self, paths: Sequence[Path], names: Mapping[Path, str]) -> None:
        """Takes in every document under some paths; `names` are what files of them are called."""
        absolute = [Path(os.path.abspath(path)) for path in paths]  # links are the reader's matter
        if self.watch:
            self.standing.total = total_size(absolute)
        for asked, path in zip(paths, absolute, strict=True):
            for found in find_files(path, names.get(path)):
                self._read_file(found, asked, path)
            self._take(everything=True)
            # What could not be read before and was not met again, was mended or is gone.
            with self.archive.transaction() as session:
                release_mended(session, str(path), self.intake.failed)

    def fetch(self, pages: Pages) -> None:
        """Takes in pages from the web, one after the other."""
        for address in pages.addresses:
            self.report.files += 1
            file = OneFile.on_the_web(address)
            for each in pages.found_at(address, self.limits):
                self.intake.offer(each, file)
                self._take()
            self.intake.close(file)
            self._take(everything=True)
            with self.archive.transaction() as session:
                release_mended(session, address, self.intake.failed)

    def end(self) -> None:
        """Settles what hangs on other articles, and brings the index up to date."""
        self._tell_standing("putting together")
        finish(self.archive, self.files.made_with)
        self._tell_standing("indexing")
        self.report.notes += bring_up_to_date(self.archive)
        with self.archive.session() as session:
            self.report.articles, self.report.statements = count_archive(session)
        counts = self.report.counts
        if any(counts[outcome] for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.FAILED)):
            with self.archive.transaction() as session:
                started = self.intake.started_at
                record_run(session, started, {o.value: counts[o] for o in Outcome})

    def _read_file(self, found: FoundFile | UnreadableDocument, asked: Path, path: Path) -> None:
        self.report.files += 1
        if isinstance(found, UnreadableDocument):
            file = OneFile.nowhere(path / found.name, found.name, str(asked / found.name))
            self.intake.offer(found, file)
            self.intake.close(file)
            return
        # As it was asked for, which is what a person looks for: not the absolute path.
        file = OneFile.of(found, str(asked / found.path.relative_to(path)))
        if known := self.files.unchanged(file, self.limits):
            self.intake.count_known(file, known)
            self.standing.done += file.size
        else:
            for each in look_into(found, self.limits):
                self.intake.offer(each, file)
                self._take()
        self.intake.close(file)
        self._take()

    def _take(self, *, everything: bool = False) -> None:
        for entry in self.intake.take(everything=everything):
            self.standing.done += entry.file.credit(len(entry.content))
            self.standing.name = entry.name
            self._tell_standing("reading")

    def _tell_standing(self, phase: str) -> None:
        if self.watch is None:
            return
        report, standing = self.report, self.standing
        standing.phase, standing.statements = phase, report.found
        standing.documents = report.counts.total()
        standing.failures = report.counts[Outcome.FAILED]
        self.watch(standing)


def _pool(settings: Settings, worker: Worker) -> Pool | None:
    wanted = cores() if settings.ingest_workers is None else settings.ingest_workers
    if wanted == 0:
        return None
    debugging = settings.log_level.upper() == "DEBUG"
    return Pool(partial(prepared, worker, debugging), wanted, settings.ingest_memory)
