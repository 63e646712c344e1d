"""Meetings, visits and votes to come, which a verb tells."""

import pytest

from app.domain.occasions import PLANNED
from tests.unit.resolution.reports import Said, report

DAY = "2014-03-12"  # a Wednesday
RUIZ = Said("Ana Ruiz")


def told(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Name, type, day and place of each event; the last sentence holds words said."""
    found = report(f"{text}\n“[It stays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY).events
    return [(e.name, e.type, e.date.iso if e.date.date else None, e.place) for e in found]


@pytest.mark.parametrize(
    ("text", "name", "day", "place"),
    [
        (
            "NATO defence ministers are to back it when they meet in Brussels on Thursday.",
            "Meeting of NATO defence ministers, Brussels",
            "2014-03-13",
            "Brussels",
        ),
        (
            "EU foreign ministers will discuss the crisis in Riga on March 17.",
            "Meeting of EU foreign ministers, Riga",
            "2014-03-17",
            "Riga",
        ),
        (
            "Presidents Ida Moll and Jan Kral will meet in Riga on March 28.",
            "Meeting of Presidents Ida Moll and Jan Kral, Riga",
            "2014-03-28",
            "Riga",
        ),
        (
            "The two presidents will meet in Geneva in May.",
            "Meeting of the two presidents, Geneva",
            "2014-05",
            "Geneva",
        ),
        (
            "Envoys from six states will hold talks in Vienna on Saturday.",
            "Vienna",
            "2014-03-15",
            "Vienna",
        ),
        (
            "Leaders of 47 states are to gather in The Hague on March 24 for a summit on trade.",
            "Summit on trade, The Hague",
            "2014-03-24",
            "The Hague",
        ),
        (
            "Foreign Minister Kari Lund will visit Riga on March 20.",
            "Visit of Kari Lund to Riga",
            "2014-03-20",
            "Riga",
        ),
        (
            "The foreign minister, Otto Vann, plans to visit Kyiv next month.",
            "Visit of Otto Vann to Kyiv",
            "2014-04",
            "Kyiv",
        ),
        (
            "Latvia is expected to hold early elections in October.",
            "Elections in Latvia",
            "2014-10",
            "Latvia",
        ),
        (
            "The Nordic Forum will be held in Turku on May 5.",
            "Nordic Forum",
            "2014-05-05",
            "Turku",
        ),
    ],
)
def test_what_is_to_come_is_told_by_a_verb(text, name, day, place) -> None:
    ((found, kind, when, where),) = told(text)
    assert name in found
    assert (kind, when, where) == (PLANNED, day, place)


@pytest.mark.parametrize(
    "text",
    [
        "NATO ministers are expected to back the plan on Thursday.",
        "The two presidents will meet the challenge next year.",
        "Prices will meet resistance in April.",
        "Lund will meet voters if they gather on Friday.",
        "Kari Lund will visit her mother on Sunday.",
        "The two presidents will meet one day.",
        "The Harbour Party will hold its nerve in the elections in May.",
        "Ann Lee, the mayor, will visit schools on Monday.",
    ],
)
def test_other_plans_are_no_events(text) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Ida Moll is expected to meet President Otto Vann in Riga on March 28.",
            "Meeting of President Ida Moll with President Otto Vann in Riga",
        ),
        (
            "Ida Moll is due to meet Kari Lund in Riga on March 28.",
            "Meeting of Ida Moll with Kari Lund in Riga",
        ),
        ("Ida Moll will meet in Riga on March 28.", "Meeting of Ida Moll in Riga"),
    ],
)
def test_whom_somebody_is_to_meet_stands_in_the_name(text, name) -> None:
    assert [found for found, *_ in told(text)] == [name]


def test_what_has_been_held_is_not_to_come() -> None:
    ((name, kind, when, _),) = told("Kari Lund met Otto Vann in Tromso on Monday.")
    assert (kind, when) == ("meeting", "2014-03-10")
    assert "Kari Lund" in name


def test_calls_of_the_day_agreed_on_are_over() -> None:
    ((_, kind, when, _),) = told("In a phone call with Ben Roe on Tuesday, she agreed to wait.")
    assert (kind, when) == ("talks", "2014-03-11")
