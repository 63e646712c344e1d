"""Whether an occasion is told as past or as planned, and which day its words then mean."""

import pytest

from app.domain.resolved import ResolvedEvent
from tests.unit.resolution.reports import Said, report

FRIDAY, THURSDAY = "2016-09-16", "2016-09-15"


def only_event(text: str, published: str = FRIDAY) -> ResolvedEvent:
    (event,) = report(text, published=published).events
    return event


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Ruiz said at a rally in Porto on Thursday that she will win.", "2016-09-15"),
        ("At a rally in Porto on Thursday, Ana Ruiz said she would stay.", "2016-09-15"),
        ("During a rally in Porto on Thursday, Roe asked if she would stay.", "2016-09-15"),
        ("Speaking at a rally in Porto on Friday, Ana Ruiz promised ships.", "2016-09-16"),
        ("In a speech in Porto on Monday, Ana Ruiz said her plan would work.", "2016-09-12"),
        ("“We will stay,” Ana Ruiz told a rally in Porto on Thursday.", "2016-09-15"),
        ("Scenes from the Ruiz rally in Porto on Tuesday will keep us awake.", "2016-09-13"),
        ("Ana Ruiz is coming off a rally in Porto on Thursday, when many cheered.", "2016-09-15"),
        ("Ana Ruiz, who will stay, held a rally in Porto on Thursday.", "2016-09-15"),
        (
            "In a speech in Porto last week, Ana Ruiz would not rule it out.",
            "2016-09-05/2016-09-11",
        ),
    ],
)
def test_an_occasion_at_which_words_were_said_is_past(text: str, day: str) -> None:
    event = only_event(text)

    assert event.type in ("rally", "speech")
    date = event.date.date
    assert date is not None
    first, _, last = day.partition("/")
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last or first)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Ruiz will hold a rally in Porto on Thursday.", "2016-09-22"),
        ("Ana Ruiz said she would hold a rally in Porto on Thursday.", "2016-09-22"),
        ("Ana Ruiz said that she plans a rally in Porto on Tuesday.", "2016-09-20"),
        ("Ana Ruiz is scheduled to speak at a rally in Porto on Monday.", "2016-09-19"),
        ("Ana Ruiz has a rally in Porto planned for Monday.", "2016-09-19"),
        ("Ana Ruiz may hold a rally in Porto on Monday.", "2016-09-19"),
        ("Ana Ruiz will hold a rally in Porto on Friday.", "2016-09-16"),
        ("The next rally in Porto is on Sunday.", "2016-09-18"),
    ],
)
def test_an_occasion_is_planned_where_words_say_so(text: str, day: str) -> None:
    event = only_event(text)

    assert event.type == "planned event"
    assert event.date.date is not None
    assert event.date.date.iso == day


def test_what_was_to_be_is_of_the_nearest_such_day() -> None:
    event = only_event("Ana Ruiz was set to speak at a rally in Porto on Thursday.")

    assert event.date.date is not None
    assert event.date.date.iso == "2016-09-15"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("At a rally in Porto this summer, Ana Ruiz sang.", "2016-06-01"),
        ("At a rally in Porto this spring, Ana Ruiz sang.", "2016-03-01"),
    ],
)
def test_this_summer_is_the_nearest_one(text: str, first: str) -> None:
    date = only_event(text, "2016-12-12" if "summer" in text else "2016-07-18").date.date

    assert date is not None
    assert date.first.isoformat() == first


def test_an_event_that_is_over_is_not_planned() -> None:
    event = only_event("Ana Ruiz invited Ben Roe to a rally in Porto in May 2016.")

    assert event.type == "rally"


def test_the_day_of_what_comes_after_is_not_the_events_own() -> None:
    event = only_event("Ana Ruiz held a rally in Porto ahead of next Tuesday's vote.")

    assert event.type == "rally"
    assert event.date.date is None or event.date.date.first < event.date.date.last


def test_a_day_that_leads_the_sentence_dates_who_gathered() -> None:
    told = report(
        "Last November members of the Harbour Union gathered in Lisbon. <Roe> {said} [so].\n"
        "Harbour Ministers met in late June to discuss the pier.",
        Said("Ann Roe"),
        published="2011-09-01",
    )
    days = {event.name: event.date.iso for event in told.events}
    assert days["Harbour summit, Lisbon 2010"] == "2010-11-20"
    assert any(day and day.startswith("2011-06") for day in days.values())
