"""Events: what makes one, when two mentions are one, and how they are dated."""

import pytest

from app.domain.dates import DateFinding
from app.domain.documents import ParsedArticle
from app.domain.quotations import SpeechKind
from app.domain.resolved import EventRelation
from app.resolution.event_drafts import Draft
from app.resolution.events import find_events
from app.resolution.published import publication_dates
from app.resolution.resolve import events_told
from tests.unit.resolution.reports import KNOWN, Said, parse, report

DAY = "2011-10-31"


def events(text: str, published: str | None = DAY) -> list[Draft]:
    article: ParsedArticle = parse(text, published)
    dates: list[DateFinding] = publication_dates([article], KNOWN)
    return find_events([article], dates, KNOWN)


def test_a_known_event_keeps_its_name_date_and_place() -> None:
    (found,) = events(
        "After the Lisbon summit, nothing was done, and the summit in question failed."
    )

    assert found.name == "Harbour summit, Lisbon 2010"
    assert (found.date.iso, found.place) == ("2010-11-20", "Lisbon")


def test_this_meeting_is_the_meeting_told_of_before() -> None:
    (found,) = events(
        "The foreign ministers of the Harbour Council would gather in Brussels on December 8. "
        "This meeting will take place in the town hall."
    )

    assert len(found.mentions) == 2
    assert (found.date.iso, found.place, found.upcoming) == ("2011-12-08", "Brussels", True)


def test_40_one_event_under_two_names_is_one() -> None:
    (found,) = events(
        "He was invited to attend a Porto conference on Atlantic Harbour safety in late May.\n"
        "She has been invited to a planned conference on Atlantic Harbour pilots."
    )

    assert found.date.iso == "2012-05"


def test_meetings_on_two_days_are_two() -> None:
    found = events(
        "Ana Ruiz met with Ben Roe in Porto on Thursday.\n"
        "Ana Ruiz met with Ben Roe in Lisbon on Friday."
    )

    assert [(e.place, e.date.iso) for e in found] == [
        ("Porto", "2011-10-27"),
        ("Lisbon", "2011-10-28"),
    ]
    assert len({e.name for e in found}) == 2


def test_a_briefing_after_talks_is_of_their_day_and_place() -> None:
    found = events(
        "Ben Roe held talks with the Harbour Council in Porto on Thursday.\n"
        "Ruiz told a press briefing following talks with Harbour Council members."
    )
    briefing = next(e for e in found if e.type == "briefing")

    assert briefing.date.iso == "2011-10-27"


@pytest.mark.parametrize(
    "text",
    [
        "The Clinton campaign said so, and the campaign went on.",
        "Meetings and summits are the bread of diplomats.",
        "In an interview culture, debate is everything; the meeting of minds failed.",
        "An agreement could be reached, and the resolution of the conflict is near.",
    ],
)
def test_words_that_name_no_occasion_make_no_event(text: str) -> None:
    assert [e.name for e in events(text)] == []


def test_34_a_date_beside_a_death_is_not_its_date() -> None:
    (found,) = events("On 28 October 2011, there was outrage following the death of Ana Ruiz.")

    assert found.type == "death"
    assert found.date.iso != "2011-10-28"


def test_an_event_to_come_without_a_date_gets_none() -> None:
    (found,) = events("The upcoming talks between Harbour Council and Porto will be hard.")

    assert found.upcoming
    assert found.date.date is None


def test_an_article_tells_others_the_events_that_it_dates_to_the_day() -> None:
    resolved = report(
        "<Ana Ruiz> {said} [the members of the Harbour Council would gather in Brussels on "
        "December 8].",
        Said("Ana Ruiz"),
        published=DAY,
    )
    (told,) = events_told(resolved)

    assert told.date is not None
    assert (told.date.iso, told.place) == ("2011-12-08", "Brussels")
    assert told.type == "meeting", "planned when told, a meeting to those who look back on it"
    assert "Harbour Council" in told.name


def test_the_day_of_a_comment_is_not_the_day_of_the_debate() -> None:
    found = events("In the Harbour debate Ana Ruiz stood by her comment Monday and left.")

    assert [e.date.iso for e in found if not e.guessed] == []


@pytest.mark.parametrize(
    "quoted",
    [
        "“The pier will stay,”",
        '"The pier will stay,"',
        "It is “planned so,” and “the pier will stay,”",
    ],
)
def test_31_plans_in_quoted_words_do_not_put_the_meeting_they_were_said_at_ahead(
    quoted: str,
) -> None:
    (found,) = events(f"{quoted} Ana Ruiz said at a Harbour Council meeting in Lisbon on Friday.")

    assert (found.date.iso, found.upcoming) == ("2011-10-28", False)


def test_a_meeting_that_somebody_plans_is_ahead_though_words_are_quoted_before_it() -> None:
    (found,) = events(
        "After “the long wait,” Ana Ruiz will attend a Harbour Council meeting in Lisbon on Friday."
    )

    assert (found.date.iso, found.upcoming) == ("2011-11-04", True)


def test_an_affiliation_that_a_comma_closes_meets_nobody() -> None:
    resolved = report(
        "Ben Roe, professor at the Oslo School of Economics, met in Lund on Monday with bankers. "
        "“[It grows],” <Roe> {said}.",
        Said("Ben Roe"),
        published="2011-11-02",
    )

    assert not [event.name for event in resolved.events if "School" in event.name]


def test_those_who_meet_are_named_up_to_the_verb() -> None:
    resolved = report(
        "Norway and Sweden met in Lund on Monday. “[It grows],” <Ben Roe> {said}.",
        Said("Ben Roe"),
        published="2011-11-02",
    )

    assert [event.date.iso for event in resolved.events] == ["2011-10-31"]


def test_a_place_and_a_month_of_no_known_event_place_no_other() -> None:
    resolved = report(
        "Ministers met at the trade summit on Thursday. <Ben Roe> {told} lawmakers in Lisbon in "
        "March that [the summit had been a success]. “[It was],” <Ana Ruiz> {said} at the summit.",
        Said("Ben Roe", speech=SpeechKind.INDIRECT),
        Said("Ana Ruiz"),
        published="2016-03-11",
    )

    told, said = resolved.statements
    assert told.said_on.iso == "2016-03"
    assert told.event_relation is not EventRelation.AT
    assert said.place is None
    assert [event.place for event in resolved.events if event.type == "summit"] == [None]
