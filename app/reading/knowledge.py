"""Knowledge files: what the archive knows before it reads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.dates import DatePrecision, PartialDate
from app.domain.gazetteer import (
    Gazetteer,
    KnownEvent,
    KnownOffice,
    KnownOutlet,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.persons import fold
from app.domain.qualified import bare_name, sort_name_of
from app.domain.wordlists import event_kinds
from app.errors import KnowledgeError
from app.reading.knowledge_issues import read_issue
from app.reading.knowledge_names import Sourced, with_namesakes
from app.reading.knowledge_rules import check
from app.reading.knowledge_words import (
    fault_of_abbreviation,
    fault_of_domain,
    fault_of_event_alias,
    fault_of_name,
)
from app.reading.profiles import PROFILE_KEYS, read_profile
from app.reading.yaml_entries import Entry, Problems, read_list, read_mapping

_FILES = ("speakers", "offices", "outlets", "events", "issues", "abbreviations")
_KINDS = {str(kind): kind for kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)}
_SHOWN = 20  # problems named in one error; `check_knowledge` gives all

_T = TypeVar("_T")

#: An office, its tenures, and whether several may hold it at once.
_Office = tuple[KnownOffice, list[Sourced[KnownTenure]], bool]


def load_knowledge(folder: Path) -> Gazetteer:
    """What the YAML files in `folder` say; a file that is not there says nothing.

    Raises KnowledgeError that names file, line, field and what to do for each mistake.
    """
    gazetteer, problems = _load(folder)
    if problems:
        more = f"\n… and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise KnowledgeError("\n".join(problems[:_SHOWN]) + more)
    return gazetteer


def check_knowledge(folder: Path) -> list[str]:
    """Every mistake in the knowledge files in `folder`, a sentence each; empty if there is none."""
    return _load(folder)[1]


def _load(folder: Path) -> tuple[Gazetteer, list[str]]:
    if folder.is_file():
        return Gazetteer(), [f"{folder}: is a file; name the folder that it stands in"]
    if not folder.is_dir():
        return Gazetteer(), [f"{folder}: there is no such folder; name one with knowledge files"]
    problems = Problems()
    for path in sorted(folder.glob("*.y*ml")):
        if path.suffix != ".yaml" or path.stem.partition("-")[0] not in _FILES:
            known = ", ".join(f"{name}.yaml" for name in _FILES)
            meant = path.suffix == ".yml" and path.stem.partition("-")[0] in _FILES
            advice = f"call it {path.stem}.yaml" if meant else f"known are {known}"
            problems.add(path.name, f"unknown file; {advice}")

    def read(name: str, make: Callable[[Entry], _T | None]) -> list[Sourced[_T]]:
        paths = [folder / f"{name}.yaml", *sorted(folder.glob(f"{name}-*.yaml"))]
        entries = [entry for path in paths for entry in read_list(path, problems)]
        made = [(entry, make(entry)) for entry in entries]
        return [Sourced(entry.where(), value) for entry, value in made if value is not None]

    speakers = with_namesakes(read("speakers", lambda entry: _speaker(entry, folder)))
    outlets = read("outlets", _outlet)
    offices = _joined(read("offices", _office), problems)
    events, issues = read("events", _event), read("issues", read_issue)
    check(speakers, [(s.where, *s.value) for s in offices], outlets, events, issues, problems)
    abbreviations = read_mapping(folder / "abbreviations.yaml", problems)
    gazetteer = Gazetteer(
        speakers=tuple(s.value for s in speakers),
        offices=tuple(s.value[0] for s in offices),
        tenures=tuple(tenure.value for s in offices for tenure in s.value[1]),
        outlets=tuple(s.value for s in outlets),
        events=tuple(s.value for s in events),
        issues=tuple(s.value for s in issues),
        abbreviations=_abbreviations(abbreviations),
    )
    return gazetteer, problems.found


def _speaker(entry: Entry, folder: Path) -> KnownSpeaker | None:
    entry.allow({"name", "kind", "aliases", "demonyms", "sort_name", "description", "not_same",
                 "born", "died"} | PROFILE_KEYS)  # fmt: skip
    name, kind = entry.name("name"), entry.required("kind")
    if kind is not None and kind not in _KINDS:
        known = " or ".join(_KINDS)
        entry.problems.add(
            entry.where("kind"), f'must be {known} (states and bodies are these), not "{kind}"'
        )
    if name is None or kind not in _KINDS:
        return None
    if fault := fault_of_name(name, _KINDS[kind]):
        entry.problems.add(entry.where("name"), f'"{name}" {fault}')
    if _KINDS[kind] is SpeakerKind.PERSON and entry.holds("demonyms"):
        told = "a person has none; they are adjectives made of a state's name, so take them out"
        entry.problems.add(entry.where("demonyms"), told)
    born, died = entry.date("born"), entry.date("died")
    if born and died and died.last < born.first:
        told = f"died ({died.iso}) is before born ({born.iso}); mend one of them"
        entry.problems.add(entry.where("died"), told)
    if (born or died) and _KINDS[kind] is not SpeakerKind.PERSON:
        entry.problems.add(entry.where("born" if born else "died"), "is for persons; take it out")
    return KnownSpeaker(
        name=name,
        kind=_KINDS[kind],
        aliases=_aliases(entry, name, _KINDS[kind]),
        sort_name=entry.text("sort_name") or sort_name_of(name, _KINDS[kind]),
        description=entry.text("description"),
        demonyms=entry.texts("demonyms"),
        not_same=entry.texts("not_same"),
        profile=read_profile(entry, folder),
        born=born,
        died=died,
    )


def _aliases(entry: Entry, name: str, kind: SpeakerKind) -> tuple[str, ...]:
    # Articles print the bare name of whom the file calls "John Smith (mayor of Leeds)".
    for where, alias in entry.placed("aliases"):
        if fault := fault_of_name(alias, kind):
            entry.problems.add(where, f'"{alias}" {fault}')
    bare = (bare_name(name),) if kind is SpeakerKind.PERSON and bare_name(name) != name else ()
    return tuple(dict.fromkeys((*entry.names("aliases"), *bare)))


def _office(entry: Entry) -> _Office | None:
    entry.allow({"name", "body", "titles", "holders", "several"})
    name = entry.name("name")
    if name is None:
        return None
    office = KnownOffice(name=name, body=entry.text("body"), titles=entry.names("titles"))
    tenures = [Sourced(e.where(), t) for e in entry.entries("holders") if (t := _tenure(e, name))]
    return office, tenures, entry.flag("several")


def _joined(offices: Sequence[Sourced[_Office]], problems: Problems) -> list[Sourced[_Office]]:
    """The offices, one that several files speak of only once, with all its titles and holders."""
    found: dict[str, Sourced[_Office]] = {}
    same: list[Sourced[_Office]] = []
    for one in offices:
        office, tenures, several = one.value
        first = found.setdefault(office.name, one)
        if first is one:
            continue
        if first.where.partition(",")[0] == one.where.partition(",")[0]:
            same.append(one)  # twice in one file is a mistake, which the rules name
            continue
        held, before, already = first.value
        if office.body not in (None, held.body):
            problems.add(one.where, f'body "{office.body}" is "{held.body}" at {first.where}')
        titles = tuple(dict.fromkeys((*held.titles, *office.titles)))
        joined = (replace(held, titles=titles), [*before, *tenures], already or several)
        found[office.name] = Sourced(first.where, joined)
    return [*found.values(), *same]


def _tenure(entry: Entry, office: str) -> KnownTenure | None:
    entry.allow({"speaker", "from", "to"})
    speaker, start, end = entry.required("speaker"), entry.date("from"), entry.date("to")
    if start and end and end.last < start.first:
        entry.problems.add(entry.where("to"), f"ends ({end.iso}) before it starts ({start.iso})")
    return KnownTenure(speaker, office, start, end) if speaker else None


def _outlet(entry: Entry) -> KnownOutlet | None:
    entry.allow({"name", "aliases", "agency", "domains", "place"})
    name = entry.name("name")
    domains = entry.placed("domains")
    for where, domain in domains:
        if fault := fault_of_domain(domain):
            entry.problems.add(where, f'"{domain}" {fault}')
    if name is None:
        return None
    return KnownOutlet(
        name=name,
        aliases=entry.names("aliases"),
        is_agency=entry.flag("agency"),
        domains=tuple(domain for _, domain in domains),
        place=entry.text("place"),
    )


def _event(entry: Entry) -> KnownEvent | None:
    entry.allow({"name", "type", "date", "from", "to", "place", "aliases", "participants"})
    name, kind = entry.name("name"), entry.required("type")
    if kind is not None and kind not in event_kinds():
        known = ", ".join(sorted(event_kinds()))
        entry.problems.add(entry.where("type"), f'unknown type "{kind}"; known are {known}')
    date = entry.date("date")
    first, last = entry.date("from"), entry.date("to")
    if date and (first or last):
        entry.problems.add(entry.where("date"), "stands beside from or to; keep one of the two")
    elif bool(first) != bool(last):
        entry.problems.add(entry.where(), "from and to need each other; add the other or use date")
    elif first and last and last.last < first.first:
        entry.problems.add(entry.where("to"), f"ends ({last.iso}) before it starts ({first.iso})")
    elif first and last:
        date = PartialDate.between(first.first, last.last, DatePrecision.RANGE)
    aliases = entry.placed("aliases")
    for where, alias in aliases:
        if fault := fault_of_event_alias(alias):
            entry.problems.add(where, f'"{alias}" {fault}')
    if name is None or kind is None:
        return None
    return KnownEvent(
        name=name,
        type=kind,
        date=date,
        place=entry.text("place"),
        aliases=tuple(alias for _, alias in aliases),
        participants=entry.texts("participants"),
    )


def _abbreviations(entry: Entry | None) -> tuple[tuple[str, str], ...]:
    if entry is None:
        return ()
    found: dict[str, tuple[str, str]] = {}
    for short in entry.pairs:
        if (long := entry.text(short)) is None:
            if not entry.holds(short):
                entry.problems.add(entry.where(short), "has no long form; write what it stands for")
            continue
        fault = fault_of_abbreviation(short, long)
        if fold(short) in found:
            first, _ = found[fold(short)]
            fault = f'is "{first}" but for case; keep one of the two'
        found.setdefault(fold(short), (short, long))
        if fault:
            entry.problems.add(entry.where(short), fault)
    return tuple(found.values())
