"""Looks the whole installation over and says in plain words what is wrong and what to do."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from app.archive import open_archive
from app.config import Settings
from app.errors import ArchiveError
from app.services import doctor_archive, doctor_machine
from app.services.doctor_machine import Told


class Level(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do where it is not fine."""

    level: Level
    subject: str
    told: str
    advice: str = ""

    def as_record(self) -> dict[str, str]:
        """The same for JSON."""
        return asdict(self)


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order in which they are best mended. Changes nothing.

    A look that itself fails is a finding too, so one fault never hides the others.
    """
    for subject, look in doctor_machine.LOOKS:
        yield _finding(subject, lambda look=look: look(settings))  # type: ignore[misc]
    try:
        archive = open_archive(settings)
    except (ArchiveError, OSError) as problem:
        told, _, advice = str(problem).rpartition("; ")
        yield Finding(Level.WRONG, "database", told or str(problem), advice if told else "")
        return
    try:
        for subject, look_in in doctor_archive.LOOKS:
            yield _finding(subject, lambda look_in=look_in: look_in(archive))  # type: ignore[misc]
    finally:
        archive.reader.dispose()


def _finding(subject: str, look: Callable[[], Told]) -> Finding:
    try:
        return _of(subject, look())
    except Exception as problem:
        return Finding(
            Level.WRONG, subject, f"could not be looked at: {problem}", "mend this first"
        )


def _of(subject: str, told: Told) -> Finding:
    level = Level.FINE if not told.advice else Level.WRONG if told.wrong else Level.NOTE
    return Finding(level, subject, told.what, told.advice)
