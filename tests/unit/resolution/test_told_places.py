"""Places told in front of a sentence, behind its verb of saying, and houses of fame."""

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ = Said("Ana Ruiz")


def _place(text: str) -> str | None:
    (said,) = report(text, RUIZ, published=DAY).statements
    return said.place.value if said.place else None


@pytest.mark.parametrize(
    "front",
    [
        "In Lisbon on Sunday",
        "In Lisbon",
        "On Sunday in downtown Lisbon",
        "Sunday at the harbour university in Lisbon",
        "In the old port of Lisbon, where she grew up",
        "From her home in Lisbon",
        "Standing in front of the port authority in Lisbon",
        "At a factory in Lisbon",
    ],
)
def test_what_stands_in_front_of_a_sentence_is_where_it_was_said(front: str) -> None:
    assert _place(f"{front}, <Ana Ruiz> {{said}} [that the pier would stay].") == "Lisbon"


@pytest.mark.parametrize(
    "behind",
    [
        "at a hotel in downtown Lisbon",
        "outside the court in Lisbon on Sunday",
        "from Lisbon",
        "by telephone from Lisbon",
        "at the headquarters of the union in Lisbon",
        "as she arrived in Lisbon for the talks",
        "after she landed in Lisbon",
    ],
)
def test_what_stands_behind_the_verb_is_where_it_was_said(behind: str) -> None:
    assert _place(f"“[The pier stays],” <Ana Ruiz> {{said}} {behind}.") == "Lisbon"


def test_who_flew_there_said_it_there() -> None:
    told = "Ana Ruiz flew to Lisbon on Sunday, where <she> {said} [the pier would stay]."

    assert _place(told) == "Lisbon"


@pytest.mark.parametrize(
    ("told", "house"),
    [
        ("“[It stays],” <Ana Ruiz> {told} reporters at the White House on Sunday.", "White House"),
        ("At the Kremlin on Sunday, <Ana Ruiz> {said} [it stays].", "Kremlin"),
        ("At the United Nations, <Ana Ruiz> {said} [it stays].", "United Nations"),
    ],
)
def test_a_house_that_everybody_knows_is_a_place(told: str, house: str) -> None:
    assert _place(told) == house


@pytest.mark.parametrize(
    "told",
    [
        "In Lisbon, the crew struck on Sunday, and <Ana Ruiz> {said} [the pier would stay].",
        "In Lisbon and Porto, <Ana Ruiz> {said} [the pier would stay].",
        "At a time of strikes in Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "In a letter to the mayor of Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "In the last days of Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "<Ana Ruiz>, the ambassador in Lisbon, {said} [the pier would stay].",
        "“[The pier stays],” <Ana Ruiz> {said} of the talks in Lisbon.",
        "“[The pier stays],” <Ana Ruiz> {said} before leaving for Lisbon.",
        "<Ana Ruiz> {said} at the start of the strike in Lisbon [that it stays].",
        "<Ana Ruiz>, who works at the White House, {said} [that it stays].",
    ],
)
def test_a_place_of_something_else_is_not_where_it_was_said(told: str) -> None:
    assert _place(told) is None


@pytest.mark.parametrize(
    "text",
    [
        "Speaking by telephone from Lisbon, <Ana Ruiz> {said} [it stays].",
        "Speaking from Lisbon, <Ana Ruiz> {said} [it stays].",
        "<Ana Ruiz>, reached by phone in Lisbon, {said} [it stays].",
        "<Ana Ruiz>, speaking from Lisbon, {said} [it stays].",
        "“[It stays],” <Ana Ruiz> {said} by satellite phone from Lisbon.",
        "Ana Ruiz left Porto for Lisbon on Sunday, where <she> {said} [it stays].",
        "<Ana Ruiz> arrived from Porto on Sunday and {said} in Lisbon [that it stays].",
    ],
)
def test_who_speaks_from_afar_or_has_come_there_speaks_in_that_place(text: str) -> None:
    assert _place(text) == "Lisbon"


@pytest.mark.parametrize(
    "text",
    [
        "Speaking from experience, <Ana Ruiz> {said} [it stays].",
        "<Ana Ruiz>, on her way from Porto to Lisbon, {said} [it stays].",
        "Ana Ruiz left the union for Roe, where <she> {said} [it stays].",
    ],
)
def test_who_is_only_on_the_way_speaks_nowhere(text: str) -> None:
    assert _place(text) is None
