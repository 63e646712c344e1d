"""What a piece of work costs: CPU time of this thread alone, or how much is asked of argon2."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from argon2 import PasswordHasher, extract_parameters


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes; other threads, processes and the collector do not count.

    In a run of thousands of tests one full collection takes seconds. A bound on this still has to
    be far from what is usual: it is there for work that would take minutes.
    """
    gc.disable()
    start = time.thread_time()
    try:
        work()
        return time.thread_time() - start
    finally:
        gc.enable()


class CountedHasher:
    """Argon2 at its usual costs, with a list of the costs of every hash it was made to compute."""

    def __init__(self) -> None:
        self.costs: list[object] = []
        self._hasher = PasswordHasher()

    def hash(self, password: str) -> str:
        made = self._hasher.hash(password)
        self.costs.append(extract_parameters(made))
        return made

    def verify(self, kept: str, password: str) -> bool:
        self.costs.append(extract_parameters(kept))
        return self._hasher.verify(kept, password)
