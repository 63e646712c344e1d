"""What must hold among the entries of knowledge files, beyond each being well formed."""

import re
from collections.abc import Mapping, Sequence

from app.domain.gazetteer import (
    KnownEvent,
    KnownIssue,
    KnownOffice,
    KnownOutlet,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.qualified import bare_name
from app.domain.resolved import Stance
from app.domain.titles import Post, read_post
from app.reading.knowledge_names import Sourced, check_names, check_speakers
from app.reading.knowledge_tenures import check_tenures
from app.reading.yaml_entries import Problems

_WITHOUT = re.compile(r"(?:^|\s)-(?:\s|$)")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    check_speakers(speakers, problems)
    check_names(((o.where, o.value.name, o.value.aliases) for o in outlets), problems)
    check_names(((where, office.name, ()) for where, office, *_ in offices), problems)
    check_names(((e.where, e.value.name, ()) for e in events), problems)
    check_names(((i.where, i.value.key, ()) for i in issues), problems)
    known = {s.value.name: s.value.kind for s in speakers}
    lives = {s.value.name: s.value for s in speakers if s.value.born or s.value.died}
    _check_twins(offices, problems)
    for where, office, tenures, several in offices:
        if office.body and office.body not in known:
            problems.add(where, f'body "{office.body}" is not in speakers.yaml; add it there')
        for tenure in tenures:
            _check_holder(tenure, known, problems)
            _check_life(tenure, lives, problems)
        check_tenures(tenures, several, problems)
    for issue in issues:
        _check_issue(issue, problems)


def _check_twins(offices: Offices, problems: Problems) -> None:
    taken: dict[Post, tuple[str, str]] = {}
    for where, office, *_ in offices:
        name, first = taken.setdefault(read_post(office.name, office.body), (office.name, where))
        if name != office.name:
            problems.add(
                where,
                f'"{office.name}" is "{name}" ({first}) written otherwise; '
                "join the two and put one among the titles",
            )


def _check_holder(
    tenure: Sourced[KnownTenure], known: Mapping[str, SpeakerKind], problems: Problems
) -> None:
    name = tenure.value.speaker
    if name not in known:
        of_it = [one for one in known if bare_name(one) == name]
        told = f"is the name of several; write {' or '.join(of_it)}" if of_it else ""
        told = told or "is not in speakers.yaml; add it there"
        problems.add(tenure.where, f'speaker "{name}" {told}')
    elif known[name] is not SpeakerKind.PERSON:
        problems.add(tenure.where, f'speaker "{name}" is no person; name who held the office')


def _check_life(
    tenure: Sourced[KnownTenure], lives: Mapping[str, KnownSpeaker], problems: Problems
) -> None:
    one, start = lives.get(tenure.value.speaker), tenure.value.start
    if one is None or start is None:
        return
    if one.born is not None and start.last <= one.born.first:
        problems.add(tenure.where, f'begins ({start.iso}) before "{one.name}" was born; mend one')
    if one.died is not None and one.died.last < start.first:
        problems.add(tenure.where, f'begins ({start.iso}) after "{one.name}" died; mend one')


def _check_issue(issue: Sourced[KnownIssue], problems: Problems) -> None:
    if not _KEY.fullmatch(issue.value.key):
        problems.add(
            issue.where, f'key "{issue.value.key}" must be lower-case words joined by hyphens'
        )
    if not issue.value.signals:
        problems.add(issue.where, "no signals, so no statement would be found; add some")
    for signal in issue.value.signals:
        if fault := _fault_of_signal(signal):
            problems.add(issue.where, f'signal "{signal}" {fault}')
    for stance, hints in issue.value.stance_hints:
        if not hints:
            problems.add(issue.where, f'stance "{stance}" has no phrases; add some or take it out')
        for hint in hints:
            if not any(char.isalnum() for char in hint):
                problems.add(issue.where, f'phrase "{hint}" of "{stance}" holds no word; write one')
        if stance not in set(Stance):
            known = ", ".join(Stance)
            problems.add(issue.where, f'unknown stance "{stance}"; known are {known}')


def _fault_of_signal(signal: str) -> str | None:
    """What is wrong with a signal, and what to do; None for nothing."""
    if re.search(r"\w\+\S|\S\+\w", signal):
        return "has a + without blanks; write a + b"
    wanted, *without = _WITHOUT.split(signal)
    parts = [part.strip().casefold() for part in wanted.split("+")]
    left_out = [part.strip().casefold() for part in without]
    if any(not any(char.isalnum() for char in part) for part in (*parts, *left_out)):
        return "has an empty term; write words on both sides of + and -"
    if len(set(parts)) < len(parts):
        return "has the same term twice; write it once"
    if not set(parts).isdisjoint(left_out):
        return "asks for what it leaves out; take one of the two out"
    return None
