"""When two people of one name are two: by what articles say of them, never by the name."""

from collections.abc import Sequence

from app.domain.callings import CONGRESS, Calling
from app.domain.never_both import (
    TERM,
    why_elsewhere,
    why_never_both,
    why_of_two_states,
)
from app.domain.told import NO_NAMES, TOWN_POSTS, Told, are_alike, lie_apart, share_places

#: Kinds of calling that one person hardly ever has both of.
_APART = {frozenset(["lay", other]) for other in ("public", "sport", "art", "clergy", "science")}
_APART |= {frozenset(["sport", "science"]), frozenset(["sport", "clergy"])}
_APART |= {frozenset(["service", other]) for other in ("art", "science", "clergy")}
_LEGISLATORS = frozenset(["senator", "representative", CONGRESS])
_OFF = 2  # years by which two printed ages may differ in what they say of the birth
_AT_ONCE = 3  # times as often as all others is whom the bare name means
_LOOKED_AT = 12  # descriptions of one person that another is compared with


def why_two(one: Told, two: Told) -> str | None:
    """Why these are two people, naming the words; None where nothing says so.

    Titles change over the years, so posts of public life are one person's unless they are of
    two places at once. Words in common speak for one person.
    """
    if one.born is not None and two.born is not None and abs(one.born - two.born) > _OFF:
        return f"one was born about {one.born}, the other about {two.born}"
    for denying, denied in ((one, two), (two, one)):
        for words, another in denying.denied_callings:
            same = next((own for own in denied.callings if own.noun == another.noun), None)
            if same is not None:
                return f"“{words}” is said of one, “{same.phrase}” of the other"
    if not one.callings or not two.callings:
        return None
    near = one.on is None or two.on is None or abs((one.on - two.on).days) < TERM * 366
    for mine in one.callings:
        for other in two.callings:
            if _are_of_two_places(mine, other, near=near) and not share_places(one, two):
                return f"“{mine.phrase}” and “{other.phrase}” are posts of two places"
    if _have_nothing_in_common(one, two):
        mine, other = one.callings[0], two.callings[0]
        return f"“{mine.phrase}” and “{other.phrase}” have nothing in common"
    return (
        why_of_two_states(one, two, near=near)
        or why_elsewhere(one, two, at_once=True)
        or why_never_both(one, two, near=near)
    )


def _are_of_two_places(one: Calling, two: Calling, *, near: bool) -> bool:
    """Whether both are posts tied to a place, and the places are two."""
    if one.noun in _LEGISLATORS and two.noun in _LEGISLATORS:
        return lie_apart(one.states, two.states)
    if one.noun != two.noun:
        return False
    if one.noun in TOWN_POSTS:
        here, there = one.names - NO_NAMES, two.names - NO_NAMES
        return bool(here and there) and here.isdisjoint(there)
    at_once = near and not (one.past or two.past)
    return (one.is_of_land or (one.is_of_state and at_once)) and lie_apart(one.states, two.states)


def why_doubtful(one: Told, two: Told) -> str | None:
    """What makes it doubtful that two are one whom nothing tells apart; None for nothing.

    It goes behind "articles describe somebody of this name".
    """
    if not one.callings or not two.callings or why_two(one, two) is not None:
        return None
    kinds = [{each.kind for each in told.callings} for told in (one, two)]
    elsewhere = why_elsewhere(one, two, at_once=False) is not None
    alike = "loose" in kinds[0] | kinds[1] or kinds[0] & kinds[1] or share_places(one, two)
    if alike and not elsewhere:
        return None
    return f"as “{one.callings[0].phrase}” and as “{two.callings[0].phrase}”"


def _have_nothing_in_common(one: Told, two: Told) -> bool:
    """Whether callings, places and bodies of both differ, and callings as one person's do not."""
    if one.names & two.names:
        return False
    nouns = [{each.noun for each in told.callings} for told in (one, two)]
    kinds = [{each.kind for each in told.callings} for told in (one, two)]
    apart = lie_apart(one.states, two.states)
    if kinds[0] | kinds[1] <= {"lay", "loose"}:
        same = bool(nouns[0] & nouns[1]) or "loose" in kinds[0] | kinds[1]
        return apart or (not same and bool(one.names and two.names))
    if kinds[0] & kinds[1]:
        return False
    return apart or all(_are_apart(a, b) for a in one.callings for b in two.callings)


def _are_apart(one: Calling, two: Calling) -> bool:
    """Whether the kinds are hardly ever one person's; who was a teacher once may be anything."""
    if any(each.past and each.kind != "public" for each in (one, two)):
        return False
    return frozenset([one.kind, two.kind]) in _APART


#: Pairs of numbers of what is told, the lower one first.
Pairs = frozenset[tuple[int, int]]


def told_apart(
    told: Sequence[Told], together: Pairs = frozenset(), apart: Pairs = frozenset()
) -> list[list[int]]:
    """The people of one name, each as the numbers of what tells of them, in order.

    None where nothing tells two apart. `together` are pairs that tell one story, and so of one
    person, `apart` those that somebody judged to be of two. What says too little to be put with
    one of several stands with nobody; a description that most of what is told of one contradicts
    is another's, one that little does is a slip.
    """
    people: list[list[int]] = []
    judged = {number for pair in together | apart for number in pair}
    for number, one in enumerate(told):
        says_nothing = not one.callings and one.born is None and not one.denied
        if says_nothing and number not in judged:
            continue
        fitting = [who for who in people if not _differ(told, who, [number], together, apart)]
        surely = [who for who in fitting if any((n, number) in together for n in who)]
        if surely or (len(fitting) > 1 and says_nothing):
            fitting = surely
        if len(fitting) > 1:
            fitting = [who for who in fitting if any(are_alike(told[n], one) for n in who)][:1]
            if not fitting:
                continue
        if fitting:
            fitting[0].append(number)
        else:
            people.append([number])
    people = _joined(told, people, together, apart)
    return people if len(people) > 1 else []


def _joined(
    told: Sequence[Told], people: list[list[int]], together: Pairs, apart: Pairs
) -> list[list[int]]:
    """The people, those that a slip of what came first kept from another put with that one."""
    kept: list[list[int]] = []
    for who in sorted(people, key=lambda each: (-len(each), each)):
        same = next((each for each in kept if not _differ(told, each, who, together, apart)), None)
        if same is None:
            kept.append(who)
        else:
            same += who
    return [sorted(who) for who in sorted(kept, key=min)]


def _differ(
    told: Sequence[Told],
    people: Sequence[int],
    others: Sequence[int],
    together: Pairs,
    apart: Pairs,
) -> bool:
    """Whether most of what is told of one contradicts what is told of the other."""
    pairs = [(a, b) for a in people[:_LOOKED_AT] for b in others[:_LOOKED_AT]]
    ordered = {(min(pair), max(pair)) for pair in pairs}
    if ordered & apart:
        return True
    if ordered & together:
        return False
    return 2 * sum(why_two(told[a], told[b]) is not None for a, b in pairs) > len(pairs)


def main_one(people: Sequence[Sequence[object]]) -> int | None:
    """Which of several people is heard of so much more that the bare name means them, if any."""
    sizes = [len(who) for who in people]
    most = max(sizes, default=0)
    return sizes.index(most) if most >= _AT_ONCE * max(1, sum(sizes) - most) else None
