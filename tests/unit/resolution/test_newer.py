"""A newer scene told right before words beats the older one that they were lent."""

from __future__ import annotations

import pytest

from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ = Said("Ana Ruiz")
FILLER = "The pier is old.\n" * 5
FIRST = [
    "“[We pay],” <Ana Ruiz> {said} on Saturday.\n",
    "“[We pay],” <Ana Ruiz> {said} at a rally in Porto on Saturday.\n",
    "Ana Ruiz spoke in Porto on Saturday. “[We pay],” <Ruiz> {said}.\n",
]


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize(
    "scene",
    [
        "On Sunday she met Poe in Bergen. ",
        "On Sunday, she met Poe in Bergen. ",
        "Ruiz was in Bergen on Sunday.\n",
        "Late Sunday she took to the pier.\n",
    ],
)
def test_words_are_of_the_newer_scene_right_before_them(first: str, scene: str) -> None:
    _, said = report(
        f"{FILLER}{first}{scene}“[Nobody pays],” <Ruiz> {{said}}.", RUIZ, RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert '"Sunday"' in said.said_on.reason
    assert said.event is None or said.event_relation is not EventRelation.AT


def test_words_are_at_the_newer_occasion_right_before_them() -> None:
    _, said = report(
        f"{FILLER}{FIRST[1]}At another rally in Bergen on Sunday, Ruiz showed no sign of doubt.\n"
        "While {saying} [that the pier stays], <she> praised Poe.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert said.event is not None
    assert "Bergen" in said.event.value


@pytest.mark.parametrize(
    "scene",
    [
        "In 1998 she sold her boat.\n",  # long ago: background
        "On Sunday the crew slept.\n",  # of others
        "On Sunday she met Poe in Bergen.\nThe pier is old.\nIt is long.\n",  # further up
    ],
)
def test_words_stay_where_they_were_after_background_and_what_others_did(scene: str) -> None:
    _, said = report(
        f"{FILLER}{FIRST[1]}{scene}“[Nobody pays],” <Ruiz> {{said}}.", RUIZ, RUIZ, published=DAY
    ).statements

    assert said.event is not None
    assert "Porto" in said.event.value
