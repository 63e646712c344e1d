"""Terms of office that cannot both be true."""

from collections.abc import Sequence
from datetime import date

from app.domain.gazetteer import KnownTenure
from app.reading.knowledge_names import Sourced
from app.reading.yaml_entries import Problems

#: Days that a term certainly holds: the first and the last of them.
_Held = tuple[date, date]


def check_tenures(
    tenures: Sequence[Sourced[KnownTenure]], several: bool, problems: Problems
) -> None:
    """Notes terms that certainly share a day: of one person, and of two unless `several` may.

    A term without an end is held still, so two of them share today whatever else is not known.
    """
    dated = sorted(tenures, key=lambda one: _held(one.value))
    for number, later in enumerate(dated):
        for earlier in dated[:number]:
            same = earlier.value.speaker == later.value.speaker
            if (several and not same) or not _share_a_day(earlier.value, later.value):
                continue
            problems.add(later.where, _told(earlier, later, same=same))
            break


def _held(tenure: KnownTenure) -> _Held:
    """The days that a term certainly holds; dates known to the year leave the year open."""
    end = tenure.end.first if tenure.end else date.max
    if tenure.start is not None:
        return tenure.start.last, end
    return end, end


def _share_a_day(one: KnownTenure, other: KnownTenure) -> bool:
    """Whether two terms overlap for certain; a handover may be told of both by the same date."""
    if (one.speaker, one.start, one.end) == (other.speaker, other.start, other.end):
        return True
    (begun, ended), (started, left) = _held(one), _held(other)
    first, last = max(begun, started), min(ended, left)
    if first < last:
        return True
    if first != last:
        return False
    if first == date.max:
        return True
    return begun < first < ended or started < first < left


def _told(earlier: Sourced[KnownTenure], later: Sourced[KnownTenure], *, same: bool) -> str:
    one, other = later.value, earlier.value
    if same and (one.start, one.end) == (other.start, other.end):
        return (
            f'{one.speaker} holds "{one.office}" twice in the same term ({earlier.where}); '
            "take one out, or give both their dates"
        )
    undated = None in (one.start, one.end, other.start, other.end)
    mend = "mend the dates" + (' (a term without "to" is held still)' if undated else "")
    if same:
        return f'{one.speaker} holds "{one.office}" twice at once ({earlier.where}); {mend}'
    return (
        f'{one.speaker} and {other.speaker} ({earlier.where}) hold "{one.office}" at once; {mend}, '
        "or set several: true"
    )
