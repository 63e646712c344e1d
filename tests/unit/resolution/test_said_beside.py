"""Occasions told beside the words: a speech given, somebody asked there, a show named."""

from __future__ import annotations

import pytest

from app.domain.quotations import SourceKind
from app.domain.resolved import ResolvedStatement
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def _reporter() -> Said:
    return Said(None, SourceKind.UNNAMED, described="a reporter")


def _said(text: str, *who: Said) -> list[ResolvedStatement]:
    return list(report(text, *(who or (RUIZ,)), published=DAY).statements)


def _events(text: str, *who: Said) -> list[str | None]:
    return [said.event.value if said.event else None for said in _said(text, *who)]


@pytest.mark.parametrize(
    "text",
    [
        "<Ana Ruiz> gave a defiant speech in Porto on Sunday, {predicting} [that it stays].",
        "On Sunday <Ana Ruiz> held a rally in Porto, {vowing} [to keep the pier].",
        "<Ana Ruiz> delivered an address to the Harbour Club on Sunday, {warning} [of storms].",
        "On Sunday <Ana Ruiz> hosted a forum in Porto, {urging} [the town to pay].",
    ],
)
def test_what_comes_with_a_speech_given_is_said_there(text: str) -> None:
    (said,) = _said(text)
    assert said.event is not None
    assert said.said_on.iso == "2011-10-30"


def test_what_comes_with_something_else_is_not() -> None:
    text = "Roe gave a speech in Porto on Friday. <Ana Ruiz> left early, {saying} [that it stays]."
    assert _events(text) == [None]


@pytest.mark.parametrize(
    "behind", ["ahead of the vote", "near the border", "earlier this month", "when it rained"]
)
def test_a_rally_is_one_whatever_goes_on_behind_it(behind: str) -> None:
    assert _events(f"<Ana Ruiz> {{said}} at a rally {behind} [that it stays].") == [
        "Rally of Ana Ruiz"
    ]


def test_who_asks_is_where_the_next_words_answer() -> None:
    text = (
        "Ben Roe appeared on “The Morning Hour” on Sunday. “[Do you like it]?” <Ana Ruiz>"
        " {asked}. “[I do],” <Roe> {said}."
    )
    asked, answered = _said(text, RUIZ, ROE)

    assert asked.event is not None
    assert answered.event is not None
    assert asked.event.value == answered.event.value
    assert "asks what Ben Roe answers" in asked.event.reason


def test_a_question_before_an_occasion_not_yet_told_of_is_of_none() -> None:
    text = "“[Who pays]?” <Ana Ruiz> {asked}. <Ben Roe> {said} at a debate in Porto [that he does]."
    assert _events(text, RUIZ, ROE)[0] is None


def test_who_answers_a_reporter_is_where_the_reporter_asks() -> None:
    text = (
        "At a news conference in Porto on Sunday, <a reporter> {asked} [whether it stays]. "
        "“[It does],” <Ana Ruiz> {said}."
    )
    asked, answered = _events(text, _reporter(), RUIZ)
    assert asked == answered
    assert asked is not None


def test_the_same_show_is_the_one_told_of_last() -> None:
    text = (
        "<Ana Ruiz> {said} on Sunday’s “Morning Hour” [that it stays].\n"
        "Speaking later on the same show, <Ben Roe> {said} [that it does not]."
    )
    first, second = _events(text, RUIZ, ROE)
    assert first == second
    assert first is not None


def test_a_radio_show_is_named_before_its_day() -> None:
    text = "<Ana Ruiz> {said} on Tom Baker Morning Radio on Sunday [that it stays]."
    (name,) = _events(text)
    assert name is not None
    assert "Tom Baker Morning Radio" in name


def test_talks_gone_on_with_are_not_a_second_record() -> None:
    text = (
        "Envoys of Norway and Sweden held talks in Porto on Sunday. "
        "During the talks, Swedish envoy <Ana Ruiz> {said} [that it stays]."
    )
    article = report(text, RUIZ, published=DAY)
    assert len(article.events) == 1
    assert article.statements[0].place is not None


def test_her_address_is_the_keynote_address_told_before() -> None:
    text = (
        "Ana Ruiz delivered a keynote address to the Harbour Club in Porto on Sunday. "
        "In her address, <Ruiz> {said} [that it stays]."
    )
    assert [one.name for one in report(text, RUIZ, published=DAY).events] == [
        "Keynote address to the Harbour Club in Porto"
    ]


def test_her_speech_is_not_that_of_somebody_else() -> None:
    text = "Ben Roe gave a speech in Porto on Sunday. In her speech, <Ana Ruiz> {said} [it stays]."
    (name,) = _events(text)
    assert name == "Speech of Ana Ruiz"


def test_a_meeting_is_called_after_both_who_met() -> None:
    text = (
        "Norwegian Foreign Minister Ana Ruiz met Swedish Foreign Minister Ben Roe in Porto on"
        " Sunday. “[It stays],” <Ruiz> {said} after the meeting."
    )
    (event,) = report(text, RUIZ, published=DAY).events
    assert "Ben Roe" in event.name


def test_ministers_who_met_at_a_summit_by_name_make_no_second_record() -> None:
    text = (
        "Ministers met at the Danube Summit in Porto on Sunday. "
        "Opening the summit, <Ana Ruiz> {said} [it stays]."
    )
    assert [one.name for one in report(text, RUIZ, published=DAY).events] == ["Danube Summit"]


def test_an_interview_of_no_day_told_has_none() -> None:
    article = report("<Ana Ruiz> {said} in an interview [that it stays].", RUIZ, published=DAY)
    (event,) = article.events
    assert event.date.date is None


def test_where_somebody_speaks_ahead_of_a_summit_is_open() -> None:
    (said,) = _said("Ahead of a summit in Porto on Sunday, <Ana Ruiz> {said} [it stays].")
    assert said.place is None


@pytest.mark.parametrize(
    ("told", "show"),
    [
        ("Ana Ruiz talked politics Sunday on Fox and Friends. “[No],” <Ruiz> {said}.", "Fox and"),
        ("<Ana Ruiz> {said} Sunday on CBS This Morning [that it stays].", "CBS This Morning"),
        ("<Ana Ruiz> {said} in her CNN appearance on Sunday [that it stays].", "CNN"),
        ("In his Harbour News Daily appearance on Sunday, <Ana Ruiz> {said} [no].", "News Daily"),
    ],
)  # fmt: skip
def test_a_show_is_known_by_its_station_or_its_sort(told: str, show: str) -> None:
    (name,) = _events(told)
    assert name is not None
    assert show in name


def test_an_appearance_in_a_place_is_no_show() -> None:
    assert _events("In her Porto appearance, <Ana Ruiz> {said} [that it stays].") == [None]


def test_who_is_told_not_to_be_at_a_summit_is_not_put_there() -> None:
    text = (
        "Ana Ruiz was not at the “Two Towns” summit in Porto on Sunday.\n"
        "In Lisbon on Sunday, <Ruiz> {said} [it stays]. On Sunday, <Ruiz> {added} [it is old]."
    )
    found = report(text, RUIZ, RUIZ, published=DAY).statements
    assert [said.event for said in found] == [None, None]
