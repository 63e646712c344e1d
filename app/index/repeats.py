"""Statements that repeat another of their article, as a headline does: kept below it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.index.name_columns import Names

Records = NDArray[np.int64]
Scores = NDArray[np.float32]


class Repeats(NamedTuple):
    """Records that repeat others, ascending, and beside each the record it repeats."""

    records: Records
    bodies: Records


def repeats_among(names: Names, permalinks: NDArray[np.bytes_], live: Records) -> Repeats:
    """The repeats among the records `live`; `names` holds the permalink of what each repeats."""
    value_of = np.full(len(names.group_of), -1, dtype=np.int64)
    value_of[names.member_group] = names.member_value
    named = value_of[names.groups[live]]
    records, values = live[named >= 0], named[named >= 0]
    if not len(records):
        return Repeats(records, records)
    wanted = np.array([value.encode() for value in names.values], dtype=permalinks.dtype)
    number_of = np.full(len(wanted), -1, dtype=np.int64)
    held = live[np.isin(permalinks[live], wanted)]
    number_of[[names.number_of[link.decode()] for link in permalinks[held].tolist()]] = held
    bodies = number_of[values]
    return Repeats(records[bodies >= 0], bodies[bodies >= 0])


def kept_below(repeats: Repeats, ids: Records, scores: Scores) -> Scores:
    """`scores` with each repeat's brought just below that of what it repeats, if both are hits."""
    if not len(ids) or not len(repeats.records):
        return scores
    places = [np.minimum(np.searchsorted(ids, side), len(ids) - 1) for side in repeats]
    both = (ids[places[0]] == repeats.records) & (ids[places[1]] == repeats.bodies)
    repeat, body = places[0][both], places[1][both]
    lowered = scores.copy()
    lowered[repeat] = np.minimum(scores[repeat], np.nextafter(scores[body], np.float32(0)))
    return lowered
