"""Words that turn what is said when one stands in place of the other: "raise" and "lower"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from app.domain.word_changes import is_opposite
from app.domain.wordlists import table

_ENDINGS = ("ing", "ers", "ed", "es", "er", "s", "d", "ly")
_LEAST_STEM = 3  # letters that are left of a word without its ending
#: Forms of one pronoun: who does something and to whom it is done.
_ONE_PRONOUN = {"us": "we", "me": "i", "him": "he", "her": "she", "them": "they"}


def say_otherwise(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words that stand in place of others, all in small letters, say another thing."""
    only_ours, only_theirs = set(ours) - set(theirs), set(theirs) - set(ours)
    return any(_are_antonyms(one, other) for one in only_ours for other in only_theirs)


def change_places(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two of the words go round a third: "we beat the Tigers", "the Tigers beat us"."""
    places = [{_plain(word): at for at, word in enumerate(words)} for words in (one, other)]
    both = sorted(set(places[0]) & set(places[1]), key=lambda word: places[0][word])
    for middle in both:
        went = {
            (places[0][word] < places[0][middle], places[1][word] < places[1][middle])
            for word in both
            if word != middle
        }
        if {(True, False), (False, True)} <= went:
            return True
    return False


def _plain(word: str) -> str:
    return _ONE_PRONOUN.get(word, word)


def _are_antonyms(one: str, other: str) -> bool:
    if is_opposite(one, other):
        return True
    return any((b, a) in _pairs() for a in _forms(one) for b in _forms(other))


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be without its ending: "lowered", "lower"."""
    yield word
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST_STEM:
            yield stem
            yield f"{stem}e"


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    """Both orders of each two words that exclude one another."""
    found: set[tuple[str, str]] = set()
    for row in table("antonyms.txt"):
        groups = [" ".join(cell).split() for cell in row]
        for one, other in combinations(groups, 2):
            found.update((a, b) for a in one for b in other)
            found.update((b, a) for a in one for b in other)
    return frozenset(found)
