"""A text as the words that search compares: where each stands and the form it is compared in.

Forms keep their endings and their spelling; `spelling` says which forms are one word.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from whoosh.lang.stopwords import stoplists

from app.domain.spans import GAP

#: Function words, which carry no meaning of their own. Source: Snowball's English list.
STOP_WORDS: frozenset[str] = frozenset(stoplists["en"])

#: Function words that are abbreviations when they stand in capitals.
_ABBREVIATIONS = frozenset({"us", "who", "it"})

#: The form that stands for a gap between the spans of one statement: no word equals it.
GAP_FORM = ""

_APOSTROPHES = "'’ʼ‘`´"
_WORD = re.compile(
    rf"""
    (?P<gap> {re.escape(GAP.strip())} )              # words left out: nothing is beside nothing
  | (?P<initials> (?:[^\W\d_]\.){{2,}} )             # U.S., N.A.T.O.
  | (?P<number> \d+(?:[.,]\d+)+ )                    # 1,000 and 3.5
  | [^\W_]+ (?: [{_APOSTROPHES}] [^\W_]+ )*          # words, with apostrophes inside
    """,
    re.VERBOSE,
)

#: Marks that join words, and the parts of a joined word that are also held as one.
HYPHENS = frozenset("-‐‑")
MAX_PARTS = 3

_HYPHEN = re.compile("[-‐‑]")
_COMPOUND = re.compile(
    rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*(?:[-‐‑][^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*)+"
)

_CACHE_LIMIT = 400_000
_forms: dict[str, str] = {}


class Token(NamedTuple):
    """A word of a text: characters [start, end) and the form it is compared in."""

    start: int
    end: int
    form: str


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order. Hyphenated words come as their parts."""
    for found in _WORD.finditer(text):
        yield Token(found.start(), found.end(), form_of(found))


def forms(text: str) -> list[str]:
    """The forms of the words of `text`, in order."""
    return [form_of(found) for found in _WORD.finditer(text)]


def compounds(text: str) -> Iterator[Token]:
    """Each hyphenated word of `text` written as one: "co-operation" as "cooperation"."""
    if HYPHENS.isdisjoint(text):
        return
    for found in _COMPOUND.finditer(text):
        parts = [fold(part) for part in _HYPHEN.split(found.group())]
        if len(parts) <= MAX_PARTS and not any("." in part for part in parts):
            yield Token(found.start(), found.end(), "".join(parts))


def fold(word: str) -> str:
    """One word without case, accents, curly marks and possessive ending."""
    known = _forms.get(word)
    if known is not None:
        return known
    if len(_forms) > _CACHE_LIMIT:
        _forms.clear()
    form = _forms[word] = _fold(word)
    return form


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of `text` in order, each as `form_of` takes it."""
    return _WORD.finditer(text)


def form_of(found: re.Match[str]) -> str:
    """The form of one of `words_in`."""
    word = found.group()
    known = _forms.get(word)
    if known is not None:
        return known
    if found.lastgroup == "gap":
        return GAP_FORM
    if found.lastgroup == "number":
        return word.replace(",", "")
    return fold(word)


def _fold(word: str) -> str:
    letters = word.replace(".", "") if "." in word else word
    lower = letters.lower()
    if len(letters) > 1 and letters.isupper() and lower in _ABBREVIATIONS:
        # US and WHO are not "us" and "who"; U.S. and W.H.O. are the same abbreviations.
        return ".".join(lower)
    if "." in word and (lower in STOP_WORDS or lower in _ABBREVIATIONS):
        return ".".join(lower)
    if not lower.isascii():
        for mark in _APOSTROPHES[1:]:
            lower = lower.replace(mark, "'")
        split = unicodedata.normalize("NFKD", lower.casefold())
        lower = "".join(c for c in split if not unicodedata.combining(c))
    if "'" in lower:
        lower = lower.removesuffix("'s")
    return lower
