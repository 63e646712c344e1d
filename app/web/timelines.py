"""Where statements and events stand in time; the templates draw them as SVG.

Across, places are hundredths of the drawing's width, so that a narrow screen brings them together
and leaves letters and dots as large as they are.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from app.schemas.common import DateShown
from app.schemas.event import EventRow
from app.schemas.issue import Course, Step

#: Heights of the lanes, and of the rows in a lane for statements of nearly one day, in units.
LANE_HEIGHTS = {"for": 40.0, "between": 108.0, "against": 176.0}
_ROWS = (0.0, 12.0, -12.0)
#: The room at both ends, how far apart dots of one row stand, and the width they need at least.
_MARGIN, _APART, _WIDTH = 2.5, 2.2, 720.0
_MOST_YEARS, _YEARS_ON_A_PHONE = 16, 6


class Dot(NamedTuple):
    """One statement on a timeline."""

    step: Step
    x: float
    y: float


class Shade(NamedTuple):
    """The time between two statements that point different ways."""

    x: float
    width: float


class Tick(NamedTuple):
    """The beginning of a year, or of a quarter; a `minor` one has no room on a phone."""

    label: str  # "2011", "Apr 2011"
    x: float
    minor: bool


class Timeline(NamedTuple):
    """A holder's statements on an issue by time and lane; `width` only where it is a crowd's."""

    dots: list[Dot]
    shades: list[Shade]
    ticks: list[Tick]
    width: float | None


class EventDot(NamedTuple):
    """One event on the line of events; the more was said there, the larger."""

    event: EventRow
    x: float
    y: float
    radius: float


class EventLine(NamedTuple):
    """Events by time, those that would cover one another set below."""

    dots: list[EventDot]
    ticks: list[Tick]
    height: float


def timeline(course: Course) -> Timeline:
    """Where the statements of a course stand; time goes to the right, one lane for each way.

    Statements on one lane that would cover one another are set above and below it; where three
    rows do not do, apart to the right, in order.
    """
    days = [_middle_of(step.card.said_on) for step in course.dated]
    if not days:
        return Timeline([], [], [], None)
    across, ticks = _scale(min(days), max(days))
    ends = {lane: [float("-inf")] * len(_ROWS) for lane in LANE_HEIGHTS}
    dots = []
    for step, day in zip(course.dated, days, strict=True):
        row, x = _place(ends[step.lane], across(day))
        dots.append(Dot(step, x, LANE_HEIGHTS[step.lane] + _ROWS[row]))
    last = max(dot.x for dot in dots)
    if last > 100 - _MARGIN / 2:  # a crowd: the drawing is as wide as it takes, and scrolls
        shrunk = (100 - _MARGIN) / last
        dots = [dot._replace(x=round(dot.x * shrunk, 2)) for dot in dots]
        ticks = [tick._replace(x=round(tick.x * shrunk, 2)) for tick in ticks]
        return Timeline(dots, [], ticks, round(_WIDTH / shrunk))
    shades = [
        _shade(
            across(_middle_of(turn.before.card.said_on)),
            across(_middle_of(turn.after.card.said_on)),
        )
        for turn in course.turns
    ]
    return Timeline(dots, shades, ticks, None)


def event_line(events: Sequence[EventRow]) -> EventLine:
    """Where events stand in time, each in the middle of the days it may have been on.

    Those without a date are left out, and those of which nothing was said: a treaty of long ago
    that is only named would leave no room. In a crowd the last row holds all that find none.
    """
    told = [one for one in events if one.statement_count and one.date.first]
    days = [(_middle_of(one.date), one) for one in told]
    if len(days) < 2:
        return EventLine([], [], 0)
    days.sort(key=lambda pair: (pair[0], pair[1].slug))
    across, ticks = _scale(days[0][0], days[-1][0])
    most = max(one.statement_count for _, one in days)
    ends = [float("-inf")] * _MOST_ROWS
    dots = []
    for day, one in days:
        x, radius = across(day), 3.5 + 9.5 * (one.statement_count / most) ** 0.5
        reach = radius * _HUNDREDTH
        row = next((n for n, end in enumerate(ends) if end < x - reach), _MOST_ROWS - 1)
        ends[row] = x + reach
        dots.append(EventDot(one, x, _ROW / 2 + row * _ROW, round(radius, 1)))
    rows = 1 + max(int(dot.y // _ROW) for dot in dots)
    return EventLine(dots, ticks, rows * _ROW)


#: Rows of events, and how many hundredths of a phone's drawing a unit is: dots keep their size.
_ROW, _MOST_ROWS, _HUNDREDTH = 30.0, 5, 100 / 340


def _place(ends: list[float], x: float) -> tuple[int, float]:
    """The first row that is free at `x`, else the one free soonest; and where the dot stands."""
    row = next((n for n, end in enumerate(ends) if end + _APART <= x), None)
    if row is None:
        row = ends.index(min(ends))
        x = ends[row] + _APART
    ends[row] = x
    return row, round(x, 2)


def _scale(first: date, last: date) -> tuple[Callable[[date], float], list[Tick]]:
    """How far across a day is, from the first January to the last December; and its parts."""
    start, end = date(first.year, 1, 1), date(last.year, 12, 31)

    def across(day: date) -> float:
        part = (day - start).days / (end - start).days
        return round(_MARGIN + (100 - 2 * _MARGIN) * part, 2)

    if start.year == end.year:
        quarters = [date(start.year, month, 1) for month in (1, 4, 7, 10)]
        return across, [
            Tick(f"{day:%b %Y}", across(day), bool(n % 2)) for n, day in enumerate(quarters)
        ]
    years = range(start.year, end.year + 1)
    shown = years[:: -(-len(years) // _MOST_YEARS)]
    rarely = -(-len(shown) // _YEARS_ON_A_PHONE)
    ticks = [Tick(f"{y}", across(date(y, 1, 1)), bool(n % rarely)) for n, y in enumerate(shown)]
    return across, ticks


def _middle_of(when: DateShown) -> date:
    if when.first is None or when.last is None:
        raise ValueError("what has no date has no place in time")
    return date.fromordinal((when.first.toordinal() + when.last.toordinal()) // 2)


def _shade(left: float, right: float) -> Shade:
    return Shade(round(left, 2), round(max(right - left, 0.4), 2))
