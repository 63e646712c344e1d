"""Appearances on the air as occasions of their own."""

from __future__ import annotations

import pytest

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Sunday on NBC’s “Harbour Today,” <Ana Ruiz> {said} [so].", "NBC’s “Harbour Today”"),
        ("“[So],” <Ana Ruiz> {told} CNN’s Ben Roe on Sunday.", "CNN’s Ben Roe"),
        ("“[So],” <Ana Ruiz> {said} on The Ben Roe Show on Sunday.", "The Ben Roe Show"),
        ("“[So],” <Ana Ruiz> {told} Harbour Radio host Ben Roe on Sunday.", "host Ben Roe"),
        ("“[So],” <Ana Ruiz> {said} Sunday on “Meet the Harbour.”", "“Meet the Harbour”"),
        ("On “Face the Harbour” on Sunday, <Ana Ruiz> {said} [so].", "“Face the Harbour”"),
        ("On Sunday’s episode of Harbour Talk, <Ana Ruiz> {said} [so].", "Harbour Talk"),
    ],
)
def test_where_somebody_is_heard_is_an_occasion_named_with_them(marked: str, name: str) -> None:
    resolved = report(marked, RUIZ, published=DAY)

    (said,) = resolved.statements
    assert said.event is not None
    assert said.event.value.startswith(("Appearance of Ana Ruiz on", "Interview of Ana Ruiz with"))
    assert name in said.event.value
    assert said.said_on.iso == "2011-10-30"
    assert [event.date.iso for event in resolved.events] == ["2011-10-30"]


def test_a_station_alone_is_one_where_the_article_speaks_of_the_interview() -> None:
    told = "“[So],” <Ana Ruiz> {told} CNN."

    (alone,) = report(told, RUIZ, published=DAY).statements
    (said, _) = report(
        f"{told}\nIn the interview, <Ana Ruiz> {{said}} [more].", RUIZ, RUIZ, published=DAY
    ).statements

    assert alone.event is None
    assert said.event is not None
    assert said.event.value == "Interview of Ana Ruiz with CNN"


def test_what_another_said_on_the_air_is_not_put_there() -> None:
    _, second = report(
        "<Ben Roe> {said} on NBC’s “Harbour Today” that [so],"
        " whereas <Ana Ruiz> {admitted} [more].",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert second.event is None


def test_an_advertisement_on_a_station_is_no_appearance() -> None:
    (said,) = report(
        "“[So],” <Ana Ruiz> {said} in an ad aired on CNN on Sunday.", RUIZ, published=DAY
    ).statements

    assert said.event is None


def test_an_answer_goes_on_from_before_the_question() -> None:
    *_, last = report(
        "In an interview in April, <Ana Ruiz> {told} Ben Roe, “[nobody pays].”\n"
        "<Roe> then {asked}, “[Nobody]?”\n“[Nobody at all],” <Ana Ruiz> {answered}.",
        RUIZ,
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-04"
    assert last.event is not None
