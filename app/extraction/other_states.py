"""Which states an article tells of, and which descriptions bring in a state of their own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.countries import capital_of, country_of
from app.extraction.capitals import Word
from app.extraction.cast import Cast
from app.extraction.phrases import Phrase

_LONGEST = 3  # words in the name of a state


@dataclass(frozen=True, slots=True)
class StatesTold:
    """How often an article names each state, by its name, its adjective or its capital."""

    counts: Counter[str] = field(default_factory=Counter)
    before: Counter[tuple[str, str]] = field(default_factory=Counter)  # with the noun behind

    def is_foreign(self, phrase: Phrase) -> bool:
        """Whether a description names a state that the article tells nothing else of.

        Where the article names another state, "the Danish minister" is then not the minister
        who was named without a state; where it names none, it may be.
        """
        mine = set(_states(phrase.modifiers))
        if len(mine) != 1:
            return False
        state = next(iter(mine))
        elsewhere = self.counts[state] - self.before[state, phrase.head]
        return elsewhere <= 0 and len(self.counts) > 1


def is_of_state(phrase: Phrase) -> bool:
    """Whether a description names a state: "the French president"."""
    return next(_states(phrase.modifiers), None) is not None


def states_told(cast: Cast) -> StatesTold:
    """The states that an article names, read once."""
    found = StatesTold()
    for line in cast.words:
        texts = [word.text for word in line]
        for index, state in _states_in(line, texts):
            found.counts[state] += 1
            behind = {word.lower for word in line[index + 1 : index + 1 + _LONGEST + 1]}
            for noun in behind:
                found.before[state, noun] += 1
    return found


def _states_in(words: Sequence[Word], texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    for index, word in enumerate(words):
        if not word.capital:
            continue
        for length in range(_LONGEST, 0, -1):
            name = " ".join(texts[index : index + length])
            state = _state(name)
            if state is not None:
                yield index, state
                break


def _states(modifiers: Sequence[str]) -> Iterator[str]:
    for length in (1, 2):
        for index in range(len(modifiers) - length + 1):
            name = " ".join(modifiers[index : index + length])
            state = country_of(name) if name[:1].isupper() else None
            if state is not None:
                yield state


def _state(name: str) -> str | None:
    name = name.removesuffix("’s").removesuffix("'s")
    return country_of(name) or capital_of(name)
