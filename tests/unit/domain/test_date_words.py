"""The words of English that are dates, and those that only look like it."""

import pytest

from app.domain.date_words import DateForm, find_date_words


@pytest.mark.parametrize(
    ("text", "form", "parts"),
    [
        ("on October 31 he", DateForm.DAY, (None, 10, 31, None)),
        ("on 28 October 2011 there", DateForm.DAY, (2011, 10, 28, None)),
        ("on Saturday, August 13.", DateForm.DAY, (None, 8, 13, 5)),
        ("Tuesday, July 5, 2011", DateForm.DAY, (2011, 7, 5, 1)),
        ("dated 2011-12-08 or", DateForm.DAY, (2011, 12, 8, None)),
        ("in Sept. 2010 and", DateForm.MONTH, (2010, 9, None, None)),
        ("scheduled for May 2012", DateForm.MONTH, (2012, 5, None, None)),
        ("Last November they met", DateForm.MONTH, (None, 11, None, None)),
        ("in Brussels on Monday", DateForm.WEEKDAY, (None, None, None, 0)),
        ("In 1997, the two", DateForm.YEAR, (1997, None, None, None)),
    ],
)
def test_a_date_is_found_with_its_parts(
    text: str, form: DateForm, parts: tuple[int | None, ...]
) -> None:
    (found,) = find_date_words(text)

    assert found.form is form
    assert (found.year, found.month, found.day, found.weekday) == parts
    assert text[found.span.start : found.span.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "May I ask you something?",
        "They march on Rome, and may win.",
        "It cost 2011 dollars; flight 1997 left.",
        "a spring in his step, the fall of man",
        "no 31.5 per cent of 1,945 people",
    ],
)
def test_ordinary_words_and_numbers_are_no_dates(text: str) -> None:
    assert list(find_date_words(text)) == []


def test_direction_part_and_count_are_told() -> None:
    late, season, ago, period = find_date_words(
        "in late June; this spring; two years ago; earlier this month"
    )

    assert (late.part, late.month) == ("late", 6)
    assert (season.season, season.direction) == ("spring", 0)
    assert (ago.amount, ago.unit) == (2, "year")
    assert (period.unit, period.direction, period.part) == ("month", 0, "earlier")
