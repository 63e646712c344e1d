"""Dates as precise as their evidence, to the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.dates import PartialDate


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(1, 1, 31), (2011, 12, 31), (2012, 2, 29), (1900, 2, 28), (2011, 4, 30), (9999, 12, 31)],
)
def test_a_month_ends_on_its_last_day_in_every_year_there_is(year, month, days):
    found = PartialDate.month(year, month)

    assert (found.first, found.last) == (date(year, month, 1), date(year, month, days))


@pytest.mark.parametrize(("year", "month"), [(2011, 0), (2011, 13), (0, 1), (10000, 1)])
def test_a_month_that_no_calendar_has_is_a_value_error(year, month):
    with pytest.raises(ValueError, match=r"month|year"):
        PartialDate.month(year, month)


@pytest.mark.parametrize(
    "iso",
    [str(2**31), str(10**30), f"2011-{2**31}", f"2011-12-{2**31}", f"{2**63}-12-08", "9" * 5_000],
)
def test_a_number_no_machine_word_holds_is_a_value_error_like_any_other(iso):
    with pytest.raises(ValueError, match=r"calendar|digits"):
        PartialDate.from_iso(iso)
