"""Events that round-ups tell in passing: talks somewhere, agreements, what is to come."""

import pytest

from app.domain.dates import PartialDate
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.quotations import SpeechKind
from tests.unit.resolution.reports import Said, report

DAY = "2015-07-15"  # a Wednesday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def _events(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Day and place of each event, by its name; the last sentence holds words said."""
    found = report(f"{text}\n“[It stays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY).events
    return {one.name: (one.date.iso if one.date.date else None, one.place) for one in found}


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The talks began in Oslo in October 2003.", "2003-10", "Oslo"),
        ("Two days of talks that ended in Oslo on Monday brought nothing.", "2015-07-13", "Oslo"),
        ("The next conference is due in Oslo in November 2016.", "2016-11", "Oslo"),
    ],
)
def test_talks_without_a_name_are_told_by_place_and_month(text, day, place) -> None:
    assert (day, place) in _events(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "The talks began in October 2003.",
        "The talks began in Oslo.",
        "The talks that nobody wanted in Oslo were long.",
    ],
)
def test_talks_without_place_and_day_are_none(text) -> None:
    assert _events(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The agreement reached on Tuesday between Portland and Lisbon holds.", "Portland"),
        ("A truce brokered by the Harbour Union in May 2015 has been broken.", "ruce"),
    ],
)
def test_an_agreement_is_told_by_its_making(text, words) -> None:
    (name,) = _events(text)
    assert words in name


@pytest.mark.parametrize(
    "text",
    ["The agreement reached the committee late.", "No deal was reached.", "A pact is a pact."],
)
def test_an_agreement_that_is_only_spoken_of_is_no_event(text) -> None:
    assert _events(text) == {}


def test_who_are_to_meet_make_a_planned_event() -> None:
    (name,) = _events("The leaders of the Harbour Union are to meet in Oslo in November.")
    assert " are" not in name
    assert _events("The leaders of the Harbour Union are to meet in Oslo in November.")[name] == (
        "2015-11",
        "Oslo",
    )


@pytest.mark.parametrize("verb", ["ruled out", "rejected any further", "refused"])
def test_talks_that_somebody_turns_down_are_none(verb) -> None:
    assert _events(f"Harbour minister Ben Roe {verb} talks with Cy Holm in Oslo on Monday.") == {}


def test_what_is_said_after_the_talks_of_a_town_is_said_there() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} after the talks in Oslo [the pier would stay].", RUIZ, published=DAY
    ).statements
    assert said.event is not None
    assert said.place is not None
    assert said.place.value == "Oslo"


def test_a_hearing_of_another_month_is_not_of_the_report_s_day() -> None:
    events = report(
        "<Ana Ruiz> {said} on Wednesday [the pier would stay].\n"
        "In May, <Ruiz> {told} a hearing of the Harbour Board [the costs were known].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).events
    assert [one.date.iso for one in events] == ["2015-05"]


def test_words_of_a_day_unknown_do_not_go_to_the_occasion_before() -> None:
    *_, last = report(
        "In May, <Ana Ruiz> {told} a hearing of the Harbour Board [the costs were known].\n"
        "<She> {added} on Wednesday [the talks would go on]. “[We stay],” <she> {said}.",
        RUIZ,
        RUIZ,
        RUIZ,
    ).statements
    assert last.event is None


def test_words_of_one_cited_report_were_said_in_one_place() -> None:
    first, second, third = report(
        "<Ana Ruiz> {said} [the pier would stay], the Coast Press Agency reported.\n"
        "“[We stay],” <she> {said} in Lisbon.\n"
        "“[Nobody pays],” <she> {added} (CPA II, July 14).",
        Said("Ana Ruiz", speech=SpeechKind.INDIRECT),
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements
    assert [s.place.value if s.place else None for s in (first, second, third)] == ["Lisbon"] * 3


def test_words_of_another_report_are_not_said_there() -> None:
    _, second = report(
        "“[We stay],” <Ana Ruiz> {said} in Lisbon (CPA I, July 14).\n"
        "“[Nobody pays],” <she> {added} (CPA II, July 14).",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements
    assert second.place is None


SUMMITS = Gazetteer(
    events=tuple(
        KnownEvent(
            f"H8 summit, {place} {year}",
            "summit",
            PartialDate.day(year, 5, 27),
            place,
            ("H8 summit",),
        )
        for place, year in (("Porto", 2010), ("Lisbon", 2011))
    )
)


def test_a_known_summit_of_that_place_and_weekday_dates_an_article() -> None:
    found = report(
        "[The pier will stay], <Ana Ruiz> {told} reporters in Lisbon on Friday, the second day of "
        "the H8 summit.",
        RUIZ,
        gazetteer=SUMMITS,
    )
    (said,) = found.statements
    assert said.said_on.iso == "2011-05-27"
    assert said.event is not None
    assert said.event.value == "H8 summit, Lisbon 2011"


def test_the_summit_held_just_before_is_the_one_that_is_named() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} at the H8 summit [the pier would stay].",
        RUIZ,
        published="2010-05-29",
        gazetteer=SUMMITS,
    ).statements
    assert said.event is not None
    assert said.event.value == "H8 summit, Porto 2010"


def test_a_summit_of_long_ago_is_none_of_those_that_share_its_name() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} at the H8 summit [the pier would stay].",
        RUIZ,
        published="2013-01-29",
        gazetteer=SUMMITS,
    ).statements
    assert said.event is None or "20" not in said.event.value


def test_talks_that_are_only_urged_are_no_occasion_of_the_next_words() -> None:
    _, second = report(
        "<Ana Ruiz> {urged} [both sides to return to the talks], the Coast Press Agency reported.\n"
        "<Ruiz> {demanded} [an end to the strikes], the Coast Press Agency reported.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements
    assert second.event is None
