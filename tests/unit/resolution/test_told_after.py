"""The time that the sentence right after words tells of them: "That was in 2008."."""

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2016-03-11"  # a Friday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
TODAY = "<Ana Ruiz> {said} on Thursday [it falls].\n"


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("That was in 2008.", "2008"),
        ("That was back in 2008, when it stood.", "2008"),
        ("But that was in May 2012.".replace("that", "That"), None),
        ("This was three years ago.", "2013"),
        ("That was on Monday.", "2016-03-07"),
        ("That was only last month.", "2016-02"),
    ],
)
def test_what_that_was_is_the_time_of_the_words(told: str, iso: str | None) -> None:
    _, said = report(
        f"{TODAY}“[It stays],” <Ruiz> {{told}} the council. {told}", RUIZ, RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == (iso or "2012-05")
    assert "right after the words" in said.said_on.reason


def test_a_time_counted_from_an_event_leaves_the_day_unknown() -> None:
    _, said = report(
        f"{TODAY}“[It stays],” <Ruiz> {{said}}. That was two days before it fell.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None


@pytest.mark.parametrize(
    "told",
    [
        "That was the first time since 2008.",
        "That was in 2008 terms a lot.",
        "The pier fell. That was in 2008.",
        "It was late in 2008.",
        "That was a lie.",
    ],
)
def test_other_sentences_date_nothing_before_them(told: str) -> None:
    _, said = report(
        f"{TODAY}“[It stays],” <Ruiz> {{told}} the council. {told}", RUIZ, RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2016-03-10"


def test_a_day_beside_the_words_is_theirs_whatever_follows() -> None:
    (said,) = report(
        "“[It stays],” <Ana Ruiz> {said} on Monday. That was in 2008.", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2016-03-07"


def test_an_occasion_told_with_the_words_is_of_that_time_as_well() -> None:
    resolved = report(
        f"{TODAY}“[It stays],” <Ruiz> {{said}} at a rally in Porto. That was in 2008.",
        RUIZ,
        RUIZ,
        published=DAY,
    )

    first, said = resolved.statements
    assert said.said_on.iso == "2008"
    assert [event.date.iso for event in resolved.events] == ["2008"]
    assert first.event is None
