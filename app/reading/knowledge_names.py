"""Whose names knowledge files give: one name is one's, unless the files say that it is two's."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from app.domain.gazetteer import KnownSpeaker, SpeakerKind
from app.domain.qualified import bare_name
from app.domain.spelling import spelled
from app.reading.yaml_entries import Problems

_T = TypeVar("_T")


class Sourced(NamedTuple, Generic[_T]):
    """A value with the file and line it was read from."""

    where: str
    value: _T


def with_namesakes(speakers: Sequence[Sourced[KnownSpeaker]]) -> list[Sourced[KnownSpeaker]]:
    """The speakers, each person told from the others of the same bare name.

    Who is called "John Smith (mayor of Leeds)" is never to be taken for any other John Smith.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for one in speakers:
        if one.value.kind is SpeakerKind.PERSON:
            bearers[spelled(bare_name(one.value.name))].append(one.value.name)
    made = []
    for one in speakers:
        others = bearers.get(spelled(bare_name(one.value.name)), [])
        apart = [name for name in others if spelled(name) != spelled(one.value.name)]
        not_same = tuple(dict.fromkeys((*one.value.not_same, *apart)))
        made.append(one._replace(value=replace(one.value, not_same=not_same)))
    return made


class Known:
    """Who stands in the knowledge files, to be found also under another of their names."""

    def __init__(self, speakers: Sequence[Sourced[KnownSpeaker]]) -> None:
        """Take the names of `speakers`."""
        self.kinds = {one.value.name: one.value.kind for one in speakers}
        self._names: dict[str, list[str]] = defaultdict(list)
        for one in speakers:
            for name in (one.value.name, *one.value.aliases):
                if one.value.name not in self._names[spelled(name)]:
                    self._names[spelled(name)].append(one.value.name)

    def fault_of(self, name: str) -> str | None:
        """What is wrong with a name that ought to be in speakers.yaml; None where it is there."""
        if name in self.kinds:
            return None
        meant = self._names.get(spelled(name), [])
        if len(meant) > 1:
            return f"is the name of several; write {' or '.join(meant)}"
        if meant:
            return f'is "{meant[0]}" in speakers.yaml; write that'
        return "is not in speakers.yaml; add it there"


def check_speakers(speakers: Sequence[Sourced[KnownSpeaker]], problems: Problems) -> None:
    """Notes names and aliases of two who are not told apart, and `not_same` of nobody."""
    apart = {frozenset([one.value.name, other]) for one in speakers for other in one.value.not_same}
    entries = ((s.where, s.value.name, s.value.aliases) for s in speakers)
    check_names(entries, problems, apart)
    states = ((s.where, s.value.name, s.value.demonyms) for s in speakers if s.value.demonyms)
    check_names(states, problems, apart)
    known = Known(speakers)
    for speaker in speakers:
        for other in speaker.value.not_same:
            if other == speaker.value.name:
                problems.add(speaker.where, f'not_same names "{other}" itself; name somebody else')
            elif fault := known.fault_of(other):
                problems.add(speaker.where, f'not_same "{other}" {fault}')


def check_names(
    entries: Iterable[tuple[str, str, tuple[str, ...]]],
    problems: Problems,
    apart: Iterable[frozenset[str]] | None = None,
) -> None:
    """Notes every name that is two's; `apart` are pairs of speakers that may share one."""
    taken: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    allowed = set(apart or ())
    for where, name, aliases in entries:
        told: set[str] = set()
        for alias in dict.fromkeys((name, *aliases)):
            held = taken[spelled(alias)]
            for written, owner, first in held:
                if (owner, first) == (name, where) or frozenset([owner, name]) in allowed:
                    continue
                if owner not in told or alias.casefold() == written.casefold():
                    shared = _shared(alias, name, written, owner, first)
                    remedy = _remedy(alias, name, owner, apart is not None)
                    problems.add(where, f"{shared}; {remedy}")
                told.add(owner)
                break
            held.append((alias, name, where))


def _shared(alias: str, name: str, written: str, owner: str, first: str) -> str:
    if alias.casefold() != written.casefold():
        one = f'"{alias}"' if alias == name else f'"{alias}" (of "{name}")'
        other = first if written == owner else f'of "{owner}", {first}'
        return f'{one} and "{written}" ({other}) differ in accents, blanks or marks alone'
    if alias == name == owner:
        return f'"{name}" stands already at {first}'
    return f'"{alias}" belongs to "{owner}" ({first}) and to "{name}"'


def _remedy(alias: str, name: str, owner: str, speakers: bool) -> str:
    """What to do about a name of two: only of speakers two may bear one."""
    if alias == name and spelled(name) == spelled(owner):
        if not speakers:
            return "join the two, or where they are two, give one of them another name"
        return (
            f'join the two, or where they are two, say which in the name: "{name} (mayor of Leeds)"'
        )
    shared = ", or where two people share it, name one in the other's not_same"
    return f"keep it with one of them{shared if speakers else ''}"
