"""What must hold among the entries of knowledge files, beyond each being well formed."""

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
from app.domain.spelling import spelled
from app.domain.titles import Post, read_post
from app.reading.knowledge_issues import check_issues
from app.reading.knowledge_names import (
    Known,
    Sourced,
    check_names,
    check_speakers,
)
from app.reading.knowledge_tenures import check_tenures
from app.reading.yaml_entries import Problems

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
    """Notes what is two's and should be one's, tenures that overlap, names of nobody."""
    check_speakers(speakers, problems)
    _check_ids(speakers, problems)
    check_names(((o.where, o.value.name, o.value.aliases) for o in outlets), problems)
    check_names(((where, office.name, ()) for where, office, *_ in offices), problems)
    check_names(((e.where, e.value.name, ()) for e in events), problems)
    _check_domains(outlets, problems)
    check_issues(issues, problems)
    known = Known(speakers)
    lives = {s.value.name: s.value for s in speakers if s.value.born or s.value.died}
    _check_twins(offices, problems)
    for where, office, tenures, several in offices:
        if office.body:
            _check_body(where, office.body, known, problems)
        for tenure in tenures:
            _check_holder(tenure, known, problems)
            _check_life(tenure, lives, problems)
        check_tenures(tenures, several, problems)
    for event in events:
        for one in event.value.participants if speakers else ():
            if fault := known.fault_of(one):
                problems.add(event.where, f'participant "{one}" {fault}')


def _check_twins(offices: Offices, problems: Problems) -> None:
    taken: dict[Post, tuple[str, str]] = {}
    for where, office, *_ in offices:
        name, first = taken.setdefault(read_post(office.name, office.body), (office.name, where))
        if spelled(name) != spelled(office.name):
            problems.add(
                where,
                f'"{office.name}" is "{name}" ({first}) written otherwise; '
                "join the two and put one among the titles",
            )


def _check_ids(speakers: Sequence[Sourced[KnownSpeaker]], problems: Problems) -> None:
    """Notes a number or a picture of two speakers: it is one's."""
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    for speaker in speakers:
        for field in ("wikidata", "isni", "viaf", "picture"):
            value = getattr(speaker.value.profile, field)
            if value is None:
                continue
            name, first = taken.setdefault((field, value), (speaker.value.name, speaker.where))
            if first != speaker.where:
                problems.add(
                    speaker.where,
                    f'{field} {value} is given to "{name}" ({first}) and to '
                    f'"{speaker.value.name}"; keep it with the one it is of',
                )


def _check_domains(outlets: Sequence[Sourced[KnownOutlet]], problems: Problems) -> None:
    """Notes an address that two outlets claim: its pages would be told of the first alone."""
    taken: dict[str, tuple[str, str]] = {}
    for outlet in outlets:
        for domain in outlet.value.domains:
            key = domain.casefold().removeprefix("www.")
            name, first = taken.setdefault(key, (outlet.value.name, outlet.where))
            if first != outlet.where:
                problems.add(
                    outlet.where,
                    f'domain "{domain}" is given to "{name}" ({first}) and to '
                    f'"{outlet.value.name}"; keep it with the one whose pages stand there',
                )


def _check_body(where: str, body: str, known: Known, problems: Problems) -> None:
    if fault := known.fault_of(body):
        problems.add(where, f'body "{body}" {fault}')
    elif known.kinds[body] is SpeakerKind.PERSON:
        problems.add(where, f'body "{body}" is a person; name the state or body it is an office of')


def _check_holder(tenure: Sourced[KnownTenure], known: Known, problems: Problems) -> None:
    name = tenure.value.speaker
    if fault := known.fault_of(name):
        problems.add(tenure.where, f'speaker "{name}" {fault}')
    elif known.kinds[name] is not SpeakerKind.PERSON:
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
