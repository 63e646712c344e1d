"""Words between others of one day or occasion, one of them by the same speaker."""

from __future__ import annotations

import pytest

from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, names_no_day, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE, POE = Said("Ana Ruiz"), Said("Ben Roe"), Said("Carl Poe")
FILLER = "The pier is old.\n" * 5
FIRST = "“[We rent it],” <Ben Roe> {said} on Friday.\n"
AFTER = "“[We pay],” <Ana Ruiz> {said} on Friday."


@pytest.mark.parametrize(
    "words",
    [
        "In Lisbon, <Ana Ruiz> {added} [that the pier stays].\n",
        "In the last hour of the march, <Ana Ruiz> {sang} [that the pier stays].\n",
        "<Ana Ruiz> is {telling} a crowd [that the pier stays].\n",
    ],
)
def test_words_between_two_of_one_day_are_of_it_where_their_speaker_is_beside_them(
    words: str,
) -> None:
    _, said, _ = report(
        f"{FILLER}{FIRST}{FILLER}{words}{AFTER}", ROE, RUIZ, RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-28"
    assert '"Friday"' in said.said_on.reason


@pytest.mark.parametrize(
    ("words", "after", "who"),
    [
        ("In Lisbon, <Poe> {added} [that the pier stays].\n", AFTER, POE),  # somebody else
        ("In Lisbon, <Ruiz> {added} [that it stays].\n", AFTER.replace("Fri", "Satur"), RUIZ),
        ("<Ruiz> has often {said} [that the pier stays].\n", AFTER, RUIZ),  # of no day
        ("In an interview with the Herald, <Ruiz> {added} [that it stays].\n", AFTER, RUIZ),
        ("At another event, <Ruiz> {added} [that the pier stays].\n", AFTER, RUIZ),
    ],
)
def test_words_between_two_days_of_somebody_else_or_of_no_day_are_not(
    words: str, after: str, who: Said
) -> None:
    _, said, _ = report(
        f"{FILLER}{FIRST}{FILLER}{words}{after}", ROE, who, RUIZ, published=DAY
    ).statements

    assert names_no_day(said.said_on)


@pytest.mark.parametrize("day", ["on Friday", "last week"])
def test_words_of_the_day_between_two_of_one_occasion_are_from_there(day: str) -> None:
    at = "at a rally in Porto on Friday"
    _, said, _ = report(
        f"{FILLER}“[We pay],” <Ana Ruiz> {{said}} {at}.\n{FILLER}"
        f"<Ruiz> {{warned}} {day} [that it stays].\n“[We rent it],” <Ben Roe> {{said}} {at}.",
        RUIZ,
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert said.event is not None
    assert said.event_relation is EventRelation.AT
    assert "Porto" in said.event.value


def test_words_of_another_day_between_two_of_one_occasion_are_not_from_there() -> None:
    at = "at a rally in Porto on Friday"
    _, said, _ = report(
        f"{FILLER}“[We pay],” <Ana Ruiz> {{said}} {at}.\n{FILLER}"
        f"<Ruiz> {{warned}} on Sunday [that it stays].\n“[We rent it],” <Ben Roe> {{said}} {at}.",
        RUIZ,
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert said.event is None
