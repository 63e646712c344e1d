"""Where the bars of a chart stand; the templates draw them as SVG."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.schemas.common import DateShown
from app.schemas.event import EventRow
from app.schemas.home import YearHeld
from app.schemas.issue import Course, Step


class Bar(NamedTuple):
    """One year's bar, in units of the drawing; a year without statements has height 0."""

    year: int
    statements: int
    held: int  # statements that the whole archive holds of that year
    covered: bool  # whether the archive holds anything of that year
    x: float
    y: float
    width: float
    height: float

    @property
    def share(self) -> str:
        """How many in a hundred of the year's statements these are: "34 %", "0.4 %"."""
        if not self.held:
            return "0 %"
        share = 100 * self.statements / self.held
        return f"{share:.0f} %" if share >= 1 or not share else f"{share:.1g} %"


class Bars(NamedTuple):
    """A chart of counts per year, every year between the first and the last included."""

    bars: list[Bar]
    width: float
    height: float
    top: str  # what the highest bar stands for


def bars(
    per_year: Sequence[tuple[int, int]],
    held: Mapping[int, YearHeld],
    share: bool = False,
    height: float = 48.0,
) -> Bars:
    """The chart of (year, count) pairs; empty where there are none.

    It spans all years of which the archive holds articles, as far as they are within a century
    of the counts, so that a year of silence and a year that is not held look different. With
    `share` a bar is as high as its part of all that is held of its year. A count above zero is
    at least 2 units high, so that one statement is never invisible.
    """
    counts = dict(per_year)
    if not counts:
        return Bars([], 0, height, "")
    years = _span(counts, held)
    step = min(44.0, max(8.0, 720.0 / len(years)))
    of_year = {year: _height(counts.get(year, 0), held.get(year), share) for year in years}
    top = max(of_year.values())
    drawn = []
    for place, year in enumerate(years):
        tall = max(2.0, height * of_year[year] / top) if counts.get(year) else 0.0
        one = held.get(year)
        drawn.append(
            Bar(
                year,
                counts.get(year, 0),
                one.statements if one else counts.get(year, 0),
                one is not None,
                round(place * step, 1),
                round(height - tall, 1),
                round(step * 0.82, 1),
                round(tall, 1),
            )
        )
    highest = max(drawn, key=lambda bar: bar.height)
    told = highest.share if share else f"{highest.statements:,}"
    return Bars(drawn, round(step * len(years), 1), height, told)


def _span(counts: Mapping[int, int], held: Mapping[int, YearHeld]) -> range:
    first, last = min(counts), max(counts)
    near = [y for y, one in held.items() if one.articles and first - 100 < y < last + 100]
    return range(min([first, *near]), max([last, *near]) + 1)


def _height(count: int, held: YearHeld | None, share: bool) -> float:
    if not share:
        return count
    return count / max(held.statements if held else 0, count, 1)


class Dot(NamedTuple):
    """One statement on a timeline."""

    step: Step
    x: float
    y: float


class Shade(NamedTuple):
    """The time between two statements that point different ways."""

    x: float
    width: float


class Timeline(NamedTuple):
    """A holder's statements on an issue by time and lane."""

    dots: list[Dot]
    shades: list[Shade]
    years: list[tuple[int, float]]
    width: float


#: Heights of the lanes, and how far apart dots on one day stand, in units of the drawing.
LANE_HEIGHTS = {"for": 24.0, "between": 72.0, "against": 120.0}
_WIDTH, _MARGIN, _APART = 720.0, 16.0, 13.0


def timeline(course: Course) -> Timeline:
    """Where the statements of a course stand; time goes to the right, one lane for each way.

    Statements on one lane that would cover one another are set apart to the right, in order.
    """
    days = {id(step): _middle(step) for step in course.dated}
    if not days:
        return Timeline([], [], [], _WIDTH)
    first, last = date(min(days.values()).year, 1, 1), date(max(days.values()).year, 12, 31)

    def x_of(day: date) -> float:
        return _MARGIN + (_WIDTH - 2 * _MARGIN) * (day - first).days / (last - first).days

    dots: list[Dot] = []
    ends: dict[str, float] = {}
    for step in course.dated:
        x = max(x_of(days[id(step)]), ends.get(step.lane, -_APART) + _APART)
        ends[step.lane] = x
        dots.append(Dot(step, round(x, 1), LANE_HEIGHTS[step.lane]))
    width = max(_WIDTH, max(ends.values()) + _MARGIN)
    shades = [_shade(x_of(_middle(t.before)), x_of(_middle(t.after))) for t in course.turns]
    years = [(year, round(x_of(date(year, 1, 1)), 1)) for year in range(first.year, last.year + 1)]
    return Timeline(dots, shades, years, round(width, 1))


def _middle(step: Step) -> date:
    return _middle_of(step.card.said_on)


def _middle_of(when: DateShown) -> date:
    if when.first is None or when.last is None:
        raise ValueError("what has no date has no place in time")
    return date.fromordinal((when.first.toordinal() + when.last.toordinal()) // 2)


def _shade(left: float, right: float) -> Shade:
    return Shade(round(left, 1), round(max(right - left, 2.0), 1))


class EventDot(NamedTuple):
    """One event on the line of events; the more was said there, the larger."""

    event: EventRow
    x: float
    y: float
    radius: float


class EventLine(NamedTuple):
    """Events by time, those that would cover one another set below."""

    dots: list[EventDot]
    years: list[tuple[int, float]]
    width: float
    height: float


_ROW, _MOST_ROWS = 30.0, 5


def event_line(events: Sequence[EventRow]) -> EventLine:
    """Where events stand in time, each in the middle of the days it may have been on.

    Those without a date are left out, and those of which nothing was said: a treaty of long ago
    that is only named would leave no room. In a crowd the last row holds all that find none.
    """
    told = [one for one in events if one.statement_count and one.date.first]
    days = [(_middle_of(one.date), one) for one in told]
    if len(days) < 2:
        return EventLine([], [], _WIDTH, 0)
    days.sort(key=lambda pair: (pair[0], pair[1].slug))
    first, last = date(days[0][0].year, 1, 1), date(days[-1][0].year, 12, 31)
    most = max(1, *(one.statement_count for _, one in days))
    ends = [float("-inf")] * _MOST_ROWS
    dots = []
    for day, one in days:
        x = _MARGIN + (_WIDTH - 2 * _MARGIN) * (day - first).days / (last - first).days
        radius = 3.5 + 9.5 * (one.statement_count / most) ** 0.5
        row = next((n for n, end in enumerate(ends) if end + 2 < x - radius), _MOST_ROWS - 1)
        ends[row] = x + radius
        dots.append(EventDot(one, round(x, 1), _ROW / 2 + row * _ROW, round(radius, 1)))
    rows = 1 + max(int(dot.y // _ROW) for dot in dots)
    years = range(first.year, last.year + 1)
    step = -(-len(years) // 16)
    span = (last - first).days
    ticks = [
        (y, round(_MARGIN + (_WIDTH - 2 * _MARGIN) * (date(y, 1, 1) - first).days / span, 1))
        for y in years[::step]
    ]
    return EventLine(dots, ticks, _WIDTH, rows * _ROW)
