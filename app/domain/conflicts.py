"""The words by which a reason tells that something contradicts it."""

import re
from typing import NamedTuple

from app.domain.date_words import DateWords
from app.domain.dates import PartialDate

#: Before what speaks against a date.
AGAINST = "; against it: "
#: A printed role whose known tenure is of another time.
OUT_OF_TERM = "the known tenure does not fit the day"
#: A printed role beside which the knowledge files give the speaker another office.
ANOTHER_OFFICE = "known tenures give"

_BETWEEN = re.compile(f"{AGAINST}|; (?={OUT_OF_TERM}|{ANOTHER_OFFICE})")


class Told(NamedTuple):
    """A reason in two: what it rests on, and each thing that contradicts it."""

    ground: str
    against: list[str]


def told_apart(reason: str) -> Told:
    """Parts a reason from what contradicts it, so that a reader sees the conflict as one."""
    ground, *against = _BETWEEN.split(reason)
    return Told(ground, against)


def weekday_against(words: DateWords, date: PartialDate) -> str:
    """What speaks against a printed weekday: the calendar's own for that day; empty if it fits."""
    if words.weekday is None or date.first != date.last or date.first.weekday() == words.weekday:
        return ""
    return f"{AGAINST}that day was a {date.first:%A}"
