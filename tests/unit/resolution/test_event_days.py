"""Days of events that no words of their own tell."""

from typing import cast

from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, PartialDate
from app.resolution.event_days import date_by_statements
from app.resolution.event_drafts import Draft
from app.resolution.frames import Frame
from app.resolution.occasions import Circumstances
from tests.unit.resolution.reports import report

FRAME = cast(Frame, None)  # where a quotation stands plays no part here


def dated(*days: int) -> DateFinding:
    """The date of an interview without a day at which something was said on `days` of October."""
    draft = Draft("interview", guessed=True)
    said = [
        DateFinding(PartialDate.day(2011, 10, day), DateBasis.INFERRED, '"Friday"') for day in days
    ]
    found = [Circumstances(FRAME, None, None, said_on=one, event=draft) for one in said]
    found.append(Circumstances(FRAME, None, None, event=draft))
    date_by_statements([draft], found)
    return draft.date


def test_an_occasion_without_a_day_is_of_the_day_its_words_were_said_on() -> None:
    date = dated(28, 28)

    assert date.iso == "2011-10-28"
    assert date.reason == 'the day of what was said there: "Friday"'


def test_an_occasion_may_last_for_days_but_not_for_weeks() -> None:
    lasting = dated(28, 29)

    assert lasting.date is not None
    assert (lasting.date.first.day, lasting.date.last.day) == (28, 29)
    assert dated(1, 28) == UNKNOWN_DATE


def test_an_occasion_of_which_no_words_have_a_day_keeps_what_it_has() -> None:
    assert dated() == UNKNOWN_DATE


def test_the_closest_of_its_mentions_dates_an_event() -> None:
    resolved = report(
        "Ana Ruiz held a rally in Porto last month. At the Porto rally on October 3, she sang.",
        published="2011-11-15",
    )

    (event,) = resolved.events
    assert event.date.date is not None
    assert event.date.date.iso == "2011-10-03"
