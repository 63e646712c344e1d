"""Feasts by name: which day they fell on, as far as the name tells."""

from datetime import date

import pytest

from app.domain.date_words import DateForm, find_date_words
from app.domain.feasts import days_of_feast, feast_named, last_feast


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas eve", 2015, date(2015, 12, 24)),
        ("easter sunday", 2016, date(2016, 3, 27)),
        ("easter sunday", 2011, date(2011, 4, 24)),
        ("good friday", 2008, date(2008, 3, 21)),
        ("ash wednesday", 2016, date(2016, 2, 10)),
        ("whit monday", 2010, date(2010, 5, 24)),
        ("memorial day", 2016, date(2016, 5, 30)),
        ("thanksgiving day", 2012, date(2012, 11, 22)),
        ("labor day", 2014, date(2014, 9, 1)),
        ("remembrance sunday", 2015, date(2015, 11, 8)),
    ],
)
def test_a_feast_falls_on_a_day_of_each_year(name: str, year: int, day: date) -> None:
    assert days_of_feast(name, range(year, year + 1)) == [day]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("St Patrick’s Day", "st. patrick's day"),
        ("St. Patrick's Day", "st. patrick's day"),
        ("New Year’s eve", "new year's eve"),
        ("Presidents Day", "presidents' day"),
        ("Martin Luther King Jr. Day", "martin luther king jr. day"),
    ],
)
def test_marks_and_small_letters_make_no_other_feast(printed: str, name: str) -> None:
    (words,) = find_date_words(f"She said on {printed} that it stays.")

    assert (words.form, words.feast, words.words) == (DateForm.FEAST, name, printed)
    assert feast_named(printed) == name


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday agreement holds.",
        "She left for the Labor Day weekend.",
        "The Boxing Day tsunami killed many.",
        "They met on Holodomor Memorial Day.",
        "The thanksgiving was long.",
        "On Mother’s Day she said so.",
    ],
)
def test_what_only_bears_the_name_is_no_day(text: str) -> None:
    assert not [w for w in find_date_words(text) if w.form is DateForm.FEAST]


def test_the_last_feast_is_the_one_before_the_report() -> None:
    assert last_feast("christmas day", date(2016, 1, 8)) == (date(2015, 12, 25),) * 2
    assert last_feast("christmas day", date(2015, 12, 25)) == (date(2015, 12, 25),) * 2


def test_shortly_after_the_easter_of_the_east_that_one_is_meant() -> None:
    assert last_feast("easter sunday", date(2016, 5, 3)) == (date(2016, 5, 1),) * 2
    assert last_feast("easter sunday", date(2016, 4, 1)) == (date(2016, 3, 27),) * 2
    assert last_feast("easter sunday", date(2016, 8, 1)) == (date(2016, 3, 27),) * 2


def test_shortly_after_both_easters_either_may_be_meant() -> None:
    assert last_feast("good friday", date(2018, 4, 9)) == (date(2018, 3, 30), date(2018, 4, 6))


def test_a_feast_that_the_east_does_not_keep_has_one_day() -> None:
    assert last_feast("ash wednesday", date(2016, 3, 28)) == (date(2016, 2, 10),) * 2
