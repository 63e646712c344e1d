"""How fast search is: `python -m benchmarks.search [--text FOLDER] [--count 240000]`.

Builds an index of records made from real sentences, asks 300 queries, and asks the same of other
engines in the same run, so that the ratios hold whatever else the machine does. Times are
processor milliseconds of one thread: 50th and 95th percentile.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from app.domain.gazetteer import EMPTY
from app.domain.search import IndexEntry, SearchEngine, SearchQuery
from app.index.engine import open_engine
from app.index.words import forms
from app.index.writer import rebuild, update
from benchmarks.corpus import SEEDS, Question, entries, questions
from benchmarks.rivals import Page, rivals

#: Records that the other engines are measured on: they build slowly.
RIVAL_COUNT = 240_000


def main() -> None:
    """Measures and prints."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--text", type=Path, default=None, help="folder of .txt news to draw from")
    asked.add_argument("--count", type=int, default=None, help="records; 2,000 without --text")
    asked.add_argument("--rivals", type=int, default=1, help="0 leaves the other engines out")
    options = asked.parse_args()
    folder = options.text or SEEDS
    count = options.count or (240_000 if options.text else 2_000)
    with tempfile.TemporaryDirectory() as scratch:
        _measure(Path(scratch), folder, count, bool(options.rivals))


def _measure(scratch: Path, folder: Path, count: int, compare: bool) -> None:
    held = list(entries(folder, count))
    vocabulary = {form for one in held for form in forms(one.text)}
    print(f"{count:,} records, {len(vocabulary):,} different words, text from {folder.name}")
    started = time.process_time()
    rebuild(scratch / "index", held, "bench")
    _line("rebuild, records a second", count / (time.process_time() - started), "2,000")
    engine = open_engine(scratch / "index", EMPTY)
    started = time.process_time()
    engine.search(SearchQuery("opened"))
    _line("open, ms", (time.process_time() - started) * 1000, "")
    queries = questions(held)
    texts = {one.permalink: one.text for one in held}

    def page(question: Question) -> int:
        return own_page(engine, texts, question.query)

    first = timed(page, queries)
    _pair("first pass", first, "p95 20")
    own = timed(page, queries)
    _pair("page, warm", own, "p50 1, p95 5")
    _line("worst of them, ms", max(*first, *own), "500")
    _worst(engine)
    _commit(scratch / "index", engine, held)
    _line("memory of this process, MB", _memory(), "records are held too")
    if compare:
        _compare(scratch, held[:RIVAL_COUNT], queries, own)


def own_page(engine: SearchEngine, texts: dict[str, str], query: SearchQuery) -> int:
    """A results page of this archive: hits, total, all facets, and the words marked."""
    hits = engine.search(query)
    for hit in hits.hits:
        engine.cut(texts[hit.permalink], query)
    return hits.total


def timed(page: Callable[[Question], int], queries: Iterable[Question]) -> list[float]:
    """Processor milliseconds of each page."""
    spent = []
    for question in queries:
        started = time.thread_time()
        page(question)
        spent.append((time.thread_time() - started) * 1000)
    return spent


def _worst(engine: SearchEngine) -> None:
    letters = "abcdefghijklmnoprstuvw"
    hostile = [
        " ".join(f"{a}{b}*" for a in letters for b in "aeiou"),
        " ".join(f"{a}{b}e*" for a in letters for b in "aeiou"),
        " ".join(f"{a}{b}ter~" for a in letters for b in "aeiou"),
        '"the of" OR "of the" OR "in the" OR "to the"',
        " OR ".join(["the", "of", "and", "to", "in", "a"] * 80),
        "the NEAR/50 of a NEAR/50 the",
        "con* OR pre* OR com* OR pro* OR int* OR res*",
        "(" * 2000 + "x",
    ]
    spent = []
    for text in hostile:
        started = time.thread_time()
        engine.search(SearchQuery(text))
        spent.append((time.thread_time() - started) * 1000)
    _line("worst hostile query, ms", max(spent), "500")


def _commit(index_dir: Path, engine: SearchEngine, held: list[IndexEntry]) -> None:
    spent = []
    for number in range(5):
        new = [replace(one, permalink=f"n{number}{one.permalink[2:]}") for one in held[:50]]
        started = time.perf_counter()
        update(index_dir, (), new, f"bench-{number}")
        engine.search(SearchQuery("opened"))
        spent.append((time.perf_counter() - started) * 1000)
    _line("50 new findable, ms (wall)", statistics.median(spent), "100")


def _compare(
    scratch: Path, held: list[IndexEntry], queries: list[Question], own: list[float]
) -> None:
    for name, built in rivals().items():
        started = time.process_time()
        page: Page = built(scratch / name.replace(" ", "-"), held)
        rate = len(held) / (time.process_time() - started)
        usable = [q for q in queries if not (name == "SQLite FTS5" and q.kind == "fuzzy")]
        timed(page, usable[:20])
        spent = timed(page, usable)
        ratio = _p95(spent) / _p95(own)
        print(
            f"{name:30} p50 {statistics.median(spent):8.2f}  p95 {_p95(spent):8.2f}"
            f"  {ratio:.1f} times ours; builds {rate:,.0f} a second"
        )


def _pair(name: str, spent: list[float], wanted: str) -> None:
    print(
        f"{name:30} p50 {statistics.median(spent):8.2f}  p95 {_p95(spent):8.2f}  (wanted {wanted})"
    )


def _line(name: str, value: float, wanted: str) -> None:
    print(f"{name:30} {value:12,.1f}  {f'(wanted {wanted})' if wanted else ''}")


def _p95(spent: list[float]) -> float:
    return sorted(spent)[int(len(spent) * 0.95)]


def _memory() -> float:
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1_000_000


if __name__ == "__main__":
    main()
