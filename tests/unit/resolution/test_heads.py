"""What headline, deck and lead tell of the day, and of the occasion reported."""

from __future__ import annotations

import pytest

from app.domain.quotations import SourceKind
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The harbour has two piers and one crane, and both cost the town money.\n"
HEAD = (
    "Two candidates lowered their voices in the debate before the harbour votes.\n"
    "On Sunday night Ana Ruiz and Ben Roe largely left each other alone on stage.\n"
)


def test_a_bare_debate_in_the_lead_is_of_the_day_that_the_head_tells() -> None:
    (said,) = report(
        f"{HEAD}{FILLER}But the debate was so calm that “[nobody shouts],” <Ben Roe> {{said}}.",
        ROE,
        published=DAY,
    ).statements

    assert said.event is not None
    assert "debate" in said.event.value.lower()
    assert said.said_on.iso == "2011-10-30"


def test_paraphrases_in_the_report_of_a_debate_are_of_it() -> None:
    first, second = report(
        "Ana Ruiz and Ben Roe clashed in Sunday night’s debate.\n"
        f"{FILLER}<Ben Roe> {{said}} [the pier stays].\n<Ana Ruiz> {{insisted}} [it goes].",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert first.event is not None
    assert second.event == first.event or (second.event and second.event.value == first.event.value)


def test_an_article_comes_back_to_its_debate_after_words_from_elsewhere() -> None:
    *_, last = report(
        "Ana Ruiz and Ben Roe clashed in Sunday night’s debate.\n"
        f"{FILLER}<Ben Roe> {{told}} reporters [the pier stays].\n{FILLER}"
        "“[It goes],” <Ana Ruiz> {said}.",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert last.event is not None


def test_the_running_text_begins_below_an_abstract() -> None:
    *_, last = report(
        "ABSTRACT.\nThe harbour chief spoke of fees and of the pier at some length.\nFULL TEXT.\n"
        f"{FILLER}{FILLER}“[Nobody pays],” <Ana Ruiz> {{said}} Sunday night.\n"
        f"{FILLER * 7}<Ana Ruiz> {{said}} [the pier stays].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-10-30"


@pytest.mark.parametrize(
    "lead",
    [
        "Crowds ask for a debate before the vote, Ana Ruiz was told on Sunday.",
        "A day after the debate Ana Ruiz toured the harbour on Sunday, and its two piers.",
        "Ana Ruiz skipped the debate on Sunday and met voters of the harbour instead.",
    ],
)
def test_a_debate_that_is_asked_for_or_missed_is_not_reported(lead: str) -> None:
    (said,) = report(
        f"{lead}\n{FILLER}“[Nobody pays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY
    ).statements

    assert said.event is None


def test_the_day_of_a_vote_is_not_the_day_of_the_debate() -> None:
    (said,) = report(
        "Ana Ruiz, who faces a primary on Saturday, and Ben Roe met for a debate.\n"
        f"{FILLER}“[Nobody pays],” <Ana Ruiz> {{said}}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None


def test_officials_speak_on_on_the_day_that_the_first_of_them_did() -> None:
    officials = Said("harbour officials", kind=SourceKind.UNNAMED)
    _, second = report(
        "“[The pier stays],” <harbour officials> {said} Sunday.\n"
        "<The officials> {said} [nobody pays].",
        officials,
        Said("The officials", kind=SourceKind.UNNAMED),
        published=DAY,
    ).statements

    assert second.said_on.iso == "2011-10-30"


def test_what_a_noun_tells_takes_over_no_day() -> None:
    _, second = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Sunday.\n"
        "<Ana Ruiz’s> {claim} [that nobody pays] hurt.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert second.said_on.date is None
