"""Callings that one person may have in a life, but not at once."""

from datetime import date

import pytest

from app.domain.namesakes import why_doubtful, why_two
from app.domain.told import Told, telling_words


def told(*roles: str, on: str = "2014-05-01") -> Told:
    return Told.of(roles, None, date.fromisoformat(on))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("councillor of York", "Boston Bruins goalkeeper"),
        ("mayor of Lima", "striker for Brazil"),
        ("police officer", "singer"),
        ("Sgt", "opera singer"),
        ("officer with the Denver Police Department", "novelist"),
        ("constable", "professor of physics at Oxford"),
        ("student at Ohio State University", "professor of law at Oxford"),
        ("19-year-old student", "surgeon at Mercy Hospital"),
        ("12-year-old pupil", "chief executive of Acme Steel"),
        ("actor", "professor of physics at Manchester"),
        ("rapper", "surgeon in Boston"),
        ("farmer", "Senator"),
        ("who farms 200 acres near Ames", "Senator"),
        ("who drives a bus in Leeds", "member of parliament for Hull"),
        ("U.S. Sen. from Ohio", "Republican from Texas"),
    ],
)
def test_callings_that_exclude_each_other_are_two_peoples(one: str, two: str) -> None:
    assert why_two(told(one), told(two)) is not None
    assert why_two(told(two), told(one)) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("author", "professor at Yale University"),
        ("novelist", "professor of English at Columbia"),
        ("actor", "professor of drama at Yale University"),
        ("doctoral student at Yale University", "assistant professor at Oxford"),
        ("law student", "judge in Ohio"),
        ("student leader", "minister of education"),
        ("student at Yale University", "professor at Yale University"),
        ("student in Leeds", "teacher in Hull"),
        ("police officer", "Police Chief"),
        ("police officer", "sheriff of Kern County"),
        ("goalkeeper", "former councillor of York"),
        ("Boston Bruins goalkeeper", "head coach of the Chicago Blackhawks"),
        ("councillor of Boston", "Boston Bruins goalkeeper"),
        ("retired teacher", "councilwoman in Ohio"),
        ("former nurse", "Senator"),
        ("pastor", "D-Ohio"),
        ("soldier", "Senator"),
        ("boxer", "lawmaker"),
        ("teacher in Ohio", "teacher who moved from Ohio to Texas"),
        ("chief information officer", "singer"),
    ],
)
def test_callings_that_one_person_may_well_have_are_not(one: str, two: str) -> None:
    assert why_two(told(one), told(two)) is None
    assert why_two(told(two), told(one)) is None


@pytest.mark.parametrize("trade", ["poet", "singer", "goalkeeper", "police officer", "boxer"])
def test_nobody_who_holds_an_office_is_called_by_a_trade_alone_soon_afterwards(trade: str) -> None:
    premier = told("Premier of Ontario", on="2014-03-01")

    why = why_two(premier, told(trade, on="2015-01-01"))
    assert why == f"nobody who was “Premier of Ontario” is “{trade}” alone soon afterwards"
    # Who is told of before may have come to the office since, and many years later all is over.
    assert why_two(premier, told(trade, on="2013-01-01")) is None
    assert why_two(premier, told(trade, on="2024-01-01")) is None
    assert why_two(premier, told(trade, "former premier", on="2015-01-01")) is None
    assert why_two(premier, told(f"former {trade}", on="2015-01-01")) is None


def test_years_make_a_professor_of_a_student() -> None:
    student = told("student at Ohio State University", on="2004-03-01")

    assert why_two(student, told("professor of law at Oxford", on="2014-01-01")) is None


def test_who_is_said_to_be_no_relation_is_another() -> None:
    lawyer = told("lawyer in Denver")
    other = told("doctor in Boston", "no relation to the lawyer of the same name")

    assert other.roles == ("doctor in Boston",)
    said = "“no relation to the lawyer of the same name” is said of one"
    assert why_two(lawyer, other) == f"{said}, “lawyer in Denver” of the other"
    assert why_two(other, lawyer) is not None
    assert why_two(told("nurse"), told("nurse", "no relation to the lawyer")) is None


def test_who_is_said_to_be_another_is_quoted_as_printed_with_the_calling_that_it_is() -> None:
    senator = told("author", "congresswoman from Ohio")
    other = told("nurse", "not related to the former representative")

    said = "“not related to the former representative” is said of one"
    assert why_two(other, senator) == f"{said}, “congresswoman from Ohio” of the other"
    # The sheriff's deputy is another than the sheriff.
    deputy = told("nurse", "not related to the sheriff who led the county")
    assert why_two(deputy, told("firefighter")) is None


def test_what_nothing_tells_apart_may_still_be_doubtful() -> None:
    doubt = why_doubtful(told("actor"), told("governor of California"))

    assert doubt == "as “actor” and as “governor of California”"
    assert why_doubtful(told("senator"), told("governor of California")) is None
    assert why_doubtful(told("actor from California"), told("governor of California")) is None
    assert why_doubtful(told("farmer"), told("senator")) is None


def test_the_words_that_name_a_place_tell_best() -> None:
    assert telling_words(told("Sen", "D-Ohio")) == "D-Ohio"
    assert telling_words(told("farmer")) == "farmer"
    assert telling_words(told("friend")) is None
