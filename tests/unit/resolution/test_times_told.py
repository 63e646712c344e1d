"""The many ways in which a sentence says when words were said."""

from __future__ import annotations

import pytest

from app.domain.quotations import SourceKind, SpeechKind
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ = Said("Ana Ruiz")

TIMES = [
    ("on Friday", "2011-10-28..2011-10-28"),
    ("late Friday", "2011-10-28..2011-10-28"),
    ("last week", "2011-10-24..2011-10-30"),
    ("early last month", "2011-09-01..2011-09-10"),
    ("late last month", "2011-09-21..2011-09-30"),
    ("late last year", "2010-09-01..2010-12-31"),
    ("late last week", "2011-10-26..2011-10-30"),
    ("over the weekend", "2011-10-29..2011-10-30"),
    ("over the summer", "2011-06-01..2011-08-31"),
    ("last November", "2010-11-01..2010-11-30"),
    ("in March 2009", "2009-03-01..2009-03-31"),
    ("in 2008", "2008-01-01..2008-12-31"),
    ("back in 2008", "2008-01-01..2008-12-31"),
]
PLACES = [
    "<Ana Ruiz> {{said}} {t} that [the pier stays].",
    "<Ana Ruiz> {t} {{promised}} [to keep the pier].",
    "“[The pier stays],” <Ana Ruiz> {{said}} {t}.",
    "“[The pier stays],” {{said}} <Ana Ruiz, the mayor of Porto>, {t}.",
    "“[The pier stays],” <Ana Ruiz> {{said}} in an interview {t}.",
    "In a letter sent {t}, <Ana Ruiz> {{wrote}} [that the pier stays].",
    "Speaking {t} in Porto, <Ana Ruiz> {{said}} [the pier stays].",
    "<Ana Ruiz> attacked the council {t}, {{saying}} [the pier stays].",
    "<A report> released {t} {{said}} [that the pier stays].",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("time", "days"), TIMES)
def test_a_time_in_the_clause_of_the_saying_is_that_of_the_words(
    time: str, days: str, place: str
) -> None:
    (said,) = report(place.format(t=time), RUIZ, published=DAY).statements

    assert said.said_on.date is not None
    assert f"{said.said_on.date.first}..{said.said_on.date.last}" == days


@pytest.mark.parametrize(
    "marked",
    [
        "Asked why nobody paid during an interview Friday in Porto, <Ana Ruiz> {said} [it stays].",
        "<Ana Ruiz> {told} the council when asked Friday about boats: “[The pier stays].”",
        "<Ana Ruiz> {called} [the pier “a jewel” late Friday].",
    ],
)
def test_the_day_on_which_somebody_was_asked_is_that_of_the_answer(marked: str) -> None:
    said = Said("Ana Ruiz", speech=SpeechKind.MIXED)
    (found,) = report(marked, said, published=DAY).statements

    assert found.said_on.iso == "2011-10-28"


def test_this_last_winter_is_a_time_and_no_name() -> None:
    told = "<Ana Ruiz> revealed this last winter when she {boasted} of [how the pier stays]."
    (said,) = report(told, RUIZ, published=DAY).statements

    assert said.said_on.date is not None
    assert str(said.said_on.date.first) == "2010-12-01"


def test_a_sunday_paper_calls_the_week_that_ends_the_last_one() -> None:
    told = "“[The pier stays],” <Ana Ruiz> {said} last week."
    (said,) = report(told, RUIZ, published="2011-10-30").statements

    assert said.said_on.date is not None
    assert str(said.said_on.date.first) == "2011-10-24"


@pytest.mark.parametrize("day", ["on Friday", "late Friday"])
def test_what_is_recalled_on_a_day_is_said_then(day: str) -> None:
    told = f"“[The pier stays],” <Ana Ruiz> {{recalled}} {day}."
    (said,) = report(told, RUIZ, published=DAY).statements

    assert said.said_on.iso == "2011-10-28"


