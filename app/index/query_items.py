"""Cuts a query into words, phrases, operators, brackets and filters."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.domain.search import MAX_CHARACTERS
from app.index.query import Filter
from app.index.query_dates import dated_until, read_days, told_days, written_days
from app.index.words import forms

#: Words of a query that are read.
MAX_WORDS = 512

_OPENING = '"“”„«»‟'
_WORD_END = re.compile(rf"[\s(){_OPENING}]")
_MINUS = "-−–!"
_NEAR = re.compile(r"NEAR(?:/(\d{1,4})\d*)?$")
_FIELD = re.compile(r"([A-Za-z]+):(?!//)")
NAME_FIELDS = (
    "speaker", "outlet", "issue", "position", "event", "kind", "place", "year", "confidence",
)  # fmt: skip
DAY_FIELDS = ("said", "published")


class Kind(Enum):
    """What an item of a query is."""

    WORD = auto()
    PHRASE = auto()
    FILTER = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `text` is the word, the words of the phrase or the distance of NEAR."""

    kind: Kind
    text: str = ""
    filter: Filter | None = None


def scan(text: str, today: date) -> tuple[list[Item], list[str]]:
    """The items of `text` in order, and what had to be ignored to find them."""
    notes: list[str] = []
    text = text.replace("\x00", " ")
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS]
        notes.append(f"only the first {MAX_CHARACTERS:,} characters were read")
    scanner = _Scanner(text, today, notes)
    return scanner.items(), notes


class _Scanner:
    def __init__(self, text: str, today: date, notes: list[str]) -> None:
        self._text, self._today, self._notes = text, today, notes
        self._at = 0
        self._words = 0

    def items(self) -> list[Item]:
        found: list[Item] = []
        while self._at < len(self._text):
            character = self._text[self._at]
            if character.isspace():
                self._at += 1
            elif character in "()":
                found.append(Item(Kind.OPEN if character == "(" else Kind.CLOSE))
                self._at += 1
            elif character in _OPENING:
                found.append(Item(Kind.PHRASE, self._quoted()))
            elif character in _MINUS and self._starts_something(self._at + 1):
                found.append(Item(Kind.NOT))
                self._at += 1
            else:
                found.append(self._word())
            if self._words > MAX_WORDS:
                self._notes.append(f"only the first {MAX_WORDS} words were read")
                break
        return found

    def _starts_something(self, at: int) -> bool:
        following = self._text[at : at + 1]
        return bool(following) and (following.isalnum() or following in _OPENING + "(")

    def _quoted(self) -> str:
        start = self._at + 1
        end = start
        while end < len(self._text) and self._text[end] not in _OPENING:
            end += 1
        if end == len(self._text):
            self._notes.append("a quotation mark that was not closed was closed at the end")
        self._at = end + 1
        after = re.compile(r"[~^][-+.\w]*").match(self._text, self._at)
        if after:
            self._at = after.end()
            self._notes.append(f"“{after.group()}” after a phrase was ignored")
        inside = self._text[start:end]
        self._words += inside.count(" ") + 1
        return inside

    def _word(self) -> Item:
        field = _FIELD.match(self._text, self._at)
        if field and field.group(1).lower() in NAME_FIELDS + DAY_FIELDS:
            return self._field(field)
        word = self._take_word()
        self._words += 1
        match word:
            case "AND" | "&&" | "&":
                return Item(Kind.AND)
            case "OR" | "||" | "|":
                return Item(Kind.OR)
            case "NOT":
                return Item(Kind.NOT)
        near = _NEAR.match(word)
        if near:
            return Item(Kind.NEAR, near.group(1) or "")
        if field and not word.endswith(":"):  # "Moscow:" before a space is how people write
            self._notes.append(
                f"there is no field “{field.group(1)}:”; its words were searched for"
            )
            word = word.replace(":", " ", 1)
        return Item(Kind.WORD, word)

    def _take_word(self) -> str:
        end = _WORD_END.search(self._text, self._at + 1)
        start, self._at = self._at, end.start() if end else len(self._text)
        return self._text[start : self._at]

    def _field(self, found: re.Match[str]) -> Item:
        start = self._at
        name = found.group(1).lower()
        self._at = found.end()
        dated = dated_until(self._text, self._at) if name in DAY_FIELDS else None
        following = self._text[self._at : self._at + 1]
        if dated:
            value, self._at = self._text[self._at : dated], dated
        elif following and following in _OPENING:
            value = self._quoted()
        elif not following or following.isspace() or following in "()":
            value = ""
        else:
            value = self._take_word()
        self._words += 1
        return self._filter(name, value, " ".join(self._text[start : self._at].split()))

    def _filter(self, name: str, value: str, typed: str) -> Item:
        if name in DAY_FIELDS:
            return self._days(name, value, typed)
        if not forms(value):
            self._notes.append(f"“{name}:” needs a name after it and was ignored")
            return Item(Kind.AND)
        return Item(Kind.FILTER, filter=Filter(name, (value,), typed=typed))

    def _days(self, name: str, value: str, typed: str) -> Item:
        days = read_days(value, self._today)
        if days is None:
            self._notes.append(
                f"“{typed}” is not a date and was ignored; write {name}:2011, "
                f"{name}:2011-07..2011-12 or {name}:last year"
            )
            return Item(Kind.AND)
        if days.turned:
            self._notes.append(f"“{typed}” ends before it starts; the two days were exchanged")
        if not days.documented:
            self._notes.append(f"“{typed}” was read as {told_days(days.first, days.last)}")
        if days.turned or not days.documented:
            typed = f"{name}:{written_days(days.first, days.last)}"
        return Item(Kind.FILTER, filter=Filter(name, (), days.first, days.last, typed))
