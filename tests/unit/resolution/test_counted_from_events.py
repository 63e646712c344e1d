"""The day of words said some time after or before an occasion that is known."""

import pytest

from app.domain.quotations import SpeechKind
from tests.unit.resolution.reports import Said, report

RUIZ = Said("Ana Ruiz", speech=SpeechKind.INDIRECT)


def said_on(marked: str, published: str | None = "2010-12-20") -> str | None:
    found = report(marked, RUIZ, published=published).statements[0].said_on
    return f"{found.date.first}/{found.date.last}" if found.date else None


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("A day after the Lisbon summit, <Ruiz> {said} [it held].", "2010-11-21/2010-11-21"),
        (
            "Two days after the 2010 Lisbon summit, <Ruiz> {said} [it held].",
            "2010-11-22/2010-11-22",
        ),
        ("Two weeks after the Lisbon summit, <Ruiz> {said} [it held].", "2010-12-01/2010-12-07"),
        ("On the eve of the Lisbon summit, <Ruiz> {said} [it held].", "2010-11-19/2010-11-19"),
        ("<Ruiz> {said} three days before the Lisbon summit [it held].", "2010-11-17/2010-11-17"),
    ],
)
def test_words_are_as_long_after_an_event_as_told(marked: str, day: str) -> None:
    assert said_on(marked) == day


def test_the_event_dates_words_of_a_report_without_a_day_as_well() -> None:
    marked = "Two weeks after the Lisbon summit, <Ruiz> {said} [it held]."

    assert said_on(marked, published=None) == "2010-12-01/2010-12-07"


@pytest.mark.parametrize(
    "marked",
    [
        "[The mill fell two days after the Lisbon summit], <Ruiz> {said}.",
        "Ruiz, who left two days after the Lisbon summit, {said} [it held].",
        "Two days after the storm, <Ruiz> {said} [the Lisbon summit held].",
    ],
)
def test_what_else_was_after_an_event_dates_no_words(marked: str) -> None:
    assert said_on(marked) is None


def test_a_summit_of_years_ago_is_not_counted_from() -> None:
    marked = "A day after the Lisbon summit, <Ruiz> {said} [it held]."

    assert said_on(marked, published="2014-03-20") != "2010-11-21/2010-11-21"
