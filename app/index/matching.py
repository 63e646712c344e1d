"""A query tree -> the records that match it, each with its score."""

import time
from collections.abc import Iterable

import numpy as np

from app.index.fields import word_code
from app.index.narrowing import Narrowing
from app.index.query import All, Either, Filter, Mode, Near, Node, Not, Phrase, Word
from app.index.sets import NO_HITS, Total, both_of, only, unscored, without
from app.index.shelf import Hits, Shelf
from app.index.streams import Codes, with_pair, with_phrase

#: Processor seconds one search may use; past it, what is left of the query is not looked at.
BUDGET_SECONDS = 0.25


class Matcher:
    """Matches one query. `complete` turns False, and `notes` says so, where a bound was hit."""

    def __init__(self, shelf: Shelf, narrowing: Narrowing, budget: float = BUDGET_SECONDS) -> None:
        self._shelf, self._narrowing = shelf, narrowing
        self._stop_at = time.thread_time() + budget
        self.size = shelf.size
        self.complete = True
        self.notes: list[str] = []

    def hits(self, node: Node) -> Hits:
        """All records that match `node`; out of time, only what is kept ready."""
        if self._out_of_time():
            return self._ready(node)
        match node:
            case Word():
                return self._word(node)
            case Phrase(words):
                return self._phrase(node, words)
            case Near(left, right, distance):
                return self._near(node, left, right, distance)
            case Filter():
                ids = self._shelf.everything()
                return unscored(ids[self._narrowing.passing(node, ids)])
            case Not(part):
                return unscored(without(self._shelf.everything(), self.hits(part).ids))
            case Either(parts, unit):
                return self._either(parts, unit)
            case All(parts):
                return self._all(parts)

    def _ready(self, node: Node) -> Hits:
        key = _key(self._shelf, node) if isinstance(node, Word) else node
        return self._shelf.kept(key) or NO_HITS

    def _word(self, word: Word) -> Hits:
        return self._shelf.word_hits(_key(self._shelf, word), self._forms(word))

    def _forms(self, word: Word) -> tuple[str, ...]:
        forms, all_of_them = self._shelf.lexicon.forms_of(word)
        if not all_of_them:
            self.complete = False
            self.notes.append(
                f"“{word.typed}” stands for more words than can be looked at; "
                f"the {len(forms)} most frequent were searched for"
            )
        return forms

    def _phrase(self, node: Phrase, words: tuple[Word, ...]) -> Hits:
        kept = self._shelf.kept(node)
        if kept is None:
            both = self._all(tuple(dict.fromkeys(words)))
            if self._out_of_time():
                return NO_HITS
            codes = [self._codes(word) for word in words]
            rarest = min(range(len(words)), key=lambda at: self._frequency(words[at]))
            found = with_phrase(self._shelf, both.ids, codes, rarest, self._out_of_time)
            kept = self._kept_if_whole(node, only(both, found))
        return kept

    def _near(self, node: Near, left: Word, right: Word, distance: int) -> Hits:
        kept = self._shelf.kept(node)
        if kept is None:
            both = self._all((left, right))
            if self._out_of_time():
                return NO_HITS
            codes = self._codes(left), self._codes(right)
            found = with_pair(self._shelf, both.ids, *codes, distance, self._out_of_time)
            kept = self._kept_if_whole(node, only(both, found))
        return kept

    def _kept_if_whole(self, node: Node, found: Hits) -> Hits:
        """`found`, kept ready for the next search unless a bound cut it short."""
        if self.complete:
            self._shelf.keep(node, found)
        return found

    def _codes(self, word: Word) -> Codes:
        return np.array([word_code(form) for form in self._forms(word)], dtype=np.uint32)

    def _either(self, parts: Iterable[Node], unit: bool) -> Hits:
        """Records in any of `parts`; ways to write one thing count once, at their best."""
        total = Total(self.size, unit)
        for number, part in enumerate(parts):
            if number and self._out_of_time():
                break
            total.add(self.hits(part))
        return total.hits()

    def _all(self, parts: tuple[Node, ...]) -> Hits:
        """Records in all of `parts`. The rarest words go first, so that little is carried on."""
        wanted: list[Node] = [part for part in parts if not isinstance(part, Not | Filter)]
        found: Hits | None = None
        for part in sorted(wanted, key=self._frequency):
            if found is not None and self._out_of_time():
                break
            hits = self.hits(part)
            found = hits if found is None else both_of(found, hits, self.size)
            if not len(found.ids):
                return NO_HITS
        if found is None:
            found = unscored(self._shelf.everything())
        for part in parts:
            if isinstance(part, Not | Filter) and self._out_of_time():
                break
            match part:
                case Filter():
                    keep = self._narrowing.passing(part, found.ids)
                    found = Hits(found.ids[keep], found.scores[keep])
                case Not(Filter() as denied):
                    keep = ~self._narrowing.passing(denied, found.ids)
                    found = Hits(found.ids[keep], found.scores[keep])
                case Not(denied):
                    found = only(found, without(found.ids, self.hits(denied).ids))
        return found

    def _frequency(self, node: Node) -> int:
        """About how many records hold `node`; only the order of these matters."""
        match node:
            case Word(_, Mode.STEM | Mode.EXACT):
                forms, _ = self._shelf.lexicon.forms_of(node)
                return sum(self._shelf.lexicon.frequency[form] for form in forms)
            case Phrase(words):
                return min(map(self._frequency, words))
            case Near(left, right):
                return min(self._frequency(left), self._frequency(right))
            case Either(parts):
                return sum(map(self._frequency, parts))
            case All(parts):
                return min(map(self._frequency, parts), default=self.size)
        return self.size

    def _out_of_time(self) -> bool:
        if time.thread_time() < self._stop_at:
            return False
        if self.complete:
            self.notes.append(
                "the search took too long and was cut short; some words were left out"
            )
        self.complete = False
        return True


def _key(shelf: Shelf, word: Word) -> object:
    """What two words that stand for the same forms share."""
    if word.mode is Mode.STEM:
        return word.mode, shelf.lexicon.language.stem(word.form)
    return word.mode, word.form
