"""The year of a dateline without one: weekdays, days to come and dispatches beside it."""

import pytest

from app.domain.dates import DateFinding, PartialDate
from app.domain.gazetteer import Gazetteer, KnownOffice, KnownSpeaker, KnownTenure, SpeakerKind
from app.domain.spans import Span
from app.resolution.published import publication_dates
from app.resolution.sentences import direction_of
from tests.unit.resolution.reports import parse

RUIZ = Gazetteer(
    speakers=(KnownSpeaker("Ana Ruiz", SpeakerKind.PERSON),),
    offices=(KnownOffice("Harbour Minister", titles=("Harbour Minister",)),),
    tenures=(
        KnownTenure(
            "Ana Ruiz",
            "Harbour Minister",
            PartialDate.day(2007, 12, 1),
            PartialDate.day(2010, 3, 1),
        ),
    ),
)


def dated(*texts: str) -> list[DateFinding]:
    return publication_dates([parse(text) for text in texts], RUIZ)


@pytest.mark.parametrize(
    "ahead",
    [
        "The papers must be ready by Monday, she added.",
        "Ferries could sail as early as Monday, she added.",
        "The pier will be closed until Monday.",
    ],
)
def test_a_weekday_to_come_does_not_decide_the_year(ahead: str) -> None:
    # 18 January was a Friday in 2008, a Sunday in 2009 and a Monday in 2010.
    (found,) = dated(
        f"PORT, January 18 (CPA) — Harbour Minister Ana Ruiz told a meeting on Sunday that the "
        f"dues had been settled. {ahead}"
    )
    assert found.iso == "2009-01-18"


def test_the_weekday_of_the_first_paragraphs_decides_before_those_further_down() -> None:
    (found,) = dated(
        "PORT, January 18 (CPA) — Harbour Minister Ana Ruiz said on Sunday the dues were settled.\n"
        "She gave no figures.\nA strike had begun on Monday."
    )
    assert found.iso == "2009-01-18"


def test_a_late_day_that_is_past_leaves_the_year_after_it_if_the_weekday_fits() -> None:
    (found,) = dated(
        "PORT, March 27 (CPA) — The truce holds, the owners said on Sunday. It took effect on "
        "February 27, 2016."
    )
    assert found.iso == "2016-03-27"
    assert '"February 27, 2016" is past' in found.reason
    assert 'which is a "Sunday" in 2016, within a year after "February 27, 2016"' in found.reason


@pytest.mark.parametrize(
    "text",
    [
        # No weekday fits the year after.
        "PORT, March 27 (CPA) — The truce holds, the owners said on Monday. It took effect on "
        "February 27, 2016.",
        # A year alone is as often long past.
        "PORT, March 27 (CPA) — The truce holds, the owners said on Sunday. The pier was built in "
        "2015.",
        # No weekday is told.
        "PORT, March 27 (CPA) — The truce holds, the owners said. It took effect on "
        "February 27, 2016.",
    ],
)
def test_a_past_day_alone_leaves_the_year_open(text: str) -> None:
    (found,) = dated(text)
    assert found.date is None


def test_a_dispatch_beside_one_of_the_same_week_takes_its_year_if_the_weekday_fits() -> None:
    first, second = dated(
        "OSLO, Feb. 13 (CPA) — The test was heard on Wednesday, the owners said.",
        "LISBON, Feb. 14, 2013 (CPA) — The owners met on Thursday.",
    )
    assert first.iso == "2013-02-13"
    assert "beside an article of 2013-02-14" in first.reason
    assert second.iso == "2013-02-14"


def test_of_several_dispatches_of_the_week_the_nearest_gives_the_year() -> None:
    first, *_ = dated(
        "OSLO, Feb. 13 (CPA) — The test was heard on Wednesday, the owners said.",
        "LISBON, Feb. 19, 2013 (CPA) — The owners met on Tuesday.",
        "LISBON, Feb. 14, 2013 (CPA) — The owners met on Thursday.",
        "LISBON, Feb. 14, 1999 (CPA) — The owners met on Sunday.",
    )
    assert first.iso == "2013-02-13"
    assert "beside an article of 2013-02-14" in first.reason


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, Feb. 13 (CPA) — The test was heard on Monday, the owners said.",
        "OSLO, March 20 (CPA) — The test was heard on Wednesday, the owners said.",
        "OSLO, Feb. 13 (CPA) — The test was heard, the owners said.",
    ],
)
def test_another_week_or_weekday_takes_no_year_from_the_dispatch_beside_it(text: str) -> None:
    first, _ = dated(text, "LISBON, Feb. 14, 2013 (CPA) — The owners met on Thursday.")
    assert first.date is None


