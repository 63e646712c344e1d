"""Chronicles: words of which no day is told are of the day that heads their part."""

import pytest

from tests.unit.resolution.reports import Said, report

RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def days(first: str, second: str, told: str = "{said}", published: str | None = None):
    third = "1 April 2014" if "2014" in first else "April 1"
    text = (
        f"Chronicle of the harbour talks\n{first}\n“[The pier stays],” <Ana Ruiz> {{said}}.\n"
        f"{second}\n“[It goes],” <Ben Roe> {told}.\n"
        f"{third}\nThe harbour was shut."
    )
    found = report(text, RUIZ, ROE, published=published).statements
    return [one.said_on.date.iso if one.said_on.date else None for one in found]


def test_words_are_of_the_day_that_heads_their_part() -> None:
    assert days("14 February 2014", "Thursday, March 20, 2014") == ["2014-02-14", "2014-03-20"]


def test_without_a_year_the_day_is_near_that_of_print() -> None:
    found = days("February 14", "March 20", published="2014-04-01")
    assert found == ["2014-02-14", "2014-03-20"]


def test_without_any_year_no_day_is_known() -> None:
    assert days("February 14", "March 20") == [None, None]


@pytest.mark.parametrize("told", ["{said} the next day", "{said} in May"])
def test_another_day_told_beside_the_words_goes_before(told) -> None:
    assert days("14 February 2014", "20 March 2014", told)[1] != "2014-03-20"


def test_two_days_make_a_range() -> None:
    (one,) = report(
        "14 February 2014\nThe pier was shut.\n27–28 February 2014\n"
        "“[It stays],” <Ana Ruiz> {said}.\n1 April 2014\nThe pier was shut.",
        RUIZ,
    ).statements
    assert one.said_on.reason == 'it stands under the day "27–28 February 2014"'
    assert one.said_on.date is not None
    assert one.said_on.date.first.isoformat() == "2014-02-27"
    assert one.said_on.date.last.isoformat() == "2014-02-28"


def test_one_day_alone_heads_nothing() -> None:
    text = "“[It stays],” <Ana Ruiz> {said}.\n20 March 2014\n“[It goes],” <Ben Roe> {said}."
    found = report(text, RUIZ, ROE, published=None).statements
    assert [one.said_on.date for one in found] == [None, None]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Monday, March 6, 2006", "Tuesday, March 7", ["2006-03-06", "2006-03-07"]),
        ("30 December 2005", "2 January", ["2005-12-30", "2006-01-02"]),
        ("Monday, March 6, 2006", "Friday, October 6", ["2006-03-06", None]),
        ("Monday, March 6, 2006", "Monday, March 7", ["2006-03-06", None]),
    ],
)
def test_a_year_told_above_is_that_of_the_days_soon_below(
    first: str, second: str, expected: list[str | None]
) -> None:
    text = (
        f"The harbour talks went on for days.\n{first}\n“[The pier stays],” <Ana Ruiz> {{said}}.\n"
        f"{second}\n“[It goes],” <Ben Roe> {{said}}.\n10 November 2006\nThe harbour was shut."
    )
    found = report(text, RUIZ, ROE, published=None).statements
    assert [one.said_on.date.iso if one.said_on.date else None for one in found] == expected
