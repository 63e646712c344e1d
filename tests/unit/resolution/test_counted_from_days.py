"""Words said so long after something whose day is told with it."""

import pytest

from app.domain.gazetteer import Gazetteer
from app.domain.quotations import SpeechKind
from app.resolution.published import publication_dates
from tests.unit.resolution.reports import Said, parse, report

RUIZ = Said("Ana Ruiz", speech=SpeechKind.INDIRECT)


def said(marked: str, published: str | None = "2010-12-20"):
    return report(marked, RUIZ, published=published).statements[0].said_on


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("A day after the fire in Porto on Dec. 3, 2010, <Ruiz> {said} [it held].", "2010-12-04"),
        ("Two days after the vote of 3 December, <Ruiz> {said} [it held].", "2010-12-05"),
        ("The day after the ship sank on Thursday, <Ruiz> {said} [it held].", "2010-12-17"),
        ("Three days before the vote on 13 December, <Ruiz> {said} [it held].", "2010-12-10"),
        ("But only two days after the vote on Dec. 3, <Ruiz> {said} [it held].", "2010-12-05"),
    ],
)
def test_words_are_so_long_after_a_day_as_told(marked: str, day: str) -> None:
    found = said(marked)

    assert found.iso == day
    assert "counts from" in found.reason


def test_weeks_make_a_range_and_a_year_told_needs_no_day_of_print() -> None:
    found = said("Two weeks after the fire of Dec. 3, 2010, <Ruiz> {said} [it held].", None)

    assert found.date is not None
    assert found.date.first.isoformat() == "2010-12-14"
    assert found.date.last.isoformat() == "2010-12-20"


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("A day after the vote, on Thursday, <Ruiz> {said} [it held].", "2010-12-16"),
        ("On Thursday, a day after the vote, <Ruiz> {said} [it held].", "2010-12-16"),
        ("A day after he left, <Ruiz> {said} on Thursday [it held].", "2010-12-16"),
    ],
)
def test_a_day_of_its_own_goes_before_a_count(marked: str, day: str) -> None:
    assert said(marked).iso == day


@pytest.mark.parametrize(
    "marked",
    [
        "A day after the ship that was sold on Dec. 3 sank, <Ruiz> {said} [it held].",
        "[The mill fell a day after the vote of 3 December], <Ruiz> {said}.",
        "A day after the vote of 30 December, <Ruiz> {said} [it held].",
    ],
)
def test_other_days_after_a_count_date_no_words_by_it(marked: str) -> None:
    assert "counts from" not in said(marked).reason


def dated(text: str):
    (found,) = publication_dates([parse(text)], Gazetteer())
    return found


def test_a_dateline_takes_its_year_from_a_count_in_the_lead() -> None:
    found = dated(
        "PORT, Sept 2 (CPA) — A day after the fire in Porto on Aug. 31, 1997, "
        "Ana Ruiz said the inquiry would be full."
    )
    assert found.iso == "1997-09-02"


def test_what_is_still_to_come_is_so_without_a_count() -> None:
    found = dated("PORT, Sept 2 (CPA) — The fair will end on 10 September 1997, Ana Ruiz said.")
    assert "is still to come" in found.reason
