"""Extraction of the golden articles stays at or above the floors it once reached."""

import pytest

from tests.quality.records import floors
from tests.quality.report import golden_figures

FLOORS = floors()["golden"]

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def figures():
    return golden_figures()


@pytest.mark.parametrize("name", FLOORS)
def test_golden_articles_reach_the_floor(figures, name):
    figure = figures[name]

    assert figure.wanted > 0, f"nothing was counted for {name}"
    assert figure.percent >= FLOORS[name], "\n".join([f"{figure.percent:.1f} %", *figure.misses])


def test_every_floor_of_the_settled_figures_is_asserted():
    assert set(FLOORS) >= {"statements", "quoted", "speaker", "headline", "stated_dates"}
    assert FLOORS["statements"] >= 85
    assert FLOORS["quoted"] >= 90
    assert FLOORS["speaker"] >= 90
    assert FLOORS["headline"] == FLOORS["stated_dates"] == 100
