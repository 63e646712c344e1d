"""The many ways in which a sentence says at which occasion words were said."""

from __future__ import annotations

import pytest

from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ = Said("Ana Ruiz")


def _event(text: str) -> str | None:
    (said,) = report(text, RUIZ, published=DAY).statements
    return said.event.value if said.event else None


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("at a dinner in Porto", "Dinner in Porto"),
        ("at the annual dinner of the bar association on Friday", "Annual dinner"),
        ("at a media breakfast in Porto", "Media breakfast in Porto"),
        ("at a fund-raiser in Porto", "Fund-raiser in Porto"),
        ("at a campaign rally", "Campaign rally of Ana Ruiz"),
        ("at a protest in Porto", "Protest in Porto"),
        ("at a memorial service", "Memorial service with Ana Ruiz"),
        ("at a house party in Porto", "House party in Porto"),
        ("at an event in Porto", "Event in Porto"),
        ("at an event hosted by the union", "Event with Ana Ruiz"),
        ("during a panel on Friday", "Panel with Ana Ruiz"),
        ("at a seminar in Porto", "Seminar in Porto"),
        ("on a conference call", "Conference call of Ana Ruiz"),
        ("in a conference call with reporters", "Conference call of Ana Ruiz with reporters"),
        ("in a series of interviews with The Times", "Series of interviews"),
        ("during an exchange with reporters", "Exchange of Ana Ruiz with reporters"),
        ("during a Q&A", "Q&A of Ana Ruiz"),
        ("on his radio show", "Radio show of Ana Ruiz"),
        ("in a deposition", "Deposition of Ana Ruiz"),
        ("in her State of the Union address", "State of the Union address"),
        ("in her announcement speech", "Announcement speech of Ana Ruiz"),
        ("in a farewell address", "Farewell address of Ana Ruiz"),
        ("in remarks to the union on Friday", "Remarks of Ana Ruiz"),
        ("in a toast", "Toast of Ana Ruiz"),
        ("in a sermon", "Sermon of Ana Ruiz"),
        ("at a meeting of the council", "Meeting of Ana Ruiz"),
        ("in testimony before Congress on Friday", "Testimony of Ana Ruiz"),
        ("before the Senate Finance Committee in testimony", "Hearing of the Senate Finance"),
        ("on the Senate floor", "Remarks on the Senate floor"),
        ("while testifying before Congress", "Testimony before Congress"),
        ("at a meet-and-greet in Porto", "Meet-and-greet in Porto"),
    ],
)
def test_words_are_said_at_the_occasion_beside_their_verb(told: str, name: str) -> None:
    assert (_event(f"“[The pier stays],” <Ana Ruiz> {{said}} {told}.") or "").startswith(name)


def test_words_to_a_crowd_are_a_speech_where_it_stood() -> None:
    told = "<Ana Ruiz> {told} a cheering crowd in Porto on Friday [that the pier stays]."

    assert _event(told) == "Speech to a cheering crowd in Porto"


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Speaking at the Harbour Security Conference on Friday", "Harbour Security Conference"),
        ("At the World Pier Forum in Porto on Friday", "World Pier Forum"),
        ("On the sidelines of the Pier Industry Summit on Friday", "Pier Industry Summit"),
        ("Opening the 2011 Conference on Harbours on Friday", "2011 Conference on Harbours"),
        ("Testifying before the city council on Friday", "Testimony before the city council"),
        ("Testifying before Congress on Friday", "Testimony before Congress"),
        ("Addressing the European Parliament on Friday", "Remarks to the European Parliament"),
        ("At a townhall with students on Friday", "Townhall of Ana Ruiz"),
        ("In his address on Friday", "Address of Ana Ruiz"),
    ],
)
def test_an_occasion_in_front_is_of_the_day_beside_it(lead: str, name: str) -> None:
    found = report(f"{lead}, <Ana Ruiz> {{said}} [that the pier would stay].", RUIZ, published=DAY)

    (said,) = found.statements
    assert said.event is not None
    assert said.event.value.startswith(name)
    assert [event.date.iso for event in found.events] == ["2011-10-28"], "not next Friday"


@pytest.mark.parametrize(
    ("whom", "name"),
    [
        ("parliament", "Remarks to parliament"),
        ("the UN Security Council", "Remarks to the UN Security Council"),
        ("the House of Commons", "Remarks to the House of Commons"),
        ("a congressional committee", "Hearing of a congressional committee"),
        ("the Pier Builders Convention", "Pier Builders Convention"),
    ],
)
def test_who_tells_a_house_or_a_gathering_by_its_name_speaks_there(whom: str, name: str) -> None:
    assert _event(f"“[The pier stays],” <Ana Ruiz> {{told}} {whom} on Friday.") == name


@pytest.mark.parametrize(
    "told",
    [
        "The Harbour Leadership Conference and <Ana Ruiz> {said} [that the pier stays].",
        "<Ana Ruiz> {said} [that the Geneva Convention forbids it].",
        "<Ana Ruiz>, of the Porto Forum, {said} [that the pier stays].",
        "<Ana Ruiz> {said} at the Porto Convention Center [that the pier stays].",
        "<Ana Ruiz> {told} parliament speaker Ben Roe [that the pier stays].",
    ],
)
def test_a_body_a_treaty_and_a_building_of_that_name_are_no_occasions(told: str) -> None:
    assert _event(told) is None


