"""Whoosh's own searcher reads the same index and counts the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from whoosh import index, query

from app.domain.search import SearchQuery
from app.index.fields import WORD_FIELDS
from app.index.generations import read_manifest
from app.index.writer import update
from tests.unit.index.held import entry, whoosh_engine

WORDS = [
    f"{first}{second}"
    for first in ("wal", "por", "fer", "gul")
    for second in ("ba", "do", "ki", "mu")
]


def anywhere(word: str) -> query.Query:
    return query.Or([query.Term(field, word) for field in WORD_FIELDS])


def starting(prefix: str) -> query.Query:
    return query.Or([query.Prefix(field, prefix) for field in WORD_FIELDS])


CASES = {
    '"walba"': anywhere("walba"),
    '"walba" "pordo"': query.And([anywhere("walba"), anywhere("pordo")]),
    '"walba" OR "gulmu"': query.Or([anywhere("walba"), anywhere("gulmu")]),
    '"walba" -"pordo"': query.And([anywhere("walba"), query.Not(anywhere("pordo"))]),
    '("ferki" OR "ferba") -"gulmu"': query.And(
        [query.Or([anywhere("ferki"), anywhere("ferba")]), query.Not(anywhere("gulmu"))]
    ),
    "wal*": starting("wal"),
    'por* "gulmu"': query.And([starting("por"), anywhere("gulmu")]),
}


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_those_of_whooshs_own_searcher(tmp_path: Path, seed):
    draw = random.Random(seed)

    def held(number: int):
        return entry(
            " ".join(draw.choices(WORDS, k=draw.randint(1, 12))),
            permalink=f"p{number:04d}",
            headline=" ".join(draw.choices(WORDS, k=2)),
            speaker_names=draw.choice(WORDS),
        )

    engine = whoosh_engine(tmp_path, [held(number) for number in range(300)])
    gone = [f"p{number:04d}" for number in range(0, 300, 7)]
    update(tmp_path / "index", gone, [held(number) for number in range(300, 340)], "two")
    folder = read_manifest(tmp_path / "index").folder(tmp_path / "index")
    stock = index.open_dir(str(folder), indexname="statement", readonly=True)

    with stock.searcher() as searcher:
        for text, tree in CASES.items():
            found = searcher.search(tree, limit=None, optimize=False)
            assert engine.search(SearchQuery(text)).total == len(set(found.docs())), text
