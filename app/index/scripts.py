"""Names from other scripts and languages, however they are written.

A word in another script is written in Latin letters as English papers do ("Лавров" is "Lavrov").
A name that another language wrote in Latin letters ("Lawrow", "Poutine") is known by its sound.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from anyascii import anyascii
from rapidfuzz.distance import OSA

#: The letters that two spellings of one name share once sounds are written alike: "Bush" is not
#: "Bash". Unless all are shared, they may differ by this many letters as they are written.
_ONE_NAME = 0.7
_MISPRINTS = 1
_LEAST_LETTERS, _LEAST_CONSONANTS = 4, 2

#: Sounds that languages write differently, the longest first, and all letters they may stand for.
_SOUNDS = (
    ("schtsch|stsch|chtch|shch|szcz|dsch|dzh|tsch|tch|tsj|sch|sh|sj|zh|cz|sz|tz|ts|z|s", ("s",)),
    ("ch", ("s", "k")),  # "Churkin", and "Chodorkowski" for "Khodorkovsky"
    ("[ae][iyj](?![aeiou])", ("ei",)),  # "Sergej", "Husayn"
    ("^[jy](?=e)", ("i", "")),  # "Jelzin" and "Eltsine" for "Yeltsin"
    ("j", ("i", "s", "k")),  # "Ahmadinejad", "Jruschov" for "Khrushchev"
    ("e(?=(?:v|w|ff?)a?$)", ("o",)),  # "Gorbatschow" for "Gorbachev"
    ("c(?=[eiy])", ("s",)),
    ("kh|gh|ck|q|k|g|c", ("k",)),
    ("ph|f|v|w", ("v",)),
    ("th|dh|d|t", ("t",)),
    ("h", ("", "k")),
    ("x", ("ks",)),
    ("ou|oo", ("u",)),
    ("y", ("i",)),
    ("(?<=n)e$", ("",)),  # "Poutine"
)
_SOUND = re.compile("|".join(f"({letters})" for letters, _ in _SOUNDS))
_TWICE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")
_MOST_READINGS = 16


@lru_cache(maxsize=100_000)
def latin(form: str) -> str:
    """A folded word in Latin letters without marks; itself where it is in no other script."""
    if form.isascii():
        return form
    return "".join(filter(str.isalnum, anyascii(form).lower())) or form


class Sounds:
    """Words of names, to be found by their sound, by some threads while another adds more."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._by_consonants: dict[str, tuple[str, ...]] = {}  # replaced, never changed
        self._words: set[str] = set()
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Takes in further folded words."""
        held = self._by_consonants
        for word in set(words) - self._words:
            self._words.add(word)
            for consonants in {reading.translate(_VOWELS) for reading in _readings(word)}:
                held[consonants] = (*held.get(consonants, ()), word)

    def like(self, form: str) -> str | None:
        """The word that is most likely the same name as `form`, None where none is."""
        best: tuple[float, str] | None = None
        for reading in _readings(form):
            for word in self._by_consonants.get(reading.translate(_VOWELS), ()):
                alike = max(OSA.normalized_similarity(reading, other) for other in _readings(word))
                if alike < 1 and OSA.distance(latin(form), latin(word)) > _MISPRINTS:
                    continue  # it resembles a name, as most words do
                if alike >= _ONE_NAME and (best is None or (-alike, word) < best):
                    best = (-alike, word)
        return best[1] if best else None


@lru_cache(maxsize=100_000)
def _readings(form: str) -> tuple[str, ...]:
    """The ways to say a word, sounds written alike; none for what is too short to tell by sound."""
    word = latin(form)
    if len(word) < _LEAST_LETTERS or not (word.isascii() and word.isalpha()):
        return ()
    parts: list[tuple[str, ...]] = []
    at = 0
    for found in _SOUND.finditer(word):
        parts += [(word[at : found.start()],), _SOUNDS[(found.lastindex or 1) - 1][1]]
        at = found.end()
    parts.append((word[at:],))
    said = {_TWICE.sub(r"\1", "".join(some)) for some in _some(parts)}
    return tuple(sorted(one for one in said if len(one.translate(_VOWELS)) >= _LEAST_CONSONANTS))


def _some(parts: list[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """All ways to take one of each part, where those are not too many."""
    ways = 1
    for number, part in enumerate(parts):
        ways *= len(part)
        if ways > _MOST_READINGS:
            parts = [*parts[:number], *((one[0],) for one in parts[number:])]
            break
    return product(*parts)