def test_a_day_that_will_come_bounds_the_publication() -> None:
    (found,) = dated(
        "PORT, January 18 (CPA) — Harbour Minister Ana Ruiz told owners on Sunday of the strike "
        "that began on Monday. She will hand over the chair on February 1, 2009."
    )
    assert found.iso == "2009-01-18"


def test_a_day_to_come_in_quoted_words_bounds_nothing() -> None:
    (found,) = dated(
        "PORT, January 18 (CPA) — Harbour Minister Ana Ruiz told owners on Sunday of the strike "
        'that began on Monday. "The dues will end on February 1, 2009," a letter of hers held.'
    )
    assert found.date is None


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The talks will be continued in Oslo in early 2012.", 1),
        ("They insisted that the talks be continued in Oslo in early 2012.", 1),
        ("A session is to be held in Oslo in 2012.", 1),
        ("The pier will stay, she told reporters in Oslo in 2012.", -1),
        ("The pier will stay, she told the harbour council in May 2012.", -1),
        ("She told reporters the pier will open in 2012.", 1),
        ("The pier was built in 2012.", -1),
        ("He could not be reached after he went to Oslo in 2012.", -1),
    ],
)
def test_a_passive_that_is_to_come_points_ahead(sentence: str, direction: int) -> None:
    at = sentence.index("2012")
    assert direction_of(sentence, Span(0, len(sentence)), Span(at, at + 4)) == direction


@pytest.mark.parametrize(
    "told",
    [
        "She was to sail to Lund on Saturday, January 19.",
        "She will sail to Lund on Saturday, January 19.",
        "She sailed to Lund on Tuesday, January 15.",
        "A meeting was scheduled for Saturday, January 19, in Lund.",
    ],
)
def test_a_weekday_near_the_day_of_the_dateline_is_of_its_year(told: str) -> None:
    (found,) = dated(f"PORT, January 18 (CPA) — Harbour Minister Ana Ruiz settled dues. {told}")

    assert found.iso == "2008-01-18"


def test_a_weekday_half_a_year_from_the_dateline_is_before_it() -> None:
    (found,) = dated(
        "PORT, January 18 (CPA) — Harbour Minister Ana Ruiz settled dues. "
        "The treaty expired on Friday, August 8."
    )

    assert found.iso == "2009-01-18"


def test_what_runs_until_a_month_to_come_tells_the_year_before_it() -> None:
    (found,) = dated(
        "OSLO, 5 July (CPA) — The pier stays shut, the mayor said on Friday.\n"
        "“We have time until the harbour summit in November 2013,” she said."
    )

    assert found.date == PartialDate.day(2013, 7, 5)
    assert "Friday" in found.reason
    assert "within a year before" in found.reason


@pytest.mark.parametrize(
    "until",
    [
        "He was mayor until November 2013.",
        "The pier had been shut until November 2013.",
        "The pier was to be shut until November 2013.",
    ],
)
def test_what_ran_until_a_month_tells_nothing_of_that_sort(until: str) -> None:
    (found,) = dated(
        f"OSLO, 5 July (CPA) — The pier stays shut, the mayor said on Friday.\n{until}"
    )

    assert found.date is None


def test_the_day_of_telling_is_past_whatever_is_told() -> None:
    first, second = dated(
        "OSLO, 4 July (CPA) — The town is ready to host the next round, Ana Roe told reporters here"
        " on Thursday.",
        "OSLO, 5 July (CPA) — The pier stays shut, the mayor said on Friday.\n"
        "“We have time until the harbour summit in November 2013,” she said.",
    )

    assert (first.iso, second.iso) == ("2013-07-04", "2013-07-05")
