"""What curators decided about who or what is the same; it outweighs every rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from app.domain.persons import fold
from app.domain.qualified import qualifier_of
from app.models.correction import IdentityDecision

SPEAKER, EVENT = "speaker", "event"

#: Stands where a curator's decision has its number: people of one name, told apart by articles.
BY_TELLING = "namesakes"

#: What the reason of a speaker of such a name says.
TOLD_APART = "told apart by what articles say"

#: Merges that follow one another; more is a circle.
_LONGEST_CHAIN = 20

_BATCH = 500


@dataclass(slots=True)
class Decisions:
    """The decisions of one archive, within one transaction."""

    session: Session
    _any: bool | None = None
    _others: dict[str, frozenset[str]] = field(default_factory=dict)

    def speaker_meant(self, name: str) -> str:
        """The name that a speaker's name stands for: itself where nothing was decided."""
        for _ in range(_LONGEST_CHAIN if self._are_any() else 0):
            meant = self._meant(SPEAKER, fold(name), "")
            if meant is None or fold(meant) == fold(name):
                break
            name = meant
        return name

    def told_apart(self, name: str, article: str) -> str | None:
        """Which of several people of a name an article means; None where it is not told apart."""
        return self._meant(SPEAKER, fold(name), article) if self._are_any() else None

    def all_told_apart(self, names: Iterable[str]) -> dict[tuple[str, str], str]:
        """Whom articles mean by some names, by folded name and article, where they are parted."""
        found: dict[tuple[str, str], str] = {}
        folded = sorted({fold(name) for name in names}) if self._are_any() else []
        for at in range(0, len(folded), _BATCH):
            wanted = select(IdentityDecision).where(
                IdentityDecision.kind == SPEAKER,
                IdentityDecision.article != "",
                col(IdentityDecision.same),
                col(IdentityDecision.name).in_(folded[at : at + _BATCH]),
            )
            # The latest decision counts, should two contradict each other.
            for row in self.session.exec(wanted.order_by(col(IdentityDecision.id))):
                found[row.name, row.article] = row.other
        return found

    def event_meant(self, key: str, article: str | None) -> str:
        """The key of the event that an event's key stands for in an article."""
        for _ in range(_LONGEST_CHAIN if self._are_any() else 0):
            meant = (article and self._meant(EVENT, key, article)) or self._meant(EVENT, key, "")
            if not meant or meant == key:
                break
            key = meant
        return key

    def apart(self, one: str, other: str) -> bool:
        """Whether two names were decided to be two people's."""
        return self._are_any() and fold(other) in self.others(one)

    def others(self, name: str) -> frozenset[str]:
        """The folded names of speakers that are certainly not the one of this name."""
        if not self._are_any():
            return frozenset()
        folded = fold(name)
        if folded not in self._others:
            wanted = select(IdentityDecision.other).where(
                IdentityDecision.kind == SPEAKER,
                IdentityDecision.name == folded,
                col(IdentityDecision.same).is_(False),
            )
            self._others[folded] = frozenset(self.session.exec(wanted))
        return self._others[folded]

    def _meant(self, kind: str, name: str, article: str) -> str | None:
        wanted = select(IdentityDecision.other).where(
            IdentityDecision.kind == kind,
            IdentityDecision.name == name,
            IdentityDecision.article == article,
            col(IdentityDecision.same).is_(True),
        )
        # The latest decision counts, should two contradict each other.
        return self.session.exec(wanted.order_by(col(IdentityDecision.id).desc())).first()

    def _are_any(self) -> bool:
        if self._any is None:
            self._any = self.session.exec(select(IdentityDecision.id).limit(1)).first() is not None
        return self._any


def told_reason(reason: str, decisions: Decisions, name: str, article: str) -> str:
    """The reason of a speaker, with the words by which an article tells which of several it is."""
    plain = reason.partition(f"; {TOLD_APART}")[0]
    meant = decisions.told_apart(name, article)
    what = qualifier_of(meant) if meant else None
    return f"{plain}; {TOLD_APART} of people of this name: “{what}”" if what else plain
