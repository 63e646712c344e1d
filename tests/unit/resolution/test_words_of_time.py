"""Parts of years, seasons just over, months before what is said, days after what befell."""

import pytest

from app.domain.quotations import SpeechKind
from tests.unit.resolution.reports import Said, report

DAY = "2014-09-20"  # a Saturday
RUIZ = Said("Ana Ruiz", speech=SpeechKind.INDIRECT)


def day_of_last(marked: str) -> str | None:
    said = [RUIZ] * marked.count("[")
    last = report(marked, *said, published=DAY).statements[-1].said_on
    return f"{last.date.first}/{last.date.last}" if last.date else None


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("In late 2013, <Ana Ruiz> {said} [that it was safe].", "2013-09-01/2013-12-31"),
        ("<Ana Ruiz> {said} in early 2013 [that it was safe].", "2013-01-01/2013-04-30"),
        ("In mid-2013 <Ana Ruiz> {told} the council [it was safe].", "2013-04-01/2013-09-30"),
        ("This summer, <Ana Ruiz> {said} [that it was safe].", "2014-06-01/2014-08-31"),
        ("<Ana Ruiz> {said} [in December she would pay].", "2013-12-01/2013-12-31"),
        ("<Ana Ruiz> {promised} [in May to pay].", "2014-05-01/2014-05-31"),
    ],
)
def test_words_of_time_are_as_wide_as_they_say(marked: str, day: str) -> None:
    assert day_of_last(marked) == day


@pytest.mark.parametrize(
    "marked",
    [
        "<Ana Ruiz> {said} [in December shops are full].",
        "<Ana Ruiz> {said} [last week prices fell].",
        "“[The market is full],” <Ana Ruiz> {said} on Mondays.",
        "[The fair opens on 12 September], <Ana Ruiz> {said}.",
    ],
)
def test_a_time_of_what_is_said_is_not_that_of_the_words(marked: str) -> None:
    assert day_of_last(marked) is None


@pytest.mark.parametrize("end", ["end of the inquiry", "close of the sale", "death of the owner"])
def test_what_is_asked_after_something_is_of_that_day_or_since(end: str) -> None:
    marked = f"After the {end} on September 6, <Ana Ruiz> {{asked}} [for more money]."

    assert day_of_last(marked) == "2014-09-06/2014-09-20"


def test_what_is_said_after_a_meeting_is_of_its_day() -> None:
    marked = "After a meeting with Roe on September 16, <Ana Ruiz> {said} [it was over]."

    assert day_of_last(marked) == "2014-09-16/2014-09-16"


@pytest.mark.parametrize("verb", ["arrives in", "travels to", "returns to", "visits"])
def test_a_journey_told_in_the_present_dates_no_words(verb: str) -> None:
    assert day_of_last(f"Ana Ruiz {verb} Rome on Monday. “[I am glad],” <Ruiz> {{said}}.") is None


def test_who_addresses_a_hearing_of_a_day_speaks_on_it() -> None:
    day = day_of_last("Ana Ruiz addressed a Monday hearing. “[We pay],” <Ruiz> {said}.")

    assert day is not None
    assert day.startswith("2014-09-15/")


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        ("Since September 10, when it closed,", "2014-09-10"),
        ("Since Monday,", "2014-09-15"),
        ("In the past week,", "2014-09-13"),
        ("Over the last 48 hours,", "2014-09-18"),
        ("In the past three days", "2014-09-17"),
    ],
)
def test_what_is_said_since_a_day_is_of_one_up_to_the_report(lead: str, first: str) -> None:
    assert day_of_last(f"{lead} <Ana Ruiz> has {{said}} [they go].") == f"{first}/2014-09-20"


@pytest.mark.parametrize("lead", ["Since 2008,", "Since January,", "In the past,", "Since then,"])
def test_since_long_ago_is_no_time(lead: str) -> None:
    assert day_of_last(f"{lead} <Ana Ruiz> has {{said}} [they go].") is None
