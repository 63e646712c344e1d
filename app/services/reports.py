"""What a run of the ingestion job did, every document accounted for."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of one document."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why; it is kept in quarantine."""

    name: str
    reason: str


@dataclass(slots=True)
class IngestReport:
    """How many documents became what; `failures` says which failed and why."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)  # documents, by who read them
    foreign: int = 0  # articles that are not in English
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    articles: int = 0  # in the archive, after the run
    statements: int = 0
    seconds: float = 0.0

    def count(self, outcome: Outcome, reader: str | None = None) -> None:
        """One document more."""
        self.counts[outcome] += 1
        if reader:
            self.readers[reader] += 1

    def as_record(self) -> dict[str, Any]:
        """The report as plain values, for scripts."""
        return {
            **{outcome.value: self.counts[outcome] for outcome in Outcome},
            "failures": [{"name": each.name, "reason": each.reason} for each in self.failures],
            "notes": self.notes,
            "readers": dict(sorted(self.readers.items())),
            "not_in_english": self.foreign,
            "articles": self.articles,
            "statements": self.statements,
            "seconds": round(self.seconds, 3),
        }

    def summary(self) -> str:
        """One line: new, changed, unchanged, duplicate, failed, and what the archive holds."""
        parts = [f"{self.counts[outcome]:,} {outcome.value}" for outcome in Outcome]
        return (
            f"{', '.join(parts)}; the archive holds {self.statements:,} statements "
            f"in {self.articles:,} articles ({self.seconds:.1f} s)"
        )
