"""Whether two wordings that are much alike differ in a word that turns what is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from app.domain.antonyms import change_places, say_otherwise
from app.domain.numerals import values_in
from app.domain.persons import spelling
from app.domain.quoted_words import QuotedWord, both_sides, one_form
from app.domain.sentences import is_shortened
from app.domain.telling import is_telling
from app.domain.turning import is_one_name, names, negated, numbers

#: Pronouns that tell who does something and to whom.
_WHO = frozenset(["we", "us", "i", "me", "he", "him", "she", "her", "they", "them"])

#: Words in common that part two places of a change; "never has" and "has never" is one place.
_PARTED = 3

#: Words missing at one place from which on they are a passage left out.
_LEFT_OUT = 3

#: The share of a sentence's words that the other wording must have for it to be in both.
_IN_BOTH = 0.5

#: Words before the common ones, and after them, among which a negation still belongs to them.
_BEFORE, _AFTER = 5, 2

_SENTENCE = re.compile(r"[.!?…][\])\"”’']*\s|\n\s*\n")
_CLAUSE = re.compile(r"[.!?…,;:()\"“”\n]|\s['‘’–—-]+\s|[–—]|['’]\s['‘]")


#: Where words of the one begin that the other lacks, and of the other; then where they are over.
_Gap = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of a wording; `ends[at]` says whether a clause is over before word `at`."""

    words: list[QuotedWord]
    ends: list[bool]
    sentences: list[tuple[int, int]]
    capitals: bool  # whether a capital tells a name from another word


@dataclass(frozen=True, slots=True)
class _Change:
    """A place where the wordings differ: the range of words in each, common ones among them."""

    one: tuple[int, int]
    other: tuple[int, int]
    ours: tuple[int, ...]  # the words that count: of sentences that both have
    theirs: tuple[int, ...]
    leads: bool  # before all common words
    ends: bool  # after all common words


def are_opposed(one: str, other: str) -> bool:
    """Whether two like wordings differ in a negation, a number, a name or a word that turns them.

    What one of them leaves out at its ends, as a whole sentence or as a whole clause does not
    count, nor do names and numbers of a longer passage: these were cut. Number words and digits
    are alike, and so are the spellings of a name and the words for a state.
    """
    first, second = both_sides(one, other)
    sides = _side(one, first), _side(other, second)
    keys = [[_key(word) for word in side.words] for side in sides]
    blocks = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    common = [block for block in blocks if block.size]
    if not common:
        return True
    held = (
        _in_both(sides[0], {at for b in common for at in range(b.a, b.a + b.size)}),
        _in_both(sides[1], {at for b in common for at in range(b.b, b.b + b.size)}),
    )
    same = [(b.a, b.b, b.size) for b in common]
    return any(_turns(change, *sides) for change in _changes(same, *sides, *held))


def _side(text: str, words: list[QuotedWord]) -> _Side:
    between = [_mark_between(text, word, after) for word, after in pairwise(words)]
    ends = [_CLAUSE.search(gap) is not None for gap in between]
    stops = [at for at, gap in enumerate(between, 1) if _SENTENCE.search(gap)]
    sentences = list(pairwise([0, *stops, len(words)]))
    capitals = any(is_telling(word.form) and word.printed.islower() for word in words)
    return _Side(words, [True, *ends, True], sentences, capitals)


def _mark_between(text: str, word: QuotedWord, after: QuotedWord) -> str:
    """What stands between two words; a full stop that shortens the first, "Dr.", is none."""
    between = text[word.end : after.start]
    stop = word.end + 1
    return " " if between.strip() == "." and is_shortened(text, 0, stop) else between


def _key(word: QuotedWord) -> str:
    values = values_in([word.printed])
    return str(values[0]) if values else spelling(one_form(word.form))


def _in_both(side: _Side, common: set[int]) -> set[int]:
    """The words of the sentences that the other wording has as well."""
    held: set[int] = set()
    for start, end in side.sentences:
        shared = sum(at in common for at in range(start, end))
        if len(side.sentences) == 1 or shared >= _IN_BOTH * (end - start):
            held.update(range(start, end))
    return held


