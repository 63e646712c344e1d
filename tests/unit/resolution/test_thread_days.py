"""Days by the thread of a report: from the same speaker's words, or from the sentences before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.quotations import SourceKind, SpeechKind
from tests.unit.resolution.reports import KNOWN, Said, names_no_day, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The pier is old.\n" * 5
LEAD = "The old pier burned on Thursday.\n"


def test_a_sentence_that_tells_of_the_speaker_takes_the_next_words_to_its_day() -> None:
    (said,) = report(
        f"{FILLER}Ana Ruiz took to the pier on Friday with a crew.\n"
        "“[Nobody pays],” <Ruiz> {said}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"
    assert '"Friday"' in said.said_on.reason


def test_a_pronoun_after_the_speakers_words_takes_them_to_another_day() -> None:
    _, second = report(
        f"{FILLER}“[We rent it],” <Ana Ruiz> {{said}} on Thursday.\n"
        "She took to the pier on Friday.\n“[Nobody pays],” <Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert second.said_on.iso == "2011-10-28"


def test_a_day_told_of_somebody_else_right_before_bounds_the_words() -> None:
    (said,) = report(
        f"{LEAD}{FILLER}The crew slept on Friday. “[Nobody pays],” <Ana Ruiz> {{said}}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is not None
    assert said.said_on.date.first.isoformat() == "2011-10-28"
    assert said.said_on.date.last.isoformat() == DAY
    assert "between these" in said.said_on.reason


@pytest.mark.parametrize(
    "told",
    [
        f"{FILLER}The crew slept on Friday.\n",  # no lead that tells the day of its news
        f"{LEAD}{FILLER}The crew slept on Friday. Later they rowed.\n",
        f"{LEAD}{FILLER}The crew slept on Friday after their recent trip.\n",
    ],
)
def test_in_a_feature_or_at_an_open_time_a_day_of_somebody_else_bounds_nothing(told: str) -> None:
    (said,) = report(
        f"{told[:-1]} “[Nobody pays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is None


def test_words_far_down_go_on_from_the_same_speakers_up_to_the_report() -> None:
    *_, last = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} on Friday.\n"
        + "“[We rent it],” <Ben Roe> {said}.\n"
        + FILLER
        + "“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.date is not None
    assert last.said_on.date.first.isoformat() == "2011-10-28"
    assert last.said_on.date.last.isoformat() == DAY


@pytest.mark.parametrize(
    "told",
    [
        "The rivals met in a debate on Friday.",
        "Lawmakers held a hearing on the pier on Friday.",
    ],
)
def test_a_lead_on_a_gathering_bounds_what_people_are_quoted_with(told: str) -> None:
    (said,) = report(
        f"{told}\n{FILLER}“[Nobody pays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is not None
    assert said.said_on.date.first.isoformat() == "2011-10-28"
    assert "nothing tells another day than the lead" in said.said_on.reason


@pytest.mark.parametrize(
    "marked",
    [
        "In her memoir, <Ana Ruiz> {said} [nobody pays].",
        "<Ana Ruiz> {attacked} [the crew] following the death of a boatman.",
        "<Ana Ruiz> {wants} [a new pier].",
        "In recent days, <Ana Ruiz> {said} [nobody pays].",
        "Ever since the vote, <Ana Ruiz> {said} [nobody pays].",
        "“[Nobody pays],” <Ana Ruiz> {said} after she won the prize.",
        "In 1998, when boats were dear, the pier fell, <Ana Ruiz> {said} [nobody pays].",
    ],
)
def test_words_of_another_time_are_not_bounded_by_a_lead(marked: str) -> None:
    (said,) = report(
        f"The rivals met in a debate on Friday.\n{FILLER}{marked}", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is None


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz won a boat before Friday.",  # not on it
        "After saying much on Friday, Ana Ruiz left.",  # by the way
        "Ana Ruiz spoke of Friday's storm.",  # the storm's day
        "Ana Ruiz lost the primary on Friday.",  # of a vote
        "Ana Ruiz will open the pier on Friday.",  # still to come
    ],
)
def test_a_sentence_that_sets_no_one_day_dates_nothing(told: str) -> None:
    (said,) = report(
        f"{FILLER}{told}\n“[Nobody pays],” <Ruiz> {{said}}.", RUIZ, published=DAY
    ).statements

    assert names_no_day(said.said_on)


def test_a_headline_is_of_the_day_of_the_speakers_first_words_below() -> None:
    headline, _ = report(
        "# <Ruiz>: [Nobody pays]\nThe pier is old.\n"
        "“[Nobody will pay],” <Ana Ruiz> {said} on Friday.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert headline.said_on.iso == "2011-10-28"


def test_without_a_day_of_the_report_nothing_is_dated() -> None:
    (said,) = report(
        f"{FILLER}Ana Ruiz took to the pier on Friday.\n“[Nobody pays],” <Ruiz> {{said}}.", RUIZ
    ).statements

    assert said.said_on.date is None


def test_a_document_is_of_the_day_on_which_it_is_told_to_have_come_out() -> None:
    (said,) = report(
        f"{FILLER}The council released a report on the pier on Friday.\n"
        "“[Nobody pays],” <the council report> {said}.",
        Said("the council report", SourceKind.UNNAMED),
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"


def test_words_said_in_another_place_do_not_go_on_from_the_day_of_the_last() -> None:
    porto = KnownEvent("Porto meeting of 2001", "meeting", PartialDate.day(2001, 1, 2), "Porto")
    *_, last = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} in Lisbon on Friday.\n"
        + "“[Nobody pays],” <Ana Ruiz> {said} in Porto.",
        RUIZ,
        RUIZ,
        published=DAY,
        gazetteer=replace(KNOWN, events=(*KNOWN.events, porto)),
    ).statements

    assert last.place is not None
    assert names_no_day(last.said_on)


@pytest.mark.parametrize(
    "below",
    [
        "“[Nobody pays],” <Ana Ruiz> {said} on Friday.",
        "At the pier on Friday, Ruiz sang.",
        "Ruiz was cheered late Friday.",
    ],
)
def test_words_of_the_first_paragraph_are_of_the_day_that_the_head_tells_of_their_speaker(
    below: str,
) -> None:
    first, *_ = (
        report(
            f"<Ana Ruiz> {{scolds}} [the crew].\nThe pier is old.\n{below}",
            RUIZ,
            RUIZ,
            published=DAY,
        ).statements
        if "[" in below
        else report(
            f"<Ana Ruiz> {{scolds}} [the crew].\nThe pier is old.\n{below}", RUIZ, published=DAY
        ).statements
    )

    assert first.said_on.iso == "2011-10-28"
    assert '"Friday"' in first.said_on.reason


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("<Ana Ruiz> {scolded} [the crew].", "Ben Roe was cheered on Friday."),
        ("<Ana Ruiz> {scolded} [the crew].", "Ruiz was cheered last spring."),
        ("In the days since, <Ana Ruiz> {scolded} [the crew].", "Ruiz was cheered on Friday."),
        ("<Ana Ruiz> has long {scolded} [the crew].", "Ruiz was cheered on Friday."),
    ],
)
def test_first_words_are_not_of_a_day_of_others_or_long_ago_nor_of_no_day(
    first: str, below: str
) -> None:
    (said,) = report(f"{first}\nThe pier is old.\n{below}", RUIZ, published=DAY).statements

    assert names_no_day(said.said_on)


def test_the_day_of_a_verb_at_the_end_of_a_paraphrase_is_seen_by_the_words_after_it() -> None:
    laid_out = Said("Ana Ruiz", speech=SpeechKind.INDIRECT, rule="verb: noun phrase")
    _, second = report(
        f"{FILLER}<Ana Ruiz> {{laid out}} [a plan at a news conference Friday].\n"
        "“[Nobody pays],” <Ruiz> {said}.",
        laid_out,
        RUIZ,
        published=DAY,
    ).statements

    assert second.said_on.iso == "2011-10-28"


def test_the_same_weekday_a_week_ago_is_still_of_the_news() -> None:
    *_, last = report(
        f"{FILLER}In an interview held last Monday at the pier, Ruiz went on and on.\n"
        "“[It burns],” <Ben Roe> {said}.\n“[Nobody pays],” <Ana Ruiz> {said}.",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-10-24"


def test_a_lead_in_the_present_is_of_the_day_its_speaker_says_more_by_any_name() -> None:
    first, _ = report(
        "<Ana Ruiz> {says} [she is under attack].\n"
        "“[I am watched],” <the candidate> {told} the Herald on Sunday.",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    ).statements

    assert first.said_on.iso == "2011-10-30"


def test_a_lead_is_not_of_the_day_on_which_somebody_else_speaks() -> None:
    first, _ = report(
        "<Ana Ruiz> {says} [she is under attack].\n"
        "“[I am watched],” <Ben Roe> {told} the Herald on Sunday.",
        Said("Ana Ruiz"),
        Said("Ben Roe"),
        published="2011-10-31",
    ).statements

    assert first.said_on.date is None
