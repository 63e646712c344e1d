"""Cuts a text where a query's words match, losing no character."""

from collections.abc import Sequence

from app.domain.search import Piece
from app.index.language import Language
from app.index.query import Near, Node, Phrase, Word, leaves
from app.index.words import Token, compounds, tokens

#: Words between two matches of one phrase that are marked with it: spaces and punctuation only.
_LONGEST_PHRASE = 64


def cut(text: str, query: Node, language: Language) -> list[Piece]:
    """`text` as pieces that join up to it exactly; those a word of `query` matched say so."""
    marked = _merged(_matches(text, query, language))
    pieces: list[Piece] = []
    at = 0
    for start, end in marked:
        if at < start:
            pieces.append(Piece(text[at:start], False))
        pieces.append(Piece(text[start:end], True))
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece(text[at:], False))
    return pieces


def _matches(text: str, query: Node, language: Language) -> list[tuple[int, int]]:
    wanted = leaves(query)
    single = [leaf for leaf in wanted if isinstance(leaf, Word)]
    for leaf in wanted:
        if isinstance(leaf, Near):
            single += [leaf.left, leaf.right]
    phrases = [leaf.words for leaf in wanted if isinstance(leaf, Phrase)]
    words = list(tokens(text))
    test = _Test(single, language)
    found = [(token.start, token.end) for token in words if test.any(token.form)]
    found += [(token.start, token.end) for token in compounds(text) if test.any(token.form)]
    for phrase in phrases:
        found += _runs(words, phrase, language)
    return found


class _Test:
    """Whether a form is one of several words; each form is looked at once."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self._words, self._language = words, language
        self._known: dict[str, bool] = {}

    def any(self, form: str) -> bool:
        known = self._known.get(form)
        if known is None:
            known = any(self._language.matches(word, form) for word in self._words)
            self._known[form] = known
        return known


def _runs(
    words: Sequence[Token], phrase: Sequence[Word], language: Language
) -> list[tuple[int, int]]:
    tests = [_Test([word], language) for word in phrase[:_LONGEST_PHRASE]]
    found = []
    for at in range(len(words) - len(tests) + 1):
        if all(test.any(words[at + place].form) for place, test in enumerate(tests)):
            found.append((words[at].start, words[at + len(tests) - 1].end))
    return found


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
