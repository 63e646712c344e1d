"""States by their names, adjectives and capitals; the states of the United States too."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.wordlists import table


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its short name in English news and the other words that stand for it."""

    name: str
    adjectives: tuple[str, ...] = ()  # "Russian", "Russians"
    aliases: tuple[str, ...] = ()  # "Russian Federation"
    metonyms: tuple[str, ...] = ()  # "Moscow", "the Kremlin": words for its government


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All states, in the order of the list."""
    rows = (list(row) + [()] * (4 - len(row)) for row in table("countries.txt"))
    return tuple(Country(row[0][0], row[1], row[2], row[3]) for row in rows)


def plain(words: str) -> str:
    """A name of a place or body in lower case, without "the", dots and apostrophes."""
    text = " ".join(words.replace("’", "'").split()).casefold().replace(".", "")
    text = text.removesuffix("'s").removesuffix("'")
    return text.removeprefix("the ")


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for country in countries():
        for kind, words in (
            ("name", (country.name, *country.aliases)),
            ("adjective", country.adjectives),
            ("metonym", country.metonyms),
        ):
            for word in words:
                found.setdefault(plain(word), (country.name, kind))
    return found


def country_named(words: str) -> str | None:
    """The state that its name or another name of it means: "Russian Federation" is Russia."""
    name, kind = _by_word().get(plain(words), ("", ""))
    return name if kind == "name" else None


def country_of(words: str) -> str | None:
    """The state that a name or an adjective means: "Russian" is Russia; no capitals."""
    name, kind = _by_word().get(plain(words), ("", ""))
    return name if kind in ("name", "adjective") else None


def government_of(words: str) -> str | None:
    """The state whose government a name, an adjective or a capital stands for ("Moscow")."""
    return _by_word().get(plain(words), (None, ""))[0]


def names_of(state: str) -> tuple[str, ...]:
    """The names of a state by its short one, that first; none of what is no state."""
    return next(((c.name, *c.aliases) for c in countries() if c.name == state), ())


def capital_of(place: str) -> str | None:
    """The state whose government a town stands for, as capitals do: "Minsk" is that of Belarus."""
    name, kind = _by_word().get(plain(place), (None, ""))
    return name if kind == "metonym" else None


@lru_cache(maxsize=1)
def _by_state_word() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("us_states.txt"):
        for word in (entry for cell in row for entry in cell):
            found.setdefault(plain(word), row[0][0])
    return found


def us_state(words: str) -> str | None:
    """The state of the United States that a name, an abbreviation or its people's name means."""
    return _by_state_word().get(plain(words))


#: States whose towns the list of towns holds.
TOWNS_STATES = frozenset(
    ["United Kingdom", "Ireland", "United States", "Canada", "Australia", "New Zealand"]
)


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return frozenset(plain(town) for row in table("towns.txt") for town in row[0])


def is_english_town(words: str) -> bool:
    """Whether it is a listed town of one of `TOWNS_STATES`."""
    return plain(words) in _towns()
