"""Words that turn what is said where one of two wordings has them: negations, numbers, names."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from app.domain.countries import government_of
from app.domain.numerals import values_in
from app.domain.persons import fold, honorifics, spelling
from app.domain.quoted_words import QuotedWord, one_form
from app.domain.telling import is_telling
from app.domain.word_changes import is_negation
from app.domain.wordlists import word_groups

#: Letters of a name of which one may be another in another spelling: Gorbachev, Gorbachov.
_LONG_NAME = 7

_FUNCTION = word_groups("grammar.txt")["function"]


def negated(words: Sequence[QuotedWord]) -> bool:
    """Whether a negation is among `words`: "won't", "never", "nobody"."""
    return any(
        is_negation(part) and (part != "nor" or word.opens)
        for word in words
        for part in one_form(word.form).split()
    )


def numbers(words: Sequence[QuotedWord]) -> list[float]:
    """The values of the numbers among `words`, in order."""
    # "One" is more often a pronoun than a number.
    return [value for value in values_in([word.printed for word in words]) if value != 1]


def names(words: Sequence[QuotedWord], beside: Sequence[QuotedWord]) -> list[str]:
    """The names among `words` in one form each; at a sentence's head only beside a capital."""
    paired = any(_is_capital(word) for word in beside)
    named = [word for word in words if _is_capital(word) and (paired or not _heads(word))]
    found: list[str] = []
    while named:
        pair = government_of(" ".join(word.printed for word in named[:2]))
        key = pair or government_of(named[0].printed) or _spelt(named[0])
        named = named[2 if pair else 1 :]
        if key not in found[-1:]:
            found.append(key)
    return found


def is_one_name(one: str, other: str) -> bool:
    """Whether two names are one, or so long that the letter in which they differ is spelling."""
    return one == other or (
        min(len(one), len(other)) >= _LONG_NAME and Levenshtein.distance(one, other) == 1
    )


def _spelt(word: QuotedWord) -> str:
    return spelling(fold(word.printed.replace("’", "'").removesuffix("'s")))


def _heads(word: QuotedWord) -> bool:
    return word.opens or word.start == 0


def _is_capital(word: QuotedWord) -> bool:
    if word.printed == "US":
        return True
    common = word.form in _FUNCTION or not is_telling(word.form)
    own = not common and not word.inserted and word.form not in honorifics()
    return own and word.printed[0].isupper()
