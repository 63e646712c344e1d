"""The one occasion that an article is a report of, and whose words it reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.quotations import SpeechKind
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE, LIM = Said("Ana Ruiz"), Said("Ben Roe"), Said("Cho Lim", role="strategist")
LEAD = "Ana Ruiz and Ben Roe clashed in Sunday night’s debate over the pier.\n"
FILLER = "The pier is old.\n" * 7


def test_who_takes_part_in_the_debate_reported_is_quoted_from_it_throughout() -> None:
    (said,) = report(
        f"{LEAD}{FILLER}“[The pier stays],” <Ben Roe> {{said}}.", ROE, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert said.event is not None
    assert "Ben Roe took part" in said.event.reason
    assert "Sunday night’s debate" in said.event.reason


@pytest.mark.parametrize(
    "words",
    [
        "“[The pier stays],” <Ben Roe> {has said}.",
        "“[The pier stays],” <Ben Roe> {says}.",
        "“[The pier stays],” <Ben Roe> {told} reporters.",
        "“[The pier stays],” <Ben Roe> {wrote} in a letter.",
        "In an interview, “[the pier stays],” <Ben Roe> {said}.",
        "On Friday the crew met.\n“[The pier stays],” <Ben Roe> {said}.",
    ],
)
def test_what_is_told_of_another_time_or_place_is_not_put_at_the_debate(words: str) -> None:
    (said,) = report(f"{LEAD}{FILLER}{words}", ROE, published=DAY).statements

    assert said.event is None or "debate" not in said.event.value.lower()
    assert said.said_on.iso != "2011-10-30"


def test_who_only_speaks_about_the_debate_was_not_heard_at_it() -> None:
    statements = report(
        f"{LEAD}{FILLER}“[Both lost],” <Cho Lim> {{said}}.\n“[Nobody won],” <Cho Lim> {{said}}.",
        LIM,
        LIM,
        published=DAY,
    ).statements

    assert [one.event for one in statements] == [None, None]


def test_who_shoots_back_is_at_the_debate_without_being_named_with_it() -> None:
    (said,) = report(
        "The candidates met for a debate on Sunday.\n"
        f"{FILLER}“[Rubbish],” <Ben Roe> {{shot back}}.",
        ROE,
        published=DAY,
    ).statements

    assert said.event is not None


@pytest.mark.parametrize(
    "lead",
    [
        "A day after Ana Ruiz and Ben Roe clashed in Sunday night’s debate, the crew voted.\n",
        "Ana Ruiz and Ben Roe will meet in Thursday night’s debate.\n",
    ],
)
def test_a_debate_that_is_over_or_to_come_is_not_what_is_reported(lead: str) -> None:
    (said,) = report(
        f"{lead}{FILLER}“[The pier stays],” <Ben Roe> {{said}}.", ROE, published=DAY
    ).statements

    assert said.event is None


def test_the_day_of_the_head_reaches_quoted_words_further_down() -> None:
    (said,) = report(
        "Ana Ruiz attacked the harbour here on Sunday night.\n"
        f"{FILLER}“[The pier stays],” <Ana Ruiz> {{said}}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-30"


def test_a_headline_with_the_word_makes_the_ninth_debate_the_one_reported() -> None:
    said = report(
        "Fiery words on the debate stage\n\n"
        "Ana Ruiz and Ben Roe stood face-to-face Sunday and spoke of all that divided them"
        " since their last debate a month ago.\n"
        "Ben Roe started out their ninth debate with a bow to the pier and its builders.\n"
        f"{FILLER}<Ben Roe> {{accused}} Ruiz [of selling the pier].\n"
        "“[The pier stays],” <Ben Roe> {said}.",
        replace(ROE, speech=SpeechKind.INDIRECT),
        ROE,
        published=DAY,
        headed=True,
    )

    assert [one.event.value for one in said.statements if one.event] == ["Ninth debate"] * 2
    assert [one.said_on.iso for one in said.statements] == ["2011-10-30"] * 2


def test_a_forum_in_the_deck_is_the_debate_of_the_headline() -> None:
    (said,) = report(
        "Rivals clash in debate;\nRoe fields most attacks in Harbour forum.\n\n"
        "Ana Ruiz and Ben Roe squared off Sunday in the final debate before the harbour votes.\n"
        f"{FILLER}“[The pier stays],” <Ben Roe> {{said}}.",
        ROE,
        published=DAY,
        headed=True,
    ).statements

    assert said.event is not None
    assert "debate" in said.event.value.lower()
