"""Whom a description means: "the NATO chief", "the Vermont senator", "the ministry"."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from app.domain.countries import country_of, government_of, us_state
from app.domain.gazetteer import Gazetteer
from app.domain.persons import speaker_key
from app.domain.wordlists import word_map
from app.extraction.capitals import is_acronym, role_nouns
from app.extraction.cast import Cast, Figure
from app.extraction.known import known_from
from app.extraction.names import ORG, PERSON
from app.extraction.other_posts import fits_post, tells_another_post
from app.extraction.other_states import StatesTold, states_told
from app.extraction.phrases import Phrase
from app.extraction.roles import role_words

_TITLE_WORDS = frozenset(
    ["sen", "rep", "gov", "gen", "prof", "dr", "rev", "mp", "prime", "lt", "col"]
)
_PARTIES = {
    "republican": "r", "gop": "r", "r": "r", "democratic": "d", "democrat": "d", "d": "d",
    "labour": "l", "labor": "l", "conservative": "c", "tory": "c",
}  # fmt: skip
_IN_CHAMBERS = frozenset(["leader", "chief", "head", "speaker", "whip", "chairman", "chair"])
_CHAMBERS = frozenset(["senate", "house", "majority", "minority", "assembly", "parliamentary"])
_WHOSE = re.compile(r"([A-Z][\w-]+)[’']s?(?=\s)")
_LESSER = frozenset(["vice", "deputy", "vice-presidential", "assistant", "acting", "associate"])
_SCALE = 100.0  # of the score, as a confidence
_LEAST = 30.0
_KNOWN = 16.0  # what a role that only the gazetteer tells is worth less than a printed one
_FIGURES = 60  # candidates weighed for one description, the latest introduced first


@dataclass(frozen=True, slots=True)
class Match:
    """The figure that a description means, how surely, and why."""

    figure: int
    confidence: float
    reason: str
    role: str | None  # the printed role that the description met


@dataclass(slots=True)
class Descriptions:
    """The roles of an article's persons, by the noun that heads them."""

    cast: Cast
    by_noun: dict[str, list[int]] = field(default_factory=dict)
    roles: dict[int, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    bodies: dict[str, list[int]] = field(default_factory=dict)
    places: dict[int, frozenset[str]] = field(default_factory=dict)  # named in a person's roles
    parties: dict[int, frozenset[str]] = field(default_factory=dict)
    states: StatesTold = field(default_factory=StatesTold)


def index_descriptions(cast: Cast, gazetteer: Gazetteer) -> Descriptions:
    """Indexes what the article prints, and what the gazetteer knows, of each person's roles."""
    found = Descriptions(cast, states=states_told(cast))
    known = known_from(gazetteer).titles
    for number, figure in enumerate(cast.figures):
        if figure.label == PERSON:
            roles = [*figure.roles, *known.get(speaker_key(figure.name), ())]
            found.roles[number] = [(role, frozenset(role_words(role))) for role in roles]
            found.places[number] = _places(w for role in figure.roles for w in role.split())
            words = (word for role in figure.roles for word in role_words(role))
            found.parties[number] = frozenset(_PARTIES[w] for w in words if w in _PARTIES)
            for noun in sorted({noun for _, words in found.roles[number] for noun in words}):
                if noun in role_nouns() or noun in _TITLE_WORDS or noun in ("foreign", "retired"):
                    found.by_noun.setdefault(noun, []).append(number)
        elif figure.label == ORG:
            for form in figure.forms:
                for word in role_words(form):
                    held = found.bodies.setdefault(word, [])
                    if not held or held[-1] != number:
                        held.append(number)
    return found


def match_role(phrase: Phrase, found: Descriptions, weights: dict[int, float]) -> Match | None:
    """The person whose printed role agrees with a description, or None where none does.

    `weights` says how much each figure is in mind (0 to 150); figures not introduced before the
    description count only where no other agrees.
    """
    nouns = _synonyms(phrase.head)
    if phrase.head in _IN_CHAMBERS and _CHAMBERS & {m.lower() for m in phrase.modifiers}:
        nouns = {phrase.head: nouns[phrase.head]}  # "the Senate leader" is no president
    candidates: set[int] = set()
    for noun in nouns:
        candidates.update(found.by_noun.get(noun, [])[-_FIGURES:])
    scored = []
    places = _places(phrase.modifiers)
    of_party = phrase.head in _PARTIES
    parties = _parties(phrase)
    for number in sorted(candidates):
        figure = found.cast.figures[number]
        if not _gender_fits(phrase.head, figure.gender) or is_another(phrase, number, found):
            continue
        party = _agreement(parties, found.parties[number])
        score, role = max(
            (_score(phrase, words, nouns) + party + _by_place(places, role, number, found), role)
            for role, words in found.roles[number]
        )
        if score < _LEAST or _is_anothers(phrase.text, role):
            continue  # "Roe’s spokeswoman" is not Poe’s
        if of_party and places and not places & found.places[number]:
            continue  # "the Ohio Democrat" only of somebody from Ohio
        later = figure.first >= phrase.span.start
        scored.append((score + weights.get(number, 0.0) * 0.3 - 25.0 * later, number, role))
    if not scored:
        return None
    fitting = [
        one for one in scored if fits_post(phrase, found.cast.figures[one[1]].roles, nouns.keys())
    ]
    scored = fitting or scored
    scored.sort(key=lambda item: (-item[0], item[1]))
    best, number, role = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    figure = found.cast.figures[number]
    sure = min(0.92 if not second else 0.5 + (best - second) / _SCALE, 0.5 + best / _SCALE)
    whence = "printed" if role in figure.roles else "known"
    reason = f"“{phrase.text}” agrees with “{role}”, {whence} of {figure.name}"
    if second:
        reason += "; others agree less"
    return Match(number, sure, reason, role)


def _is_anothers(description: str, role: str) -> bool:
    """Whether both say whose man somebody is, and they name different people."""
    mine, theirs = (set(_WHOSE.findall(text)) for text in (description, role))
    return bool(mine and theirs and not mine & theirs)


def _parties(phrase: Phrase) -> set[str]:
    return {_PARTIES[w] for m in phrase.modifiers for w in role_words(m) if w in _PARTIES}


def _score(
    phrase: Phrase,
    words: frozenset[str],
    nouns: dict[str, float],
) -> float:
    """How well a description agrees with one printed role, places and parties aside."""
    score = max((nouns[word] for word in words & nouns.keys()), default=0.0)
    if not score:
        return 0.0
    modifiers = {word for text in phrase.modifiers for word in role_words(text)}
    if modifiers & _LESSER - words:
        score -= 40.0
    return score + 8.0 * min(3, len((modifiers - {"former"}) & words - nouns.keys()))


def _by_place(mine: Set[str], role: str, number: int, found: Descriptions) -> float:
    """What the places add, for a role that is printed or, worth less, only known."""
    if role in found.cast.figures[number].roles:
        return _agreement(mine, found.places[number])
    return _agreement(mine, found.places[number] | _places(role.split())) - _KNOWN


def _agreement(mine: Set[str], theirs: Set[str]) -> float:
    """What places or parties of a description add to its score, given those of the roles."""
    if not mine:
        return 0.0
    if not theirs:
        return -10.0
    return 20.0 if mine & theirs else -40.0


def _synonyms(noun: str) -> dict[str, float]:
    """The nouns a description's head may stand for, with what each is worth."""
    same = dict.fromkeys(word_map("roles.txt", "same").get(noun, ()), 35.0)
    exact = {word: 50.0 for word in same if word in _TITLE_WORDS}  # "Sen." is "senator"
    return same | exact | {noun: 50.0}


def nouns_like(noun: str) -> Set[str]:
    """The nouns that a description's head may stand for, itself among them."""
    return _synonyms(noun).keys()


def _places(words: Iterable[str]) -> frozenset[str]:
    """The states and bodies that words name: Russia for "Russian", Vermont for "R-Vt."."""
    found = set()
    for text in words:
        for word in text.replace("’s", "").replace("'s", "").strip("().,").split("-"):
            place = country_of(word) or us_state(word)
            if place and word[:1].isupper():
                found.add(place)
            elif is_acronym(word) and len(word) > 2:
                found.add(word.replace(".", ""))
    return frozenset(found)


def _gender_fits(noun: str, gender: str | None) -> bool:
    wanted = role_nouns().get(noun, "u")
    return wanted == "u" or gender is None or gender == wanted


def is_another(phrase: Phrase, number: int, found: Descriptions) -> bool:
    """Whether a description tells of another post, or a state, than somebody's printed roles."""
    printed = found.cast.figures[number].roles
    if tells_another_post(phrase, printed, nouns_like(phrase.head)):
        return True
    if not printed or _places(word for role, _ in found.roles[number] for word in role.split()):
        return False
    return found.states.is_foreign(phrase)


def conflicts(phrase: Phrase, number: int, found: Descriptions) -> bool:
    """Whether what is printed of a figure speaks against a description of it."""
    figure = found.cast.figures[number]
    if not _gender_fits(phrase.head, figure.gender):
        return True
    if number in found.roles and is_another(phrase, number, found):
        return True
    mine = _places((*phrase.modifiers, phrase.head.capitalize()))
    theirs = found.places.get(number, frozenset())
    parties = _parties(phrase)
    others = found.parties.get(number, frozenset())
    apart = bool(parties and others and not parties & others)
    return apart or bool(mine and theirs and not mine & theirs)


def match_body(phrase: Phrase, found: Descriptions) -> tuple[int, str] | None:
    """The body that "the ministry" means: the latest one named before whose name has that noun."""
    candidates = [
        number
        for number in found.bodies.get(phrase.head, [])[-_FIGURES:]
        if found.cast.figures[number].first < phrase.span.start
        and len(found.cast.figures[number].name.split()) > 1
    ]
    wanted = _places(phrase.modifiers)
    fitting = [n for n in candidates if not wanted or wanted & _body_places(found.cast.figures[n])]
    if not fitting:
        return None
    number = fitting[-1]
    return number, f"“{phrase.text}” is short for {found.cast.figures[number].name}, named before"


def _body_places(figure: Figure) -> frozenset[str]:
    place = government_of(figure.name)
    return _places(figure.name.split()) | ({place} if place else frozenset())
