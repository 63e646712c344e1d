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
from app.storage.values import stored_id

_BATCH = 100
_ALSO = "Articles also name"


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
        _say_unsure(session, family)


def _say_unsure(session: Session, family: list[Speaker]) -> None:
    """Says of "John Moss" beside "John Moss Jr", and the reverse, that they may be one or two."""
    for row in family:
        if row.known or not (row.description or _ALSO).startswith(_ALSO):
            continue
        has_end = parse_person(row.name).suffix is not None
        others = [one for one in family if (parse_person(one.name).suffix is not None) != has_end]
        named = " and ".join(f"“{one.name}”" for one in others)
        told = f"{_ALSO} {named}; nothing tells whether that is this person."
        row.description = told if others else None
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
