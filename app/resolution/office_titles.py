"""Printed roles as titles of offices: "Russian Foreign Minister", Foreign Minister of Russia."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.gazetteer import KnownOffice
from app.domain.persons import fold
from app.domain.wordlists import word_groups
from app.resolution.who_is_known import WhoIsKnown

_SAME = {
    "defence": "defense", "organisation": "organization", "sen": "senator", "gov": "governor",
    "rep": "representative", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "chairwoman": "chairman", "chairperson": "chairman", "premier": "prime", "gen": "general",
    "undersecretary": "under", "envoy": "representative", "ambassador": "representative",
}  # fmt: skip
_SMALL = frozenset("the a an of to for on at in and with by s".split())  # noqa: SIM905
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:-[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_LESSER = frozenset(["deputy", "vice", "assistant", "under", "associate", "acting", "first"])
_NO_BODIES = frozenset({"CEO", "CFO", "GOP", "PAC", "TV", "VP", "II", "III", "IV"})
#: What somebody wants to be, or does with somebody who is: "pursuit of the …", "defeat President".
_NOT_HELD = re.compile(
    r"\b(?:becom(?:e|es|ing)|candidates?|candidacy|nominees?|nominat\w+|run(?:s|ning)? for|pursuit"
    r"|bid for|hopefuls?|next|would-be|defeat\w*|endors(?:e|es|ed|ing)|campaign for)\b",
    re.IGNORECASE,
)
_SHORT_TITLES = frozenset({"sen", "rep", "gov", "sens", "reps"})
#: Another sentence, a post held once, or small words, that were taken along.
_LEFT_OVER = re.compile(
    r"(?<=[a-z]{4})\.\s.*$|\s+and (?:a )?[Ff]ormer\s.*$"
    r"|(?:\s+(?:of|in|and|at|for|to|with|the|a|from|charge|later|worked))+$"
)
#: Before the post: "France's former president", but not "lawyer for the former president".
_FORMER = re.compile(
    r"^(?:the )?(?:former|ex|then|late|one-time|onetime|past)[ -]"
    r"|^(?P<whose>(?:the )?(?:(?!(?:the|of|for|to|on|at|in|and|with|from|by|under)\b)[^\s,]+\s)+?)"
    r"(?:former|ex|then)[ -]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A role taken apart: its words in one spelling, and the states and bodies it names."""

    words: frozenset[str]
    places: frozenset[str]
    former: bool = False


@lru_cache(maxsize=10_000)  # every role that is printed is held against every known office
def read_title(role: str) -> Title:
    """The words and the places of a printed role or of an office's name."""
    former = bool(_FORMER.search(role))
    text = _POSSESSIVE.sub("", _FORMER.sub(r"\g<whose>", role)).replace("-General", " General")
    words, places = set(), set()
    for printed in _join_places(_WORD.findall(text)):
        place = place_of(printed)
        if place is not None:
            places.add(place)
            continue
        for word in fold(printed).replace(".", "").split("-"):
            if word not in _SMALL:
                words.add(_SAME.get(word, word))
    return Title(frozenset(words), frozenset(places), former)


def place_of(printed: str) -> str | None:
    """The state or body that a word of a role names: "Russian", "U.S.", "NATO", "Texas"."""
    if not printed[:1].isupper():
        return None
    place = country_of(printed) or us_state(printed)
    letters = printed.replace(".", "")
    if place is None and 2 <= len(letters) <= 5 and letters.isupper() and letters not in _NO_BODIES:
        return letters
    return place


def _join_places(words: list[str]) -> list[str]:
    """Words, with names of states of two and three words made one: "United States"."""
    joined: list[str] = []
    index = 0
    while index < len(words):
        for length in (3, 2):
            name = " ".join(words[index : index + length])
            if name[:1].isupper() and (country_of(name) or us_state(name)):
                joined.append(name)
                index += length
                break
        else:
            joined.append(words[index])
            index += 1
    return joined


