"""Days of events that no words of their own tell, from what was said at them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateBasis, DateFinding, DatePrecision, PartialDate
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances

_LONGEST = timedelta(days=7)  # an occasion on whose days words are reported from it


def date_by_statements(drafts: Sequence[Draft], found: Sequence[Circumstances]) -> None:
    """Dates the events dated by their report alone by the days of the statements made at them.

    An interview told without a day was given on the day on which its words were said.
    """
    said: dict[int, list[DateFinding]] = defaultdict(list)
    for one in found:
        if one.event is not None:
            said[id(one.event)].append(one.said_on)
    for draft in drafts:
        if draft.known is None and (draft.guessed or draft.date.date is None):
            told = _one_date(said.get(id(draft), ()))
            if told is not None:
                draft.date, draft.guessed = told, False


def _one_date(said: Sequence[DateFinding]) -> DateFinding | None:
    """The day or the few days of these statements; None where they are of several times."""
    dates = [(finding.date, finding) for finding in said if finding.date is not None]
    days = [(date, finding) for date, finding in dates if date.last - date.first <= _LONGEST]
    if not days and len(dates) == len(said):
        days = dates  # all are of one month, or year
    if not days:
        return None
    narrowest, finding = min(days, key=lambda one: (one[0].last - one[0].first, one[0].first))
    reason = f"the day of what was said there: {finding.reason}"
    if all(date == narrowest for date, _ in days):
        return DateFinding(narrowest, DateBasis.INFERRED, reason)
    first, last = min(date.first for date, _ in days), max(date.last for date, _ in days)
    if last - first > _LONGEST:
        return None
    between = PartialDate.between(first, last, DatePrecision.RANGE)
    return DateFinding(
        between, DateBasis.INFERRED, f"the days of what was said there: {finding.reason}"
    )
