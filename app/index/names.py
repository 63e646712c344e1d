"""Names of speakers, issues, events and outlets, looked up by their words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.index.beginnings import Beginnings
from app.index.language import Language
from app.index.scripts import Sounds, latin
from app.index.words import TITLES, forms

_FIELDS = ("speaker", "issue", "event", "outlet")

#: A word in the names of more speakers than this is a given name, or tells as little.
_MANY_BEARERS = 200


#: How many entries hold a value of a field.
Count = Callable[[str, str], int]


class Named(NamedTuple):
    """A value of a field, and all names it is called by, first the one people read."""

    field: str
    value: str
    names: tuple[str, ...]


class NameBook:
    """Finds values by the words of their names; never changes once made.

    Only the sounds of names are shared with the books made from it, which add theirs.
    """

    def __init__(self, language: Language, held: Iterable[Named]) -> None:
        self._language = language
        self._words: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        self._stems: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._by_stem: dict[tuple[str, str], tuple[str, ...]] = {}
        self._sounds = Sounds()
        self._beginnings: Beginnings | None = None  # made when first asked for
        self._add(held)

    def with_more(self, held: Iterable[Named]) -> "NameBook":
        """This book and further values, or further names of values in it."""
        more = NameBook(self._language, ())
        more._words, more._stems = dict(self._words), dict(self._stems)
        more._labels, more._by_stem = dict(self._labels), dict(self._by_stem)
        more._sounds = self._sounds
        more._add(held)
        return more

    def _add(self, held: Iterable[Named]) -> None:
        added: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for field, value, names in held:
            words = [_words(name) for name in names]
            if self._words.get((field, value)) != words:
                stems = [tuple(map(self._language.stem, name)) for name in words]
                self._words[field, value], self._stems[field, value] = words, stems
                self._labels[field, value] = names[0]
                if field == "speaker":
                    self._sounds.add(word for name in words for word in name)
                for stem in {stem for name in stems for stem in name}:
                    added[field, stem][value] = None
        for key, values in added.items():
            self._by_stem[key] = tuple({**dict.fromkeys(self._by_stem.get(key, ())), **values})

    def called(self, field: str, name: str) -> set[str]:
        """Values one of whose names has all the words of `name`, in any order and spelling.

        A word before a star is the beginning of one.
        """
        whole, begun = wanted_words(name)
        wanted = {self._stem(field, form) for form in whole}
        candidates = [self._by_stem.get((field, stem), ()) for stem in wanted]
        candidates += [self._begin(field, start) for start in begun]
        found = set()
        for value in min(candidates, key=len, default=()):
            words, stems = self._words[field, value], self._stems[field, value]
            if any(
                wanted.issubset(stemmed) and have_beginnings(called, begun)
                for called, stemmed in zip(words, stems, strict=True)
            ):
                found.add(value)
        return found

    def _begin(self, field: str, start: str) -> tuple[str, ...]:
        """The values of a field with a word that begins so."""
        return tuple(value for of, value in self._begun().of(start, whole=False) if of == field)

    def _begun(self) -> Beginnings:
        if self._beginnings is None:
            self._beginnings = Beginnings(self._words)
        return self._beginnings

    def sounding(self, form: str) -> str | None:
        """The word of a speaker's name that sounds like `form`, None where there is none."""
        return self._sounds.like(form)

    def _stem(self, field: str, form: str) -> str:
        """What names are looked up by; where a speaker's are not called so, what sounds alike."""
        stem = self._language.stem(form)
        if field == "speaker" and (field, stem) not in self._by_stem:
            return self._language.stem(self.sounding(form) or form)
        return stem

    def people(self, words: Sequence[str], limit: int, count: Count) -> tuple[str, ...]:
        """Speakers whose name stands among the forms `words`, the fullest match first.

        A family name is enough; a given name only where nothing else was asked for. Whoever
        bears only some of the words that name another is left out.
        """
        wanted = frozenset(self._language.stem(word) for word in words)
        found: dict[str, tuple[int, int, str]] = {}
        named: dict[str, frozenset[str]] = {}
        for value in self._likely(wanted):
            matched = self._matched(value, wanted)
            held = count("speaker", value) if matched else 0
            if held:
                found[value], named[value] = (-len(matched), -held, value), matched
        fullest = set(named.values())
        best = [value for value in found if not any(named[value] < other for other in fullest)]
        return tuple(sorted(best, key=lambda value: found[value])[:limit])

    def beginning(self, prefix: str, limit: int, count: Count) -> list[tuple[str, str, str]]:
        """(field, value, label) of names with a word that begins so, the most frequent first."""
        wanted = tuple(latin(form) for form in forms(prefix) if form)
        if not wanted:
            return []
        found = [
            (-held, self._labels[field, value], field, value)
            for field, value in self._begun().of(wanted[0], whole=len(wanted) > 1)
            if field in _FIELDS
            and any(_begins(name, wanted) for name in self._words[field, value])
            and (held := count(field, value))
        ]
        return [(field, value, label) for _, label, field, value in sorted(found)[:limit]]

    def _likely(self, wanted: Collection[str]) -> list[str]:
        """Speakers with one of the stems in a name; of a name that many bear, with two of them."""
        bearers = [self._by_stem.get(("speaker", stem), ()) for stem in wanted]
        matches = Counter(value for values in bearers for value in values)
        few = {value for values in bearers if len(values) <= _MANY_BEARERS for value in values}
        return [v for v, found in matches.items() if found > 1 or v in few or len(wanted) == 1]

    def _matched(self, speaker: str, wanted: frozenset[str]) -> frozenset[str]:
        """The words of a name that stand among `wanted`; none where they do not name anybody."""
        best: frozenset[str] = frozenset()
        for stems in self._stems["speaker", speaker]:
            matched = wanted.intersection(stems)
            if len(matched) > len(best) and (
                stems[-1] in wanted or matched.issuperset(stems) or len(wanted) == 1
            ):
                best = matched
        return best


def wanted_words(name: str) -> tuple[list[str], list[str]]:
    """The forms by which a typed name is looked up, and those that only begin a word.

    "Mr. Ruiz" is looked up by "ruiz", "Ana Ru*" by "ana" and the beginning "ru".
    """
    words: list[str] = []
    begun: list[str] = []
    for part in name.replace("_", " ").split():
        found = [form for form in forms(part) if form]
        if found and part.endswith("*"):
            begun.append(found.pop())
        words += found
    untitled = [form for form in words if form not in TITLES]
    return (untitled if untitled or begun else words), begun


def have_beginnings(words: Collection[str], begun: Iterable[str]) -> bool:
    """Whether each of `begun` begins one of `words`."""
    return all(any(word.startswith(start) for word in words) for start in begun)


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
