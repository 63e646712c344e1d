"""Who is quoted from interviews that a report says it had with all of them."""

from __future__ import annotations

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
ALL = Said(None, described="the candidates")
HEAD = "Ana Ruiz would build a pier. Ben Roe would not.\n"
GAVE = "In a series of interviews with the Herald, <the candidates> {outlined} [their plans].\n"


def _events(text: str, *who: Said) -> list[str | None]:
    found = report(text, *who, published=DAY).statements
    return [one.event.value if one.event else None for one in found]


@pytest.mark.parametrize(
    "gave",
    [
        GAVE,
        "In a series of interviews, all <the candidates> {described} [their plans].\n",
        "In a series of interviews with the Herald, most of <the candidates> {discussed} [it].\n",
    ],
)
def test_those_named_above_are_quoted_from_the_interviews(gave: str) -> None:
    text = f"{HEAD}{gave}“[I would],” <Ana Ruiz> {{said}}.\nThe pier is old.\n<Roe> {{said}} [no]."
    _, first, second = _events(text, ALL, RUIZ, ROE)
    assert first is not None
    assert first == second


@pytest.mark.parametrize(
    "text",
    [
        GAVE + "“[I would],” <Ana Ruiz> {said}.",
        HEAD + GAVE + "“[I would],” <Ana Ruiz> {said} on Sunday.",
        HEAD + GAVE + "“[I would],” <Ana Ruiz> {wrote} in a letter.",
        HEAD + GAVE + "In Lisbon, <Ana Ruiz> {said} [she would].",
    ],
)
def test_others_and_what_was_said_elsewhere_are_not(text: str) -> None:
    assert _events(text, ALL, RUIZ)[-1] is None
