"""How often statements are read: a number for each, kept apart from who read them."""

import logging
from collections import Counter
from collections.abc import Callable
from threading import Lock
from time import monotonic

from app.desk import Desk
from app.errors import ArchiveError
from app.storage.reads import add_reads

_log = logging.getLogger(__name__)

#: Reads are written down together, after so many seconds or so many statements.
EVERY_SECONDS, EVERY_STATEMENTS = 60.0, 2_000


class Reads:
    """Counts in memory and writes now and then; what a killed process had counted is lost."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives seconds; it never goes back."""
        self._desk, self._clock = desk, clock
        self._counted: Counter[str] = Counter()
        self._since = clock()
        self._lock = Lock()

    def count(self, permalink: str) -> bool:
        """One read more; whether it is time to `write`."""
        with self._lock:
            self._counted[permalink] += 1
            waited = self._clock() - self._since
            return waited > EVERY_SECONDS or len(self._counted) >= EVERY_STATEMENTS

    def write(self) -> None:
        """Writes down what was counted. Where that cannot be, it is dropped and said in the log."""
        with self._lock:
            counted, self._counted = self._counted, Counter()
            self._since = self._clock()
        if not counted:
            return
        try:
            with self._desk.transaction() as session:
                add_reads(session, counted)
        except ArchiveError as error:
            _log.warning("how often pages were read was not written down: %s", error)
