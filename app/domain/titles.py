"""Titles of offices taken apart: their words in one spelling, and the states they name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.persons import fold

_SAME = {
    "defence": "defense", "organisation": "organization", "sen": "senator", "gov": "governor",
    "rep": "representative", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "chairwoman": "chairman", "chairperson": "chairman", "premier": "prime", "gen": "general",
    "undersecretary": "under", "envoy": "representative", "ambassador": "representative",
}  # fmt: skip
_SMALL = frozenset("the a an of to for on at in and with by s".split())  # noqa: SIM905
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:-[^\W_]+)*")
#: The ending of a possessive.
POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_SAY_NOTHING = frozenset(["affairs"])
_NO_BODIES = frozenset({"CEO", "CFO", "GOP", "PAC", "TV", "VP", "II", "III", "IV"})
#: Before the post: "France's former president", but not "lawyer for the former president".
FORMER = re.compile(
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
    former = bool(FORMER.search(role))
    text = POSSESSIVE.sub("", FORMER.sub(r"\g<whose>", role)).replace("-General", " General")
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


@dataclass(frozen=True, slots=True)
class Post:
    """What makes an office itself, however its title is turned and spelt."""

    words: frozenset[str]
    places: frozenset[str]
    to: frozenset[str]  # where an envoy is sent: to Russia, not from there


def read_post(title: str, body: str | None) -> Post:
    """The post that a title names: "Minister of Foreign Affairs" is the "Foreign Minister"."""
    found = read_title(title)
    words = found.words - _SAY_NOTHING
    places = found.places
    if body is not None:
        own = read_title(body)
        places |= own.places or {fold(body)}
        words = words - own.words if words - own.words else words
    return Post(words, places, read_title(title.partition(" to ")[2]).places)
