"""Dates of publication as files and feeds state them."""

from __future__ import annotations

import pytest

from app.domain.documents import StatedMetadata
from app.parsing.metadata import read_date_line, stated_in, unusable


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2012-12-31", "2012-12-31"),
        ("2012-12-31T23:59:00Z", "2012-12-31"),
        ("2012-12", "2012-12"),
        ("31/12/2012", "2012-12-31"),
        ("12/31/2012", "2012-12-31"),
        ("31.12.2012 18:30", "2012-12-31"),
        ("05/05/2012", "2012-05-05"),
        ("31 December 2012", "2012-12-31"),
        ("Mon, 31 Dec 2012 10:00:00 GMT", "2012-12-31"),
    ],
)
def test_a_date_is_understood_however_it_is_written(written: str, meant: str) -> None:
    finding = stated_in(StatedMetadata(published=written))

    assert finding.iso == meant
    assert written in finding.reason


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/02/2012", "is no date"),
        ("2012-02-31", "is no date"),
        ("03/04/2012", "may be two days"),
        ("yesterday", "is no date"),
        ("x" * 200, "is no date"),
    ],
)
def test_what_is_no_one_day_is_left_out_and_said(written: str, why: str) -> None:
    metadata = StatedMetadata(published=written)

    assert stated_in(metadata).date is None
    assert why in stated_in(metadata).reason
    assert unusable(metadata) == (stated_in(metadata).reason,)
    assert len(unusable(metadata)[0]) < 150


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Nov. 9, 2015", "2015-11-09"),
        ("9 Nov 2015", "2015-11-09"),
        ("9 Nov. 2015", "2015-11-09"),
        ("2015/11/09", "2015-11-09"),
        ("Mon. 9 Nov. 2015", "2015-11-09"),
        ("Published 9 Nov. 2015 14:30 GMT", "2015-11-09"),
        ("13.11.2015", "2015-11-13"),
        ("Updated: Sept. 3, 2015", "2015-09-03"),
    ],
)
def test_a_line_that_is_only_a_date_states_the_day(line: str, day: str) -> None:
    page = read_date_line(line)

    assert page is not None
    assert page.published.iso == day
    assert line in page.published.reason


@pytest.mark.parametrize(
    "line",
    [
        "09.11.2015",  # September or November
        "It rained on Nov. 9, 2015.",
        "Nov. 9",
        "2015/13/09",
        "31.11.2015",
        "Nov. 31, 2015 or so.",
    ],
)
def test_another_line_states_no_day(line: str) -> None:
    page = read_date_line(line)

    assert page is None or page.published.date is None
