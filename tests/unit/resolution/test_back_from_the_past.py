"""Words behind a look at the past are of now, and an undated interview is not of long ago."""

import pytest

from tests.unit.resolution.reports import Said, names_no_day, report

DAY = "2014-06-01"  # a Sunday
RUIZ = Said("Ana Ruiz")


@pytest.mark.parametrize(
    "past",
    [
        "In 2008, <Ana Ruiz> {said} [it should close].",
        "In 2003, <Ana Ruiz> {told} parliament [it should close].",
        "In March, <Ana Ruiz> {told} the board [it should close].",
    ],
)
def test_who_is_named_again_behind_older_words_has_come_back_from_them(past: str) -> None:
    first, second = report(
        f"{past} “[I have changed my mind],” <Ruiz> {{told}} the inquiry.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert first.said_on.date is not None
    assert second.said_on.date is None
    assert second.event is None


@pytest.mark.parametrize(
    "past",
    [
        "In 2008, <Ana Ruiz> {said} [it should close].",
        "In an interview in March, <Ana Ruiz> {said} [it should close].",
    ],
)
def test_who_is_not_named_again_goes_on(past: str) -> None:
    first, second = report(
        f"{past} “[Nobody pays],” <she> {{said}}.", RUIZ, RUIZ, published=DAY
    ).statements

    assert second.said_on.date == first.said_on.date


@pytest.mark.parametrize(
    "before",
    [
        "Ana Ruiz moved to Oslo in 1987.",
        "Ana Ruiz joined the bank in 2003 and left in 2009.",
        "On March 3, Ana Ruiz was arrested.",
    ],
)
def test_an_interview_is_not_of_the_old_day_that_the_sentence_before_tells(before: str) -> None:
    found = report(
        f"{before} “[It was cold],” <Ruiz> {{said}} in an interview.", RUIZ, published=DAY
    )

    (said,) = found.statements
    assert said.event is not None
    assert names_no_day(said.said_on)


def test_an_interview_is_of_the_late_day_that_the_sentence_before_tells_of_its_speaker() -> None:
    (said,) = report(
        "Ana Ruiz was cheerful on Friday. “[We won],” <Ruiz> {said} in an interview.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2014-05-30"


def test_an_interview_is_not_of_the_day_of_what_struck_somebody() -> None:
    (said,) = report(
        "The wave struck on Tuesday.\n"
        "“[I held on],” the fisherman <Ana Ruiz> {said} in an interview.",
        RUIZ,
        published=DAY,
    ).statements

    assert names_no_day(said.said_on)
