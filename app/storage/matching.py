"""Which statement of a new reading is which statement of the old one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: Fewer shared words than these are no overlap.
_ENOUGH_WORDS = 3

#: The least share of the shorter, and of the longer statement that both must hold. An eighth of
#: a long statement is another statement, though every word of it stands in the long one.
_OF_SHORTER, _OF_LONGER = 1 / 2, 1 / 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as one reading has it.

    `form` is the normal form of its words and `size` their number; `places` says which words of
    the new text they are, counted from its start, as far as that is certain.
    """

    form: str
    size: int
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the old statements: each is in exactly one of the three.

    `kept` maps the number of a new statement to the old address it keeps; `merged` an old
    address to the number of the new statement that took its words in; `lost` are the rest.
    """

    kept: Mapping[int, str] = field(default_factory=dict)
    merged: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def match_statements(old: Mapping[str, Reading], new: Sequence[Reading]) -> Matching:
    """Matches old statements, by address, to new ones of the same text.

    Same words in the same place are the same statement; same words anywhere are, where there
    is one of them on either side; else those that share most of their words in place. What
    shares too little is no match: a lost address is honest, a look-alike is not.
    """
    kept: dict[int, str] = {}
    _keep_equal(old, new, kept)
    _keep_overlapping(old, new, kept)
    left = [link for link in old if link not in set(kept.values())]
    merged = {link: number for link in left if (number := _holder(old[link], new)) is not None}
    lost = tuple(link for link in left if link not in merged)
    return Matching(kept, merged, lost)


def _keep_equal(old: Mapping[str, Reading], new: Sequence[Reading], kept: dict[int, str]) -> None:
    links: dict[str, list[str]] = defaultdict(list)
    numbers: dict[str, list[int]] = defaultdict(list)
    for link, reading in old.items():
        links[reading.form].append(link)
    for number, reading in enumerate(new):
        numbers[reading.form].append(number)
    for form, candidates in links.items():
        left = list(candidates)
        for number in numbers[form]:
            here = [
                link for link in left if old[link].places and old[link].places == new[number].places
            ]
            if here:
                kept[number] = here[0]
                left.remove(here[0])
        free = [number for number in numbers[form] if number not in kept]
        if len(left) == len(free) == 1:
            kept[free[0]] = left[0]


def _keep_overlapping(
    old: Mapping[str, Reading], new: Sequence[Reading], kept: dict[int, str]
) -> None:
    taken = set(kept.values())
    pairs = []
    for order, (link, reading) in enumerate(old.items()):
        if link in taken:
            continue
        for number in _sharing(reading, new):
            if number not in kept and _overlaps(reading, new[number]):
                shared = len(reading.places & new[number].places)
                likeness = shared / (reading.size + new[number].size - shared)
                pairs.append((-likeness, order, number, link))
    for _, _, number, link in sorted(pairs):
        if number not in kept and link not in taken:
            kept[number] = link
            taken.add(link)


def _holder(reading: Reading, new: Sequence[Reading]) -> int | None:
    # The new statement that holds at least half of the old one's words, the most of them first.
    holders = [
        (-len(reading.places & new[number].places), number)
        for number in _sharing(reading, new)
        if _takes_in(new[number], reading)
    ]
    return min(holders)[1] if holders else None


def _sharing(reading: Reading, new: Sequence[Reading]) -> list[int]:
    if not reading.places:
        return []
    return [n for n, other in enumerate(new) if not reading.places.isdisjoint(other.places)]


def _overlaps(one: Reading, other: Reading) -> bool:
    shared = len(one.places & other.places)
    shorter, longer = sorted((one.size, other.size))
    return (
        shared >= _ENOUGH_WORDS
        and shared >= _OF_SHORTER * shorter
        and shared >= _OF_LONGER * longer
    )


def _takes_in(longer: Reading, reading: Reading) -> bool:
    shared = len(longer.places & reading.places)
    enough = min(_ENOUGH_WORDS, reading.size)
    return shared >= enough and shared >= _OF_SHORTER * reading.size
