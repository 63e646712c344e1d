"""Names of speakers, issues, events and outlets, looked up by their words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.index.language import Language
from app.index.words import forms

_FIELDS = ("speaker", "issue", "event", "outlet")


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a field, all names it is called by, and how many entries hold it."""

    field: str
    value: str
    names: tuple[str, ...]
    count: int

    @property
    def label(self) -> str:
        """What people read."""
        return self.names[0]


class NameBook:
    """Finds values by the words of their names."""

    def __init__(self, held: Iterable[Named], language: Language) -> None:
        self._language = language
        self._held = list(held)
        self._words: dict[Named, list[tuple[str, ...]]] = {}
        self._by_stem: dict[tuple[str, str], list[Named]] = defaultdict(list)
        for one in self._held:
            words = [_words(name) for name in one.names]
            self._words[one] = words
            for stem in {language.stem(form) for name in words for form in name}:
                self._by_stem[one.field, stem].append(one)

    def called(self, field: str, name: str) -> set[str]:
        """Values one of whose names has all the words of `name`, in any order and spelling."""
        wanted = {self._language.stem(form) for form in forms(name.replace("_", " ")) if form}
        if not wanted:
            return set()
        candidates = min((self._by_stem.get((field, stem), []) for stem in wanted), key=len)
        return {
            one.value
            for one in candidates
            if any(wanted <= self._stems(words) for words in self._words[one])
        }

    def people(self, words: Sequence[str], limit: int) -> tuple[str, ...]:
        """Speakers whose name stands among the forms `words`, the fullest match first.

        A family name is enough; a given name only where nothing else was asked for.
        """
        wanted = {self._language.stem(word) for word in words}
        found: dict[str, tuple[int, int, str]] = {}
        for stem in wanted:
            for one in self._by_stem.get(("speaker", stem), ()):
                strength = self._strength(one, wanted)
                if strength:
                    found[one.value] = (-strength, -one.count, one.value)
        return tuple(sorted(found, key=lambda value: found[value])[:limit])

    def beginning(self, prefix: str, limit: int) -> list[tuple[str, str, str]]:
        """(field, value, label) of names with a word that begins so, the most frequent first."""
        wanted = tuple(form for form in forms(prefix) if form)
        if not wanted:
            return []
        found = [
            one
            for one in self._held
            if one.field in _FIELDS and any(_begins(name, wanted) for name in self._words[one])
        ]
        found.sort(key=lambda one: (-one.count, one.label))
        return [(one.field, one.value, one.label) for one in found[:limit]]

    def _stems(self, words: Iterable[str]) -> set[str]:
        return {self._language.stem(word) for word in words}

    def _strength(self, one: Named, wanted: Collection[str]) -> int:
        """How many words of a name stand among `wanted`, 0 where that does not name anybody."""
        best = 0
        for name in self._words[one]:
            stems = [self._language.stem(word) for word in name]
            matched = sum(stem in wanted for stem in stems)
            if matched and (stems[-1] in wanted or matched == len(stems) or len(wanted) == 1):
                best = max(best, matched)
        return best


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(form for form in forms(name) if form)


def _begins(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether `wanted` stands somewhere in `words`, its last word perhaps unfinished."""
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if tuple(run[:-1]) == tuple(wanted[:-1]) and run[-1].startswith(wanted[-1]):
            return True
    return False
