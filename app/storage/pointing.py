"""Makes the pages of those who bear nearly one name point at one another."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from sqlmodel import Session, col, select

from app.domain.gazetteer import SpeakerKind
from app.domain.persons import GENERATIONS, parse_person
from app.domain.qualified import bare_name
from app.models.speaker import NotSamePerson, PersonToldOf, Speaker
from app.storage.decisions import TOLD_APART
from app.storage.speakers import SpeakerBook
from app.storage.unsure import ALSO, say_also
from app.storage.values import stored_id

_BATCH = 100


def point_out(session: Session, keys: Iterable[str]) -> None:
    """Lets fathers and sons of one name, and relatives told of in brackets, name one another.

    `keys` are those of the names of which something new is told. "Jr" and "Sr" are certainly
    two; where one name goes without, its page says that nothing tells whether it is one of them.
    """
    names = sorted(set(keys))
    for at in range(0, len(names), _BATCH):
        _generations(session, names[at : at + _BATCH])
        _relatives(session, names[at : at + _BATCH])
    session.flush()


def tell_not_same(session: Session, one: Speaker, other: Speaker, reason: str) -> None:
    """Notes that two speakers are not one, unless that is noted already."""
    first, second = sorted((stored_id(one), stored_id(other)))
    held = select(NotSamePerson.id).where(
        NotSamePerson.speaker_id == first, NotSamePerson.other_id == second
    )
    if first != second and session.exec(held).first() is None:
        session.add(NotSamePerson(speaker_id=first, other_id=second, reason=reason))


def _generations(session: Session, keys: list[str]) -> None:
    bases = {_base(key) for key in keys}
    wanted = [f"{base}{end}" for base in bases for end in ("", *(f"-{g}" for g in GENERATIONS))]
    rows = select(Speaker).where(
        col(Speaker.key).in_(sorted(wanted)), Speaker.kind == SpeakerKind.PERSON
    )
    families: dict[str, list[Speaker]] = defaultdict(list)
    for row in session.exec(rows.order_by(col(Speaker.key))):
        families[_base(row.key)].append(row)
    for family in families.values():
        for one, other in combinations(family, 2):
            ends = [parse_person(row.name).suffix for row in (one, other)]
            if all(ends) and ends[0] != ends[1]:
                told = " and ".join(f"“{_printed(end)}”" for end in ends if end)
                tell_not_same(session, one, other, f"{TOLD_APART}: {told} behind the name")
    apart = _told_apart(session, [row for family in families.values() for row in family])
    for family in families.values():
        _say_unsure(session, family, apart)


def _told_apart(session: Session, rows: list[Speaker]) -> set[frozenset[int]]:
    """The pairs of these speakers of whom it is known that they are not one."""
    numbers = [stored_id(row) for row in rows]
    wanted = select(NotSamePerson.speaker_id, NotSamePerson.other_id).where(
        col(NotSamePerson.speaker_id).in_(numbers), col(NotSamePerson.other_id).in_(numbers)
    )
    return {frozenset(pair) for pair in session.exec(wanted)}


def _say_unsure(session: Session, family: list[Speaker], apart: set[frozenset[int]]) -> None:
    """Says of "John Moss" beside "John Moss Jr", and the reverse, that they may be one or two."""
    for row in family:
        has_end = parse_person(row.name).suffix is not None
        others = [one for one in family if (parse_person(one.name).suffix is not None) != has_end]
        own = stored_id(row)
        open_ones = [one for one in others if frozenset([own, stored_id(one)]) not in apart]
        named = " and ".join(f"“{one.name}”" for one in open_ones)
        told = f"{ALSO} {named}; nothing tells whether that is this person."
        say_also(row, told if open_ones else "")
        session.add(row)


def _relatives(session: Session, keys: list[str]) -> None:
    wanted = select(PersonToldOf.name).where(
        col(PersonToldOf.key).in_(keys), col(PersonToldOf.name).like("%(%")
    )
    book = SpeakerBook(session)
    for name in session.exec(wanted.distinct()).all():
        one, other = book.find(name), book.find(bare_name(name))
        if one is not None and other is not None:
            tell_not_same(session, one, other, TOLD_APART)


def _base(key: str) -> str:
    first, _, last = key.rpartition("-")
    return first if first and last in GENERATIONS else key


def _printed(end: str) -> str:
    return end.upper() if end.startswith("i") else end.title()
