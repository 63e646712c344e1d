"""What an article prints of somebody that a known person of that name cannot be."""

import re
from collections.abc import Iterable
from datetime import date

from app.domain.callings import read_calling
from app.domain.countries import TOWNS_STATES, is_english_town, us_state
from app.domain.gazetteer import KnownOffice, KnownSpeaker
from app.domain.persons import fold, name_words
from app.domain.titles import POSSESSIVE
from app.domain.told import Told, is_town_post
from app.domain.wordlists import word_groups
from app.resolution.office_titles import is_office, roles_held
from app.resolution.who_is_known import WhoIsKnown

_FILE = "callings.txt"
_GROWN_UP = 18  # the age at which somebody may hold a post
_OF_STATE = 25  # the age at which somebody is minister or president; kings are younger
_CROWNED = frozenset(["king", "queen", "emperor", "sultan", "emir"])
_BORN = re.compile(r"\bborn\s(?:in\s|on\s)?(?:[A-Za-z\d]+\s){0,3}?(?P<year>[12]\d{3})\b")
_OFF = 2  # years by which a printed age may differ from what is known of the birth
#: Behind these the head of a description is over.
_ENDS = re.compile(r"[,;(—]|\b(?:of|from|in|at|for|with|who|and|to)\b")
#: What is over, or done for love, says nothing of what somebody holds.
_NO_POST = re.compile(
    r"\b(?:former|ex|retired|late|then|one-?time|past|turned|keen|avid|amateur|armchair|would-be"
    r"|honorary|self-styled)\b",
    re.IGNORECASE,
)


def why_too_young(person: KnownSpeaker, told: Told, known: WhoIsKnown) -> str | None:
    """Why the printed age is not the known person's: by the posts held, and by the year of birth.

    None where the age, the day or what would contradict it is not told.
    """
    if told.born is None or told.on is None:
        return None
    printed = f"somebody of {told.age} in {told.on.year}"
    found = _BORN.search(f"{person.name} {person.description or ''}")
    born = person.born.first.year if person.born else int(found["year"]) if found else None
    if born is not None and abs(born - told.born) > _OFF:
        return f"{printed} was not born in {born}"
    for tenure in known.tenures.get(person.name, ()):
        if tenure.start is None or tenure.office not in known.offices:
            continue
        begun = tenure.start.last.year
        if begun - told.born < _youngest(known.offices[tenure.office]):
            return f"{printed} cannot have come to be {tenure.office} in {begun}"
    return None


def _youngest(office: KnownOffice) -> int:
    calling = read_calling(office.name)
    of_state = calling is not None and calling.is_of_state and calling.noun not in _CROWNED
    return _OF_STATE if of_state else _GROWN_UP


def why_no_politician(person: KnownSpeaker, told: Told, known: WhoIsKnown) -> str | None:
    """Why somebody with these callings is not who held a known office by the day of the article.

    Nobody walks a beat or plays for a team after having held an office; before it many did.
    None where any description is of public life, or tells what somebody was once.
    """
    held = _held_by(person, told.on, known)
    if held is None or not told.roles:
        return None
    if any(_NO_POST.search(role) for role in told.roles):
        return None
    described = set(name_words(person.description or ""))
    humble = [role for role in told.roles if _is_humble(role)]
    if not humble or any(_is_public(role) for role in told.roles if role not in humble):
        return None
    if any(described & set(name_words(role)) & _humble_words() for role in humble):
        return None
    return f"nobody who was {held} is “{humble[0]}” in later years"


def why_of_another_country(about: Told, told: Told) -> str | None:
    """Why the post of a town is not the known person's: the town lies in no state of that person.

    `about` is what is known of the person, with the offices held; None where it names no state.
    """
    states = {"United States" if us_state(state) else state for state in about.states}
    if not states or not states.isdisjoint(TOWNS_STATES):
        return None
    for role in told.roles:
        town = _town_in(role) if is_town_post(role) else None
        if town is not None:
            return f"“{role}”: {town} does not lie in {' or '.join(sorted(states))}"
    return None


def _town_in(role: str) -> str | None:
    words = role.replace(",", " ").split()
    parts = (words[at : at + length] for length in (3, 2, 1) for at in range(len(words)))
    names = (POSSESSIVE.sub("", " ".join(part)) for part in parts)
    return next((name for name in names if name[:1].isupper() and is_english_town(name)), None)


def _held_by(person: KnownSpeaker, day: date | None, known: WhoIsKnown) -> str | None:
    """The first known office that the person had come to by the day; None for none."""
    if day is None:
        return None
    begun = [
        (tenure.start.last, tenure.office)
        for tenure in known.tenures.get(person.name, ())
        if tenure.start is not None and tenure.start.last <= day
    ]
    offices: Iterable[KnownOffice] = roles_held(person.name, known)
    names = {office.name for office in offices}
    return next((office for _, office in sorted(begun) if office in names), None)


def _head(role: str) -> list[str]:
    start = re.sub(r"^(?:an?|the)\s+", "", role, flags=re.IGNORECASE)
    cut = _ENDS.search(start)
    return [fold(word).strip(".") for word in start[: cut.start() if cut else None].split()]


def _is_humble(role: str) -> bool:
    """Whether it is the rank of one who serves, or a place in a team: "Sgt", "police officer"."""
    words = _head(role)
    if not words:
        return False
    groups = word_groups(_FILE)
    if words[-1] in groups["police"]:
        return words == ["officer"] or "police" in words[:-1]
    return words[-1] in groups["rank"] or words[-1] in groups["team"]


def _humble_words() -> frozenset[str]:
    groups = word_groups(_FILE)
    return groups["rank"] | groups["team"] | {"police"}


def _is_public(role: str) -> bool:
    calling = read_calling(role)
    # A candidate, a nominee, a leader: whoever is told of so is of public life.
    return calling is None or calling.kind == "public" or is_office(role)
