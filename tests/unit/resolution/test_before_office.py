"""No office where the words are told to be older than it."""

from __future__ import annotations

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"


@pytest.mark.parametrize(
    "marked",
    [
        "Years before she became mayor, <Mayor Ana Ruiz> {said} [the pier stays].",
        "Before becoming mayor, <Mayor Ana Ruiz> {said} [the pier stays].",
        "In her student days, <Mayor Ana Ruiz> {said} [the pier stays].",
        "<Mayor Ana Ruiz>, then a young lawyer, {said} [the pier stays].",
        "<Ana Ruiz>, later mayor of Porto, {said} [the pier stays].",
    ],
)
def test_words_of_a_time_before_the_office_are_of_nobody_in_office(marked: str) -> None:
    (said,) = report(marked, Said("Ana Ruiz", role="Mayor"), published=DAY).statements

    assert said.office is None


@pytest.mark.parametrize(
    "marked",
    [
        "<Mayor Ana Ruiz> {said} [before she became mayor nobody paid].",
        "<Ana Ruiz>, now mayor of Porto, {said} [the pier stays].",
        "<Mayor Ana Ruiz> {told} Ben Roe, then a young lawyer, [that the pier stays].",
        "Before becoming a port, the town was poor, <Mayor Ana Ruiz> {said} [as it stays].",
        "<Mayor Ana Ruiz> {said} before she took questions [that the pier stays].",
    ],
)
def test_what_is_said_of_earlier_times_takes_no_office_away(marked: str) -> None:
    (said,) = report(marked, Said("Ana Ruiz", role="Mayor"), published=DAY).statements

    assert said.office is not None


@pytest.mark.parametrize("role", ["Mayor of Porto in 2002", "Appointed minister on Tuesday"])
def test_a_role_that_tells_another_time_is_no_office_of_these_words(role: str) -> None:
    told = "<Ana Ruiz> {said} on Friday [the pier stays]."
    (said,) = report(told, Said("Ana Ruiz", role=role), published=DAY).statements

    assert said.office is None
