"""The words by which a reason tells that something contradicts it."""

import re
from typing import NamedTuple

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
