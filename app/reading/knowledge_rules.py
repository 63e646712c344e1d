"""What must hold among the entries of knowledge files, beyond each being well formed."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from app.domain.gazetteer import (
    KnownEvent,
    KnownIssue,
    KnownOffice,
    KnownOutlet,
    KnownSpeaker,
    KnownTenure,
)
from app.domain.resolved import Stance
from app.reading.yaml_entries import Problems

_T = TypeVar("_T")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Sourced(NamedTuple, Generic[_T]):
    """A value with the file and line it was read from."""

    where: str
    value: _T


#: Where an office stands, the office, its tenures, and whether several may hold it at once.
Offices = Sequence[tuple[str, KnownOffice, list[Sourced[KnownTenure]], bool]]


def check(
    speakers: Sequence[Sourced[KnownSpeaker]],
    offices: Offices,
    outlets: Sequence[Sourced[KnownOutlet]],
    events: Sequence[Sourced[KnownEvent]],
    issues: Sequence[Sourced[KnownIssue]],
    problems: Problems,
) -> None:
    """Notes names and aliases of two, tenures that overlap or name nobody, wrong issues."""
    _check_names(((s.where, s.value.name, s.value.aliases) for s in speakers), problems)
    _check_names(((o.where, o.value.name, o.value.aliases) for o in outlets), problems)
    _check_names(((where, office.name, ()) for where, office, *_ in offices), problems)
    _check_names(((e.where, e.value.name, ()) for e in events), problems)
    _check_names(((i.where, i.value.key, ()) for i in issues), problems)
    known = {s.value.name for s in speakers}
    _check_not_same(speakers, known, problems)
    for where, office, tenures, several in offices:
        if office.body and office.body not in known:
            problems.add(where, f'body "{office.body}" is not in speakers.yaml; add it there')
        for tenure in tenures:
            if tenure.value.speaker not in known:
                name = tenure.value.speaker
                problems.add(
                    tenure.where, f'speaker "{name}" is not in speakers.yaml; add it there'
                )
        _check_tenures(tenures, several, problems)
    for issue in issues:
        _check_issue(issue, problems)


def _check_not_same(
    speakers: Sequence[Sourced[KnownSpeaker]], known: set[str], problems: Problems
) -> None:
    for speaker in speakers:
        for other in speaker.value.not_same:
            if other == speaker.value.name:
                problems.add(speaker.where, f'not_same names "{other}" itself; name somebody else')
            elif other not in known:
                problems.add(
                    speaker.where, f'not_same "{other}" is not in speakers.yaml; add it there'
                )


def _check_names(entries: Iterable[tuple[str, str, tuple[str, ...]]], problems: Problems) -> None:
    taken: dict[str, tuple[str, str]] = {}
    for where, name, aliases in entries:
        for alias in dict.fromkeys((name, *aliases)):
            owner, first = taken.setdefault(alias.casefold(), (name, where))
            if first == where and owner == name:
                continue
            if alias == name == owner:
                problems.add(where, f'"{name}" stands already at {first}; join the two')
            else:
                problems.add(
                    where,
                    f'"{alias}" belongs to "{owner}" ({first}) and to "{name}"; '
                    "keep it with one of them",
                )


def _check_tenures(
    tenures: Sequence[Sourced[KnownTenure]], several: bool, problems: Problems
) -> None:
    dated = sorted((t for t in tenures if t.value.start), key=lambda t: t.value.start.first)  # type: ignore[union-attr]
    for earlier, later in pairwise(dated):
        end, start = earlier.value.end, later.value.start
        same = earlier.value.speaker == later.value.speaker
        # Dates known to the month or year may touch; only a certain overlap is a mistake.
        overlap = start is not None and (end is None or end.first > start.last)
        if overlap and (same or not several):
            problems.add(
                later.where,
                f"{later.value.speaker} and {earlier.value.speaker} ({earlier.where}) hold "
                f'"{later.value.office}" at once; mend the dates'
                + ("" if same else ", or set several: true"),
            )


def _check_issue(issue: Sourced[KnownIssue], problems: Problems) -> None:
    if not _KEY.fullmatch(issue.value.key):
        problems.add(
            issue.where, f'key "{issue.value.key}" must be lower-case words joined by hyphens'
        )
    if not issue.value.signals:
        problems.add(issue.where, "no signals, so no statement would be found; add some")
    for stance, _ in issue.value.stance_hints:
        if stance not in set(Stance):
            known = ", ".join(Stance)
            problems.add(issue.where, f'unknown stance "{stance}"; known are {known}')
