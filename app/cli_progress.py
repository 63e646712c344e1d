"""What a long command shows while it runs: a bar in a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

from app.domain.counting import counted
from app.services.reports import Standing, Watch

#: Seconds between two lines where stderr is no terminal.
_BETWEEN_LINES = 30.0


class Pace:
    """How fast a run is and how long it will take, in words."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def words(self, standing: Standing) -> str:
        """ "1,200 documents (5.1 a second), 18,000 statements, 3 failed, about 0:04:10 left"."""
        elapsed = max(time.monotonic() - self._started, 0.001)
        rate = standing.documents / elapsed
        parts = [
            f"{counted(standing.documents, 'document')} ({rate:,.1f} a second)",
            counted(standing.statements, "statement"),
        ]
        if standing.failures:
            parts.append(f"{standing.failures:,} failed")
        if standing.phase != "reading":
            parts.append(standing.phase)
        elif 0 < standing.done < standing.total:
            left = elapsed * (standing.total - standing.done) / standing.done
            parts.append(f"about {timedelta(seconds=round(left))} left")
        return ", ".join(parts)


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watch | None]:
    """Shows on stderr how far a run has come; nothing at all where that is not wanted."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Watch]:
    pace = Pace()
    columns = (SpinnerColumn(), BarColumn(), TaskProgressColumn())
    words = TextColumn("{task.description}", markup=False)
    with Progress(*columns, words, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking for files", total=None)

        def watch(standing: Standing) -> None:
            total, done = standing.total or None, standing.done
            bar.update(task, total=total, completed=done, description=pace.words(standing))

        yield watch


def _lines() -> Watch:
    pace, told = Pace(), time.monotonic()

    def watch(standing: Standing) -> None:
        nonlocal told
        if time.monotonic() - told > _BETWEEN_LINES:
            told = time.monotonic()
            print(f"onrecord: {pace.words(standing)}", file=sys.stderr, flush=True)

    return watch


def counting(thing: str, things: str | None = None) -> Callable[[int, int], None]:
    """Shows on stderr how many of how many are done, how fast, and how long the rest will take."""
    started, told = time.monotonic(), 0.0
    terminal = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told < (1.0 if terminal else _BETWEEN_LINES) and done < total:
            return
        told = now
        rate = done / max(now - started, 0.001)
        left = timedelta(seconds=round(max(total - done, 0) / rate)) if rate else "unknown time"
        words = (
            f"{done:,} of {counted(total, thing, things)} ({rate:,.0f} a second), about {left} left"
        )
        ending = "\r" if terminal and done < total else "\n"
        print(f"onrecord: {words}", end=ending, file=sys.stderr, flush=True)

    return tell
