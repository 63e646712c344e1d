"""Texts whose parts stand under days of their own."""

import pytest

from app.domain.dates import DateBasis
from app.domain.documents import SourceDocument
from app.parsing.articles import parse_articles

PART = "The sides met again and spoke of the ferry, the pier and the price of fish in the harbour."


def published(*lines: str):
    text = "\n\n".join(lines)
    (article,) = parse_articles(SourceDocument("a.txt", "a.txt", b"", "0", text, "text/1"))
    return article.published


def test_the_first_day_of_a_chronicle_is_not_that_of_print() -> None:
    found = published(
        "Chronicle of the harbour talks",
        *("14 February 2014", PART, "20 March 2014", PART, "1 April 2014", PART),
    )
    assert (found.date, found.basis) == (None, DateBasis.UNKNOWN)
    assert "2 more days head parts of the text below" in found.reason


def test_a_day_below_the_headline_is_that_of_print() -> None:
    found = published("Harbour talks go on", "14 February 2014", PART, PART)
    assert found.date is not None
    assert found.date.iso == "2014-02-14"


def test_a_second_day_alone_makes_no_chronicle() -> None:
    found = published("Harbour talks go on", "14 February 2014", PART, "15 February 2014", PART)
    assert found.date is not None
    assert found.date.iso == "2014-02-14"


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("Monday, March 6, 2006", "Tuesday, March 7", "Wednesday, March 8"),
        ("6 March 2006", "Thursday 9 March", "Friday 10 March"),
        ("Saturday, December 30, 2006", "Sunday, December 31", "Monday, January 1"),
    ],
)
def test_days_without_their_year_head_parts_as_well(first: str, second: str, third: str) -> None:
    found = published("Diary of the harbour", first, PART, second, PART, third, PART)
    assert (found.date, found.basis) == (None, DateBasis.UNKNOWN)
    assert "2 more days head parts of the text below" in found.reason


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("Monday, March 6, 2006", "Friday, March 3", "Saturday, March 4"),  # looked back to
        ("Monday, March 6, 2006", "Monday, March 7", "Monday, March 8"),  # of other years
        ("Monday, March 6, 2006", "Friday, October 6", "Saturday, October 7"),  # far ahead
        ("Published: Monday, March 6, 2006", "Tuesday, March 7", "Wednesday, March 8"),
    ],
)
def test_days_that_do_not_follow_soon_leave_the_day_of_print(
    first: str, second: str, third: str
) -> None:
    found = published("Diary of the harbour", first, PART, second, PART, third, PART)
    assert found.date is not None
    assert found.date.iso == "2006-03-06"


@pytest.mark.parametrize("day", ["Tuesday, March 5, 2008", "Tuesday 5 March 2008"])
def test_a_weekday_that_the_calendar_does_not_have_is_told_against_the_day(day: str) -> None:
    found = published("Harbour talks go on", day, PART, PART)
    assert found.date is not None
    assert found.date.iso == "2008-03-05"
    assert found.reason.endswith("; against it: that day was a Wednesday")


def test_a_weekday_of_the_calendar_is_told_against_nothing() -> None:
    found = published("Harbour talks go on", "Wednesday, March 5, 2008", PART, PART)
    assert "against" not in found.reason


def test_a_dateline_whose_weekday_is_wrong_tells_so() -> None:
    found = published("Minister quits", f"QUITO, Tuesday, March 5, 2008 - {PART}", PART)
    assert "against it: that day was a Wednesday" in found.reason
