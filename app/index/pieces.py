"""Cuts texts where a query's words match, losing no character."""

from collections.abc import Sequence

from app.domain.search import Piece
from app.index.language import Language
from app.index.query import Mode, Near, Node, Phrase, Word, leaves
from app.index.words import Printed, compounds, parts_of

#: A run of words of a text: the number of its first and of its last word.
_Run = tuple[int, int]


class Marker:
    """Marks what one query matches. Kept with the query: a word of a text is looked at once."""

    def __init__(self, query: Node, language: Language) -> None:
        wanted = leaves(query)
        single = [leaf for leaf in wanted if isinstance(leaf, Word)]
        for leaf in wanted:
            if isinstance(leaf, Near):
                single += [leaf.left, leaf.right]
        self._single = _Test(single, language)
        self._phrases = [
            [_Test([word], language) for word in leaf.words]
            for leaf in wanted
            if isinstance(leaf, Phrase)
        ]

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
        for phrase in self._phrases:
            found += _runs_of(phrase, words)
        return found


class _Test:
    """Whether a word of a text is one of several words of a query."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        stems = {language.stem(word.form) for word in words if word.mode is Mode.STEM}
        exact = {language.exact(word.form) for word in words if word.mode is Mode.EXACT}
        others = [word for word in words if word.mode not in (Mode.STEM, Mode.EXACT)]

        def matches(form: str) -> bool:
            return any(language.matches(word, form) for word in others)

        tests = (
            (language.stems_as_printed, stems),
            (language.exact_as_printed, exact),
            (Printed(matches), {True} if others else set()),
        )
        self._tests = [(known, wanted) for known, wanted in tests if wanted]

    def places(self, words: Sequence[str]) -> list[int]:
        """The numbers of those of `words`, as they are printed, that match."""
        found: list[int] = []
        for known, wanted in self._tests:
            held = list(known.of(words))
            if not wanted.isdisjoint(held):
                found += [at for at, one in enumerate(held) if one in wanted]
        return found


def _runs_of(phrase: Sequence[_Test], words: Sequence[str]) -> list[_Run]:
    """Where the words of a phrase stand side by side."""
    length = len(phrase)
    starts = phrase[0].places(words[: max(len(words) - length + 1, 0)])
    return [
        (at, at + length - 1)
        for at in starts
        if all(test.places((words[at + place],)) for place, test in enumerate(phrase))
    ]


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
