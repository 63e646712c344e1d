"""Words of a day on which their speaker is told of at one occasion alone."""

from __future__ import annotations

import pytest

from app.domain.quotations import SourceKind, SpeechKind
from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The pier is old.\n" * 5


@pytest.mark.parametrize(
    "told",
    [
        "Ruiz held a rally in Porto on Friday with a crew.",
        "At a rally in Porto on Friday, Ruiz sang with a crew.",
        "Ruiz was cheered on Friday at a rally in Porto.",
    ],
)
@pytest.mark.parametrize("words", ["<Ana Ruiz> {hinted} on Friday [that the pier stays]."])
def test_words_of_a_day_are_of_the_one_occasion_told_of_their_speaker(
    told: str, words: str
) -> None:
    for text in (f"{FILLER}{words}\n{told}", f"{FILLER}{told}\n{FILLER}{words}"):
        (said,) = report(text, RUIZ, published=DAY).statements

        assert said.event is not None
        assert said.event_relation is EventRelation.AT
        assert "Rally in Porto" in said.event.value
        assert "rally in Porto" in said.event.reason


@pytest.mark.parametrize(
    "told",
    [
        "Ruiz held a rally in Porto on Thursday.",  # another day
        "Roe held a rally in Porto on Friday.",  # another person
        "At a rally in Porto on Friday, Roe attacked Ruiz.",  # another's rally
        "At a rally in Porto on Friday, Ruiz sang.\nAt a rally in Lisbon on Friday, Ruiz slept.",
    ],
)
def test_words_are_of_no_occasion_of_another_day_or_person_or_of_two(told: str) -> None:
    *_, said = report(
        f"{FILLER}“[We pay],” <Ben Roe> {{said}}.\n{told}\n"
        f"{FILLER}<Ana Ruiz> {{hinted}} on Friday [that the pier stays].",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert said.event is None or said.event_relation is not EventRelation.AT


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("In a statement on Friday, <Ana Ruiz> {wrote} [that the pier stays].", RUIZ),
        ("In a short statement on Friday, <Ana Ruiz> {said} [that the pier stays].", RUIZ),
        ("Later on Friday, <Ana Ruiz> {hinted} [that the pier stays].", RUIZ),
        ("<Ana Ruiz> {tweeted} on Friday [that the pier stays].", RUIZ),
        (
            "<The council> {hinted} on Friday [that the pier stays].",
            Said("The council", SourceKind.ORGANISATION, speech=SpeechKind.INDIRECT),
        ),
    ],
)
def test_what_is_written_said_elsewhere_or_by_a_body_is_of_no_such_occasion(
    words: str, who: Said
) -> None:
    (said,) = report(
        f"{FILLER}Ruiz was cheered on Friday at a rally in Porto with the council.\n"
        f"{FILLER}{words}",
        who,
        published=DAY,
    ).statements

    assert said.event is None or said.event_relation is not EventRelation.AT
