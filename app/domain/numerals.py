"""What the numbers of a text amount to, written in digits or in words."""

import re
from collections.abc import Sequence

_NAMES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
_NAMES_OF_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
#: The numbers up to nineteen, and the tens, by their words.
ONES = {word: number for number, word in enumerate(_NAMES.split())}
TENS = {word: 10 * number for number, word in enumerate(_NAMES_OF_TENS.split(), start=2)}
_SMALL = {word: float(number) for word, number in (ONES | TENS).items()}
_GREAT = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_OTHERS = {"half": 0.5, "quarter": 0.25, "first": 1.0, "once": 1.0, "second": 2.0, "third": 3.0}
_OTHERS |= {"twice": 2.0, "double": 2.0, "triple": 3.0}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(k|mn?|bn|tn|st|nd|rd|th|s)?")


def values_in(words: Sequence[str]) -> list[float]:
    """The values of the numbers among `words`, in order: "5,000" is "five thousand".

    A number that is written with letters of its own ("F16") has the value of its digits.
    """
    values: list[float] = []
    open_at = -1  # the place after the words of a number that may go on
    parts = (part for word in words for part in re.split(r"[-‐‑\s]", word.casefold()))
    for at, plain in enumerate(parts):
        value = _value(plain)
        if value is None:
            continue
        goes_on = open_at == at
        if plain in _GREAT and goes_on:
            values[-1] *= value
        elif goes_on and 0 < value < 10 <= values[-1] < 100 and values[-1] % 10 == 0:
            values[-1] += value
        else:
            values.append(value)
        open_at = at + 1
    return values


def _value(word: str) -> float | None:
    for known in (_SMALL, _GREAT, _OTHERS):
        if word in known:
            return known[word]
    found = _DIGITS.fullmatch(word)
    if found is None:
        digits = "".join(re.findall(r"\d", word)) if word.isascii() else ""
        return float(digits) if digits else None
    return float(found[1].replace(",", "")) * _SHORT.get(found[2] or "", 1.0)
