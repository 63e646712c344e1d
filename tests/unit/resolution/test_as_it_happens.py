"""Reports by the hour are of their own day."""

from __future__ import annotations

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"
RUIZ = Said("Ana Ruiz")
CLOCKS = "12:30 p.m.\nThe pier is old.\n12:10 p.m.\nThe crew sleeps.\n"


def test_words_below_a_time_of_day_are_of_the_day_of_the_report() -> None:
    (said,) = report(
        f"{CLOCKS}11:45 a.m.\n“[The pier stays],” <Ana Ruiz> {{says}}.", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == DAY
    assert "11:45 a.m." in said.said_on.reason


def test_words_of_another_time_are_not_dated_by_the_clock_above_them() -> None:
    (said,) = report(
        f"{CLOCKS}11:45 a.m.\n“[The pier stays],” <Ana Ruiz> {{said}} last week.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso != DAY


def test_two_times_of_day_make_no_report_by_the_hour() -> None:
    (said,) = report(
        f"{CLOCKS}“[The pier stays],” <Ana Ruiz> {{says}}.", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is None


def test_the_one_occasion_of_an_entry_is_that_of_the_words_in_it() -> None:
    first, second = report(
        "9:00 a.m.\n<Ana Ruiz> {says} [the pier stays]. Ruiz is using her victory speech in Porto"
        " to thank the town.\n8:00 a.m.\n<Ben Roe> {says} [nobody pays].\n7:00 a.m.\nFees rise.",
        Said("Ana Ruiz"),
        Said("Ben Roe"),
        published="2011-10-31",
    ).statements

    assert first.event is not None
    assert "speech" in first.event.value.lower()
    assert second.event is None
