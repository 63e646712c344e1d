"""Who is heard where somebody else speaks."""

from __future__ import annotations

import pytest

from app.domain.quotations import SourceKind
from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The pier is old.\n" * 5
RALLY = "“[Who pays]?” <Ana Ruiz> {said} at a rally in Porto on Saturday.\n"


def _unnamed(who: str) -> Said:
    return Said(None, SourceKind.UNNAMED, described=who)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("“[Poe]!” <the crowd> {shouted}.", _unnamed("the crowd")),
        ("“[Poe]!” {yelled} <Ben Roe> from the back.", ROE),
        ("“[And the boats]?” {asked} <a boy>.", _unnamed("a boy")),
        ("<A heckler> {interrupted} her: “[Poe]!”", _unnamed("a heckler")),
        ("As the audience laughed, <Roe> {said}: “[Poe].”", ROE),
        ("Weighing in on the discussion, <Ben Roe> {agreed} [that it stays].", ROE),
        ("“[It is late],” <Ben Roe> {said} in posing the question to Ruiz.", ROE),
    ],
)
def test_who_is_heard_where_another_speaks_is_at_that_occasion(words: str, who: Said) -> None:
    _, said = report(f"{FILLER}{RALLY}{words}", RUIZ, who, published=DAY).statements

    assert said.said_on.iso == "2011-10-29"
    assert said.event is not None
    assert said.event_relation is EventRelation.AT
    assert "where Ana Ruiz speaks" in said.event.reason


def test_what_the_one_who_is_heard_there_goes_on_to_say_is_from_there() -> None:
    *_, said = report(
        f"{FILLER}{RALLY}“[And the boats]?” {{asked}} <a boy>.\n“[I row],” <the boy> {{said}}.",
        RUIZ,
        _unnamed("a boy"),
        _unnamed("a boy"),
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-29"


def test_an_occasion_is_named_after_those_who_speak_not_those_who_are_heard_there() -> None:
    interview = "“[We pay],” <Ana Ruiz> {said} in an interview on Saturday.\n"
    first, _ = report(
        f"{FILLER}{interview}“[It is late],” <Ben Roe> {{said}} in posing the question to Ruiz.",
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert first.event is not None
    assert first.event.value == "Interview of Ana Ruiz"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("“[We rent it],” <Ben Roe> {said}.", ROE),  # nothing tells that he is there
        ("“[We rent it],” {said} <a man>.", _unnamed("a man")),
        ("In a statement, <Ben Roe> {answered} [that the pier stays].", ROE),
        ("Years ago, <the crowd> {shouted}: “[Poe]!”", _unnamed("the crowd")),
        ("On Sunday, <the crowd> {shouted}: “[Poe]!”", _unnamed("the crowd")),
        (f"{FILLER}“[Poe]!” <the crowd> {{shouted}}.", _unnamed("the crowd")),  # far below
        ("Roe spoke in Lisbon on Sunday.\n“[Poe]!” <the crowd> {shouted}.", _unnamed("the crowd")),
    ],
)
def test_who_is_not_told_to_be_there_is_not(words: str, who: Said) -> None:
    _, said = report(f"{FILLER}{RALLY}{words}", RUIZ, who, published=DAY).statements

    assert said.said_on.iso != "2011-10-29"
    assert said.event is None or said.event_relation is not EventRelation.AT


AIR = "<Ana Ruiz> {said} [it is close] on NBC’s “Today” on Sunday.\n"


def test_who_asks_between_two_answers_on_the_air_asks_there() -> None:
    marked = f"{AIR}<Ben Roe> {{asked}}, “[Will you win]?”\n<Ruiz> {{continued}}, “[Yes].”"
    _, asked, _ = report(marked, RUIZ, ROE, RUIZ, published=DAY).statements

    assert asked.said_on.iso == "2011-10-30"
    assert asked.event is not None


@pytest.mark.parametrize(
    "rest",
    [
        "<Ben Roe> {asked}, “[Will you win]?”\n<Poe> {said}, “[Yes].”",
        "<Ben Roe> {said}, “[They lose].”\n<Ruiz> {continued}, “[Yes].”",
    ],
)
def test_who_does_not_ask_or_is_not_answered_is_not_on_the_air(rest: str) -> None:
    third = Said("Cy Poe") if "Poe" in rest else RUIZ
    _, other, _ = report(f"{AIR}{rest}", RUIZ, ROE, third, published=DAY).statements

    assert other.event is None
