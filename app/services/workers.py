"""Processes that work side by side; one that dies or hangs costs a second try, never the run."""

import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from app.errors import ArchiveError
from app.services.worker_process import Orders, Ready, Work

#: Times that a task is tried; what ends a worker twice would end every other.
_TRIES = 2

#: Tasks that a worker holds: the second is there when the first is done.
_AT_HAND = 2

#: Bytes up to which a task is sent to a worker that is busy: they wait in the socket's buffer.
_WAITS = 60_000

#: Seconds that a worker gets to start, on a machine that has other things to do.
_STARTING = 180.0

#: Workers that may end before they were ready, until it is clear that none ever will be.
_FALSE_STARTS = 3

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from app.services.worker_process import serve; serve(int(sys.argv[2]))"
)


@dataclass(slots=True, eq=False)
class Ticket:
    """A task that was given in. When it is `done`, its result is there or why there is none."""

    payload: bytes
    seconds: float  # it may take
    done: bool = False
    result: Any = None
    broken: str | None = None
    tries: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    process: "subprocess.Popen[bytes]"
    line: Connection
    due: float  # when it is given up, by the monotonic clock
    ready: bool = False
    tickets: deque[Ticket] = field(default_factory=deque)


@dataclass(slots=True)
class Pool:
    """At most `most` workers, started as there is work for them; a context that ends them.

    `prepare` is run in each worker and makes its function; `memory` bounds its address space.
    """

    prepare: Callable[[], Work]
    most: int
    memory: int
    _waiting: deque[Ticket] = field(default_factory=deque)
    _workers: list[_Worker] = field(default_factory=list)
    _false_starts: int = 0

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def submit(self, task: object, seconds: float) -> Ticket:
        """Gives in a task that may take so many seconds."""
        ticket = Ticket(pickle.dumps(task, pickle.HIGHEST_PROTOCOL), seconds)
        self._waiting.append(ticket)
        self.look(0)
        return ticket

    def look(self, seconds: float) -> None:
        """Takes what is done, waiting so long at most for something to happen.

        Raises ArchiveError where no worker can be started.
        """
        self._hand_out()
        now = time.monotonic()
        nearest = min((worker.due for worker in self._workers), default=now)
        sentinels: list[Any] = [worker.line for worker in self._workers]
        if sentinels:
            wait(sentinels, max(0.0, min(seconds, nearest - now)))
        for worker in list(self._workers):
            self._receive(worker)
        self._hand_out()

    def _receive(self, worker: _Worker) -> None:
        try:
            while worker.line.poll():
                self._take(worker, pickle.loads(worker.line.recv_bytes()))  # noqa: S301 - ours
        except (EOFError, OSError):
            self._lost(worker, f"the process that read it ended ({_how_it_ended(worker)})")
            return
        if worker.due < time.monotonic():
            spent = f"{worker.tickets[0].seconds:,.0f} seconds" if worker.tickets else "too long"
            self._lost(worker, f"reading it took more than the {spent} allowed")

    def _take(self, worker: _Worker, message: object) -> None:
        if isinstance(message, Ready):
            worker.ready, self._false_starts = True, 0
        else:
            ticket = worker.tickets.popleft()
            ticket.result, ticket.done = message, True
        self._set_due(worker)

    def _set_due(self, worker: _Worker) -> None:
        patience = worker.tickets[0].seconds if worker.tickets else float("inf")
        worker.due = time.monotonic() + patience

    def _lost(self, worker: _Worker, why: str) -> None:
        self._workers.remove(worker)
        _end(worker)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts == _FALSE_STARTS:
                raise ArchiveError(
                    f"the worker processes end before they start ({_how_it_ended(worker)}); set "
                    "ONRECORD_INGEST_WORKERS=0 to read in one process"
                )
            return
        if worker.tickets:
            first = worker.tickets[0]
            first.tries += 1
            if first.tries == _TRIES:
                worker.tickets.popleft()
                first.broken, first.done = f"{why}, {_TRIES} times", True
        self._waiting.extendleft(reversed(worker.tickets))

    def _hand_out(self) -> None:
        while self._waiting:
            worker = self._for(self._waiting[0])
            if worker is None:
                return
            ticket = self._waiting.popleft()
            worker.tickets.append(ticket)
            if len(worker.tickets) == 1:
                self._set_due(worker)
            try:
                worker.line.send_bytes(ticket.payload)
            except OSError:
                self._receive(worker)  # it has just ended, which reading from it tells

    def _for(self, ticket: Ticket) -> _Worker | None:
        """Who is to do a task: somebody idle, somebody new, or whoever has room for one more."""
        ready = [worker for worker in self._workers if worker.ready]
        idle = next((worker for worker in ready if not worker.tickets), None)
        if idle is not None:
            return idle
        starting = len(self._workers) - len(ready)
        if len(self._workers) < self.most and len(self._waiting) > starting:
            self._workers.append(self._start())
        # What ended a worker before is sent alone, so that nothing else suffers with it.
        if ticket.tries or len(ticket.payload) > _WAITS:
            return None
        roomy = [w for w in ready if len(w.tickets) < _AT_HAND and not w.tickets[0].tries]
        return min(roomy, key=lambda worker: len(worker.tickets), default=None)

    def _start(self) -> _Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path)]
            process = subprocess.Popen(  # noqa: S603 - our own interpreter and program
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        line: Connection = Connection(ours.detach())
        line.send(Orders(self.prepare, self.memory))
        return _Worker(process, line, time.monotonic() + _STARTING)


def cores() -> int:
    """How many processes this one may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end(worker: _Worker) -> None:
    worker.line.close()
    if worker.process.poll() is None:
        worker.process.kill()
    worker.process.wait()


def _how_it_ended(worker: _Worker) -> str:
    try:
        code = worker.process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "its line only; it was killed"
    if code >= 0:
        return f"with code {code}"
    try:
        return f"by {signal.Signals(-code).name}"
    except ValueError:
        return f"by signal {-code}"
