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
        ("On NBC’s “Harbour Today” Sunday, <Ana Ruiz> {said} [so].", "NBC’s “Harbour Today”"),
        ("On CBS' ''60 Piers'' on Sunday, <Ana Ruiz> {said} [so].", "CBS' ''60 Piers''"),
        ("Sunday on Fox News channel’s “Pier,” <Ana Ruiz> {said} [so].", "channel’s “Pier”"),
        ("Sunday on the BBC, <Ana Ruiz> {said} [so].", "BBC"),
        ("“[So],” <Ana Ruiz> {told} CBS' Face the Pier on Sunday.", "CBS' Face the Pier"),
        ("Appearing Sunday on CNN, <Ana Ruiz> {said} [so].", "CNN"),
        ("“[So],” <Ana Ruiz> {told} public broadcaster ARD on Sunday.", "ARD"),
        ("“[So],” <Ana Ruiz> {told} France Inter on Sunday.", "France Inter"),
        ("{Speaking} on the Harbour programme on Sunday, <Ana Ruiz> said [so].", "programme"),
        ("<Ana Ruiz> {joined} “Harbour Watch” on Sunday and said [so].", "“Harbour Watch”"),
        ("“[So],” <Ana Ruiz> {said} on state television on Sunday.", "state television"),
        ("In comments to Sky News on Sunday, <Ana Ruiz> {said} [so].", "Sky News"),
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


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Asked} on Fox News about the pier, <Ana Ruiz> said [so].", "with Fox News"),
        ("“[So],” <Ana Ruiz> {told} BBC Radio Four’s Any Questions.", "BBC Radio Four’s Any Quest"),
        ("<Ana Ruiz> {said} on Ben Roe’s radio show that [so].", "on Ben Roe’s radio show"),
        ("“[So],” <Ana Ruiz> {told} talk show host Ben Roe.", "with talk show host Ben Roe"),
        ("“[So],” <Ana Ruiz> {said} on the Harbour Watch podcast.", "on the Harbour Watch podcast"),
        ("“[So],” <Ana Ruiz> {told} Roe on his show.", "with Roe"),
        ("{Appearing} on “The Daily Pier,” <Ana Ruiz> said [so].", "on “The Daily Pier”"),
        ("“[So],” <Ana Ruiz> {told} “Fox and Piers” after the vote.", "with “Fox and Piers”"),
        ("“[So],” <Ana Ruiz> {told} the Herald's editorial board.", "editorial board"),
        ("During a {segment} on CNN, <Ana Ruiz> said [so].", "with CNN"),
        ("“[So],” <Ana Ruiz> {said} on CNN’s “State of the Union.”", "CNN’s “State of the Union”"),
        ("On Sunday’s broadcast of CNN’s “Day,” <Ana Ruiz> {said} [so].", "CNN’s “Day”"),
    ],
)
def test_a_show_a_host_or_a_station_without_a_day_is_one_too(marked: str, name: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements
    assert said.event is not None
    assert "of Ana Ruiz" in said.event.value
    assert said.event.value.endswith(name) or name in said.event.value


def test_what_was_aired_is_past_whatever_the_words_say_would_be() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} [the pier would stay] on Sunday’s broadcast of CNN’s “Day.”",
        RUIZ,
        published=DAY,
    ).statements

    assert said.event is not None
    assert said.event.value == "Appearance of Ana Ruiz on CNN’s “Day”"


@pytest.mark.parametrize(
    "before",
    [
        "Ana Ruiz sat down with the Herald’s Ben Roe on Sunday.",
        "On Sunday, CNN anchor Ben Roe interviewed Ana Ruiz.",
        "Ana Ruiz was a guest on “Harbour Tonight” on Sunday.",
        "Ana Ruiz spoke with NPR’s Ben Roe on Sunday.",
    ],
)
def test_words_told_after_an_interview_are_of_it(before: str) -> None:
    (said,) = report(f"{before} “[So],” <she> {{said}}.", RUIZ, published=DAY).statements
    assert said.event is not None
    assert said.said_on.iso == "2011-10-30"


@pytest.mark.parametrize(
    "marked",
    [
        "<Ana Ruiz> {said} on Sunday that [so].",
        "“[So],” <Ana Ruiz> {told} the Herald.",
        "<Ana Ruiz> {said} that [what Roe wrote on the radio show was wrong].",
        "<Ana Ruiz>, who was interviewed by nobody, {said} [so].",
        "<Ana Ruiz>, who once spoke with the mayor’s wife, {said} [so].",
    ],
)
def test_what_names_no_show_and_no_station_is_none(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements
    assert said.event is None


def test_a_station_alone_is_one_where_the_article_speaks_of_the_interview() -> None:
    told = "“[So],” <Ana Ruiz> {told} CNN."

    (alone,) = report(told, RUIZ, published=DAY).statements
    (said, _) = report(
        f"{told}\nIn the interview, <Ana Ruiz> {{said}} [more].", RUIZ, RUIZ, published=DAY
    ).statements

    assert alone.event is None
    assert said.event is not None
    assert said.event.value == "Interview of Ana Ruiz with CNN"


@pytest.mark.parametrize(
    "further_on",
    [
        "<Ben Roe> {told} the Harbour Herald in an interview that [more].",
        "In an interview with Harbour News, <Ben Roe> {said} [more].",
    ],
)
def test_what_one_paper_was_told_in_an_interview_makes_none_of_what_a_station_was_told(
    further_on: str,
) -> None:
    marked = f"“[So],” <Ana Ruiz> {{told}} CNN.\n{further_on}"

    said, _ = report(marked, RUIZ, ROE, published=DAY).statements

    assert said.event is None


@pytest.mark.parametrize(
    "further_on",
    [
        "<Ana Ruiz> {told} CNN in an interview that [more].",
        "In an interview with CNN, <Ana Ruiz> {said} [more].",
        "In this interview, <Ana Ruiz> {said} [more].",
        "It was an interview to remember. <Ana Ruiz> {said} [more].",
    ],
)
def test_an_interview_told_further_on_may_be_that_of_the_station(further_on: str) -> None:
    marked = f"“[So],” <Ana Ruiz> {{told}} CNN.\n{further_on}"

    said, _ = report(marked, RUIZ, RUIZ, published=DAY).statements

    assert said.event is not None


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


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“[So],” <Ana Ruiz> {said} on France Inter on Sunday.", "France Inter"),
        ("“[So],” <Ana Ruiz> {said} on Europe 1 radio on Sunday.", "Europe 1"),
        ("“[So],” <Ana Ruiz> {said} on RTL radio on Sunday.", "RTL"),
        ("Speaking on LCI television on Sunday, <Ana Ruiz> {said} [so].", "LCI"),
        ("“[So],” <Ana Ruiz> {told} Deutschlandfunk on Sunday.", "Deutschlandfunk"),
    ],
)
def test_stations_abroad_are_heard_as_well(marked: str, name: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.event is not None
    assert name in said.event.value


@pytest.mark.parametrize(
    "marked",
    [
        "“[So],” <Ana Ruiz> {said} of Channel 4 on Sunday.",
        "“[So],” <Ana Ruiz> {said} of France Inter on Sunday.",
    ],
)
def test_what_names_no_station_is_no_appearance(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.event is None
