"""Many readers and one writer at once: no wrong answer, and each commit seen at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from app.domain.gazetteer import EMPTY
from app.domain.search import SearchQuery
from app.index.engine import open_engine
from app.index.writer import rebuild, update
from tests.unit.index.held import entry, whoosh_engine

QUERIES = [
    "harbour",
    '"harbour wall"',
    "harb* -ferry",
    "wall OR ferry",
    "ferry~",
    "speaker:ruiz wall",
    "harbour NEAR/3 wall",
    "",
]
SEARCHES = 10_000


def held(number: int):
    return entry(
        "The harbour wall and the ferry" if number % 2 else "The harbour wall",
        permalink=f"h{number:09d}",
        speaker="ana-ruiz",
        speaker_names="Ana Ruiz",
        said="2011-05-05",
    )


def test_eight_threads_search_ten_thousand_times_while_a_writer_commits(tmp_path):
    engine = whoosh_engine(tmp_path, [held(number) for number in range(200)])
    expected = {query: engine.search(SearchQuery(query)).total for query in QUERIES}
    commits, stop = [0], threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            update(tmp_path / "index", (), [held(number % 200)], f"{number}")
            commits[0] = number

    def search(start: int) -> int:
        for number in range(SEARCHES // 8):
            query = QUERIES[(start + number) % len(QUERIES)]
            hits = engine.search(SearchQuery(query))
            assert hits.total == expected[query], query
            assert len(hits.hits) == min(hits.total + hits.partial_total, 20)
        return SEARCHES // 8

    writing = threading.Thread(target=write)
    writing.start()
    try:
        with ThreadPoolExecutor(8) as pool:
            done = sum(pool.map(search, range(8)))
    finally:
        stop.set()
        writing.join()

    assert done == SEARCHES
    assert commits[0] > 3


def test_what_was_stored_is_found_by_other_engines_at_once(tmp_path):
    engine = whoosh_engine(tmp_path, [held(1)])
    other = open_engine(tmp_path / "index", EMPTY)
    other.search(SearchQuery("x"))

    update(tmp_path / "index", ["h000000001"], [entry("gulls")], "two")

    assert other.search(SearchQuery("gulls")).total == 1
    assert other.search(SearchQuery("harbour")).total == 0
    assert engine.search(SearchQuery("gulls")).total == 1


def test_many_small_commits_are_merged_and_nothing_is_lost(tmp_path):
    engine = whoosh_engine(tmp_path, [])
    for number in range(40):
        update(tmp_path / "index", (), [held(number)], f"{number}")

    assert engine.search(SearchQuery("harbour")).total == 40
    assert len(engine._current()[SearchQuery().type].segments) < 12


def test_an_entry_added_again_replaces_the_old_one(tmp_path):
    engine = whoosh_engine(tmp_path, [held(1), held(2)])

    update(tmp_path / "index", (), [entry("gulls", permalink="h000000001")], "two")

    assert engine.search(SearchQuery("")).total == 2
    assert engine.search(SearchQuery("gulls")).total == 1


def test_a_rebuild_holds_what_it_was_given_however_many_segments_it_makes(tmp_path, monkeypatch):
    monkeypatch.setattr("app.index.writer.BLOCK", 10)
    rebuild(tmp_path / "index", [held(number) for number in range(35)], "one")
    engine = open_engine(tmp_path / "index", EMPTY)

    assert engine.search(SearchQuery("harbour")).total == 35
    assert engine.search(SearchQuery('"the ferry"')).total == 17
