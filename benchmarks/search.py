"""How fast search is: `python -m benchmarks.search [--text FOLDER] [--count 240000]`.

Builds an index of records made from real sentences, asks 300 queries, and asks the same of other
engines in the same run, so that the ratios hold whatever else the machine does. Each step has a
process to itself. Times are processor milliseconds of one thread, 50th and 95th percentile; "warm"
is each query's least of three, which other work on the machine changes little.
"""

import argparse
import importlib.util
import statistics
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import SEEDS
from benchmarks.rivals import RIVALS, Measured, measure
from benchmarks.search_engine import Built, Served, build, change, serve
from benchmarks.search_site import over_http

#: Records that the other engines are measured on at most: some build slowly.
RIVAL_COUNT = 240_000

#: How many times our p95 theirs must be at least: tantivy, compiled, may be three times quicker.
RATIOS = {"whoosh as it comes": 40.0, "SQLite FTS5": 10.0, "tantivy": 1 / 3}

_Value = TypeVar("_Value")


def main() -> int:
    """Measures and prints; 1 where another engine is quicker beside ours than it may be."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--text", type=Path, default=None, help="folder of .txt news to draw from")
    asked.add_argument("--count", type=int, default=None, help="records; 2,000 without --text")
    asked.add_argument("--rivals", type=int, default=1, help="0 leaves the other engines out")
    asked.add_argument("--http", type=int, default=1, help="0 leaves the running site out")
    options = asked.parse_args()
    folder = options.text or SEEDS
    count = options.count or (240_000 if options.text else 2_000)
    with tempfile.TemporaryDirectory() as scratch:
        missed = _measure(Path(scratch), folder, count, bool(options.rivals), bool(options.http))
    return int(missed and count >= RIVAL_COUNT)


def _measure(scratch: Path, folder: Path, count: int, rivals: bool, http: bool) -> bool:
    _told_build(_alone(build, scratch, folder, count), folder)
    served = _alone(serve, scratch)
    _told_service(served)
    first, others = _alone(change, scratch)
    _line("50 new findable, ms", statistics.median(others), "100")
    _line("  the first after the start", first, "")
    if http:
        spent = _alone(over_http, scratch / "site", folder, count)
        _pair("through HTTP and JSON, wall", spent, "p95 25")
    missed = False
    if rivals and count <= RIVAL_COUNT:
        for name in RIVALS:
            if name == "tantivy" and not importlib.util.find_spec("tantivy"):
                print(f"{name:30} is not installed: make setup-dev")
                continue
            measured = _alone(measure, name, scratch, folder, count)
            missed |= _ratio(name, measured, served.warm) < RATIOS[name]
    return missed


def _alone(work: Callable[..., _Value], *given: object) -> _Value:
    """What `work` gives back, done in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _told_build(built: Built, folder: Path) -> None:
    print(
        f"{built.count:,} records, {built.words:,} different words: sentences of {folder.name}, "
        "drawn anew.\nThe vocabulary does not grow with the records as it would in life, so words "
        "that begin or\nare spelt alike are few: prefixes and misspellings are flattered."
    )
    wanted = "2,000" if built.count <= 20_000 else "2,000 at 20,000"
    _line("rebuild, records a second", built.rate, wanted)
    _line("  memory of the rebuild, MB", built.memory, "")


def _told_service(served: Served) -> None:
    _line("open, ms", served.opening, "")
    _pair("first pass", served.first, "p95 20; 40 at 1,000,000")
    _pair("page, warm", served.warm, "p50 1, p95 5; p95 40 at 1,000,000")
    _line("worst of them, ms", max(*served.first, *served.warm.values()), "500")
    worst = max(served.hostile, key=lambda asked: served.hostile[asked])
    _line(f"worst of {len(served.hostile)} hostile ones, ms", served.hostile[worst], "500")
    print(f"  which is {worst}")
    _line("memory of a process, MB", served.memory, "500; 1,800 at 1,000,000")
    _line("  after the hostile ones, MB", served.most_memory, "")


def _ratio(name: str, rival: Measured, own: dict[str, float]) -> float:
    """The rival's p95 by ours, over the queries that both were asked; printed with its times."""
    ours = [own[asked] for asked in rival.spent]
    theirs = list(rival.spent.values())
    ratio = p95(theirs) / p95(ours)
    print(
        f"{name:30} p50 {statistics.median(theirs):8.2f}  p95 {p95(theirs):8.2f}"
        f"  {ratio:.2f} times ours (wanted {RATIOS[name]:.2f} at {RIVAL_COUNT:,});"
        f" builds {rival.rate:,.0f} a second",
        flush=True,
    )
    return ratio


def _pair(name: str, spent: dict[str, float] | list[float], wanted: str) -> None:
    held = list(spent.values()) if isinstance(spent, dict) else spent
    print(f"{name:30} p50 {statistics.median(held):8.2f}  p95 {p95(held):8.2f}  (wanted {wanted})")


def _line(name: str, value: float, wanted: str) -> None:
    print(f"{name:30} {value:12,.1f}  {f'(wanted {wanted})' if wanted else ''}", flush=True)


def p95(spent: list[float]) -> float:
    """The 95th percentile."""
    return sorted(spent)[int(len(spent) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
