"""The archive's own search, measured: building, serving, and changing an index."""

import pickle
import resource
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from app.domain.gazetteer import EMPTY
from app.domain.search import IndexEntry, SearchEngine, SearchQuery
from app.index.engine import open_engine
from app.index.words import forms
from app.index.writer import rebuild, update
from benchmarks.corpus import Question, entries, questions
from benchmarks.search_hostile import hostile

#: Records that the queries are made from: their words are as frequent as in all.
SAMPLE = 20_000

#: Times each query is asked when warm; the least is taken.
PASSES = 3


@dataclass(frozen=True)
class Built:
    """An index was built: records a processor second, and megabytes at most."""

    count: int
    words: int
    rate: float
    memory: float


@dataclass(frozen=True)
class Served:
    """Processor milliseconds by query, and megabytes of the process."""

    opening: float
    first: list[float]
    warm: dict[str, float]
    hostile: dict[str, float]
    memory: float  # when the usual ones were answered
    most_memory: float  # when the hostile ones were, too


def build(scratch: Path, folder: Path, count: int) -> Built:
    """Builds an index of `count` records in `scratch`, and the queries to ask of it."""
    source = _Timed(entries(folder, count))
    words: Counter[str] = Counter()
    sample: list[IndexEntry] = []
    texts = sqlite3.connect(scratch / "texts.sqlite")
    texts.execute("create table texts(permalink text primary key, text text) without rowid")

    def kept() -> Iterator[IndexEntry]:
        for entry in source:
            started = time.process_time()
            texts.execute("insert into texts values(?, ?)", (entry.permalink, entry.text))
            if len(sample) < SAMPLE:
                sample.append(entry)
                words.update(forms(entry.text))
            source.spent += time.process_time() - started
            yield entry

    started = time.process_time()
    rebuild(scratch / "index", kept(), "bench")
    spent = time.process_time() - started - source.spent
    texts.commit()
    commonest = [word for word, _ in words.most_common(3000) if word]
    asked = questions(sample), hostile(commonest, count), sample[:50]
    (scratch / "questions").write_bytes(pickle.dumps(asked))
    return Built(count, len(words), count / spent, memory())


class _Timed:
    """Entries, and the processor time it took to make them, which is no part of indexing."""

    def __init__(self, held: Iterator[IndexEntry]) -> None:
        self._held, self.spent = held, 0.0

    def __iter__(self) -> Iterator[IndexEntry]:
        while True:
            started = time.process_time()
            entry = next(self._held, None)
            self.spent += time.process_time() - started
            if entry is None:
                return
            yield entry


def serve(scratch: Path) -> Served:
    """Asks all queries in this fresh process, then again, then what a hostile reader may ask."""
    engine = open_engine(scratch / "index", EMPTY)
    started = time.process_time()
    engine.search(SearchQuery("opened"))
    opening = (time.process_time() - started) * 1000
    asked, worst, _ = _questions(scratch)
    page = own_page(engine, scratch / "texts.sqlite")
    first = [page(one) for one in asked]
    warm = least_of(page, asked)
    held = memory()
    spent = {f"{one.key[:60]} {one.query.sort} {one.query.page}": page(one) for one in worst}
    return Served(opening, first, warm, spent, held, memory())


def change(scratch: Path) -> tuple[float, list[float]]:
    """Processor milliseconds until fifty new records are found: the first time, and others."""
    engine = open_engine(scratch / "index", EMPTY)
    engine.search(SearchQuery("opened"))
    _, _, sample = _questions(scratch)
    spent = []
    for number in range(12):
        new = [replace(one, permalink=f"n{number:02d}{one.permalink[3:]}") for one in sample]
        started = time.process_time()
        update(scratch / "index", (), new, f"bench-{number}")
        assert engine.search(SearchQuery("opened")).complete
        spent.append((time.process_time() - started) * 1000)
    return spent[0], spent[1:]


def own_page(engine: SearchEngine, texts: Path) -> Callable[[Question], float]:
    """A results page: hits, total, all facets, and the words marked; its milliseconds.

    The words come from a database, as on the site; reading them is not search and not timed.
    """
    held = sqlite3.connect(texts)

    def page(question: Question) -> float:
        started = time.thread_time()
        hits = engine.search(question.query)
        spent = time.thread_time() - started
        shown = [
            held.execute("select text from texts where permalink = ?", (hit.permalink,)).fetchone()
            for hit in hits.hits
        ]
        started = time.thread_time()
        for (text,) in shown:
            engine.cut(text, question.query)
        return (spent + time.thread_time() - started) * 1000

    return page


def least_of(page: Callable[[Question], float], asked: Iterable[Question]) -> dict[str, float]:
    """The least of some passes, by query."""
    least: dict[str, float] = {}
    questions_asked = list(asked)
    for _ in range(PASSES):
        for one in questions_asked:
            spent = page(one)
            least[one.key] = min(spent, least.get(one.key, spent))
    return least


def _questions(scratch: Path) -> tuple[list[Question], list[Question], list[IndexEntry]]:
    made: tuple[list[Question], list[Question], list[IndexEntry]] = pickle.loads(
        (scratch / "questions").read_bytes()
    )
    return made


def first_questions(folder: Path, count: int) -> list[Question]:
    """The queries for an archive of `count` records."""
    return questions(list(islice(entries(folder, count), SAMPLE)))


def memory() -> float:
    """The most memory this process has had, in megabytes."""
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1_000_000
