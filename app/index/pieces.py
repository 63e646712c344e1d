"""Cuts texts where a query's words match, losing no character."""

from collections.abc import Sequence

from app.domain.search import Piece
from app.index.language import Language
from app.index.query import Mode, Near, Node, Phrase, Word, leaves
from app.index.words import GAP_FORM, HYPHENS, Token, compounds, form_of, words_in

#: Different words of texts that one query remembers its answer for.
_REMEMBERED = 5_000


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
        pieces: list[Piece] = []
        at = 0
        for start, end in _merged(self._matches(text)):
            if at < start:
                pieces.append(Piece(text[at:start], False))
            pieces.append(Piece(text[start:end], True))
            at = end
        if at < len(text) or not pieces:
            pieces.append(Piece(text[at:], False))
        return pieces

    def _matches(self, text: str) -> list[tuple[int, int]]:
        found = self._single.spans(text)
        if not HYPHENS.isdisjoint(text):
            found += [
                (token.start, token.end)
                for token in compounds(text)
                if self._single.test(token.form)
            ]
        if self._phrases:
            words = [Token(*match.span(), form_of(match)) for match in words_in(text)]
            for phrase in self._phrases:
                found += _runs(words, phrase)
        return found


class _Test:
    """Whether a word of a text is one of several words of a query."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self._language = language
        self._stems = {language.stem(word.form) for word in words if word.mode is Mode.STEM}
        self._others = [word for word in words if word.mode is not Mode.STEM]
        self._known: dict[str, bool] = {}

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words of `text` are that match."""
        if self._others:
            return [match.span() for match in words_in(text) if self.test(form_of(match))]
        found, stems, known = [], self._stems, self._language.stems_as_printed
        for match in words_in(text):
            word = match.group()
            stem = known.get(word)
            if stem is None:
                stem = self._language.remember(word, form_of(match))
            if stem in stems:
                found.append(match.span())
        return found

    def test(self, form: str) -> bool:
        """Whether one form matches."""
        known = self._known.get(form)
        if known is None:
            known = self._language.stem(form) in self._stems or any(
                self._language.matches(word, form) for word in self._others
            )
            if len(self._known) < _REMEMBERED:
                self._known[form] = known and form != GAP_FORM
        return known and form != GAP_FORM


def _runs(words: Sequence[Token], tests: Sequence[_Test]) -> list[tuple[int, int]]:
    found = []
    for at in range(len(words) - len(tests) + 1):
        for place, test in enumerate(tests):
            form = words[at + place].form
            if not test.test(form):
                break
        else:
            found.append((words[at].start, words[at + len(tests) - 1].end))
    return found


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(spans) < 2:
        return spans
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
