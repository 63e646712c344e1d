"""Words that are printed as one or as two: "healthcare" and "health care", "antimissile"."""

from collections.abc import Callable, Sequence
from pathlib import Path

#: What stands before a word, joined or not, and is no word of its own.
_PREFIXES = ("anti", "multi", "non")

#: Letters of a word after a prefix: "nonetheless" and "antique" have none.
_LEAST_AFTER_PREFIX = 5

_PAIRS = tuple(
    (first, second)
    for line in Path(__file__).with_name("joined.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for first, second in [line.split()]
)


class Joined:
    """The pairs that are one word; `stem` says what all forms of a word share."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._apart = {stem(first + second): (first, second) for first, second in _PAIRS}
        self._pairs = {(stem(first), stem(second)) for first, second in _PAIRS}

    def apart(self, form: str) -> tuple[str, str] | None:
        """The two words that `form` is printed as elsewhere, None where it is one everywhere."""
        found = self._apart.get(self._stem(form))
        if found:
            return found
        for prefix in _PREFIXES:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) >= _LEAST_AFTER_PREFIX and rest.isalpha():
                return prefix, rest
        return None

    def as_one(self, words: Sequence[str]) -> str | None:
        """The one word that the first two of `words` are printed as elsewhere, or None."""
        if len(words) < 2:
            return None
        first, second = words[:2]
        known = (self._stem(first), self._stem(second)) in self._pairs
        prefixed = first in _PREFIXES and len(second) >= _LEAST_AFTER_PREFIX and second.isalpha()
        return first + second if known or prefixed else None
