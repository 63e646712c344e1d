"""Whom curators judged articles to mean by a name, by which others of the name are told apart."""

from collections.abc import Sequence
from itertools import combinations

from sqlmodel import Session, col, select

from app.domain.namesakes import Pairs
from app.domain.persons import fold
from app.models.correction import IdentityDecision
from app.storage.decisions import BY_TELLING, SPEAKER, Decisions
from app.storage.stories import Said

_BATCH = 500
_COMPARED = 40  # judged articles of one name that are compared with one another


class Judged:
    """The judgements of curators on single articles in which a name stands."""

    def __init__(self, session: Session, said: Sequence[Said]) -> None:
        names = sorted({fold(one.row.name) for one in said})
        self._held: dict[tuple[str, str], str] = {}
        for at in range(0, len(names), _BATCH):
            wanted = select(IdentityDecision).where(
                IdentityDecision.kind == SPEAKER,
                IdentityDecision.uid != BY_TELLING,
                IdentityDecision.article != "",
                col(IdentityDecision.same),
                col(IdentityDecision.name).in_(names[at : at + _BATCH]),
            )
            for row in session.exec(wanted.order_by(col(IdentityDecision.id))):
                self._held[row.name, row.article] = row.other

    def meant(self, one: Said) -> str | None:
        """Whom a curator judged an article to mean; None where nobody did."""
        return self._held.get((fold(one.row.name), one.article))

    def pairs(self, said: Sequence[Said], decisions: Decisions) -> tuple[Pairs, Pairs]:
        """The pairs of articles that were judged to mean one person, and those to mean two."""
        pages = [self.meant(one) for one in said]
        meant = [decisions.speaker_meant(page) if page else None for page in pages]
        judged = [number for number, page in enumerate(meant) if page is not None][:_COMPARED]
        together: set[tuple[int, int]] = set()
        apart: set[tuple[int, int]] = set()
        for a, b in combinations(judged, 2):
            (together if meant[a] == meant[b] else apart).add((a, b))
        return frozenset(together), frozenset(apart)
