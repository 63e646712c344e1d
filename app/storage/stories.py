"""Who is who among people of one name, and which articles tell one story."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlmodel import Session, col, select

from app.domain.gazetteer import SpeakerKind
from app.domain.namesakes import Pairs, told_apart
from app.domain.told import Told
from app.models.speaker import PersonToldOf, Speaker
from app.models.statement import Statement

_BATCH = 500
_SHARED = 2  # others quoted in both by which two articles are known to tell one story


@dataclass(frozen=True, slots=True)
class Said:
    """What one article says of somebody of the name."""

    row: PersonToldOf
    article: str
    told: Told


def people_of(
    session: Session,
    said: Sequence[Said],
    together: Pairs = frozenset(),
    apart: Pairs = frozenset(),
) -> list[list[Said]]:
    """The people of a name, each as what is said of them; none where nothing tells two apart.

    `together` and `apart` are what curators judged, which outweighs what is said.
    """
    told = [one.told for one in said]
    if not told_apart(told, together, apart):
        return []
    people = told_apart(told, (_one_story(session, said) | together) - apart, apart)
    return [[said[number] for number in who] for who in people]


def _one_story(session: Session, said: Sequence[Said]) -> Pairs:
    """The pairs of articles in which the same few others, whom nobody knows, are quoted."""
    key, numbers = said[0].row.key, [one.row.article_id for one in said]
    company: dict[int, set[str]] = {number: set() for number in numbers}
    for at in range(0, len(numbers), _BATCH):
        wanted = (
            select(Statement.article_id, Speaker.key)
            .join(Speaker, col(Speaker.id) == col(Statement.speaker_id))
            .where(
                col(Statement.article_id).in_(numbers[at : at + _BATCH]),
                col(Speaker.known).is_(False),
                Speaker.kind == SpeakerKind.PERSON,
            )
            .distinct()
        )
        for article, other in session.exec(wanted):
            if other != key and not other.startswith((f"{key}-", f"{key} ")):
                company[article].add(other)
    return frozenset(
        (a, b)
        for a, b in combinations(range(len(said)), 2)
        if numbers[a] != numbers[b] and len(company[numbers[a]] & company[numbers[b]]) >= _SHARED
    )
