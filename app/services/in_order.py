"""Gives tasks to workers and takes what they made of them, in the order the tasks came in."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.domain.documents import SourceDocument
from app.services.known_files import OneFile
from app.services.understood import Understood
from app.services.workers import Pool, Ticket
from app.services.working import Result, Task, Unreadable, Work

#: Tasks under way for each worker: enough that none waits for the one that takes longest.
_FOR_EACH = 8

#: Bytes of sources under way at once; bounds the memory of this process.
_MOST_BYTES = 40_000_000

#: Seconds that a document may take, and so many bytes more for each further second: a tenth of
#: what the language model reads on an idle processor.
_PATIENCE, _BYTES_A_SECOND = 120.0, 2_000

#: What became of one document, decided by a worker or before one was asked.
Settled = Result | Understood


@dataclass(slots=True, eq=False)
class Entry:
    """One document of a file on its way in, or what is known of it already (`results`).

    `key` is the hash of its bytes. An entry with neither ticket nor results has to wait until
    those before it are stored.
    """

    file: OneFile
    task: Task | None = None
    key: str = ""
    results: list[Settled] | None = None
    ticket: Ticket | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.task.name if self.task else self.file.where

    @property
    def content(self) -> bytes:
        """The bytes of its source."""
        return self.task.content if self.task else b""

    @property
    def is_waiting(self) -> bool:
        """Whether a worker has it still."""
        return self.ticket is not None and not self.ticket.done

    def settled(self) -> list[Settled] | None:
        """What became of it; None where nobody was asked yet."""
        if self.ticket is None or self.task is None:
            return self.results
        if self.ticket.broken:
            return [Unreadable(self.task.name, self.task.origin, self.ticket.broken)]
        results: list[Settled] = self.ticket.result
        return results


@dataclass(slots=True)
class InOrder:
    """The documents on their way in, first come, first out; without a pool, done at once."""

    work: Work
    pool: Pool | None
    _entries: deque[Entry] = field(default_factory=deque)
    _bytes: int = 0

    def start(self, entry: Entry) -> None:
        """Gives an entry's task to a worker; its results come later."""
        assert entry.task is not None
        if self.pool is None:
            entry.results = [*self.work(entry.task)]
            return
        patience = _PATIENCE + len(entry.content) / _BYTES_A_SECOND
        entry.ticket = self.pool.submit(_sent(entry.task), patience)

    def wait_for(self, entry: Entry) -> None:
        """Waits until a worker is done with an entry."""
        while entry.is_waiting and self.pool is not None:
            self.pool.look(1.0)

    def put(self, entry: Entry) -> None:
        """Takes an entry in behind the others."""
        self._entries.append(entry)
        self._bytes += len(entry.content)

    def take(self, *, everything: bool = False) -> Iterator[Entry]:
        """The entries that are done, as far as none before them is still on its way.

        Waits for the first where too many are under way, and for all to take `everything`.
        """
        if self.pool is not None and self._entries:
            self.pool.look(0)
        while self._entries:
            first = self._entries[0]
            if first.is_waiting:
                if not (everything or self._is_full()):
                    return
                self.wait_for(first)
            self._entries.popleft()
            self._bytes -= len(first.content)
            yield first

    def _is_full(self) -> bool:
        most = _FOR_EACH * (self.pool.most if self.pool else 1)
        return len(self._entries) >= most or self._bytes > _MOST_BYTES


def _sent(task: Task) -> Task:
    # A document that was read already is not read again: its bytes stay here.
    return replace(task, content=b"") if isinstance(task, SourceDocument) else task
