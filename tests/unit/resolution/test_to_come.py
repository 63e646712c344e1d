"""Weekdays to come that are told in the present, or wished for."""

from __future__ import annotations

import pytest

from app.domain.date_words import find_date_words
from app.domain.spans import Span
from app.resolution.to_come import is_to_come
from tests.unit.resolution.reports import Said, report

DAY = "2024-06-06"  # a Thursday
ROY = Said("Al Roy")


def told(text: str) -> bool:
    words = list(find_date_words(text))[-1]
    return is_to_come(text, Span(0, len(text)), words.span)


@pytest.mark.parametrize(
    "text",
    [
        "The summit opens in Riga on Friday.",
        "The summit begins Friday in Riga.",
        "The trial of two sailors starts on Monday.",
        "The school year resumes next to the harbour on Monday.",
        "The summit is due in Riga on Friday.",
        "The talks between both sides resume in Geneva early on Monday.",
        "The fair kicks off in Porto on Saturday.",
        "The vote takes place on Sunday.",
        "The new law comes into force on Monday.",
        "The prime minister is to visit Rome on Monday.",
        "The ministers are also to meet in Rome on Monday.",
        "The ship was to leave Porto on Tuesday.",
        "Roy wants to leave on Tuesday.",
        "Roy wants Lind to leave on Tuesday.",
        "The striker hoped to play on Monday.",
        "The crew is hoping to sail on Monday.",
        "The new coach starts on Monday.",
        "Roy said the summit opens in Riga on Friday.",
    ],
)
def test_what_is_fixed_or_wished_for_a_weekday_is_to_come(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The summit opened in Riga on Friday.",
        "Summit opens in Riga on Friday",  # a headline tells the past in the present
        "Roy opens the new museum in Riga on Friday.",  # as captions tell the past
        "Roy speaks to reporters in Rome on Monday.",
        "The trial began on Monday.",
        "The record was set on Monday.",
        "The letter was to the mayor on Monday.",
        "She made both her starts on Monday.",
        "The pitcher won his last two starts on Monday.",
        "Roy wants to leave after a vote that failed on Tuesday.",
        "Roy wants to leave, he said on Tuesday.",
        "Roy wants to leave and told the crew on Tuesday.",
        "“The fair starts” was all he said on Monday.",
        "Roy refused to sign on Monday.",
    ],
)
def test_what_was_done_is_not_to_come(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "lead",
    [
        "The Harbour summit opens in Riga on Friday.",
        "The Harbour summit begins on Friday in Riga.",
        "The Harbour summit resumes in Riga on Friday.",
        "The Harbour summit is due in Riga on Friday.",
        "Ben Lind said the Harbour summit opens in Riga on Friday.",
    ],
)
def test_an_occasion_that_opens_on_a_weekday_is_planned_for_the_next(lead: str) -> None:
    (event,) = report(lead, published=DAY).events

    assert (event.type, event.date.iso) == ("planned event", "2024-06-07")


def test_an_occasion_that_opened_on_a_weekday_was_on_the_last() -> None:
    (event,) = report("The Harbour summit opened in Riga on Friday.", published=DAY).events

    assert (event.type, event.date.iso) == ("summit", "2024-05-31")


def test_what_opens_on_the_day_of_the_paper_is_of_that_day() -> None:
    (event,) = report("The Harbour summit opens in Riga on Thursday.", published=DAY).events

    assert event.date.iso == DAY


@pytest.mark.parametrize(
    "before",
    [
        "Al Roy is to visit Rome on Monday.",
        "Al Roy wants to leave on Tuesday.",
        "Al Roy hoped to play on Monday.",
        "Al Roy, the new coach, starts on Monday.",
        "The Harbour summit opens in Riga on Friday.",
    ],
)
def test_a_day_to_come_lends_no_past_day_to_the_words_behind_it(before: str) -> None:
    (said,) = report(f"{before} “[I like Rome],” <Roy> {{said}}.", ROY, published=DAY).statements

    assert said.said_on.date is None


@pytest.mark.parametrize("before", ["Al Roy visited Rome on Monday.", "Al Roy left on Monday."])
def test_a_past_day_is_still_lent(before: str) -> None:
    (said,) = report(f"{before} “[I like Rome],” <Roy> {{said}}.", ROY, published=DAY).statements

    assert said.said_on.iso == "2024-06-03"
