"""A month as a calendar, and the names of the periods above."""

from __future__ import annotations

import pytest

from app.schemas.common import Tally
from app.web.calendars import name_of, weeks_of


def test_a_month_is_told_in_weeks_from_monday_with_what_was_said_on_each_day():
    eighth = Tally(name="8 December 2011", url="/dates/2011/12/08", count=3)

    weeks = weeks_of("/dates/2011/12", [eighth])

    assert [len(week) for week in weeks] == [7] * 5
    assert weeks[0][:3] == [None, None, None]  # the first was a Thursday
    assert weeks[0][3].number == 1
    assert weeks[1][3] == (8, eighth)
    assert weeks[1][4] == (9, None)
    assert weeks[-1][5].number == 31


@pytest.mark.parametrize("path", ["/dates", "/dates/2011", "/dates/2011/12/8"])
def test_only_a_month_is_a_calendar(path):
    assert weeks_of(path, []) == []


@pytest.mark.parametrize(
    ("address", "name"),
    [("/dates", "By date"), ("/dates/2011", "2011"), ("/dates/2011/12", "December 2011")],
)
def test_what_lies_above_is_called_by_its_name(address, name):
    assert name_of(address) == name