def means(role: str, office: KnownOffice) -> bool:
    """Whether a printed role is one of an office's titles, places agreeing where both have any."""
    wanted = read_title(role)
    name = read_title(office.name)
    if not (wanted.places <= name.places or name.places <= wanted.places):
        return False
    for title in (office.name, *office.titles):
        offered = read_title(title)
        extra = wanted.words - offered.words
        if offered.words and offered.words <= wanted.words and not extra & _LESSER:
            return True
    return False


def roles_held(speaker: str, known: WhoIsKnown) -> list[KnownOffice]:
    """The offices that a known person has ever held."""
    return [
        known.offices[t.office] for t in known.tenures.get(speaker, ()) if t.office in known.offices
    ]


def agrees(roles: Iterable[str], offices: Iterable[KnownOffice]) -> bool:
    """Whether one of the printed roles is one of the offices."""
    held = list(offices)
    return any(means(role, office) for role in roles for office in held)


def is_office(role: str) -> bool:
    """Whether a printed role is a post that somebody holds, not a trade or a description."""
    words = set(
        re.findall(
            r"[^\W_]+(?:-[^\W_]+)*", fold(role).replace("secretary general", "secretary-general")
        )
    )
    return bool(words & word_groups("roles.txt")["office"])


def cleaned(role: str) -> str | None:
    """A printed role without what is no part of it; None for what is wanted, not held.

    "Almost certainly force Sen" is "Sen": before an abbreviated title only a state belongs to it.
    """
    role = _LEFT_OVER.sub("", role.strip())
    words = role.split()
    if words and words[-1].casefold().rstrip(".") in _SHORT_TITLES:
        for length in (2, 1):
            before = " ".join(words[-1 - length : -1])
            if before and (us_state(before) or before in ("State", "state")):
                return f"{before} {words[-1]}"
        return words[-1]
    return None if not words or _NOT_HELD.search(role) else role


def _is_inside_a_name(after: list[str]) -> bool:
    """Whether a state's name begins a longer one: "American Unity Fund president"."""
    head = next((i for i, word in enumerate(after) if is_office(word)), None)
    if head is None or not after[head][:1].islower():
        return False
    return any(word[:1].isupper() and not is_office(word) for word in after[:head])


def generic_name(role: str) -> str | None:
    """An office's name made of a printed role: "Secretary General of NATO"; None for no office.

    Adjectives of states become "of"; what cannot be turned round stays as printed.
    """
    if _FORMER.search(role) or not is_office(role):
        return None
    text = re.sub(r"^(?:the|a|an)\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
    words = text.split()
    for index, word in enumerate(words[:-1]):
        if word.casefold() in ("of", "for", "to", "on", "at", "in", "and"):
            break
        for length in (3, 2, 1):
            part = words[index : index + length]
            name = _POSSESSIVE.sub("", " ".join(part)).strip(",")
            place = place_of(name)
            if len(part) == length and place is not None:
                if _is_inside_a_name(words[index + length :]):
                    return _expanded(text)
                rest = words[:index] + words[index + length :]
                return _with_place(rest, place) if rest else None
    return _expanded(text)


def _with_place(words: list[str], place: str) -> str:
    """ "Foreign Minister" and Russia make "Foreign Minister of Russia", before any "to NATO"."""
    small = [
        i for i, word in enumerate(words) if word.casefold() in ("to", "for", "on", "at", "in")
    ]
    cut = small[0] if small else len(words)
    the = (
        "the " if place in ("United States", "United Kingdom", "Netherlands", "Philippines") else ""
    )
    join = (
        "from"
        if words[:cut] and fold(words[cut - 1]) in ("senator", "sen", "congressman")
        else "of"
    )
    return _expanded(" ".join([*words[:cut], join, the + place, *words[cut:]]))


def _expanded(text: str) -> str:
    text = re.sub(r"^Sen\.?(?=\s|$)", "Senator", text)
    text = re.sub(r"^Rep\.?(?=\s|$)", "Representative", text)
    text = re.sub(r"^Gov\.?(?=\s|$)", "Governor", text)
    return text[:1].upper() + text[1:]
