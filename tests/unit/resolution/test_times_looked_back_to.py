"""Words beside others of another time: said of then, at that time, elsewhere, in an interview."""

from dataclasses import replace

import pytest

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownEvent
from tests.unit.resolution.reports import KNOWN, Said, report

DAY = "2014-03-20"  # a Thursday
RUIZ = Said("Ana Ruiz")


def days(marked: str, *said: Said) -> list[str | None]:
    found = []
    for one in report(marked, *said, published=DAY).statements:
        date = one.said_on.date
        found.append(f"{date.first}/{date.last}" if date else None)
    return found


@pytest.mark.parametrize(
    "now",
    [
        "“[I was wrong],” <she> {said}.",
        "“[We were badly advised],” <she> {said}.",
        "“[In hindsight, it was mad],” <she> {said}.",
        "“[I should never have said that],” <she> {said}.",
        "<She> now {says} [they were never sound].",
    ],
)
def test_what_is_said_of_words_of_long_ago_is_not_of_then(now: str) -> None:
    assert days(f"In 2009 <Ana Ruiz> {{told}} parliament [they were sound]. {now}", RUIZ, RUIZ) == [
        "2009-01-01/2009-12-31",
        None,
    ]


@pytest.mark.parametrize(
    "then",
    [
        "“[There is no danger],” <she> {said}.",
        "“[There is no danger],” <she> {said} at the time.",
        "“[The owners were wrong],” <she> {said}.",
    ],
)
def test_what_goes_on_from_words_of_long_ago_is_of_then(then: str) -> None:
    marked = f"In 2009 <Ana Ruiz> {{told}} parliament [they were sound]. {then}"

    assert days(marked, RUIZ, RUIZ) == ["2009-01-01/2009-12-31"] * 2


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The pier fell on June 4, 2008. At the time, <Ruiz> {said}", "2008-06-04/2008-06-10"),
        ("The pier fell in June 2008. At that time <Ruiz> {said}", "2008-06-01/2008-06-30"),
        ("The pier fell last May. Back then, <Ruiz> {said}", "2013-05-01/2013-05-31"),
        ("The pier fell on Monday. At that moment, <Ruiz> {said}", "2014-03-17/2014-03-17"),
        ("The pier fell on Monday. Minutes after, <Ruiz> {said}", "2014-03-17/2014-03-17"),
    ],
)
def test_words_said_at_the_time_are_of_the_time_told_before(told: str, day: str) -> None:
    assert days(f"{told} [it would be built again].", RUIZ) == [day]


@pytest.mark.parametrize(
    "told",
    [
        "The pier opened in 1990. The owners came much later. At the time, <Ruiz> {said}",
        "The pier fell in 2008. At the time of the vote, <Ruiz> {said}",
        "The pier is old. At the time, <Ruiz> {said}",
    ],
)
def test_at_the_time_of_something_else_is_no_day(told: str) -> None:
    assert days(f"{told} [it would be built again].", RUIZ) == [None]


def test_a_news_conference_on_what_befell_is_of_that_day_or_since() -> None:
    marked = "The bank failed on Monday. At a news conference, <Ana Ruiz> {said} [it is sold]."

    assert days(marked, RUIZ) == ["2014-03-17/2014-03-20"]


def test_two_interviews_share_no_day() -> None:
    marked = (
        "<Ana Ruiz> {told} the Herald in an interview on Sunday [that the state would pay]. "
        "In an interview with Radio One, <Ruiz> {said} [the bank would be sold]."
    )

    assert days(marked, RUIZ, RUIZ) == ["2014-03-16/2014-03-16", None]


def test_words_said_in_one_town_are_not_of_the_day_of_those_in_another() -> None:
    marked = (
        "<Ana Ruiz> {said} in Lisbon [that she would pay]. "
        "“[I will not],” <she> {said} in Brussels on Tuesday."
    )

    fair = KnownEvent("Fair of 2010", "meeting", PartialDate.year(2010), "Brussels")
    known = replace(KNOWN, events=(*KNOWN.events, fair))
    first, second = report(marked, RUIZ, RUIZ, published=DAY, gazetteer=known).statements

    assert first.place.value == "Lisbon"
    assert first.said_on.date is None
    assert second.said_on.iso == "2014-03-18"
