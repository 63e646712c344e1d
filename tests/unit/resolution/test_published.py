"""Dates of publication from the evidence in an article."""

from datetime import date

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import (
    EMPTY,
    Gazetteer,
    KnownEvent,
    KnownOffice,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.spans import Span
from app.resolution.published import publication_dates
from tests.unit.resolution.reports import parse

SUMMIT = KnownEvent(
    "Lisbon summit 2010", "summit", PartialDate.day(2010, 11, 20), "Lisbon", ("Lisbon summit",)
)
COUNCIL = KnownEvent(
    "Harbour Council, December 2011",
    "ministerial",
    PartialDate.day(2011, 12, 8),
    "Brussels",
    participants=("Harbour Council",),
    told_by="0123456789",
)
RUIZ = Gazetteer(
    speakers=(KnownSpeaker("Ana Ruiz", SpeakerKind.PERSON),),
    offices=(KnownOffice("Harbour Minister", titles=("Harbour Minister",)),),
    tenures=(
        KnownTenure(
            "Ana Ruiz", "Harbour Minister", PartialDate.day(2011, 3, 1), PartialDate.day(2012, 2, 1)
        ),
    ),
    events=(SUMMIT,),
)


def dated(*texts: str, gazetteer: Gazetteer = RUIZ) -> list[DateFinding]:
    return publication_dates([parse(text) for text in texts], gazetteer)


def test_a_dateline_without_a_year_takes_the_year_the_events_leave() -> None:
    (found,) = dated(
        "PORT, October 31 (CPA) — The owners met on Monday. The next session takes place "
        "a year after the Lisbon summit, they said."
    )

    assert found.iso == "2011-10-31"
    assert found.basis is DateBasis.INFERRED
    assert 'dateline "October 31"' in found.reason
    assert "a year after the Lisbon summit" in found.reason


def test_years_after_an_event_count_at_the_head_of_a_sentence_as_well() -> None:
    (found,) = dated(
        "PORT, October 31 (CPA) — The owners met on Monday. "
        "A year after the Lisbon summit, they said so."
    )

    assert found.iso == "2011-10-31"
    assert "A year after the Lisbon summit" in found.reason


def test_a_weekday_beside_a_day_leaves_only_some_years() -> None:
    (found,) = dated(
        "PORT, September 1 (CPA) — The harbour ministry said so on Saturday, August 13. "
        "In July 2009 the owners had agreed to it, and it was signed in September 2010."
        "\nLast November the owners gathered in Lisbon and agreed."
    )

    assert found.iso == "2011-09-01"


def test_a_dateline_alone_is_unknown_never_this_year() -> None:
    (found,) = dated("PORT, October 31 (CPA) — The harbour stays public, the mayor said on Monday.")

    assert found.date is None
    assert found.basis is DateBasis.UNKNOWN


def test_an_office_printed_with_a_name_bounds_the_date() -> None:
    (found,) = dated(
        "Harbour Minister Ana Ruiz met the owners one year ago in Lisbon, where they agreed."
        "\nOn 28 October 2011 there was a storm that destroyed the pier."
    )

    assert found.date is not None
    assert (found.date.first, found.date.last) == (date(2011, 10, 28), date(2011, 12, 31))


def test_a_former_office_bounds_nothing() -> None:
    (found,) = dated("Former Harbour Minister Ana Ruiz met the owners on Monday.")

    assert found.date is None


def test_29_an_event_told_by_another_article_dates_this_one() -> None:
    text = (
        "The pier stays, Ana Ruiz said at a Harbour Council ministerial meeting in Brussels "
        "on Thursday.\nOn 28 October 2011 there was a storm that destroyed the old pier."
        "\nThe next fair, scheduled for May 2012, will be held there."
    )
    (alone,) = dated(text)
    (told,) = dated(text, gazetteer=Gazetteer(events=(COUNCIL,)))

    assert alone.date is None or alone.date.first != alone.date.last
    assert told.date is not None
    assert (told.date.first, told.date.last) == (date(2011, 12, 8), date(2011, 12, 14))


def test_articles_of_one_file_that_tell_of_one_occasion_date_each_other() -> None:
    first, second, other = dated(
        "Ana Ruiz spoke in Brussels Monday after a meeting with Ben Roe."
        "\nThe pier was bought in May 2011. The fair, scheduled for March 2012, comes next.",
        "Ana Ruiz spoke to the media in Brussels Monday after emerging from talks with Ben Roe.",
        "The mayor said that the pier would stay.",
    )

    assert first.date is not None
    assert second.date == first.date
    assert "an article of this file" in second.reason
    assert other.date is None


def test_a_year_that_a_plan_names_is_not_the_year_that_runs() -> None:
    (found,) = dated(
        "The pier was opened on 3 March 2013. The pullback of boats, scheduled for 2014, goes on."
    )

    assert found.date is not None
    assert (found.date.first, found.date.last) == (date(2013, 3, 3), date(2013, 12, 31))


def test_a_stated_date_that_is_none_is_told_in_the_reason() -> None:
    article = ParsedArticle(
        "The pier stays.",
        Span(0, 15),
        (Span(0, 15),),
        published=DateFinding(None, DateBasis.UNKNOWN, 'the date "31/02/2012" is no date'),
    )

    (found,) = publication_dates([article], EMPTY)

    assert found.date is None
    assert found.reason.startswith('the date "31/02/2012" is no date; ')
