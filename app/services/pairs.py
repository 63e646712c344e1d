"""Two speakers who may be one: a bare surname beside a full name, or one alias of both."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.gazetteer import SpeakerKind
from app.schemas import links
from app.schemas.review import Item, ItemKind, Pair
from app.services.tables import ALIAS, NOT_SAME, SPEAKER, STATEMENT
from app.services.two_records import Side, get_two
from app.services.weighing import weight

#: How doubtful it is that two who look like one are two.
_DOUBT = 0.5

#: Speakers that are looked at, and of one name.
_MOST_BEARERS, _MOST_OF_ONE_NAME = 2_000, 6

_Two = tuple[Row[Any], Row[Any]]


def likely_pairs(session: Session, limit: int) -> list[Item]:
    """Pairs that nobody has decided yet, those on which most statements hang first. Five queries.

    Looked at are the `limit` bare surnames with most statements, each with who else bears it, and
    as many names that two speakers share. Asked in steps, as a join of all names with all takes
    SQLite a minute at a hundred thousand speakers.
    """
    bare = session.execute(_bare_surnames().limit(limit)).all()
    found = [*_bearers(session, bare), *_sharers(session, limit)]
    decided = _decided(session, {row.id for pair in found for row in pair})
    items: dict[str, Item] = {}
    for first, second in found:
        if frozenset((first.id, second.id)) not in decided:
            item = _item(first, second)
            items.setdefault(item.subject, item)
    return sorted(items.values(), key=lambda item: (-item.score, item.subject))[:limit]


def get_pair(archive: Archive, subject: str) -> Pair:
    """Both speakers of a pair with some of what they said; see `get_two`."""
    return get_two(archive, subject.split("+"), _SIDE)


def _bare_surnames() -> Select[Any]:
    """People whose only name is a surname, most often heard first."""
    return (
        _speakers()
        .where(
            SPEAKER.c.kind == SpeakerKind.PERSON,
            SPEAKER.c.statement_count > 0,
            SPEAKER.c.sort_key.not_like("%,%"),
        )
        .order_by(SPEAKER.c.statement_count.desc(), SPEAKER.c.id)
    )


def _bearers(session: Session, bare: Sequence[Row[Any]]) -> Iterator[_Two]:
    """Each bare surname with those who bear it in full."""
    if not bare:
        return
    # Sort keys are "lavrov, sergey": what begins with "lavrov," is a range of the index.
    ranges = [
        and_(SPEAKER.c.sort_key >= f"{name},", SPEAKER.c.sort_key < f"{name}-")
        for name in {row.sort_key for row in bare}
    ]
    full: dict[str, list[Row[Any]]] = {}
    for row in session.execute(_speakers().where(or_(*ranges)).limit(_MOST_BEARERS)):
        full.setdefault(row.sort_key.split(",")[0], []).append(row)
    for row in bare:
        for other in full.get(row.sort_key, ()):
            yield row, other


def _sharers(session: Session, limit: int) -> Iterator[_Two]:
    """Speakers who are written the same way somewhere; a surname alone is shared by many."""
    shared = (
        select(ALIAS.c.key)
        .where(ALIAS.c.name.like("% %"))
        .group_by(ALIAS.c.key)
        .having(func.count(ALIAS.c.speaker_id.distinct()) > 1)
        .limit(limit)
    )
    wanted = (
        _speakers()
        .add_columns(ALIAS.c.key)
        .join(ALIAS, ALIAS.c.speaker_id == SPEAKER.c.id)
        .where(ALIAS.c.key.in_(list(session.execute(shared).scalars())))
        .where(SPEAKER.c.statement_count > 0)
        .distinct()
        .limit(_MOST_BEARERS)
    )
    by_key: dict[str, list[Row[Any]]] = {}
    for row in session.execute(wanted):
        by_key.setdefault(row.key, []).append(row)
    for rows in by_key.values():
        yield from combinations(rows[:_MOST_OF_ONE_NAME], 2)


def _decided(session: Session, ids: set[int]) -> set[frozenset[int]]:
    """The pairs among these speakers that somebody told apart."""
    columns = NOT_SAME.c.speaker_id, NOT_SAME.c.other_id
    wanted = select(*columns).where(columns[0].in_(ids), columns[1].in_(ids))
    return {frozenset(pair) for pair in session.execute(wanted)}


def _speakers() -> Select[Any]:
    names = ("id", "slug", "name", "sort_key", "statement_count")
    return select(*(SPEAKER.c[name] for name in names)).select_from(SPEAKER)


def _item(one: Row[Any], other: Row[Any]) -> Item:
    hanging = max(1, min(one.statement_count, other.statement_count))
    # The one with a whole name, then with more statements, is who the other would become.
    first, second = sorted(
        (one, other), key=lambda row: (" " not in row.name, -row.statement_count, row.slug)
    )
    much = f"{hanging:,} statements hang on it" if hanging > 1 else "one statement hangs on it"
    return Item(
        kind=ItemKind.SPEAKERS,
        subject=f"{first.slug}+{second.slug}",
        score=weight(_DOUBT, 0, hanging),
        title=f"{first.name} and {second.name}: one or two?",
        why=[_reason(first.name, second.name), much],
    )


def _reason(first: str, second: str) -> str:
    bare = next((name for name in (first, second) if " " not in name), None)
    if bare is None:
        return "both are written the same way somewhere"
    return f"the articles call somebody only “{bare}”"


_SIDE = Side(
    called="speakers",
    rows=_speakers(),
    slug=SPEAKER.c.slug,
    held_by=STATEMENT.c.speaker_id,
    link=links.speaker,
    reason=lambda first, second: _reason(first.name, second.name),
)
