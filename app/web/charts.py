"""Where the bars of a chart stand; the templates draw them as SVG."""

from collections.abc import Sequence
from typing import NamedTuple


class Bar(NamedTuple):
    """One year's bar, in units of the drawing; a year without statements has height 0."""

    year: int
    statements: int
    x: float
    y: float
    width: float
    height: float


class Bars(NamedTuple):
    """A chart of counts per year, every year between the first and the last included."""

    bars: list[Bar]
    width: float
    height: float


def bars(per_year: Sequence[tuple[int, int]], height: float = 48.0) -> Bars:
    """The chart of (year, count) pairs; empty where there are none.

    A count above zero is at least 2 units high, so that one statement is never invisible.
    """
    counts = dict(per_year)
    if not counts:
        return Bars([], 0, height)
    years = range(min(counts), max(counts) + 1)
    step = min(44.0, max(8.0, 720.0 / len(years)))
    top = max(counts.values())
    drawn = []
    for place, year in enumerate(years):
        count = counts.get(year, 0)
        tall = max(2.0, height * count / top) if count else 0.0
        width = step * 0.82
        drawn.append(
            Bar(
                year,
                count,
                round(place * step, 1),
                round(height - tall, 1),
                round(width, 1),
                round(tall, 1),
            )
        )
    return Bars(drawn, round(step * len(years), 1), height)
