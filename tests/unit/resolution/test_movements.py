"""Words said on arrival or before leaving: the day and place are those of the movement."""

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2016-03-11"  # a Friday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


@pytest.mark.parametrize(
    ("lead", "said", "day", "place"),
    [
        (
            "Ana Ruiz arrived in Oslo on Monday and leaves on Wednesday.",
            "“[It is hard],” <Ruiz> {said} on arrival.",
            "2016-03-07",
            "Oslo",
        ),
        (
            "Ana Ruiz, who leaves Oslo on Saturday, arrived there on Tuesday.",
            "“[It is hard],” <Ruiz> {said} upon arriving.",
            "2016-03-08",
            None,
        ),
        (
            "Ana Ruiz landed in Oslo on Tuesday and left on Thursday.",
            "“[It is hard],” <Ruiz> {said} before leaving.",
            "2016-03-10",
            None,
        ),
        (
            "Ana Ruiz flew in on Sunday and left Oslo on Wednesday.",
            "As she landed, <she> {said} [it is hard].",
            "2016-03-06",
            None,
        ),
    ],
)
def test_words_on_arrival_are_of_the_day_of_the_arrival(
    lead: str, said: str, day: str, place: str | None
) -> None:
    (one,) = report(f"{lead}\n{said}", RUIZ, published=DAY).statements

    assert one.said_on.iso == day
    assert (one.place.value if one.place else None) == place


def test_the_arrival_of_another_tells_nothing() -> None:
    (one,) = report(
        "Ben Roe arrived in Oslo on Tuesday.\n“[It is hard],” <Ana Ruiz> {said} on arrival.",
        RUIZ,
        published=DAY,
    ).statements

    assert one.said_on.date is None
    assert one.place is None


def test_an_arrival_still_to_come_tells_nothing() -> None:
    (one,) = report(
        "Ana Ruiz leaves on March 14.\n“[It is hard],” <Ruiz> {said} before leaving.",
        RUIZ,
        published=DAY,
    ).statements

    assert one.said_on.date is None
