"""Corrections as a file that people can read, review and write, like code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import yaml
from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from app.archive import Archive, writing
from app.domain.corrections import Action, Anchor, Proposal, Record, Subject
from app.errors import ArchiveError, InvalidCorrection
from app.services.correction_checks import require_sense
from app.services.correction_proposals import proposed
from app.services.corrections import carry_out
from app.services.reindex import bring_up_to_date
from app.storage.correction_rows import every_record, find_record, uid_of

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_ANCHOR = TypeAdapter(Anchor)

#: Parts of an `after` that the archive writes itself.
_WRITTEN = frozenset({"quotes", "document"})

_HEAD = (
    "# Corrections of an Onrecord archive, the first ones first. Entries are only ever added.\n"
    "# An entry written by hand needs action, subject, target, reason and by, and what the action "
    "asks for\n# under after; the archive fills in the rest when it is read.\n"
)


@dataclass(slots=True)
class Imported:
    """What became of the entries of a file: how many were new, and what was wrong with others."""

    new: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)

    def summary(self) -> str:
        """One line."""
        wrong = f", {len(self.problems):,} refused" if self.problems else ""
        return f"{self.new:,} corrections taken in, {self.known:,} known already{wrong}"

    def notes(self) -> list[str]:
        """What a run that took them in has to say of them."""
        return [self.summary(), *self.problems]


def export_corrections(archive: Archive, file: TextIO) -> int:
    """Writes every correction, the first ones first; how many. The same archive, the same file."""
    count = 0
    file.write(_HEAD)
    with archive.session() as session:
        for record in every_record(session):
            entry = yaml.dump(
                [plain_record(record)],
                Dumper=_DUMPER,
                sort_keys=False,
                allow_unicode=True,
                width=100,
            )
            file.write(f"\n{entry}")
            count += 1
    return count


def import_corrections(archive: Archive, path: Path) -> Imported:
    """Takes in the corrections of a file; those known already are left alone.

    What speaks of articles not read yet waits for them. Entries that make no sense are named
    with their number and left out. Raises ArchiveError where the file cannot be read as a whole.
    """
    entries = _read(path)
    imported = Imported()
    with writing(archive, "correction") as held:
        for number, entry in enumerate(entries, 1):
            try:
                with held.transaction() as session:
                    new = _take(session, entry)
            except (ArchiveError, ValueError, KeyError, TypeError) as problem:
                imported.problems.append(f"{path}, entry {number:,}: {_words(problem)}")
                continue
            imported.new += new
            imported.known += not new
        bring_up_to_date(held)
    return imported


def plain_record(record: Record) -> dict[str, Any]:
    """A correction as plain values, without what is empty."""
    values = {
        "uid": record.uid,
        "at": record.at,
        "by": record.by,
        "action": record.action.value,
        "subject": record.subject.value,
        "target": record.target,
        "reason": record.reason,
        "based_on": record.based_on,
        "before": dict(record.before),
        "after": dict(record.after),
        "anchor": _ANCHOR.dump_python(record.anchor, mode="json") if record.anchor else None,
    }
    return {key: value for key, value in values.items() if value not in (None, {})}


def record_of_plain(entry: Mapping[str, Any]) -> Record:
    """The correction that plain values hold. Raises InvalidCorrection, ValueError or KeyError."""
    record = Record(
        uid=str(entry["uid"]),
        action=Action(entry["action"]),
        subject=Subject(entry["subject"]),
        target=str(entry["target"]),
        after=entry.get("after") or {},
        before=entry.get("before") or {},
        reason=str(entry["reason"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
        based_on=entry.get("based_on"),
        anchor=_ANCHOR.validate_python(entry["anchor"]) if entry.get("anchor") else None,
    )
    after = {key: value for key, value in record.after.items() if key not in _WRITTEN}
    subject = Subject.ARTICLE if record.action is Action.ADD else record.subject
    require_sense(Proposal(record.action, subject, record.target, record.reason, record.by, after))
    return record


def as_text(value: Any) -> Any:  # noqa: ANN401  what YAML holds
    """What YAML holds with its dates as words: it reads 2011-12-08 as a date, 2011 as a number."""
    if isinstance(value, Mapping):
        said = {"said_on": str(value["said_on"])} if isinstance(value.get("said_on"), int) else {}
        return {str(key): as_text(one) for key, one in {**value, **said}.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(path: Path) -> list[Any]:
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  a safe one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ArchiveError(f"{path}: the corrections cannot be read ({_words(error)})") from error
    except ValueError as error:
        raise ArchiveError(
            f"{path}: the corrections hold a day that no calendar has ({error}); mend it"
        ) from error
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise ArchiveError(f"{path}: a file of corrections is a list of entries; see the export")
    return entries


def _take(session: Session, entry: object) -> bool:
    entry = as_text(entry)
    if not isinstance(entry, Mapping):
        raise InvalidCorrection("entry", "it must have action, subject, target, reason and by")
    if "uid" in entry:
        return carry_out(session, record_of_plain(entry))
    return _take_by_hand(session, entry)


def _take_by_hand(session: Session, entry: Mapping[str, Any]) -> bool:
    # An entry without a number is a proposal; the same entry read again is the same correction.
    proposal = Proposal(
        Action(entry["action"]),
        Subject(entry["subject"]),
        str(entry["target"]),
        str(entry["reason"]),
        str(entry["by"]),
        entry.get("after") or {},
        entry.get("based_on"),
    )
    require_sense(proposal)
    said = (proposal.action, proposal.subject, proposal.target, proposal.after)
    uid = uid_of(*said, proposal.reason, proposal.by, "by hand")
    if find_record(session, uid) is not None:
        return False
    return carry_out(session, proposed(session, proposal, uid))


def _words(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"it has no {problem.args[0]}"
    if isinstance(problem, ValidationError):
        return "its anchor is no anchor"
    return " ".join(str(problem).split())
