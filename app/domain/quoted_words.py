"""The words of a quotation, in the forms they are compared in."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.numerals import ONES, TENS

#: A word; letters in square brackets within it are the writer's: "[t]he", "want[ed]".
_WORD = re.compile(
    r"(?:\[[^\W\d_]+\](?=[^\W_]))?[^\W_]+(?:['’ʼ.,][^\W_]+)*(?:\[['’]?[^\W\d_]+\])?|%"
)

#: Words in square brackets, which a writer put into a quotation.
_INSERTED = re.compile(r"\[[^\[\]]{1,200}\]")

#: What a writer remarks on a quotation: "[sic]", "[emphasis added]", the number of a footnote.
_REMARK = re.compile(r"\[\s*(?:sic|\d{1,3}|(?:my )?(?:emphasis|italics)(?: \w+)?)[.!]?\s*\]", re.I)

#: Characters that nobody sees: soft hyphens, joiners, marks of direction and of byte order.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

#: Characters of a text whose words are kept for a while: a statement, not an article.
_KEPT = 4_000

_SENTENCE_END = re.compile(r"[.!?…]|\n")

#: Marks within a word that make no difference, and apostrophes that are one.
_LEFT_OUT = str.maketrans(dict.fromkeys("[].,") | {"’": "'", "ʼ": "'"})

#: Contractions whose verb changes before "n't".
_FULL = {"won't": "will not", "can't": "can not", "shan't": "shall not", "cannot": "can not"}

_NUMBERS = {word: str(number) for word, number in (ONES | TENS).items()} | {
    f"{ten} {one}": str(tens + ones)
    for ten, tens in TENS.items()
    for one, ones in ONES.items()
    if 0 < ones < 10
}

#: Two words that are one elsewhere.
_PAIRS = {"per cent": "percent"}


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word as printed, the form it is compared in, and where it stands in its text."""

    printed: str
    form: str
    start: int
    end: int
    glued: bool = False  # a hyphen joins it to the word before
    inserted: bool = False  # square brackets say that it, or a part of it, is the writer's
    opens: bool = False  # a sentence ends before it


def seen(text: str) -> str:
    """`text` without the characters that nobody sees and the remarks of whoever quotes it."""
    return _REMARK.sub("", _UNSEEN.sub("", text))


def words_of(text: str) -> list[QuotedWord]:
    """The words of `text`; marks, case, dashes, spaces and accents make no difference."""
    return list(_kept(text) if len(text) <= _KEPT else _cut(text))


def _cut(text: str) -> tuple[QuotedWord, ...]:
    inserted = [found.span() for found in _INSERTED.finditer(text)]
    words: list[QuotedWord] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        while inserted and inserted[0][1] < end:
            inserted.pop(0)
        inside = bool(inserted) and inserted[0][0] < start
        before = words[-1].end if words else 0
        word = QuotedWord(
            found.group(),
            _form(found.group()),
            start,
            end,
            glued=start > 1 and text[start - 1] in "-‐‑" and text[start - 2].isalnum(),
            inserted=inside or "[" in found.group(),
            opens=_SENTENCE_END.search(text, before, start) is not None,
        )
        words.append(word)
    return tuple(words)


#: A quotation is laid beside twenty statements, which were sorted by their words before.
_kept = lru_cache(maxsize=128)(_cut)


def full_form(form: str) -> str:
    """A word's form with a contracted "not" written out: "won't" is "will not"."""
    if form in _FULL:
        return _FULL[form]
    return f"{form[:-3]} not" if form.endswith("n't") and len(form) > 3 else form


def one_form(form: str) -> str:
    """The form that a word shares with others of its meaning: "won't", "will not"; "ten", "10"."""
    return _NUMBERS.get(form) or _PAIRS.get(form) or full_form(form)


def both_sides(quote: str, text: str) -> tuple[list[QuotedWord], list[QuotedWord]]:
    """The words of both, cut so that what one writes as one word is one in the other too."""
    quoted, printed = words_of(quote), words_of(text)
    quoted, printed = _hyphens_joined(quoted, printed), _hyphens_joined(printed, quoted)
    return _pairs_joined(quoted, printed), _pairs_joined(printed, quoted)


def _hyphens_joined(words: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[QuotedWord]:
    """`words` with those that hyphens join as one word where `other` writes them as one."""
    whole = {word.form for word in other}
    made: list[QuotedWord] = []
    for word in words:
        last = made[-1] if made else None
        if last is not None and word.glued and last.form + word.form in whole:
            made[-1] = _one(last, word, "-", "")
        else:
            made.append(word)
    return made


def _pairs_joined(words: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[QuotedWord]:
    """`words` with "will not" as one where `other` has "won't", "twenty-one" where it has "21"."""
    single = {one_form(word.form) for word in other}
    made: list[QuotedWord] = []
    for word in words:
        last = made[-1] if made else None
        if last is not None and one_form(f"{last.form} {word.form}") in single:
            made[-1] = _one(last, word, "-" if word.glued else " ", " ")
        else:
            made.append(word)
    return made


def _one(first: QuotedWord, second: QuotedWord, printed: str, form: str) -> QuotedWord:
    return QuotedWord(
        f"{first.printed}{printed}{second.printed}",
        f"{first.form}{form}{second.form}",
        first.start,
        second.end,
        first.glued,
        first.inserted or second.inserted,
        first.opens,
    )


def _form(word: str) -> str:
    if word == "%":
        return "percent"
    if word.isascii():
        return word.lower().translate(_LEFT_OUT)
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return letters.translate(_LEFT_OUT)