def _changes(
    same: Sequence[tuple[int, int, int]], one: _Side, other: _Side, ours: set[int], theirs: set[int]
) -> Iterator[_Change]:
    """The changes in text order; those that few common words part are one."""
    inner = [(a + size, b + size, na, nb) for (a, b, size), (na, nb, _) in pairwise(same)]
    first, last = same[0], same[-1]
    end_one, end_other = last[0] + last[2], last[1] + last[2]
    gaps = [
        (_after_clause(one, first[0]), _after_clause(other, first[1]), first[0], first[1]),
        *inner,
        (end_one, end_other, _before_clause(one, end_one), _before_clause(other, end_other)),
    ]
    for place in _places(gaps):
        start, end = place[0], place[-1]
        yield _Change(
            (start[0], end[2]),
            (start[1], end[3]),
            tuple(at for gap in place for at in range(gap[0], gap[2]) if at in ours),
            tuple(at for gap in place for at in range(gap[1], gap[3]) if at in theirs),
            leads=end is gaps[0],
            ends=start is gaps[-1],
        )


def _places(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    """Gaps that hold words, together where only few common words part them."""
    place: list[_Gap] = []
    for gap in gaps:
        if gap[0] == gap[2] and gap[1] == gap[3]:
            continue
        if place and gap[0] - place[-1][2] >= _PARTED:
            yield place
            place = []
        place.append(gap)
    if place:
        yield place


def _after_clause(side: _Side, at: int) -> int:
    """Where the clause begins that goes on at word `at`."""
    while at and not side.ends[at]:
        at -= 1
    return at


def _before_clause(side: _Side, at: int) -> int:
    """Where the clause is over that goes on at word `at`."""
    while at < len(side.words) and not side.ends[at]:
        at += 1
    return at


def _turns(change: _Change, one: _Side, other: _Side) -> bool:
    if not change.ours or not change.theirs:
        if change.ours:
            return _lack_turns(change, one, change.ours, change.one)
        return _lack_turns(change, other, change.theirs, change.other)
    ours = [one.words[at] for at in change.ours]
    theirs = [other.words[at] for at in change.theirs]
    if negated(ours) != negated(theirs):
        return True
    if numbers(ours) != numbers(theirs):
        return True
    mine, its = [word.form for word in ours], [word.form for word in theirs]
    if say_otherwise(mine, its) or _change_places(change, one, other):
        return True
    if not (one.capitals and other.capitals):
        return False
    named, called = names(ours, theirs), names(theirs, ours)
    return len(named) != len(called) or not all(map(is_one_name, named, called))


def _change_places(change: _Change, one: _Side, other: _Side) -> bool:
    """Whether words that tell something change places round another within one place."""
    telling = [
        [word.form for word in side.words[start:end] if is_telling(word.form) or word.form in _WHO]
        for side, (start, end) in ((one, change.one), (other, change.other))
    ]
    return change_places(*telling)


def _lack_turns(change: _Change, side: _Side, places: Sequence[int], span: tuple[int, int]) -> bool:
    """Whether words that the other wording lacks turn what is said."""
    words = [side.words[place] for place in places]
    if change.leads:
        return negated(words[-_BEFORE:])
    if change.ends:
        return negated(words[:_AFTER])
    if not words or _is_clause(side, *span):
        return False
    if negated(words):
        return True
    named = side.capitals and bool(names(words, []))
    return len(words) < _LEFT_OUT and (bool(numbers(words)) or named)


def _is_clause(side: _Side, start: int, end: int) -> bool:
    """Whether marks part the words from those around them, here or where they could be as well."""
    forms = [word.form for word in side.words]
    while start and forms[start - 1] == forms[end - 1]:
        start, end = start - 1, end - 1
    while True:
        if side.ends[start] and side.ends[end]:
            return True
        if end == len(forms) or forms[start] != forms[end]:
            return False
        start, end = start + 1, end + 1
