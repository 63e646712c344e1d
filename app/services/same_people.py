"""Recognises the people of a Popolo file whom the knowledge files list, and who is another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.dates import PartialDate
from app.domain.gazetteer import Gazetteer, KnownSpeaker, KnownTenure, SpeakerKind
from app.domain.namesakes import why_two
from app.domain.persons import same_person, speaker_key
from app.domain.qualified import bare_name, qualified
from app.domain.spelling import spelled
from app.domain.titles import Post, read_post
from app.domain.told import Told
from app.reading.popolo import Membership, Popolo
from app.services.same_offices import posts_of

_GROWN_UP = 18  # the age at which somebody may hold a post
_OLDEST = 100  # the age at which nobody comes to a post
_IDS = ("wikidata", "isni", "viaf")


@dataclass(slots=True)
class SamePeople:
    """What became of the people of a file.

    `names` gives each the name that the knowledge files have or get; who is left out has none.
    `taken` and `conflicts` are sentences: who was taken for whom, and who was not, and why.
    """

    names: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)  # those who are entered, by their new name
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    taken: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def recognise(found: Popolo, known: Gazetteer) -> SamePeople:
    """Who of a file is listed already, by numbers, birth, death and offices, else by name alone.

    Who contradicts all those of the name is entered beside them, with what tells them apart in
    brackets; who may be several of them is left out.
    """
    made = SamePeople()
    index = _Known(known)
    terms: dict[str, list[Membership]] = defaultdict(list)
    for one in found.memberships:
        terms[one.speaker].append(one)
    used: dict[str, str] = {}
    # Whose very name is listed goes before whose name is like it: John Smith before Jon Smith.
    for person in sorted(found.people, key=lambda one: spelled(one.name) not in index.exact):
        _recognise(person, terms[person.name], index, used, made)
    return made


def _recognise(
    person: KnownSpeaker,
    terms: Sequence[Membership],
    index: "_Known",
    used: dict[str, str],
    made: SamePeople,
) -> None:
    like = index.called(person)
    others = {one.name: _why_another(person, terms, one, index) for one in like}
    for one in like:
        if one.name in used:
            others[one.name] = f"that one is “{used[one.name]}” of this file"
    able = [one for one in like if others[one.name] is None]
    same = {one.name: why for one in able if (why := _why_same(person, terms, one, index))}
    chosen = [one for one in able if one.name in same] or able
    if len(chosen) == 1:
        (one,) = chosen
        why = same.get(one.name, "the name is the same and nothing given speaks against it")
        made.names[person.name] = one.name
        made.taken.append(f"{person.name} is taken for {one.name}, who is known: {why}")
        used[one.name] = person.name
        made.conflicts += _differing(person, one)
        return
    if chosen:
        names = " or ".join(one.name for one in chosen)
        made.conflicts.append(
            f"{person.name} may be {names}, who are known; nothing given tells which, so this one "
            "is left out: give a date of birth or an identifier"
        )
        return
    name = _free_name(person, terms, index, made) if like else person.name
    made.names[person.name] = made.new[name] = name
    near = [*like, *(one for one in index.made if _alike(one.name, name))]
    for one in near:
        if spelled(bare_name(one.name)) != spelled(bare_name(name)):
            made.apart[name].add(one.name)
    index.made.append(KnownSpeaker(name, SpeakerKind.PERSON))
    for one in like:
        made.conflicts.append(
            f"{person.name} of this file is not {one.name}, who is known: {others[one.name]}; "
            f"entered as “{name}”"
        )


def _differing(person: KnownSpeaker, one: KnownSpeaker) -> list[str]:
    """Days of birth and death that differ of somebody who is the same by an identifier."""
    found = []
    for what in ("born", "died"):
        mine, theirs = getattr(person, what), getattr(one, what)
        if mine is not None and theirs is not None and not mine.may_be(theirs):
            found.append(
                f"{one.name}: {what} {_said(theirs)} by the knowledge files, {_said(mine)} by this "
                "file; the knowledge files stay as they are"
            )
    return found


class _Known:
    """The listed people by name, with their terms and posts."""

    def __init__(self, known: Gazetteer) -> None:
        self.exact: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self.keys: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self.surnames: dict[str, list[KnownSpeaker]] = defaultdict(list)
        self.terms: dict[str, list[KnownTenure]] = defaultdict(list)
        self.posts: dict[str, set[Post]] = {one.name: posts_of(one) for one in known.offices}
        self.names = {spelled(name) for one in known.speakers for name in (one.name, *one.aliases)}
        self.made: list[KnownSpeaker] = []
        for tenure in known.tenures:
            self.terms[tenure.speaker].append(tenure)
        for one in known.speakers:
            if one.kind is not SpeakerKind.PERSON:
                continue
            for name in dict.fromkeys((one.name, bare_name(one.name), *one.aliases)):
                self.exact[spelled(name)].append(one)
                self.keys[speaker_key(name)].append(one)
            self.surnames[speaker_key(bare_name(one.name)).split("-")[-1]].append(one)

    def called(self, person: KnownSpeaker) -> list[KnownSpeaker]:
        """Those who are called so, in any spelling."""
        bare = bare_name(person.name)
        found = [*self.exact.get(spelled(person.name), ()), *self.exact.get(spelled(bare), ())]
        key = speaker_key(bare)
        near = [*self.keys.get(key, ()), *self.surnames.get(key.split("-")[-1], ())]
        found += [one for one in near if _alike(one.name, bare)]
        return list({one.name: one for one in found}.values())


def _alike(one: str, other: str) -> bool:
    return same_person(bare_name(one), bare_name(other))[0]


def _why_another(
    person: KnownSpeaker, terms: Sequence[Membership], one: KnownSpeaker, index: _Known
) -> str | None:
    """Why somebody of the name is not the known one; None where nothing says so."""
    ids = [
        (key, a, b)
        for key in _IDS
        if (a := getattr(person.profile, key)) and (b := getattr(one.profile, key))
    ]
    if any(a == b for _, a, b in ids):
        return None
    if ids:
        key, mine, theirs = ids[0]
        return f"{key} {mine} here, {theirs} there"
    for what in ("born", "died"):
        a, b = getattr(person, what), getattr(one, what)
        if a is not None and b is not None and not a.may_be(b):
            return f"{what} {_said(a)} here, {_said(b)} there"
    theirs_held = [(term.start, term.end, term.office) for term in index.terms[one.name]]
    mine_held = [(term.start, term.end, term.office) for term in terms]
    why = _outside_life(person, theirs_held) or _outside_life(one, mine_held)
    if why is not None:
        return why
    roles = [term.office for term in terms] or [person.description or ""]
    about = [*(office for *_, office in theirs_held), one.description or ""]
    return why_two(Told(tuple(filter(None, roles))), Told(tuple(filter(None, about))))


def _outside_life(
    person: KnownSpeaker, held: Iterable[tuple[PartialDate | None, PartialDate | None, str]]
) -> str | None:
    """Why somebody cannot have held these posts, by birth and death."""
    for start, _, office in held:
        if start is None:
            continue
        if person.born is not None:
            age = start.last.year - person.born.first.year
            if age < _GROWN_UP or age > _OLDEST:
                told = f"{person.name}, born {_said(person.born)}"
                return f"{told}, cannot have become {office} in {start.last.year}"
        if person.died is not None and person.died.last < start.first:
            told = f"{person.name}, who died in {person.died.last.year}"
            return f"{told}, cannot have become {office} in {start.first.year}"
    return None


def _why_same(
    person: KnownSpeaker, terms: Sequence[Membership], one: KnownSpeaker, index: _Known
) -> str | None:
    """What besides the name makes somebody the known one; None for nothing."""
    for key in _IDS:
        if getattr(person.profile, key) and getattr(person.profile, key) == getattr(
            one.profile, key
        ):
            return f"{key} {getattr(one.profile, key)} in both"
    for what in ("born", "died"):
        mine, theirs = getattr(person, what), getattr(one, what)
        if mine is not None and theirs is not None:
            return f"{what} {_said(theirs)} in both"
    held = {post: t.office for t in index.terms[one.name] for post in index.posts.get(t.office, ())}
    for term in terms:
        office = held.get(read_post(term.title, term.body))
        if office is not None:
            return f"{office} in both"
    return None


def _free_name(
    person: KnownSpeaker, terms: Sequence[Membership], index: _Known, made: SamePeople
) -> str:
    """A name with what tells this one from the others of the name, which nobody has yet."""
    if bare_name(person.name) != person.name:
        return person.name
    ways = [f"born {person.born.first.year}"] if person.born else []
    ways += [f"died {person.died.first.year}"] if person.died else []
    ways += [term.office for term in terms[:1]]
    ways += [person.description] if person.description else []
    names = [qualified(person.name, way) for way in (*ways, *map(str, range(2, 100)))]
    taken = index.names | {spelled(name) for name in made.new}
    if spelled(person.name) not in taken:
        return person.name
    return next(name for name in names if spelled(name) not in taken)


def _said(date: PartialDate) -> str:
    return date.iso or str(date.first.year)
