"""Occasions by the thread of a report."""

from __future__ import annotations

from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The pier is old.\n" * 5


def test_the_same_speakers_words_go_on_at_their_occasion_while_others_speak() -> None:
    first, _, last = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} at a rally in Porto on Friday.\n"
        + "“[We rent it],” <Ben Roe> {said}.\n"
        + "“[Nobody pays],” <Ruiz> {said}.",
        RUIZ,
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert first.event is not None
    assert last.event is not None
    assert last.event.value == first.event.value


def test_a_sentence_that_tells_of_the_speaker_at_an_occasion_is_that_of_the_next_words() -> None:
    (said,) = report(
        f"{FILLER}Ana Ruiz hosted a forum in Porto on Friday.\n“[Nobody pays],” <Ruiz> {{said}}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.event is not None
    assert "forum" in said.event.value.lower()


def test_at_the_event_means_the_occasion_told_last() -> None:
    _, asked = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} at a rally in Porto on Friday.\n"
        + "At the event, <Ben Roe> {asked} [who pays].",
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert asked.event is not None
    assert asked.said_on.iso == "2011-10-28"
    assert "refers back" in asked.event.reason


def test_words_given_out_or_of_another_time_are_at_no_occasion_before_them() -> None:
    _, tweeted, earlier = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} at a rally in Porto on Friday.\n"
        + "<Ana Ruiz> {tweeted} [nobody pays].\n"
        + "<Ana Ruiz> has long {said} [the pier is dear].",
        RUIZ,
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert tweeted.event is None
    assert earlier.event is None
