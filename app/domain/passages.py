"""Which passages of statements a quotation is made of, where it is none of them as a whole."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.quoted_words import words_of
from app.domain.telling import LEAST_PART, is_known


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a quotation that stand in one of the statements, as the quotation prints them."""

    number: int
    words: str


def judge_joined(quote: str, statements: Sequence[str]) -> tuple[int, int] | None:
    """The two of `statements` whose passages `quote` joins, as indexes; None where it does not.

    The first gives its beginning and the other its end, word for word, each long enough to be
    known again.
    """
    quoted, texts = _forms(quote), list(map(_forms, statements))
    starts = [(_longest(quoted, text), number) for number, text in enumerate(texts)]
    ends = [(_longest(quoted[::-1], text[::-1]), number) for number, text in enumerate(texts)]
    if not starts:
        return None
    (before, first), (after, last) = max(starts), max(ends)
    if before + after < len(quoted):
        return None
    cut = min(before, len(quoted) - LEAST_PART)
    if is_known(quoted[:cut]) and is_known(quoted[cut:]) and len(quoted) - cut <= after:
        return first, last
    return None


def longest_part(quote: str, statements: Sequence[str]) -> Part | None:
    """The longest run of words that `quote` shares with one of `statements`, the first of equals.

    None where no run is long enough to be known again.
    """
    words = words_of(quote)
    forms = [word.form for word in words]
    best, found = (0, 0), None
    for number, statement in enumerate(statements):
        start, end = _shared_run(forms, _forms(statement))
        if end - start > best[1] - best[0] and is_known(forms[start:end]):
            best, found = (start, end), number
    if found is None:
        return None
    return Part(found, quote[words[best[0]].start : words[best[1] - 1].end])


def _forms(text: str) -> list[str]:
    return [word.form for word in words_of(text)]


def _longest(run: Sequence[str], text: Sequence[str]) -> int:
    """How many words from its start on `run` stands in `text` without a break."""
    longest = 0
    for at in range(len(text)):
        length = 0
        while length < len(run) and at + length < len(text) and run[length] == text[at + length]:
            length += 1
        longest = max(longest, length)
    return longest


def _shared_run(quoted: Sequence[str], printed: Sequence[str]) -> tuple[int, int]:
    """Where in `quoted` the longest run of words that `printed` has too begins and ends.

    Only places where a word stands in both are looked at, so long texts cost little.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(printed):
        places[form].append(place)
    best, lengths = (0, 0), dict[int, int]()
    for at, form in enumerate(quoted, 1):
        above, lengths = lengths, {}
        for place in places.get(form, ()):
            length = lengths[place] = above.get(place - 1, 0) + 1
            if length > best[1] - best[0]:
                best = (at - length, at)
    return best
