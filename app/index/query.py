"""A reader's query as a tree, and as text again."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Mode(Enum):
    """Which forms a word of a query stands for."""

    STEM = "stem"  # all its forms and spellings
    EXACT = "exact"  # this form, in any spelling
    PREFIX = "prefix"  # all words that begin so
    FUZZY = "fuzzy"  # all its forms, and all words within one edit


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `form` is folded, `typed` is what the reader wrote.

    `respelt` where `form` is the name that was taken for it.
    """

    form: str
    mode: Mode
    typed: str
    respelt: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words beside one another, in one field; `quoted` where the reader put the marks."""

    words: tuple[Word, ...]
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Near:
    """Two words at most `distance` words apart, in either order, in one field."""

    left: Word
    right: Word
    distance: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that must hold one of `values`, or days from `first` to `last`."""

    field: str
    values: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    typed: str = ""
    exact: bool = False  # its values are slugs, also where nothing goes by them


@dataclass(frozen=True, slots=True)
class All:
    """Every one of its parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of its parts. `unit`: ways to write one thing, as NATO and its long form."""

    parts: tuple["Node", ...]
    unit: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but its part."""

    part: "Node"


Node = Word | Phrase | Near | Filter | All | Either | Not
EVERYTHING = All(())
NOTHING = Either(())


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What a reader's words mean, and what had to be ignored or mended to give them a meaning."""

    root: Node
    notes: tuple[str, ...] = ()
    mended: str | None = None
    complete: bool = True


def leaves(node: Node, wanted: bool = True) -> list[Word | Phrase | Near]:
    """The words, phrases and pairs that a record is found by, in order; denied ones left out."""
    match node:
        case Word() | Phrase() | Near():
            return [node] if wanted else []
        case All(parts) | Either(parts):
            return [leaf for part in parts for leaf in leaves(part, wanted)]
        case Not(part):
            return leaves(part, not wanted)
    return []


def single_words(node: Node) -> list[Word]:
    """Every wanted word by itself, those of phrases and pairs too."""
    found: list[Word] = []
    for leaf in leaves(node):
        match leaf:
            case Word():
                found.append(leaf)
            case Phrase(words):
                found.extend(words)
            case Near(left, right):
                found += [left, right]
    return found


def loosened(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """What helps to find a record that need not hold all of `parts`.

    Words that only a hyphen holds together help each by itself; filters and denials do not.
    """
    loose: list[Node] = []
    for part in parts:
        match part:
            case Phrase(words, quoted=False):
                loose += words
            case Either((Phrase(words, quoted=False), *others), unit=True):
                loose.append(Either((Either(words), *others), unit=True))
            case Filter() | Not():
                continue
            case _:
                loose.append(part)
    return tuple(loose)


def written(node: Node, nested: bool = False) -> str:
    """The query in its own language; reading it again gives the same tree."""
    match node:
        case Word(_, mode, typed):
            return f'"{typed}"' if mode is Mode.EXACT else typed
        case Phrase(words, quoted):
            text = " ".join(word.typed for word in words)
            return f'"{text}"' if quoted else words[0].typed
        case Near(left, right, distance):
            return f"{written(left)} NEAR/{distance} {written(right)}"
        case Filter():
            return node.typed
        case Not(part):
            return f"-{written(part, nested=True)}"
        case Either(parts, unit):
            if unit:
                return written(parts[0], nested)
            text = " OR ".join(written(part, nested=isinstance(part, Either)) for part in parts)
            return f"({text})" if nested else text
        case All(parts):
            text = " ".join(written(part, nested=True) for part in parts)
            return f"({text})" if nested and len(parts) > 1 else text
