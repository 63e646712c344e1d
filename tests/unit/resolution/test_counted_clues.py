"""Days of publication counted from events that are known."""

import pytest

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.resolution.published import publication_dates
from tests.unit.resolution.reports import parse

SUMMIT = KnownEvent(
    "Lisbon summit 2010", "summit", PartialDate.day(2010, 11, 20), "Lisbon", ("Lisbon summit",)
)
STORM = KnownEvent(
    "Great storm", "accident", PartialDate.day(2001, 9, 11), "Porto", ("great storm",)
)
TOLD = KnownEvent(
    "Minsk summit",
    "summit",
    PartialDate.day(2013, 5, 6),
    "Minsk",
    ("the Minsk summit",),
    told_by="0123456789",
)
KNOWN = Gazetteer(events=(SUMMIT, STORM, TOLD))


def dated(text: str) -> DateFinding:
    (found,) = publication_dates([parse(text)], KNOWN)
    return found


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("A day after the Lisbon summit", "2010-11-21", "2010-11-21"),
        ("The day after the 2010 Lisbon summit", "2010-11-21", "2010-11-21"),
        ("Two days after the Lisbon summit", "2010-11-22", "2010-11-22"),
        ("three days after the Lisbon summit", "2010-11-23", "2010-11-23"),
        ("Two weeks after the Lisbon summit", "2010-12-01", "2010-12-07"),
        ("Six months after the Lisbon summit", "2011-05-01", "2011-05-31"),
        ("A week after the Minsk summit", "2013-05-10", "2013-05-16"),
        ("Less than a month after the Lisbon summit", "2010-11-20", "2010-12-31"),
    ],
)
def test_a_report_is_as_long_after_an_event_as_its_lead_says(
    words: str, first: str, last: str
) -> None:
    lead = words if words[0].isupper() else f"Just {words}"
    found = dated(f"{lead}, Ana Ruiz said the pier would stay.")

    assert found.date is not None
    assert (found.date.first.isoformat(), found.date.last.isoformat()) == (first, last)
    assert found.basis is DateBasis.INFERRED
    assert words in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "The pier fell a day after the Lisbon summit, Ana Ruiz said.",
        "Ana Ruiz had left two weeks after the Lisbon summit.",
        "Ana Ruiz left the town.\nShe was ill.\nNobody came.\nA week after the Lisbon summit, "
        "she had flu.",
        "In 1990, two weeks after the Lisbon summit, nobody went.",
    ],
)
def test_what_is_counted_of_something_else_dates_no_report(text: str) -> None:
    assert dated(text).date is None


@pytest.mark.parametrize(
    "text",
    [
        "PORT, October 31 (CPA) — A year after the great storm, nobody thought so. Ana Ruiz said "
        "on Monday that it stays. It was a year after the Lisbon summit.",
        "PORT, October 31 (CPA) — Ana Ruiz said on Monday that it stays. It was a year after the "
        "Lisbon summit. A year after the great storm, nobody had said so.",
        "PORT, October 31 (CPA) — It was a year after the Lisbon summit, two years after the "
        "great storm in Porto, and Ana Ruiz said on Monday that they had met.",
    ],
)
def test_looking_back_on_more_takes_no_date_away(text: str) -> None:
    assert dated(text).iso == "2011-10-31"


def test_the_weekday_of_a_dateline_leaves_the_years_it_fits() -> None:
    found = dated("PORT, Friday, Aug. 14 (CPA) — Ana Ruiz said on Thursday that it stays.")

    assert found.date is None
    assert '"Friday, Aug. 14" fits the calendar of several years (1992, 1998' in found.reason
    assert "Thursday" not in found.reason


def test_what_was_found_is_told_where_the_year_is_open() -> None:
    found = dated("PORT, October 31 (CPA) — Ana Ruiz said on Monday that it stays.")

    assert found.date is None
    assert 'the dateline "October 31" is a "Monday" in several years (1994, 2005' in found.reason
    assert "nothing tells which" in found.reason
