"""Who is talked about at each point of an article: for "he", "she" and "they"."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.quotations import SourceKind

THING = "n"  # the gender of what "it" can mean and "he" cannot: "the report", "a company"


@dataclass(slots=True)
class Referent:
    """Somebody a pronoun can mean: a figure of the cast, or a source left unnamed."""

    figure: int | None
    description: str  # the name, or the unnamed source's own words
    gender: str | None  # "m", "f", THING for a text or a body, or None where nothing tells
    kind: SourceKind
    plural: bool = False
    weight: float = 0.0
    clock: int = 0  # the narrator's sentence in which it was last mentioned
    reason: str = ""
    both: bool = False  # two people, whom the description names
    spoke: bool = False  # whether it was the source of a statement


@dataclass(frozen=True, slots=True)
class Choice:
    """The referent chosen, how far it is ahead of the next one (0.5 to 1), and why.

    `weight` is how much it is in mind at that point, at most 150.
    """

    referent: Referent
    margin: float
    weight: float
    reason: str


#: What a mention adds, by its place in the sentence; halved with every sentence that follows.
#: Source: the scheme is that of Lappin and Leass, Computational Linguistics 20(4), 1994; the
#: weights are ours: who speaks stays in focus longer than who is spoken of.
SPEAKER, SUBJECT, POSSESSOR, OTHER = 110.0, 95.0, 40.0, 45.0
UNNAMED_SPEAKER, INTRODUCED, ASKED = 90.0, 70.0, 120.0
_DECAY = 0.5
_AGAIN = 0.5  # share of its weight that a mention in passing adds to what is in mind already
_SPEAKS_ON = 1.5  # how much likelier "it" is a report that spoke than a body it spoke of
_BESIDE = 0.85  # share of the weight by which who is surely "she" goes before who may be
_FORGOTTEN = 1.0  # a referent below this is out of mind
_LIMIT = 150.0
_HELD = 40  # referents kept at most; half of them after a clearing


@dataclass(slots=True)
class Focus:
    """The referents in mind, each with a weight that fades sentence by sentence."""

    _held: dict[object, Referent] = field(default_factory=dict)

    def note(self, referent: Referent, weight: float, clock: int, reason: str) -> None:
        """A mention of `referent` in the narrator's sentence number `clock`."""
        key = referent.description if referent.figure is None else referent.figure
        held = self._held.setdefault(key, referent)
        now = self._now(held, clock)
        added = weight if weight > OTHER else weight * _AGAIN if now > weight else weight
        held.weight = min(_LIMIT, now + added)
        held.clock, held.reason = clock, reason
        held.gender = held.gender or referent.gender
        held.spoke = held.spoke or weight in (SPEAKER, UNNAMED_SPEAKER)
        if len(self._held) > _HELD:
            self._forget(clock)

    def choose(
        self,
        gender: str | None,
        clock: int,
        plural: bool = False,
        allowed: Callable[[Referent], bool] = lambda _: True,
    ) -> Choice | None:
        """The referent most in mind that can be "he" (m), "she" (f), "it" (n), plural "they"."""
        scored = []
        for referent in self._held.values():
            fit = _fit(referent, gender, plural) if allowed(referent) else 0.0
            weight = self._now(referent, clock) * fit
            if weight >= _FORGOTTEN:
                scored.append((weight, referent))
        if not scored:
            return None
        scored.sort(key=lambda pair: -pair[0])
        if gender in ("m", "f") and _is_told_beside(scored, gender):
            scored[:2] = reversed(scored[:2])
        best, second = scored[0][0], scored[1][0] if len(scored) > 1 else 0.0
        margin = max(0.5, best / (best + second))
        return Choice(scored[0][1], margin, best, scored[0][1].reason)

    def weights(self, clock: int) -> dict[int, float]:
        """How much each figure of the cast is in mind, by its number."""
        return {r.figure: self._now(r, clock) for r in self._held.values() if r.figure is not None}

    def _now(self, referent: Referent, clock: int) -> float:
        return referent.weight * _DECAY ** max(0, clock - referent.clock)

    def _forget(self, clock: int) -> None:
        heaviest = sorted(self._held.items(), key=lambda item: -self._now(item[1], clock))
        self._held = dict(heaviest[: _HELD // 2])


def _is_told_beside(scored: list[tuple[float, Referent]], gender: str) -> bool:
    """Whether the second is surely "she", and the first, of the same sentence, only may be.

    "Jan Roe met Anna Poe. She left": the given name tells of the one, and nothing of the other.
    """
    if len(scored) < 2:
        return False
    (most, first), (less, second) = scored[:2]
    told = first.gender is None and second.gender == gender
    return told and first.clock == second.clock and less >= _BESIDE * most


def _fit(referent: Referent, gender: str | None, plural: bool) -> float:
    """How well a referent agrees with a pronoun: 0 not at all, 1 as well as any."""
    if plural:
        if referent.plural:
            return 1.0
        if referent.figure is None:
            return 0.05
        return 0.5 if referent.kind is SourceKind.ORGANISATION else 0.0
    thing = referent.kind is SourceKind.ORGANISATION or referent.gender == THING
    if gender == THING:
        return (_SPEAKS_ON if referent.spoke else 1.0) if thing and not referent.plural else 0.0
    if referent.plural or thing:
        return 0.0
    if gender is None or referent.gender == gender:
        return 1.0
    return 0.8 if referent.gender is None else 0.0
