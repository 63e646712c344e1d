"""Cuts texts where a query's words match, losing no character."""

from collections.abc import Sequence
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from app.domain.search import Piece
from app.index.language import Language
from app.index.query import Mode, Near, Node, Phrase, Word, leaves
from app.index.words import Printed, compounds, parts_of

#: A run of words of a text: the number of its first and of its last word.
_Run = tuple[int, int]

#: For each word of a phrase what is known of words, and what of it says that one is that word.
_Keys = list[tuple[Printed[Any], Any]]


class Marker:
    """Marks what one query matches. Kept with the query: a word of a text is looked at once."""

    def __init__(self, query: Node, language: Language) -> None:
        wanted = list(dict.fromkeys(leaves(query)))
        single = [leaf for leaf in wanted if isinstance(leaf, Word)]
        for leaf in wanted:
            if isinstance(leaf, Near):
                single += [leaf.left, leaf.right]
        self._single = _Test(single, language)
        self._phrases = _Phrases(
            [leaf.words for leaf in wanted if isinstance(leaf, Phrase)], language
        )

    def cut(self, text: str) -> list[Piece]:
        """`text` as pieces that join up to it exactly; those that match say so."""
        parts = parts_of(text)
        pieces: list[Piece] = []
        at = 0
        for first, last in _merged(self._runs(parts)):
            between = "".join(parts[at : 2 * first + 1])
            if between:
                pieces.append(Piece(between, False))
            at = 2 * last + 2
            pieces.append(Piece("".join(parts[2 * first + 1 : at]), True))
        rest = "".join(parts[at:])
        if rest or not pieces:
            pieces.append(Piece(rest, False))
        return pieces

    def _runs(self, parts: Sequence[str]) -> list[_Run]:
        words = parts[1::2]
        found = [(at, at) for at in self._single.places(words)]
        for first, last, form in compounds(parts):
            if self._single.places((form,)):
                found.append((first, last))
        return found + self._phrases.runs(words)


class _Test:
    """Whether a word of a text is one of several words of a query."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        wanted: dict[int, tuple[Printed[Any], set[Any]]] = {}
        others = [word for word in words if word.mode in (Mode.PREFIX, Mode.FUZZY)]
        for word in words:
            if word.mode in (Mode.STEM, Mode.EXACT):
                known, value = _known(word, language)
                wanted.setdefault(id(known), (known, set()))[1].add(value)
            if word.mode is Mode.FUZZY:  # its own forms as well as its neighbours
                stems = wanted.setdefault(
                    id(language.stems_as_printed), (language.stems_as_printed, set())
                )
                stems[1].add(language.stem(word.form))
        self._tests = list(wanted.values())
        if others:
            self._tests.append((_matching(others), {True}))

    def places(self, words: Sequence[str]) -> list[int]:
        """The numbers of those of `words`, as they are printed, that match."""
        found: list[int] = []
        for known, wanted in self._tests:
            held = list(known.of(words))
            if not wanted.isdisjoint(held):
                found += [at for at, one in enumerate(held) if one in wanted]
        return found


class _Phrases:
    """Where any of several phrases stands in a text."""

    def __init__(self, phrases: Sequence[Sequence[Word]], language: Language) -> None:
        self._begun = _Test([words[0] for words in phrases], language)
        words = dict.fromkeys(word for words in phrases for word in words)
        known = {word: _known(word, language) for word in words}
        self._by_first: dict[int, tuple[Printed[Any], dict[Any, list[_Keys]]]] = {}
        for phrase in phrases:
            keys = [known[word] for word in phrase]
            told, value = keys[0]
            _, begun = self._by_first.setdefault(id(told), (told, {}))
            begun.setdefault(value, []).append(keys[1:])

    def runs(self, words: Sequence[str]) -> list[_Run]:
        """The runs of `words`, as they are printed, that are one of the phrases."""
        if not self._by_first:
            return []
        return [
            (at, at + len(keys))
            for at in dict.fromkeys(self._begun.places(words))
            for known, begun in self._by_first.values()
            for keys in begun.get(known[words[at]], ())
            if _stand(keys, words[at + 1 : at + 1 + len(keys)])
        ]


def _stand(keys: _Keys, words: Sequence[str]) -> bool:
    return len(words) == len(keys) and all(
        known[word] == value for (known, value), word in zip(keys, words, strict=True)
    )


def _known(word: Word, language: Language) -> tuple[Printed[Any], Any]:
    """What is known of words as they are printed, and what of it says that one is `word`."""
    if word.mode is Mode.STEM:
        return language.stems_as_printed, language.stem(word.form)
    if word.mode is Mode.EXACT:
        return language.exact_as_printed, language.exact(word.form)
    return _matching([word]), True


def _matching(words: Sequence[Word]) -> Printed[bool]:
    """Whether a word begins as one of `words` with a star, or is nearly one of those without."""
    begun = tuple({word.form for word in words if word.mode is Mode.PREFIX})
    near = list({word.form for word in words if word.mode is Mode.FUZZY})

    def matches(form: str) -> bool:
        return form.startswith(begun) or (
            bool(near) and extractOne(form, near, scorer=OSA.distance, score_cutoff=1) is not None
        )

    return Printed(matches)


def _merged(runs: list[_Run]) -> list[_Run]:
    if len(runs) < 2:
        return runs
    merged: list[_Run] = []
    for first, last in sorted(runs):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