@pytest.mark.parametrize(
    "marked",
    [
        "<Ana Ruiz>, who left the council in 2008, {said} [the pier stays].",
        "“[The pier stays],” {said} <Ana Ruiz, a lawyer elected in 2008>.",
        "<Ana Ruiz>, mayor since 2008, {said} [the pier stays].",
        "The pier was built in 2008, and <Ana Ruiz> {said} [it stays].",
        "Recalling a visit over the summer, <Ana Ruiz> {said} [the pier stays].",
    ],
)
def test_the_time_of_another_clause_is_not_that_of_the_words(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.date is None


def test_a_day_long_ago_at_the_head_of_the_sentence_before_is_that_of_the_words() -> None:
    (said,) = report(
        "Last June, Ana Ruiz attacked the council. “[The pier stays],” <she> {said}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-06"


def test_a_day_long_ago_that_is_told_by_the_way_dates_nothing() -> None:
    (said,) = report(
        "Ana Ruiz, who lost a race in 2009, spoke in Porto. “[The pier stays],” <she> {said}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None


def test_a_year_with_what_somebody_was_then_is_that_of_the_words() -> None:
    told = "In 2009, when she was mayor, <Ana Ruiz> {said}: “[The pier stays].”"
    (said,) = report(told, RUIZ, published=DAY).statements

    assert said.said_on.iso == "2009"


def test_at_the_time_points_back_to_the_time_told_before() -> None:
    (said,) = report(
        "In June, Ana Ruiz left the council. “[The pier stays],” <she> {said} at the time.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-06"


def test_who_has_no_name_is_told_of_by_the_noun() -> None:
    (said,) = report(
        "The pier is old.\nA judge gave a ruling on Friday.\n<The judge> {said} [it stays].",
        Said("The judge", SourceKind.UNNAMED),
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"


@pytest.mark.parametrize(
    "marked",
    [
        "Two weeks before the vote, <Ana Ruiz> {said} [the pier stays].",
        "The vote was held in April. Three days earlier, <Ana Ruiz> {said} [the pier stays].",
        "In an address that will air on Saturday, <Ana Ruiz> {said} [the pier stays].",
        "In an interview to be broadcast on Friday, <Ana Ruiz> {said} [the pier stays].",
    ],
)
def test_days_counted_from_something_else_or_of_a_broadcast_to_come_date_nothing(
    marked: str,
) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.date is None


@pytest.mark.parametrize("when", ["to be broadcast on Friday", "that will air on Friday"])
def test_a_broadcast_to_come_dates_neither_the_interview_nor_what_goes_on(when: str) -> None:
    found = report(
        f"In an interview with the Herald {when}, <Ana Ruiz> {{said}} [the pier stays]. "
        "“[We will pay],” <Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    )

    assert [one.said_on.date for one in found.statements] == [None, None]
    days = [event.date.date for event in found.events]
    assert not any(day and day.first == day.last for day in days)


def test_the_day_of_an_appointment_told_by_the_way_is_not_that_of_the_words() -> None:
    told = "<Ana Ruiz>, appointed minister on Thursday, {said} on Friday [the pier stays]."
    (said,) = report(told, RUIZ, published=DAY).statements

    assert said.said_on.iso == "2011-10-28"


@pytest.mark.parametrize(
    "marked",
    [
        "As mayor of Porto in 2002, <Ana Ruiz> {said} [the pier stays].",
        "As a young lawyer in 2002, <Ana Ruiz> {said} [the pier stays].",
        "When she was mayor in 2002, <Ana Ruiz> {said} [the pier stays].",
        "While she led the council in 2002, <Ana Ruiz> {said} [the pier stays].",
    ],
)
def test_the_year_of_an_office_told_with_the_words_is_that_of_the_words(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.iso == "2002"


@pytest.mark.parametrize(
    "marked",
    [
        "“[The pier stays],” {said} <Ana Ruiz>, the chief engineer of the pier three years ago.",
        "“[The pier stays],” {said} <Ana Ruiz>, an adviser to the mayor in March 2009.",
        "As soon as it opened in 2002, <Ana Ruiz> {said} [the pier stays].",
        "<Ana Ruiz>, a farmer who had a seat before leaving last month after a row, {said} [so].",
        "<Ana Ruiz>, one of those who rowed until selling the boat last month, {said} [so].",
    ],
)
def test_the_time_of_an_office_or_of_what_somebody_did_is_not_that_of_the_words(
    marked: str,
) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.date is None


@pytest.mark.parametrize(
    "marked",
    [
        "Ruiz, one of the boats’ owners chosen Sunday, has publicly {said} [that it stays].",
        "On Friday the council met, and <Ana Ruiz> has {promised} [to keep the pier].",
        "<Ana Ruiz> has already {warned} [it stays] in a report last month.",
    ],
)
def test_no_past_day_is_that_of_words_told_in_the_present_perfect(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.date is None


def test_later_in_the_day_is_of_the_day_that_leads_the_sentence_before() -> None:
    (said,) = report(
        "Early Friday, the port asked for the boats that it lent on Thursday to Bergen. "
        "Later in the day, <Ana Ruiz> {said} [it would pay].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"
