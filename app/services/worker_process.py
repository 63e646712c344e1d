"""What runs in a worker process: one task after another, until whoever started it is gone."""

import ctypes
import gc
import pickle
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

#: What a worker does with a task.
Work = Callable[[Any], Any]

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first message: it can be given tasks."""


@dataclass(frozen=True, slots=True)
class Orders:
    """The first message to a worker. `memory` is the bytes of address space it may take.

    `prepare` makes its function; both are pickled, so they are functions of modules.
    """

    prepare: Callable[[], Work]
    memory: int


def serve(descriptor: int) -> None:
    """Works off the tasks that come over a connection; ends when the other side closes it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the starter is stopped, and then stops us
    _die_with_starter()
    with Connection(descriptor) as line:
        try:
            _work(line)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _work(line: Connection) -> None:
    orders: Orders = line.recv()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    work = orders.prepare()
    # A model is hundreds of thousands of objects that stay: the collector need not look at them.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    # Only now: a model that cannot be loaded for want of memory would look like a missing one.
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (orders.memory, hard))
    line.send(Ready())
    while True:
        task = pickle.loads(line.recv_bytes())  # noqa: S301 - from the process that started us
        line.send_bytes(pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL))


def _die_with_starter() -> None:
    # Where the starter is killed while a task runs for ever, nothing else would end this one.
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
