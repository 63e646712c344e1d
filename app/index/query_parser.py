"""A reader's words -> a query tree; any input is a valid search, read in bounded time.

Language: words (all must match), "a phrase", OR, NOT and -word, brackets, prefix*, word~,
a NEAR/5 b, and fields: speaker: outlet: issue: position: event: kind: place: year:
confidence: said: published:
AND binds tighter than OR, as in books.
"""

from collections.abc import Collection
from datetime import date

from app.index.query import (
    EVERYTHING,
    NOTHING,
    All,
    Either,
    Mode,
    Near,
    Node,
    Not,
    ParsedQuery,
    Word,
    leaves,
    written,
)
from app.index.query_items import Item, Kind, scan
from app.index.query_words import read_phrase, read_word
from app.index.words import STOP_WORDS, TITLES

#: Brackets inside brackets that are followed; nobody needs more, and each costs a call.
MAX_DEPTH = 12

_LARGEST_DISTANCE = 50

#: Words that make a question, and verbs that then ask for statements rather than stand in them.
_QUESTIONS = frozenset(
    [
        "what",
        "who",
        "whom",
        "when",
        "where",
        "why",
        "how",
        "did",
        "does",
        "has",
        "have",
        "was",
        "were",
    ]
)
_SAYING = frozenset(["say", "says", "said", "saying", "tell", "told", "ever"])


def parse(text: str, today: date) -> ParsedQuery:
    """The query that `text` means on the day `today`. Never raises."""
    items, notes = scan(text, today)
    return _Parser(items, notes, blank=not text.strip()).parsed()


class _Parser:
    """Recursive descent over items; each step takes at least one, so the end is always reached."""

    def __init__(self, items: list[Item], notes: list[str], blank: bool) -> None:
        self._items, self._at, self._blank = items, 0, blank
        self._notes, self._mended = notes, bool(notes)
        self._depth = 0

    def parsed(self) -> ParsedQuery:
        parts: list[Node] = []
        while self._at < len(self._items):
            part = self._either()
            if part is not None:
                parts.append(part)
            if self._peek() is Kind.CLOSE:
                self._at += 1
                self._mend("a closing bracket without an opening one was ignored")
        root = _without_stop_words(_all(parts), self._notes)
        if root == EVERYTHING and self._blank:
            return ParsedQuery(root)
        if root == EVERYTHING:
            self._notes.append("there is no word to search for")
            root = NOTHING
        mended = (written(root) or None) if self._mended else None
        return ParsedQuery(root, tuple(dict.fromkeys(self._notes)), mended)

    def _peek(self) -> Kind | None:
        return self._items[self._at].kind if self._at < len(self._items) else None

    def _mend(self, note: str) -> None:
        self._notes.append(note)
        self._mended = True

    def _either(self) -> Node | None:
        parts = [self._all()]
        while self._peek() is Kind.OR:
            self._at += 1
            parts.append(self._all())
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) and len(parts) > 1:
            self._mend("OR needs a word on each side; one without was ignored")
        if not found:
            return None
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while self._peek() not in (None, Kind.OR, Kind.CLOSE):
            if self._peek() is Kind.AND:
                self._at += 1
                continue
            part = self._denied()
            if part is not None:
                parts.append(part)
        return _all(parts) if parts else None

    def _denied(self) -> Node | None:
        deny = False
        while self._peek() is Kind.NOT:
            self._at += 1
            deny = not deny
        if self._peek() in (None, Kind.OR, Kind.AND, Kind.CLOSE):
            self._mend("NOT needs a word after it; one without was ignored")
            return None
        part = self._near()
        if not deny or part is None:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _near(self) -> Node | None:
        left = self._primary()
        while self._peek() is Kind.NEAR:
            distance = min(int(self._items[self._at].text or 10), _LARGEST_DISTANCE)
            self._at += 1
            if self._peek() in (None, Kind.OR, Kind.AND, Kind.NOT, Kind.CLOSE, Kind.NEAR):
                self._mend("NEAR needs a word on each side; one without was ignored")
                continue
            right = self._primary()
            if isinstance(left, Word) and isinstance(right, Word):
                left = Near(left, right, max(distance, 1))
            else:
                self._mend("NEAR joins two single words; elsewhere it is read as AND")
                both = [part for part in (left, right) if part is not None]
                left = _all(both) if both else None
        return left

    def _primary(self) -> Node | None:
        item = self._items[self._at]
        self._at += 1
        match item.kind:
            case Kind.OPEN:
                return self._bracket()
            case Kind.PHRASE:
                return self._noted(*read_phrase(item.text))
            case Kind.FILTER:
                return item.filter
            case Kind.WORD:
                return self._noted(*read_word(item.text))
        self._mend(f"{item.kind.name} was ignored where it stood")
        return None

    def _noted(self, node: Node | None, note: str | None) -> Node | None:
        if note:
            self._mend(note)
        return node

    def _bracket(self) -> Node | None:
        if self._depth >= MAX_DEPTH:
            self._mend(f"brackets more than {MAX_DEPTH} deep were ignored")
            return None
        self._depth += 1
        inside = self._either()
        self._depth -= 1
        if self._peek() is Kind.CLOSE:
            self._at += 1
        elif self._peek() is None:
            self._mend("a bracket that was not closed was closed at the end")
        return inside


def _all(parts: list[Node]) -> Node:
    if not parts:
        return EVERYTHING
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else [part])
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def _without_stop_words(root: Node, notes: list[str]) -> Node:
    """Function words are not required where other words are searched for.

    Nor, in a question, are the verbs of saying: all that is held here was said.
    """
    if not isinstance(root, All) or all(_is_stop_word(leaf) for leaf in leaves(root)):
        return root
    untitled = tuple(
        part
        for part, following in zip(root.parts, (*root.parts[1:], None), strict=True)
        if not (_is_one_of(part, TITLES) and _is_name_like(following))
    )
    asks = any(_is_one_of(part, _QUESTIONS) for part in root.parts)
    idle = STOP_WORDS | _SAYING if asks else STOP_WORDS
    kept = [part for part in untitled if not _is_one_of(part, idle)]
    if not any(leaves(part) for part in kept):
        kept = [part for part in untitled if not _is_stop_word(part)]
    dropped = [part.typed for part in root.parts if isinstance(part, Word) and part not in kept]
    if dropped:
        shown = ", ".join(dict.fromkeys(dropped))
        notes.append(f"common words are not searched for by themselves: {shown}")
    return _all(kept)


def _is_name_like(node: Node | None) -> bool:
    return isinstance(node, Word) and node.form not in STOP_WORDS


def _is_one_of(node: Node, forms: Collection[str]) -> bool:
    return isinstance(node, Word) and node.mode is Mode.STEM and node.form in forms


def _is_stop_word(node: Node) -> bool:
    return _is_one_of(node, STOP_WORDS)
