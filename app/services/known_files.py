"""Which files need not be read again, and how far each file that is read has come."""

from dataclasses import dataclass, field
from pathlib import Path

from app.archive import Archive
from app.errors import UnreadableDocument
from app.models.ingest_run import KnownFile
from app.reading.found import FoundFile
from app.reading.source import Limits
from app.services.reports import Outcome
from app.storage.known_files import known_file, remember_files

#: Files that are remembered in one transaction: one that is forgotten is only read again.
_BATCH = 200


@dataclass(slots=True, eq=False)
class OneFile:
    """A file of a run and what became of its documents; `where` is its name as it was asked for.

    `digest` is None until it was worked out, and where it cannot be.
    """

    found: FoundFile
    where: str
    digest: str | None = None
    size: int = 0
    waiting: int = 0  # documents of it that are on their way
    is_read: bool = False  # whether all its documents are known
    has_failed: bool = False
    address: str | None = None  # of a page on the web, in place of a path
    unchanged: int = 0
    duplicates: int = 0
    _credited: int = 0  # bytes that were counted as done

    @classmethod
    def of(cls, found: FoundFile, where: str) -> "OneFile":
        """A file whose documents are still to come."""
        return cls(found, where, size=found.size)

    @classmethod
    def nowhere(cls, path: Path, name: str, where: str) -> "OneFile":
        """Something at a path that cannot be looked into."""
        return cls(FoundFile(path, name), where)

    @classmethod
    def on_the_web(cls, address: str) -> "OneFile":
        """A page that is fetched; whether it changed is seen when it is here."""
        return cls(FoundFile(Path(), address), address, address=address)

    @property
    def origin(self) -> str:
        """Where it is."""
        return self.address or str(self.found.path)

    @property
    def is_done(self) -> bool:
        """Whether all its documents are stored, or have failed."""
        return self.is_read and not self.waiting

    def origin_of(self, name: str) -> str:
        """Where a part of it is, by the part's name: "lines.jsonl, line 4"."""
        return self.origin + self._rest(name)

    def where_of(self, name: str) -> str:
        """A part's name with the folder, as it was asked for."""
        return self.where + self._rest(name)

    def _rest(self, name: str) -> str:
        own = self.found.name
        return name.removeprefix(own) if name.startswith(own) else f"#{name}"

    def settle(self, outcome: Outcome) -> None:
        """Notes what became of one of its documents."""
        if outcome is Outcome.FAILED:
            self.has_failed = True
        elif outcome is Outcome.DUPLICATE:
            self.duplicates += 1
        else:
            self.unchanged += 1  # as a second reading will find it

    def credit(self, content: int) -> int:
        """How many bytes of it are done that were not before, `content` more of them read."""
        before = self._credited
        self._credited = self.size if self.is_done else min(self.size, before + content)
        return self._credited - before


@dataclass(slots=True)
class KnownFiles:
    """The files that were read whole before, with the same program and knowledge."""

    archive: Archive
    made_with: str
    _new: list[KnownFile] = field(default_factory=list)

    def unchanged(self, file: OneFile, limits: Limits) -> KnownFile | None:
        """What is known of a file whose bytes are those that were read before, else None.

        Works out its digest, before anything of it is read: where it is written to meanwhile,
        the next run will see a difference.
        """
        if file.size > limits.unpacked:
            return None
        try:
            file.digest = file.found.digest()
        except UnreadableDocument:
            return None  # which its reader will say
        with self.archive.session() as session:
            known = known_file(session, file.origin)
        same = known is not None and known.digest == file.digest
        return known if known and same and known.made_with == self.made_with else None

    def add(self, file: OneFile) -> None:
        """Remembers a file that was read whole without a failure."""
        if file.digest is None or file.has_failed:
            return
        self._new.append(
            KnownFile(
                path=file.origin,
                size=file.size,
                digest=file.digest,
                made_with=self.made_with,
                unchanged=file.unchanged,
                duplicates=file.duplicates,
            )
        )
        if len(self._new) >= _BATCH:
            self.remember()

    def remember(self) -> None:
        """Stores what was added."""
        if self._new:
            with self.archive.transaction() as session:
                remember_files(session, self._new)
            self._new.clear()
