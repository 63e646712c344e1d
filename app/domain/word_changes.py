"""What a word is to the one in whose place it stands: another form, its opposite, a number."""

import re

from app.domain.numerals import values_in
from app.domain.quoted_words import words_of
from app.domain.telling import is_telling


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words for people and things named elsewhere.
PRONOUNS = _words("i we you he she it they this that these those")

_NEGATIONS = _words(
    """
    not no never none neither nor nobody nothing nowhere without cannot hardly unless except
    """
)
#: Words that tell no more than those known as such; only here, where few words are compared.
_LITTLE = _words(
    "each every both either other another such only even still yet now too because while"
)

#: What is put before a word for its opposite: "insufficient", "unnecessary", "nonaligned".
_OPPOSITES = ("un", "in", "im", "ir", "il", "non", "dis")

#: Words that begin so and say no opposite of what follows: "import" is none of "port".
_NO_OPPOSITES = re.compile(
    r"inform(?!al)|indeed|inflam|inland|input|insid|insight|instal|instill|insur|intak|inten[dst]"
    r"|inven|invest|invoic|involv|incom|impact|implant|import|impos|impress|imprint"
    r"|dis(?:appoint|charg|clos|count|cours|cover|ease|miss|patch|play|pos|tress|tribut)"
)

#: Letters of a word without its opposite's prefix: "in" is not the opposite of a short word.
_LEAST_ROOT = 4

#: Endings of the forms of one word, and letters that these must have in common.
_ENDINGS = _words("s es e ed d ing y ies ied 's s' ly er en")
_LEAST_STEM = 3


def is_negation(form: str) -> bool:
    """Whether a word says no: "not", "never", "won't"."""
    return form in _NEGATIONS or form.endswith("n't")


def is_number(form: str) -> bool:
    """Whether a word is a number, in words or figures."""
    return bool(values_in([form])) or any(c.isdigit() for c in form)


def is_opposite(one: str, other: str) -> bool:
    """Whether one form is the other with a prefix that says the opposite."""
    short, long = sorted((one, other), key=len)
    prefix = long.removesuffix(short) if long != short else ""
    if _NO_OPPOSITES.match(long):
        return False
    return len(short) >= _LEAST_ROOT and prefix.rstrip("-") in _OPPOSITES


def is_slight(quoted: str, printed: str) -> bool:
    """Whether words instead of others leave what is spoken of: little words and other forms.

    A number for a number and a word for its opposite are slight too: they are the same sentence
    with its meaning turned.
    """
    ours, theirs = ([word.form for word in words_of(text)] for text in (quoted, printed))
    if len(ours) != len(theirs):
        both = [*ours, *theirs]
        return all(map(_is_little, both)) or (bool(ours and theirs) and all(map(is_number, both)))
    return all(map(_is_slight, ours, theirs))


def _is_slight(one: str, other: str) -> bool:
    if _is_little(one) and _is_little(other):
        return True
    both_numbers = is_number(one) and is_number(other)
    return both_numbers or is_opposite(one, other) or _is_inflection(one, other)


def _is_little(form: str) -> bool:
    return not is_telling(form) or is_negation(form) or form in _LITTLE


def _is_inflection(one: str, other: str) -> bool:
    shared = next(
        (at for at, both in enumerate(zip(one, other, strict=False)) if both[0] != both[1]),
        min(len(one), len(other)),
    )
    ends = {one[shared:], other[shared:]} - {""}
    return shared >= _LEAST_STEM and ends <= _ENDINGS
