"""The words of the index: which forms a reader's word stands for, and what he may have meant."""

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from app.index.language import Language
from app.index.query import Mode, Word
from app.index.words import STOP_WORDS

Key = TypeVar("Key")

#: Words that one star or one misspelling may stand for; the most frequent are taken.
MAX_EXPANSIONS = 512

#: A suggestion must be in this many times more records than the word that was typed, which may
#: be in so many records by misprint, and have so many letters; long ones may differ in two.
_SUGGEST_RATIO, _MOST_MISPRINTS = 50, 3
_LEAST_SUGGESTED, _LONG = 4, 8


#: The letters of each function word: what has just these is a misprint of one.
_STOP_LETTERS = frozenset("".join(sorted(word)) for word in STOP_WORDS)


class Family(NamedTuple):
    """The forms of the index that share a stem; a record with two of them is counted twice."""

    stem: str
    forms: tuple[str, ...]
    records: int


class Lexicon:
    """All forms in the index with the number of records that hold each; never changes once made."""

    def __init__(self, language: Language, frequencies: Mapping[str, int]) -> None:
        self.language = language
        self.frequency: dict[str, int] = {}
        self._by_stem: dict[str, tuple[str, ...]] = {}
        self._by_spelling: dict[str, tuple[str, ...]] = {}
        self._alike: dict[tuple[int, str], tuple[str, ...]] = {}  # by length and first letter
        self._sorted: list[str] = []
        self.forms_of = lru_cache(maxsize=4096)(self._forms_of)
        self.family_of = lru_cache(maxsize=16_384)(self._family_of)
        self._add(frequencies)

    def changed(self, more: Mapping[str, int], gone: Mapping[str, int]) -> "Lexicon":
        """This lexicon with further records and without others; costs little where these are few.

        Forms that nothing holds any more stay, with a frequency of 0.
        """
        if not more and not gone:
            return self
        made = Lexicon(self.language, {})
        made.frequency = dict(self.frequency)
        made._by_stem, made._by_spelling = dict(self._by_stem), dict(self._by_spelling)
        made._alike, made._sorted = dict(self._alike), self._sorted
        made._add(more)
        for form, count in gone.items():
            made.frequency[form] -= count
        return made

    def _add(self, frequencies: Mapping[str, int]) -> None:
        new = [form for form in frequencies if form not in self.frequency]
        for form, count in frequencies.items():
            self.frequency[form] = self.frequency.get(form, 0) + count
        _group(self._by_stem, new, self.language.stem)
        _group(self._by_spelling, new, self.language.exact)
        _group(self._alike, new, lambda form: (len(form), form[:1]))
        if new:
            self._sorted = sorted([*self._sorted, *new])

    def _family_of(self, form: str) -> Family:
        """The stem of a form, all forms with it, and how many records hold those."""
        stem = self.language.stem(form)
        forms = self._by_stem.get(stem, ())
        return Family(stem, forms, sum(self.frequency[one] for one in forms))

    def _forms_of(self, word: Word) -> tuple[tuple[str, ...], bool]:
        """The forms in the index that `word` stands for, and whether those are all."""
        match word.mode:
            case Mode.STEM:
                return self._by_stem.get(self.language.stem(word.form), ()), True
            case Mode.EXACT:
                return self._by_spelling.get(self.language.exact(word.form), ()), True
            case Mode.PREFIX:
                return self._most_frequent(self._starting(word.form))
            case Mode.FUZZY:
                firsts = dict.fromkeys(first for _, first in self._alike)
                near = self._within(word.form, 1, firsts)
                own = self._by_stem.get(self.language.stem(word.form), ())
                return self._most_frequent(dict.fromkeys((*near, *own)))

    def holds(self, word: Word) -> bool:
        """Whether any record holds `word`."""
        return any(self.frequency[form] for form in self.forms_of(word)[0])

    def suggestion(self, form: str) -> str | None:
        """A much more frequent word that begins as `form` does and differs little, or None.

        A word that stands here is taken for a misprint only beside one that stands here far
        far more often. Nothing is suggested for a misprint of a function word, which is not
        searched for by itself.
        """
        if len(form) < _LEAST_SUGGESTED or not form.isalpha() or form in STOP_WORDS:
            return None
        own, _ = self.forms_of(Word(form, Mode.STEM, form))
        held = sum(self.frequency[one] for one in own)
        if held > _MOST_MISPRINTS or "".join(sorted(form)) in _STOP_LETTERS:
            return None
        for edits in (1, 2) if len(form) >= _LONG else (1,):
            near = [
                one
                for one in self._within(form, edits, form[:1])
                if one not in own and one not in STOP_WORDS
            ]
            best = max(near, key=lambda one: (self.frequency[one], one), default=None)
            if best is not None and self.frequency[best] >= max(held * _SUGGEST_RATIO, 1):
                return best
        return None

    def _starting(self, prefix: str) -> list[str]:
        first = bisect.bisect_left(self._sorted, prefix)
        last = bisect.bisect_left(self._sorted, prefix + "\U0010ffff")
        return self._sorted[first:last]

    def _within(self, form: str, edits: int, firsts: Iterable[str]) -> list[str]:
        """Forms that differ from `form` in so many letters and begin with one of `firsts`."""
        lengths = range(len(form) - edits, len(form) + edits + 1)
        found = []
        for key in product(lengths, firsts):
            candidates = self._alike.get(key, ())
            matched = extract(form, candidates, scorer=OSA.distance, score_cutoff=edits, limit=None)
            found += [candidate for candidate, _, _ in matched]
        return found

    def _most_frequent(self, found: Iterable[str]) -> tuple[tuple[str, ...], bool]:
        every = sorted(found, key=lambda form: (-self.frequency[form], form))
        return tuple(every[:MAX_EXPANSIONS]), len(every) <= MAX_EXPANSIONS


def _group(
    groups: dict[Key, tuple[str, ...]], forms: Iterable[str], key: Callable[[str], Key]
) -> None:
    """Puts each form into its group. Groups are replaced, never changed: others hold them."""
    added: dict[Key, list[str]] = defaultdict(list)
    for form in forms:
        added[key(form)].append(form)
    for name, some in added.items():
        groups[name] = (*groups.get(name, ()), *some)
