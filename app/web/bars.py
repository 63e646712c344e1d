"""Where the bars of a chart stand: years, or months where those are few; templates draw them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.schemas.home import PeriodHeld

#: A chart of more years than these is one of years, of fewer one of months.
_FEW_YEARS = 3
#: Months are drawn where at most this part of the statements is known to no month.
_UNDRAWN = 0.1

#: In units of the drawing: a bar with the space after it, and how wide all may become.
_STEP, _WIDTH, _NARROW = 44.0, 720.0, 330.0
#: Years far from those counted do not stretch a chart.
_NEAR = 100
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = len("2011")
_LABEL = {"year": 34.0, "month": 30.0}


class Bar(NamedTuple):
    """One year's or month's bar; a period in which nothing was found has height 0.

    `x` and `width` are hundredths of the drawing's width, `y` and `height` its units.
    """

    name: str  # "2011" or "2011-07": what an address carries
    told: str  # "2011" or "July 2011"
    label: str  # what stands below it, "" where there is no room
    year: str  # what stands below that: the year, where the months of one begin
    minor: bool  # whether a narrow screen has no room for the label
    found: int
    held: int  # of the same kind, what the whole archive holds of that time
    covered: bool  # whether the archive holds anything of that time
    x: float
    y: float
    width: float
    height: float

    @property
    def share(self) -> str:
        """How many in a hundred of what is held of the time these are: "34 %", "0.4 %"."""
        if not self.held:
            return "0 %"
        share = 100 * self.found / self.held
        return f"{share:.0f} %" if share >= 1 or not share else f"{share:.1g} %"


class Bars(NamedTuple):
    """A chart of counts, every year or month between the first and the last included."""

    bars: list[Bar]
    unit: str  # "year" or "month"
    width: float
    height: float
    top: str  # what the highest bar stands for
    undrawn: int  # what is dated, but to no month


def bars(
    per_year: Sequence[tuple[int, int]],
    held: Mapping[str, PeriodHeld],
    share: bool = False,
    per_month: Sequence[tuple[str, int]] = (),
    height: float = 48.0,
    articles: bool = False,
) -> Bars:
    """The chart of (year, count) pairs, or of months; empty where there are none.

    They count statements by the day they were said, or `articles` by the day they were printed;
    shares are of what is held of the same.

    It spans all years of which the archive holds articles, as far as they are within a century
    of the counts, so that a year of silence and a year that is not held look different. With
    `share` a bar is as high as its part of all that is held of its time. A count above zero is
    at least 2 units high, so that one statement is never invisible.
    """
    dated, known = sum(count for _, count in per_year), sum(count for _, count in per_month)
    if len(per_month) > 1 and dated - known <= _UNDRAWN * dated and _is_short(per_year):
        counts = dict(per_month)
        names, unit = _months(min(counts), max(counts)), "month"
    else:
        counts = {f"{year:04}": count for year, count in per_year}
        names, unit, known = _years(counts, held), "year", dated
    if not counts:
        return Bars([], unit, 0, height, "", 0)
    whole = {name: one.articles if articles else one.statements for name, one in held.items()}
    tall = {name: _height(counts.get(name, 0), whole.get(name), share) for name in names}
    drawn = _drawn(names, counts, whole, tall, height)
    highest = max(drawn, key=lambda bar: bar.height)
    told = highest.share if share else f"{highest.found:,}"
    return Bars(drawn, unit, min(_WIDTH, _STEP * len(drawn)), height, told, dated - known)


def _drawn(
    names: Sequence[str],
    counts: Mapping[str, int],
    held: Mapping[str, int],
    tall: Mapping[str, float],
    height: float,
) -> list[Bar]:
    step, top = 100 / len(names), max(tall.values())
    bars = []
    for place, (name, (label, minor)) in enumerate(zip(names, _labels(names), strict=True)):
        begins = len(name) > _YEAR and (place == 0 or name.endswith("-01"))
        count, one = counts.get(name, 0), held.get(name)
        high = max(2.0, height * tall[name] / top) if count else 0.0
        bars.append(
            Bar(
                name=name,
                told=_told(name),
                label=label,
                minor=minor,
                year=name[:4] if begins else "",
                found=count,
                held=count if one is None else one,
                covered=one is not None,
                x=round(place * step, 3),
                y=round(height - high, 1),
                width=round(step * 0.82, 3),
                height=round(high, 1),
            )
        )
    return bars


def _is_short(per_year: Sequence[tuple[int, int]]) -> bool:
    years = [year for year, _ in per_year]
    return max(years) - min(years) < _FEW_YEARS


def _years(counts: Mapping[str, int], held: Mapping[str, PeriodHeld]) -> list[str]:
    if not counts:
        return []
    first, last = int(min(counts)), int(max(counts))
    covered = [int(name) for name, one in held.items() if len(name) == _YEAR and one.articles]
    near = [year for year in covered if first - _NEAR < year < last + _NEAR]
    return [f"{year:04}" for year in range(min([first, *near]), max([last, *near]) + 1)]


def _months(first: str, last: str) -> list[str]:
    """Every month from "2011-11" to "2012-02"."""
    start, end = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]


def _told(name: str) -> str:
    return name if len(name) == _YEAR else f"{_MONTHS[int(name[5:]) - 1]} {name[:4]}"


def _height(count: int, held: int | None, share: bool) -> float:
    if not share:
        return count
    return count / max(held or 0, count, 1)


def _labels(names: Sequence[str]) -> list[tuple[str, bool]]:
    """Below each bar its year or month, as far as there is room, and whether a phone has some."""
    unit = "year" if len(names[0]) == _YEAR else "month"
    wide = min(_WIDTH, _STEP * len(names))
    every, rarely = (
        max(1, -int(-_LABEL[unit] * len(names) // width)) for width in (wide, min(wide, _NARROW))
    )
    rarely = every * -(-rarely // every)
    # Counted from the end, so that the newest is always named.
    places = [len(names) - 1 - place for place in range(len(names))]
    return [
        ("", False) if place % every else (_short(name), bool(place % rarely))
        for name, place in zip(names, places, strict=True)
    ]


def _short(name: str) -> str:
    """A year as it is, a month by its name."""
    return name if len(name) == _YEAR else _MONTHS[int(name[5:]) - 1]
