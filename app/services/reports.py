"""What a run of the ingestion job did, every document accounted for."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.counting import counted

#: Warnings that a report holds; `--report` has all of them.
_MOST_DOUBTS = 1000


class Outcome(StrEnum):
    """What became of one document."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why; it is kept in quarantine.

    `where` is its name with the folder, as the path was given.
    """

    name: str
    reason: str
    where: str = ""

    def sentence(self) -> str:
        """What a person is told: the file with its folder, and the reason."""
        return f"{self.where or self.name}: {self.reason}"


@dataclass(slots=True)
class Standing:
    """How far a run has come, for whoever watches it. `phase` is what is being done.

    `total` and `done` count bytes of source files; `total` is 0 where nobody counted them.
    """

    phase: str = "reading"
    total: int = 0
    done: int = 0
    documents: int = 0
    statements: int = 0  # found in this run
    failures: int = 0
    name: str = ""  # of the last document


#: Told whenever a run has come further.
Watch = Callable[[Standing], None]


@dataclass(slots=True)
class IngestReport:
    """How many documents became what; `failures` says which failed and why."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)  # documents, by who read them
    foreign: int = 0  # articles that are not in English
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    doubts: list[Failure] = field(default_factory=list)  # the first of them
    doubtful: int = 0  # sentences about documents that were taken in all the same
    files: int = 0  # that were looked at
    found: int = 0  # statements in what was read in this run
    articles: int = 0  # in the archive, after the run
    statements: int = 0
    seconds: float = 0.0

    def count(self, outcome: Outcome, reader: str | None = None, documents: int = 1) -> None:
        """One document more, or several."""
        if documents:
            self.counts[outcome] += documents
        if reader:
            self.readers[reader] += documents

    def doubt(self, name: str, where: str, sentences: Iterable[str]) -> None:
        """What is to be known of a document that was taken in all the same."""
        for sentence in sentences:
            self.doubtful += 1
            if len(self.doubts) < _MOST_DOUBTS:
                self.doubts.append(Failure(name, sentence, where))

    def as_record(self) -> dict[str, Any]:
        """The report as plain values, for scripts."""
        return {
            **{outcome.value: self.counts[outcome] for outcome in Outcome},
            "files": self.files,
            "failures": [
                {"name": each.name, "where": each.where or each.name, "reason": each.reason}
                for each in self.failures
            ],
            "notes": self.notes,
            "warnings": [{"where": each.where, "warning": each.reason} for each in self.doubts],
            "warnings_in_all": self.doubtful,
            "readers": dict(sorted(self.readers.items())),
            "not_in_english": self.foreign,
            "articles": self.articles,
            "statements": self.statements,
            "found": self.found,
            "seconds": round(self.seconds, 3),
        }

    def summary(self) -> str:
        """One line: new, changed, unchanged, duplicate, failed, and what the archive holds."""
        parts = [f"{self.counts[outcome]:,} {outcome.value}" for outcome in Outcome]
        held = f"{counted(self.statements, 'statement')} in {counted(self.articles, 'article')}"
        return f"{', '.join(parts)}; the archive holds {held} ({self.seconds:.1f} s)"
