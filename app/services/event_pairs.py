"""Two events that may be one: of one day, and alike in name or in kind and place."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sqlalchemy import Row, Select, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.corrections import Action, Standing, Subject
from app.domain.persons import fold
from app.schemas import links
from app.schemas.common import day_words
from app.schemas.review import Item, ItemKind, Pair
from app.services.tables import CORRECTION, CORRECTION_STATE, EVENT, STATEMENT
from app.services.two_records import Side, get_two
from app.services.weighing import weight

#: What the subject of such an item begins with; a pair of speakers has no such word.
PREFIX = "events:"

#: How doubtful it is that two that look like one are two.
_DOUBT = 0.4
#: Events that are looked at, and of one day: on a day with more, kind and place tell nothing.
_MOST_EVENTS, _MOST_OF_ONE_DAY = 2_000, 12
#: Decisions that are remembered here, the latest ones.
_MOST_DECIDED = 5_000
#: Names are alike that share so many words of this length, and so large a part of the shorter.
_SHARED_WORDS, _LONG, _SHARED_PART = 2, 4, 0.6


def likely_event_pairs(session: Session, limit: int) -> list[Item]:
    """Pairs that nobody has decided yet, those on which most statements hang first.

    Looked at are the `limit` events with most statements of which the day is known. Three queries.
    """
    head = session.execute(
        _dated()
        .where(EVENT.c.statement_count > 0)
        .order_by(EVENT.c.statement_count.desc())
        .limit(limit)
    ).all()
    days = {row.date_first for row in head}
    same_days = _dated().where(EVENT.c.date_first.in_(days)).order_by(EVENT.c.id)
    of_day: dict[Any, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(same_days.limit(_MOST_EVENTS)):
        of_day[row.date_first].append(row)
    found = [
        (pair, reason)
        for rows in of_day.values()
        for pair in combinations(rows[:_MOST_OF_ONE_DAY], 2)
        if any(row.statement_count for row in pair) and (reason := _alike(*pair))
    ]
    decided = _decided(session)
    items = [
        _item(*pair, reason)
        for pair, reason in found
        if frozenset(row.key for row in pair) not in decided
    ]
    return sorted(items, key=lambda item: (-item.score, item.subject))[:limit]


def get_event_pair(archive: Archive, subject: str) -> Pair:
    """Both events of a pair with some of what was said there; see `get_two`."""
    return get_two(archive, subject.removeprefix(PREFIX).split("+"), _SIDE)


def _events() -> Select[Any]:
    names = ("id", "slug", "key", "name", "type", "place", "date_first", "date_last")
    return select(*(EVENT.c[name] for name in names), EVENT.c.statement_count)


def _dated() -> Select[Any]:
    return _events().where(EVENT.c.date_first.is_not(None), EVENT.c.date_first == EVENT.c.date_last)


def _alike(one: Row[Any], other: Row[Any]) -> str | None:
    """Why two events of one day may be one, or None."""
    day = day_words(one.date_first) if one.date_first else "one day"
    if one.type == other.type and one.place and one.place == other.place:
        return f"each is a {one.type} in {one.place} on {day}"
    mine, theirs = set(_words(one.name)), set(_words(other.name))
    shared = sorted(mine & theirs)
    fewest = min(len(mine), len(theirs))
    if len(shared) >= _SHARED_WORDS and len(shared) >= _SHARED_PART * fewest:
        told = ", ".join(f"“{word}”" for word in shared[:4])
        return f"both are of {day}, and both names have {told}"
    return None


def _words(name: str) -> Iterator[str]:
    return (word for word in fold(name).split() if len(word) >= _LONG)


def _decided(session: Session) -> set[frozenset[str]]:
    """The pairs of event keys that somebody told apart, the latest decisions first."""
    wanted = (
        select(CORRECTION.c.before)
        .join(CORRECTION_STATE, CORRECTION_STATE.c.uid == CORRECTION.c.uid)
        .where(CORRECTION.c.subject == Subject.EVENT, CORRECTION.c.action == Action.NOT_SAME)
        .where(CORRECTION_STATE.c.standing != Standing.UNDONE)
        .order_by(CORRECTION.c.id.desc())
        .limit(_MOST_DECIDED)
    )
    found = session.execute(wanted).scalars()
    return {frozenset((one.get("key", ""), one.get("other_key", ""))) for one in found}


def _item(one: Row[Any], other: Row[Any], reason: str) -> Item:
    first, second = sorted((one, other), key=lambda row: (-row.statement_count, row.slug))
    hanging = max(1, second.statement_count)
    much = f"{hanging:,} statements hang on it" if hanging > 1 else "one statement hangs on it"
    return Item(
        kind=ItemKind.EVENTS,
        subject=f"{PREFIX}{first.slug}+{second.slug}",
        score=weight(_DOUBT, 0, hanging),
        title=f"{first.name} and {second.name}: one event or two?",
        why=[reason, much],
    )


_SIDE = Side(
    called="events",
    rows=_events(),
    slug=EVENT.c.slug,
    held_by=STATEMENT.c.event_id,
    link=links.event,
    reason=_alike,
)
