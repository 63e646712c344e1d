"""Names by the beginnings of their words, for what is offered while a reader types."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

#: A field, and a value of it.
Key = tuple[str, str]


class Beginnings:
    """The values of all fields, by all words of their names."""

    def __init__(self, names: Mapping[Key, Iterable[Sequence[str]]]) -> None:
        self._values: dict[str, dict[Key, None]] = {}
        for key, called in names.items():
            for word in {word for name in called for word in name}:
                self._values.setdefault(word, {})[key] = None
        self._words = sorted(self._values)

    def of(self, start: str, whole: bool) -> list[Key]:
        """The values with a word that begins so, or is so where it is a `whole` word."""
        if whole:
            return list(self._values.get(start, ()))
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, start + "\U0010ffff")
        found: dict[Key, None] = {}
        for word in self._words[first:last]:
            found |= self._values[word]
        return list(found)
