"""Whose names knowledge files give: one name is one's, unless the files say that it is two's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from app.domain.gazetteer import KnownSpeaker, SpeakerKind
from app.domain.persons import fold
from app.domain.qualified import bare_name
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
            bearers[bare_name(one.value.name).casefold()].append(one.value.name)
    made = []
    for one in speakers:
        others = bearers.get(bare_name(one.value.name).casefold(), [])
        # "De Roe" and "de Roe" are no two people for that: one of the names has to say which.
        apart = [name for name in others if name.casefold() != one.value.name.casefold()]
        not_same = tuple(dict.fromkeys((*one.value.not_same, *apart)))
        made.append(one._replace(value=replace(one.value, not_same=not_same)))
    return made


def check_speakers(speakers: Sequence[Sourced[KnownSpeaker]], problems: Problems) -> None:
    """Notes names and aliases of two who are not told apart, and `not_same` of nobody."""
    apart = {frozenset([one.value.name, other]) for one in speakers for other in one.value.not_same}
    entries = ((s.where, s.value.name, s.value.aliases) for s in speakers)
    check_names(entries, problems, apart)
    states = ((s.where, s.value.name, s.value.demonyms) for s in speakers if s.value.demonyms)
    check_names(states, problems, apart)
    known = {s.value.name for s in speakers}
    for speaker in speakers:
        for other in speaker.value.not_same:
            if other == speaker.value.name:
                problems.add(speaker.where, f'not_same names "{other}" itself; name somebody else')
            elif other not in known:
                problems.add(
                    speaker.where, f'not_same "{other}" is not in speakers.yaml; add it there'
                )


def check_names(
    entries: Iterable[tuple[str, str, tuple[str, ...]]],
    problems: Problems,
    apart: Iterable[frozenset[str]] = (),
) -> None:
    """Notes every name that is two's; `apart` are pairs that may share one."""
    taken: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    allowed = set(apart)
    for where, name, aliases in entries:
        told: set[str] = set()
        for alias in dict.fromkeys((name, *aliases)):
            held = taken[_letters(alias)]
            for owner, first, written in held:
                if (owner, first) == (name, where) or frozenset([owner, name]) in allowed:
                    continue
                same = written.casefold() == alias.casefold()
                if same or owner not in told:
                    problems.add(where, _twice(alias, name, owner, first, written))
                told.add(owner)
                break
            held.append((name, where, alias))


def _letters(name: str) -> str:
    """A name without case, accents, blanks and hyphens; what has no letters stays what it is."""
    return re.sub(r"[\W_]", "", fold(name)) or name.casefold()


def _twice(alias: str, name: str, owner: str, first: str, written: str) -> str:
    if alias.casefold() != written.casefold():
        return (
            f'"{alias}" of "{name}" differs from "{written}" of "{owner}" ({first}) only by an '
            "accent, a blank or a hyphen; join the two, or where they are two people, name one in "
            "the other's not_same"
        )
    if alias == name == owner:
        return (
            f'"{name}" stands already at {first}; join the two, or where they are two, say which '
            f'in the name: "{name} (mayor of Leeds)"'
        )
    return (
        f'"{alias}" belongs to "{owner}" ({first}) and to "{name}"; keep it with one of them, '
        "or where two people share it, name one in the other's not_same"
    )
