"""Who spoke, by the archive's name: one name for many spellings, two people of one name apart."""

import re

from app.domain.countries import government_of, plain
from app.domain.dates import PartialDate
from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.domain.persons import (
    alphabets,
    compact,
    name_words,
    parse_person,
    same_person,
    speaker_key,
    spelling,
    without_titles,
)
from app.domain.qualified import bare_name
from app.domain.quotations import Attribution, Extraction, SourceKind
from app.domain.resolved import ResolvedSpeaker
from app.domain.titles import read_title
from app.domain.told import Told, town_words
from app.resolution.kin import is_kin
from app.resolution.office_titles import agrees, roles_held
from app.resolution.which_known import Choice, holder_on, is_somebody_else, which_is_meant
from app.resolution.who_is_known import WhoIsKnown, who_is_known

__all__ = ["resolve_speaker", "same_person", "speaker_key"]

_TIGHT = 8  # letters of a name that is known also where its blanks stand elsewhere

#: "The harbour committee's" statement; a name ends so with a capital alone: "Moody's".
_OWNER = re.compile(r"(?<= [a-z])([\w-]+)[’']s$")


def resolve_speaker(
    attribution: Attribution,
    extraction: Extraction,
    gazetteer: Gazetteer,
    day: PartialDate | None = None,
) -> ResolvedSpeaker | None:
    """The speaker meant, by the archive's name; None where the article does not tell.

    Somebody unnamed keeps the description and gets no name. A name the gazetteer does not hold
    stays the article's own, without forms of address. `day`, that of the article, tells which
    of two who held one office after the other is meant.
    """
    if attribution.kind is SourceKind.UNKNOWN:
        return None
    if attribution.name is None:
        return ResolvedSpeaker(
            SpeakerKind.UNNAMED, None, attribution.description, None, attribution.reason
        )
    known = who_is_known(gazetteer)
    if attribution.kind is SourceKind.ORGANISATION:
        return _body(attribution.name, attribution, extraction, known)
    told = _told(attribution, extraction, day)
    return _person(attribution.name, attribution, told, known, day)


def _told(attribution: Attribution, extraction: Extraction, day: PartialDate | None) -> Told:
    """What the article says of who speaks, as of its day."""
    roles: tuple[str, ...] = () if attribution.role is None else (attribution.role,)
    age = None
    if attribution.entity is not None and attribution.entity < len(extraction.entities):
        entity = extraction.entities[attribution.entity]
        roles, age = roles + entity.roles, entity.age
        whole = {role.partition(" of ")[0] for role in roles if town_words(role) and " of " in role}
        roles = tuple(
            role for role in roles if role not in whole
        )  # "Mayor" where "of York" follows
    return Told.of(roles, age, day.first if day is not None else None)


def _person(
    name: str,
    attribution: Attribution,
    told: Told,
    known: WhoIsKnown,
    day: PartialDate | None,
) -> ResolvedSpeaker:
    printed = without_titles(name)
    bare = bare_name(printed)
    choice = _known_person(bare, told, known, day)
    person = choice.person if is_kin(printed) else None
    if person is not None and not agrees(told.roles, roles_held(person.name, known)):
        why = f"a relative of the name, not the {person.name} who is known"
        choice = Choice(None, why, is_another=True)
    why = f"{attribution.reason}; {choice.reason}" if choice.reason else attribution.reason
    if choice.person is not None:
        name = choice.person.name
        return ResolvedSpeaker(SpeakerKind.PERSON, name, None, bare, why, known=True)
    key = speaker_key(bare)
    has_page = any(speaker_key(one.name) == key for one in known.persons.get(key, ()))
    if choice.is_open and printed == bare and has_page:
        # The bare name is the page of one of them, which the words may not be put on.
        return ResolvedSpeaker(SpeakerKind.UNNAMED, None, bare, None, why)
    return ResolvedSpeaker(SpeakerKind.PERSON, printed, None, bare, why, another=choice.is_another)


