"""Takes people and offices of a Popolo file into a folder of knowledge files."""

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from app.domain.dates import PartialDate
from app.domain.gazetteer import Gazetteer, KnownSpeaker, KnownTenure, SpeakerKind
from app.domain.qualified import bare_name
from app.domain.spelling import spelled
from app.errors import KnowledgeError
from app.reading.knowledge import check_knowledge, load_knowledge
from app.reading.popolo import Membership, Popolo, read_popolo
from app.services.same_offices import by_office
from app.services.same_people import recognise


@dataclass(slots=True)
class ImportReport:
    """What an import added, and what it left as it was and why, a sentence each."""

    speakers: int = 0
    offices: int = 0
    tenures: int = 0
    known: int = 0  # tenures that the folder knew already
    conflicts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)  # who was taken for somebody known, and why
    recognised: list[str] = field(default_factory=list)  # offices that the folder writes otherwise
    files: list[Path] = field(default_factory=list)


def import_popolo(file: Path, folder: Path) -> ImportReport:
    """Writes what a Popolo file adds to `folder` as files of their own, named after it.

    What the folder knows goes first: a person listed there keeps that name, and a tenure that
    contradicts one there is left out and reported. Importing the file again replaces what it
    gave before. Raises KnowledgeError, before anything is written, where the folder or the file
    is wrong.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{file}: cannot be read ({error.strerror}); check it") from error
    found = read_popolo(content, file.name)
    mark = re.sub(r"[^a-z0-9]+", "-", file.stem.casefold()).strip("-") or "popolo"
    own = [folder / f"{kind}-{mark}.yaml" for kind in ("speakers", "offices")]
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch) / "knowledge"
        shutil.copytree(folder, trial)
        for path in own:
            (trial / path.name).unlink(missing_ok=True)
        report = _write(found, load_knowledge(trial), [trial / path.name for path in own])
        problems = check_knowledge(trial)
        if problems:
            raise KnowledgeError("nothing was written: " + "; ".join(problems[:5]))
        for path in own:
            made = trial / path.name
            if made.exists():
                shutil.copyfile(made, path.with_suffix(".new"))
                path.with_suffix(".new").replace(path)
                report.files.append(path)
            else:
                path.unlink(missing_ok=True)
    return report


def _write(found: Popolo, known: Gazetteer, paths: Sequence[Path]) -> ImportReport:
    people = recognise(found, known)
    report = ImportReport(notes=list(found.notes), conflicts=people.conflicts, people=people.taken)
    names = _bodies_named(found, known) | people.names
    taken = {
        spelled(alias): speaker.name
        for speaker in known.speakers
        for alias in (speaker.name, *speaker.aliases)
    }
    speakers = []
    for speaker in (*found.people, *found.bodies):
        name = names.get(speaker.name)
        is_new = name in people.new if speaker.kind is SpeakerKind.PERSON else name == speaker.name
        if name is None or not is_new or spelled(name) in taken:
            continue
        taken[spelled(name)] = name
        apart = sorted(people.apart.get(name, ()))
        speakers.append(_speaker_entry(replace(speaker, name=name), taken, report, apart))
    memberships = [one for one in found.memberships if one.speaker in names]
    offices = _office_entries(memberships, names, known, report)
    report.speakers, report.offices = len(speakers), len(offices)
    for path, entries in zip(paths, (speakers, offices), strict=True):
        if entries:
            text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=100)
            path.write_text(text, encoding="utf-8")
    return report


def _bodies_named(found: Popolo, known: Gazetteer) -> dict[str, str]:
    """The names that the knowledge files have for the bodies of the file."""
    by_alias = {
        spelled(alias): speaker.name
        for speaker in known.speakers
        for alias in (speaker.name, *speaker.aliases)
    }
    # Of two spellings in the file itself the first is entered.
    return {body.name: by_alias.setdefault(spelled(body.name), body.name) for body in found.bodies}


def _speaker_entry(
    speaker: KnownSpeaker, taken: dict[str, str], report: ImportReport, apart: Sequence[str]
) -> dict[str, Any]:
    aliases = []
    for alias in speaker.aliases:
        bare = bare_name(speaker.name)
        if alias == bare or (bare != speaker.name and spelled(alias) == spelled(bare)):
            continue  # a name of several, which the files know without being told
        owner = taken.setdefault(spelled(alias), speaker.name)
        if owner == speaker.name:
            aliases.append(alias)
        else:
            report.conflicts.append(
                f'"{alias}" is a name of {owner} already and is not given to {speaker.name}'
            )
    entry: dict[str, Any] = {"name": speaker.name, "kind": str(speaker.kind), "aliases": aliases}
    entry |= {"sort_name": speaker.sort_name, "description": speaker.description}
    lived = {"born": speaker.born, "died": speaker.died}
    entry |= {key: date.iso for key, date in lived.items() if date is not None}
    entry |= {"not_same": list(apart), **asdict(speaker.profile)}
    return {key: value for key, value in entry.items() if value}


def _office_entries(
    memberships: Iterable[Membership],
    names: dict[str, str],
    known: Gazetteer,
    report: ImportReport,
) -> list[dict[str, Any]]:
    held: dict[str, list[KnownTenure]] = defaultdict(list)
    for tenure in known.tenures:
        held[tenure.office].append(tenure)
    bodies = {office.name: office.body for office in known.offices}
    offices = by_office(memberships, names, known, report.recognised, report.conflicts)
    entries = []
    for office, found in sorted(offices.items()):
        # Whether several hold it at once is for the folder to say where it knows the office.
        several = _is_shared(held[office] if office in bodies else found)
        new = [
            one for one in found if _is_new(names[one.speaker], one, held[office], several, report)
        ]
        if not new:
            continue
        entry: dict[str, Any] = {"name": office}
        if office not in bodies:
            entry |= {"body": names[new[0].body], "titles": [new[0].title]}
        if several:
            entry["several"] = True
        entry["holders"] = [_holder(names[one.speaker], one) for one in new]
        report.tenures += len(new)
        entries.append(entry)
    return entries


def _is_new(
    speaker: str,
    one: Membership,
    held: Sequence[KnownTenure],
    several: bool,
    report: ImportReport,
) -> bool:
    """Whether a membership adds a tenure; what the folder holds otherwise is told in the report."""
    for tenure in held:
        if not _overlap(tenure.start, tenure.end, one.start, one.end):
            continue
        if tenure.speaker == speaker:
            report.known += 1
            if _differs(tenure.start, one.start) or _differs(tenure.end, one.end):
                report.conflicts.append(
                    f"{speaker}, {tenure.office}: the knowledge files have "
                    f"{_term(tenure.start, tenure.end)}, this file {_term(one.start, one.end)}; "
                    "the knowledge files stay as they are"
                )
            return False
        if not several:
            report.conflicts.append(
                f"{tenure.office}: {tenure.speaker} held it {_term(tenure.start, tenure.end)} by "
                f"the knowledge files, {speaker} {_term(one.start, one.end)} by this file; left out"
            )
            return False
    return True


def _overlap(
    start: PartialDate | None,
    end: PartialDate | None,
    other_start: PartialDate | None,
    other_end: PartialDate | None,
) -> bool:
    """Whether two terms certainly share a day; dates known to the month or year may touch."""
    ends_first = end is not None and other_start is not None and end.first <= other_start.last
    starts_last = start is not None and other_end is not None and other_end.first <= start.last
    return not (ends_first or starts_last)


def _is_shared(terms: Sequence[Membership | KnownTenure]) -> bool:
    """Whether two people are told to have held an office at once."""
    ordered = sorted(terms, key=_first_day)
    return any(
        a.speaker != b.speaker and _overlap(a.start, a.end, b.start, b.end)
        for a, b in pairwise(ordered)
    )


def _first_day(one: Membership | KnownTenure) -> tuple[bool, str]:
    return one.start is not None, one.start.first.isoformat() if one.start else ""


def _differs(a: PartialDate | None, b: PartialDate | None) -> bool:
    """Whether two dates of one thing contradict; one that is not given contradicts nothing."""
    return a is not None and b is not None and not a.may_be(b)


def _term(start: PartialDate | None, end: PartialDate | None) -> str:
    return f"{start.iso if start else '?'} to {end.iso if end else '?'}"


def _holder(speaker: str, one: Membership) -> dict[str, str]:
    entry = {"speaker": speaker}
    if one.start and one.start.iso:
        entry["from"] = one.start.iso
    if one.end and one.end.iso:
        entry["to"] = one.end.iso
    return entry
