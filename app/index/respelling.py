"""Words that nothing here holds, read as the names that are written so elsewhere."""

from collections.abc import Callable
from dataclasses import replace

from rapidfuzz.distance import OSA

from app.index.lexicon import Lexicon
from app.index.query import All, Either, Mode, Near, Node, Not, Phrase, Word

#: Unknown words of one query that are looked at.
_MOST_UNKNOWN = 12


class Respelling:
    """Reads a query's unknown words as names that sound like them: "Lawrow" as "Lavrov".

    like: the name that sounds like a form, or None. Where a form may be a misprint of a word that
    is as near as the name, nothing is replaced; quoted words are never. `notes` say what was read
    as what.
    """

    def __init__(self, lexicon: Lexicon, like: Callable[[str], str | None]) -> None:
        self._lexicon, self._like = lexicon, like
        self._left = _MOST_UNKNOWN
        self.notes: list[str] = []

    def of(self, node: Node) -> Node:
        """The same query with such words replaced."""
        match node:
            case Word():
                return self._word(node)
            case Phrase(words, quoted=False):
                return replace(node, words=tuple(map(self._word, words)))
            case Near(left, right):
                return replace(node, left=self._word(left), right=self._word(right))
            case Not(part):
                return Not(self.of(part))
            case All(parts):
                return All(tuple(map(self.of, parts)))
            case Either(parts, unit):
                return Either(tuple(map(self.of, parts)), unit)
        return node

    def _word(self, word: Word) -> Word:
        if not self._left or word.mode is not Mode.STEM or self._lexicon.holds(word):
            return word
        self._left -= 1
        name = self._like(word.form)
        named = replace(word, form=name or "", respelt=True)
        if name is None or not self._lexicon.holds(named) or self._is_nearer_word(word.form, name):
            return word
        note = f"“{word.typed}” is not here; it was read as the name “{name.capitalize()}”"
        if note not in self.notes:
            self.notes.append(note)
        return named

    def _is_nearer_word(self, form: str, name: str) -> bool:
        """Whether `form` is a misprint of another word rather than a spelling of `name`."""
        meant, stem = self._lexicon.suggestion(form), self._lexicon.language.stem
        if meant is None or stem(meant) == stem(name):
            return False
        return OSA.distance(form, meant) <= OSA.distance(form, name)
