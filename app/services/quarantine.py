"""What could not be read: shown, and tried again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.archive import open_archive, open_for_writing
from app.config import Settings
from app.errors import NotFound
from app.models.ingest_run import Quarantined
from app.reading.found import LEADS_OUT, leads_out
from app.services.ingest import ingest
from app.services.pages import is_address, pages_of
from app.services.reports import Failure, IngestReport, Outcome
from app.storage.documents import quarantined


@dataclass(frozen=True, slots=True)
class Held:
    """A source that could not be read: its number, where it is, why, and how often it was tried."""

    number: int
    name: str
    origin: str
    reason: str
    tries: int
    first_at: datetime
    last_at: datetime


def list_quarantine(settings: Settings) -> list[Held]:
    """All that could not be read, in the order it was first met."""
    with open_archive(settings).session() as session:
        return [_held(row) for row in quarantined(session)]


def get_quarantined(settings: Settings, number: int) -> Held:
    """One of them by its number. Raises NotFound."""
    for held in list_quarantine(settings):
        if held.number == number:
            return held
    raise NotFound(
        f"there is no number {number} in quarantine; `onrecord quarantine list` shows what there is"
    )


def retry_quarantine(settings: Settings, numbers: Sequence[int] = ()) -> IngestReport:
    """Reads again the files that held what could not be read: those numbered, or all.

    A file keeps the name it had in its folder. One that is no longer there leaves quarantine:
    nothing is left to be read. A link that leads out of its folder stays, as it does in `ingest`.
    """
    asked = [get_quarantined(settings, n) for n in numbers] or list_quarantine(settings)
    chosen = [each for each in asked if not is_address(each.origin)]
    pages = [each.origin for each in asked if is_address(each.origin)]
    if not settings.fetch and not numbers:
        pages = []  # they wait for a run that may fetch; who names one is told how
    files = {each.number: _file_of(each.origin) for each in chosen}
    gone = {number for number, file in files.items() if file is None}
    if gone:
        _forget(settings, gone)
    kept = [
        each for each in chosen if (file := files[each.number]) and leads_out(file, _root(each))
    ]
    names = {
        file: file.relative_to(_root(each)).as_posix()
        for each in chosen
        if (file := files[each.number]) and each not in kept
    }
    on_the_web = pages_of(settings, pages, None)
    is_work = names or on_the_web
    report = IngestReport()
    if is_work:
        report = ingest(settings, sorted(names), pages=on_the_web, names=names)
    for each in kept:
        report.failures.append(Failure(each.name, LEADS_OUT, each.origin))
        report.count(Outcome.FAILED)
    report.notes += [
        f"{each.name}: the file is no longer there, and was taken off the list"
        for each in chosen
        if each.number in gone
    ]
    return report


def _forget(settings: Settings, numbers: set[int]) -> None:
    with open_for_writing(settings, "quarantine") as archive, archive.transaction() as session:
        for row in quarantined(session):
            if row.id in numbers:
                session.delete(row)


def _file_of(origin: str) -> Path | None:
    """The file that something came from: "news.zip" of "news.zip/a.txt", None if it is gone."""
    for end in range(len(origin), 0, -1):
        if end == len(origin) or origin[end] in "/#,":
            path = Path(origin[:end])
            if path.is_file() or path.is_symlink():
                return path
    return None


def _root(held: Held) -> Path:
    """The folder that was read when it was met, "/in" of "/in/a/b.txt" called "a/b.txt"."""
    if held.origin.endswith(f"/{held.name}"):
        return Path(held.origin.removesuffix(held.name))
    file = _file_of(held.origin)  # a part that has a name of its own does not tell the folder
    return file.parent if file else Path(held.origin)


def _held(row: Quarantined) -> Held:
    return Held(
        number=row.id or 0,
        name=row.name,
        origin=row.origin,
        reason=row.reason,
        tries=row.tries,
        first_at=row.first_at,
        last_at=row.last_at,
    )