def _known_person(printed: str, told: Told, known: WhoIsKnown, day: PartialDate | None) -> Choice:
    """The known person of that name, and why; the reason alone where it is nobody or open."""
    if len(alphabets(printed)) > 1:
        return Choice(
            None, f"“{printed}” mixes letters of two alphabets and is matched with nobody"
        )
    named = known.persons.get(speaker_key(printed), [])
    candidates = [person for person in named if _may_be(printed, person)]
    if not candidates and parse_person(printed).given is None:
        return _by_surname(printed, told.roles, known, day)
    if not candidates:
        candidates = [one for one in known.compact.get(compact(printed), []) if _is_tight(printed)]
    if not candidates:
        candidates = _by_middle_name(printed, known)
    if len(candidates) > 1:
        # Of Jon and Jonathan Smith, who are two, each is meant where that very name is printed.
        letters = "".join(name_words(printed))
        very = [one for one in candidates if letters in _letters_of(one)]
        candidates = very if len(very) == 1 else candidates
    if len(candidates) > 1:
        return which_is_meant(printed, candidates, told, known, day)
    if not candidates:
        return Choice(None, "")
    person = candidates[0]
    if why := is_somebody_else(person, told, known):
        return Choice(None, f"not the {person.name} who is known: {why}", is_another=True)
    if person.name == printed:
        return Choice(person, f"known as {printed}")
    return Choice(person, f"“{printed}” is a spelling of {person.name}")


def _letters_of(person: KnownSpeaker) -> set[str]:
    return {"".join(name_words(name)) for name in (person.name, *person.aliases)}


def _is_tight(printed: str) -> bool:
    """Whether a name is long enough to be known by its letters alone, whatever its blanks."""
    letters = compact(printed).replace("-", "")
    return parse_person(printed).given is not None and len(letters) >= _TIGHT


def _may_be(printed: str, person: KnownSpeaker) -> bool:
    return any(same_person(printed, name)[0] for name in (person.name, *person.aliases)) or any(
        speaker_key(printed) == speaker_key(name) and parse_person(name).given is None
        for name in person.aliases
    )


def _by_middle_name(printed: str, known: WhoIsKnown) -> list[KnownSpeaker]:
    """Known people whose name differs only by a middle name, or who go by part of the surname."""
    surname = spelling(parse_person(printed).surname.split()[-1])
    found = []
    for person in known.surnames.get(surname, ()):
        if _may_be(printed, person) or person.name.casefold().endswith(f" {printed.casefold()}"):
            found.append(person)
    return found


def _by_surname(
    printed: str, roles: tuple[str, ...], known: WhoIsKnown, day: PartialDate | None
) -> Choice:
    """A surname alone is a known person's only if the printed role is one that person held.

    Of two who held it, one after the other, the day tells which.
    """
    same = known.surnames.get(spelling(parse_person(printed).surname), [])
    fitting = [person for person in same if agrees(roles, roles_held(person.name, known))]
    if len(fitting) == 1:
        return Choice(fitting[0], f"“{printed}” with “{roles[0]}” can only be {fitting[0].name}")
    if (one := holder_on(day, printed, fitting, roles, known)) is not None:
        return one
    return Choice(None, f"“{printed}” is a surname alone" if same else "")


def _state_of_ministry(key: str, extraction: Extraction) -> tuple[str | None, str]:
    """The one state whose minister of that field the article names, and the words that say so."""
    field = key.removesuffix(" ministry")
    wanted = read_title(f"{field} minister").words
    states: dict[str, str] = {}
    for entity in extraction.entities:
        for role in entity.roles:
            title = read_title(role)
            if wanted <= title.words and len(title.places) == 1:
                states.setdefault(next(iter(title.places)), role)
    if len(states) != 1:
        return None, ""
    [(state, role)] = states.items()
    return state, f"the article names one such minister, “{role}”"


def _body(
    name: str, attribution: Attribution, extraction: Extraction, known: WhoIsKnown
) -> ResolvedSpeaker:
    """A body or state. A capital that speaks is its state's government: Moscow is Russia."""
    printed = _OWNER.sub(r"\1", name.removeprefix("the ").removeprefix("The ").strip())
    key = plain(printed)
    found = known.bodies.get(key) or known.states.get(key)
    state = government_of(printed)
    why = attribution.reason
    if found is None and key.endswith(" ministry"):
        place, reason = _state_of_ministry(key, extraction)
        found = known.bodies.get(plain(f"{printed} of {place}")) if place else None
        printed = printed if found or place is None else f"{printed} of {place}"
        why = f"{why}; {reason}" if place else why
    if found is None and state is not None:
        found = known.bodies.get(plain(state))
        if found is None:
            reason = f"{why}; “{printed}” stands for the government of {state}"
            return ResolvedSpeaker(SpeakerKind.ORGANISATION, state, None, printed, reason)
    if found is None:
        return ResolvedSpeaker(SpeakerKind.ORGANISATION, printed, None, printed, why)
    if plain(found.name) != key:
        why = f"{why}; “{printed}” stands for {found.name}"
    return ResolvedSpeaker(SpeakerKind.ORGANISATION, found.name, None, printed, why, known=True)
