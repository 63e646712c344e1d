"""What programs that talk for somebody are told: short records with addresses that can be cited."""

from collections.abc import Callable

from app.domain.quotations import SpeechKind
from app.schemas.base import Shown
from app.schemas.check import Check
from app.schemas.statement import StatementCard


class Told(Shown):
    """A statement as a program is told it. `url` is its permanent address."""

    url: str
    words: str  # verbatim; a paraphrase is the reporter's words and not the speaker's
    kind: SpeechKind
    speaker: str | None
    office: str | None
    when: str
    outlet: str | None
    headline: str
    confidence: str  # "certain", "likely", "doubtful"

    @classmethod
    def of(cls, card: StatementCard, absolute: Callable[[str], str]) -> "Told":
        """The same statement as lists show it, told shortly."""
        return cls(
            url=absolute(card.url),
            words=card.text,
            kind=card.kind,
            speaker=card.speaker.name if card.speaker else card.speaker_description,
            office=card.office,
            when=card.when,
            outlet=card.outlet.name if card.outlet else None,
            headline=card.article.headline,
            confidence=card.confidence_word,
        )


class ToldFound(Shown):
    """What a search finds. `coverage` says out of how much: nothing found is no sign of silence."""

    total: int
    statements: list[Told]
    notes: list[str]
    coverage: str


class ToldCheck(Shown):
    """A verdict on one quotation."""

    quote: str
    verdict: str
    on_record: Told | None
    part_on_record: str | None
    differences: list[str]
    notes: list[str]
    coverage: str

    @classmethod
    def of(cls, check: Check, absolute: Callable[[str], str]) -> "ToldCheck":
        """A check, told shortly."""
        return cls(
            quote=check.quote,
            verdict=check.verdict.value,
            on_record=Told.of(check.card, absolute) if check.card else None,
            part_on_record=check.part.words if check.part else None,
            differences=[one.words for one in check.differences],
            notes=check.notes,
            coverage=check.coverage,
        )


class ToldChecks(Shown):
    """The verdicts on a draft, in order."""

    checks: list[ToldCheck]
    notes: list[str]
