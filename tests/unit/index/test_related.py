"""Statements like one another: the rarest words decide, whatever else is held."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.search import EntryType
from app.index.writer import update
from tests.unit.index.held import entry, whoosh_engine

WORDS = [f"{first}{second}wall" for first in "bcdfg" for second in "aeiou"]


@pytest.mark.parametrize("seed", range(6))
def test_the_bound_on_what_is_looked_at_leaves_out_none_of_the_best(tmp_path, seed):
    draw = Random(seed)
    texts = [" ".join(draw.choices(WORDS, range(1, 26), k=6)) for _ in range(300)]
    engine = whoosh_engine(
        tmp_path, [entry(text, permalink=f"s{n}") for n, text in enumerate(texts)]
    )

    whole = {n: engine.related(f"s{n}", 300) for n in range(0, 300, 30)}

    assert {n: engine.related(f"s{n}", 5) for n in whole} == {
        n: alike[:5] for n, alike in whole.items()
    }
    assert sum(map(len, whole.values())) > 300


def test_a_statement_that_was_put_in_anew_is_found_as_it_is_now(tmp_path):
    others = [entry("other") for _ in range(8)]
    made = [entry("harbour wall", permalink="s0"), entry("harbour tolls", permalink="s1")]
    engine = whoosh_engine(tmp_path, [*made, entry("gull eggs", permalink="s2"), *others])

    update(tmp_path / "index", [], [entry("gull counts", permalink="s0")], "test")

    assert engine.related("s0", 3) == ["s2"]


def test_a_statement_taken_out_is_like_nothing(tmp_path):
    made = [entry("harbour wall", permalink=f"s{n}") for n in range(3)]
    engine = whoosh_engine(tmp_path, [*made, entry("harbour tolls"), entry("other")])
    update(tmp_path / "index", ["s1"], [], "test")

    shelf = engine._current()[EntryType.STATEMENT]

    assert engine.related("s1", 3) == []
    assert (shelf.record("s0"), shelf.record("s1"), shelf.record("nobody")) == (0, None, None)
