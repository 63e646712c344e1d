"""A text as the words that search compares, and the form each is compared in.

Forms keep their endings and their spelling; `spelling` says which forms are one word.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from whoosh.lang.stopwords import stoplists

from app.domain.spans import GAP

#: Function words, which carry no meaning of their own. Source: Snowball's English list.
STOP_WORDS: frozenset[str] = frozenset(stoplists["en"])

#: Titles before a name, which no search requires.
TITLES: frozenset[str] = frozenset(
    title
    for line in Path(__file__).with_name("titles.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for title in line.split()
)

#: Function words that are abbreviations when they stand in capitals.
_ABBREVIATIONS = frozenset({"us", "who", "it"})

#: The form that stands for a gap between the spans of one statement: no word equals it.
GAP_FORM = ""

_APOSTROPHES = "'’ʼ‘`´"
_WORD = re.compile(
    rf"""(
    [^\W_]++ (?! [.,{_APOSTROPHES}] )                  # most words: this alone is half the time
  | (?= [^\W_] ) (?:
        (?:[^\W\d_]\.){{2,}}                          # U.S., N.A.T.O.
      | \d+(?:[.,]\d+)+                              # 1,000 and 3.5
      | [^\W_]++ (?: [{_APOSTROPHES}] [^\W_]++ )*+   # words, with apostrophes inside
    )
  | {re.escape(GAP.strip())}                         # words left out: nothing is beside nothing
    )""",
    re.VERBOSE,
)

#: Marks that join words, and the parts of a joined word that are also held as one.
HYPHENS = frozenset("-‐‑")
MAX_PARTS = 3

_REMEMBERED = 400_000
_Value = TypeVar("_Value")


class Printed(dict[str, _Value]):
    """What is known of words as they are printed, worked out from their form when first asked."""

    def __init__(self, value_of: Callable[[str], _Value]) -> None:
        super().__init__()
        self._value_of = value_of

    def __missing__(self, printed: str) -> _Value:
        if len(self) > _REMEMBERED:
            self.clear()
        made = self[printed] = self._value_of(_form_of(printed))
        return made

    def of(self, words: Iterable[str]) -> Iterator[_Value]:
        """What is known of each of `words`."""
        return map(self.__getitem__, words)


def parts_of(text: str) -> list[str]:
    """`text` cut into what is between words, at even places, and words, at odd ones.

    Hyphenated words come as their parts; a gap in a statement is a word of its own.
    """
    return _WORD.split(text)


def words_in(text: str) -> list[str]:
    """The words of `text` as they are printed, in order."""
    return _WORD.findall(text)


def forms(text: str) -> list[str]:
    """The forms of the words of `text`, in order."""
    return list(_forms.of(_WORD.findall(text)))


def forms_of(parts: Sequence[str]) -> list[str]:
    """The forms of the words of a text that was cut into `parts_of` it."""
    return list(_forms.of(parts[1::2]))


def compounds(parts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The hyphenated words among `parts_of` a text: first word, last word, and both as one.

    "co-operation" is "cooperation", besides its parts.
    """
    between = parts[2:-1:2]
    if HYPHENS.isdisjoint(between):
        return
    first = 0
    for number, mark in enumerate((*between, "")):
        if mark not in HYPHENS:
            if first < number:
                joined = parts[2 * first + 1 : 2 * number + 2 : 2]
                if len(joined) <= MAX_PARTS and not any(_NO_PART.search(word) for word in joined):
                    yield first, number, "".join(_forms.of(joined))
            first = number + 1


_NO_PART = re.compile(r"[.,\[]")  # numbers, initials and gaps


def _form_of(word: str) -> str:
    if word.startswith("["):
        return GAP_FORM
    if "," in word:
        return word.replace(",", "")
    return word if word[0].isdigit() and "." in word else _fold(word)


def _fold(word: str) -> str:
    """The word without case, accents, curly marks and possessive ending."""
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


_forms = Printed(lambda form: form)
