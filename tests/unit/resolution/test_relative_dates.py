"""What the words of a date mean, seen from the day of publication."""

from datetime import date

import pytest

from app.domain.date_words import find_date_words
from app.domain.dates import DatePrecision, PartialDate
from app.resolution.relative_dates import meaning

MONDAY = PartialDate.day(2011, 10, 31)


def mean(words: str, published: PartialDate | None = MONDAY, *, future: bool = False) -> str | None:
    (found,) = find_date_words(words)
    date_meant = meaning(found, published, future=future)
    if date_meant is None:
        return None
    if date_meant.first == date_meant.last:
        return date_meant.first.isoformat()
    return f"{date_meant.first}..{date_meant.last}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("on Monday", "2011-10-31"),
        ("last Monday", "2011-10-24"),
        ("on Thursday", "2011-10-27"),
        ("yesterday", "2011-10-30"),
        ("on July 4", "2011-07-04"),
        ("on December 8", "2010-12-08"),
        ("in early July", "2011-07-01..2011-07-10"),
        ("last November", "2010-11-01..2010-11-30"),
        ("in October", "2011-10-01..2011-10-31"),
        ("earlier this month", "2011-10-01..2011-10-31"),
        ("last week", "2011-10-24..2011-10-30"),
        ("last year", "2010-01-01..2010-12-31"),
        ("two years ago", "2009-01-01..2009-12-31"),
        ("three days ago", "2011-10-28"),
        ("last spring", "2011-03-01..2011-05-31"),
        ("in March 2011", "2011-03-01..2011-03-31"),
    ],
)
def test_news_looks_back_by_itself(words: str, meant: str) -> None:
    assert mean(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("on Thursday", "2011-11-03"),
        ("on December 8", "2011-12-08"),
        ("in late May", "2012-05-21..2012-05-31"),
        ("this spring", "2012-03-01..2012-05-31"),
    ],
)
def test_what_is_still_to_come_lies_ahead(words: str, meant: str) -> None:
    assert mean(words, future=True) == meant


def test_b13_without_a_date_of_publication_nothing_is_guessed() -> None:
    assert mean("on Monday", None) is None
    assert mean("on 28 October 2011", None) == "2011-10-28"


def test_a_weekday_in_a_week_that_is_known_is_a_day() -> None:
    week = PartialDate.between(date(2011, 12, 8), date(2011, 12, 14), DatePrecision.RANGE)

    assert mean("on Thursday", week) == "2011-12-08"


def test_a_weekday_in_an_unknown_week_is_a_range() -> None:
    spring = PartialDate.between(date(2013, 2, 1), date(2013, 5, 30), DatePrecision.RANGE)

    assert mean("on Monday", spring) == "2013-01-28..2013-05-27"


def test_b14_a_day_that_no_calendar_has_is_no_date() -> None:
    assert mean("on February 31") is None
    assert mean("on 31 February 2011") is None