def test_a_known_summit_is_not_one_held_there_years_later_on_a_day_told() -> None:
    found = report(
        "At the Lisbon summit on Friday, <Ana Ruiz> {said} [that the pier stays].",
        RUIZ,
        published="2016-03-11",
    )

    (said,) = found.statements
    assert said.event is None or "2010" not in said.event.value
    assert all("2010" not in event.name for event in found.events)


@pytest.mark.parametrize("body", ["Senate Judiciary Committee", "House Committee on Ways"])
def test_who_tells_a_committee_is_heard_by_it(body: str) -> None:
    event = _event(f"<Ana Ruiz> {{told}} the {body} on Friday [that the pier stays].")

    assert event == f"Hearing of the {body}"


@pytest.mark.parametrize(
    "told",
    [
        "over the cost of dinner",
        "of an event that nobody had seen",
        "before the protest in Porto",
        "after a lunch in Porto that cost nothing",
        "about the trial in Porto",
    ],
)
def test_what_was_only_spoken_of_is_no_occasion(told: str) -> None:
    assert _event(f"<Ana Ruiz> {{complained}} {told} [that nobody pays].") is None


def test_who_tells_a_party_committee_is_not_heard_by_it() -> None:
    told = "<Ana Ruiz> {told} the Democratic National Committee [that the pier stays]."

    assert _event(told) is None


def test_an_everyday_occasion_at_which_nothing_is_said_is_no_event() -> None:
    found = report(
        "“[The pier stays],” <Ana Ruiz> {said}.\nA dinner in Porto on Friday was dear.",
        RUIZ,
        published=DAY,
    )

    assert found.events == ()


def test_a_hearing_named_by_its_committee_is_mentioned_once() -> None:
    found = report(
        "<Ana Ruiz> {said} on Friday before a Senate Finance Committee hearing [that it stays].\n"
        "“[Nobody pays],” <Ana Ruiz> {said} in testimony.",
        RUIZ,
        RUIZ,
        published=DAY,
    )

    for event in found.events:
        starts = [mention.start for mention in event.mentions]
        assert len(starts) == len(set(starts))


def test_whom_a_summit_joins_is_not_where_it_is() -> None:
    found = report(
        "“[The pier stays],” <Ana Ruiz> {said} at the Spain-NATO summit in Porto on Friday.",
        RUIZ,
        published=DAY,
    )

    assert {event.place for event in found.events} == {"Porto"}


def test_a_dinner_is_no_rally_told_before() -> None:
    first, second = report(
        "“[The pier stays],” <Ana Ruiz> {said} at a rally in Porto on Friday.\n"
        "“[Nobody pays],” <Ana Ruiz> {said} at a dinner on Friday.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert first.event is not None
    assert second.event is not None
    assert first.event.value != second.event.value


def test_what_was_cancelled_was_not_held() -> None:
    found = report(
        "Mayor Ana Ruiz cancelled a rally in Porto on Friday. “[It is too cold],” <Ruiz> {said}.",
        RUIZ,
        published=DAY,
    )

    assert found.events == ()
    assert found.statements[0].place is None


@pytest.mark.parametrize("told", ["At breakfast", "In the dinner jacket of a friend"])
def test_meals_and_things_called_after_them_are_no_events(told: str) -> None:
    assert _event(f"{told}, <Ana Ruiz> {{said}} [that the pier stays].") is None


def test_a_place_and_a_month_that_is_not_its_own_are_no_known_event() -> None:
    found = report("“[We meet again in Lisbon in March],” <Ana Ruiz> {said}.", RUIZ, published=DAY)

    assert not any(event.known for event in found.events)


@pytest.mark.parametrize("when", ["in early July", "in July", "on July 4", "last month"])
def test_words_after_an_occasion_of_the_day_told_are_of_it(when: str) -> None:
    (said,) = report(
        f"Speaking after a meeting of the trade council in Geneva {when}, <Ana Ruiz> {{said}} "
        "[the pier would stay].",
        Said("Ana Ruiz"),
        published="2011-08-30",
    ).statements
    assert said.event is not None
    assert said.place is not None
    assert said.place.value == "Geneva"


@pytest.mark.parametrize(
    "opening",
    [
        "Speaking on Monday, long after the July meeting of the trade council in Geneva,",
        "Two weeks after a meeting of the trade council in Geneva in July,",
    ],
)
def test_words_of_another_day_after_an_occasion_are_not_of_it(opening: str) -> None:
    (said,) = report(
        f"{opening} <Ana Ruiz> {{said}} [the pier would stay].",
        Said("Ana Ruiz"),
        published="2011-08-30",
    ).statements
    assert said.event_relation is not EventRelation.AT


@pytest.mark.parametrize("cue", ["In her opinion", "In her personal view", "In Ruiz’s assessment"])
def test_an_opinion_is_no_occasion_of_its_own(cue: str) -> None:
    first, second = report(
        f"<Ana Ruiz> {{said}} on Monday [the pier would stay].\n{{{cue}}}, [nobody would pay].",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    ).statements
    assert second.said_on.iso == first.said_on.iso == "2011-10-31"
