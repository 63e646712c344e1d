"""Whether words were said so: what a quotation and a statement have in common, judged.

Nothing here accuses anybody: a verdict says what stands in the archive.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from app.domain.alignment import Run, Step, WordKey, align
from app.domain.quoted_words import QuotedWord, both_sides, one_form, words_of
from app.domain.telling import LEAST_TELLING, is_telling
from app.domain.word_changes import PRONOUNS, is_negation, is_number, is_opposite, is_slight

#: Words that may be changed, added or dropped in a small difference.
MOST_CHANGES = 2

#: Words from which on one change of another word is allowed, and from which on two are: few
#: words with one put in for another are soon a sentence that nobody said.
_LENGTHS = (8, 12)

#: Words dropped at one place from which on they are a passage left out.
LEFT_OUT = 3

#: The share of a quotation's words that must be in the statement for it to be this statement.
_LEAST_SHARED = 0.6

#: Words shared from which on one telling word among them is enough, where one word differs.
_NEARLY_ALL = 5

#: The same for one that leaves a passage out without a mark: what is left must be known for sure.
_LEAST_BESIDE_A_GAP = 0.85


_ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.\s?\.\s?\.|\s\.\.\s")


class Verdict(StrEnum):
    """What the archive can say of a quotation."""

    EXACT = "exact"
    SMALL = "small-differences"
    LEFT_OUT = "words-left-out"
    SOMEONE_ELSE = "someone-else"
    NOT_FOUND = "not-found"


class DifferenceKind(StrEnum):
    """How words differ."""

    SPELLING = "spelling"
    HYPHENS = "hyphens"
    BRACKETS = "in brackets"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    LEFT_OUT = "left out"
    MOVED = "changed places"


#: Differences that change no word of the speaker's, or tell openly that they do.
_FREE = frozenset(
    {
        DifferenceKind.SPELLING,
        DifferenceKind.HYPHENS,
        DifferenceKind.BRACKETS,
        DifferenceKind.LEFT_OUT,
    }
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the quotation differs; `alters_meaning` where it turns what was said."""

    kind: DifferenceKind
    quoted: str
    printed: str
    alters_meaning: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a quotation stands to one statement. `shared` counts the words they have in common."""

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    shared: int = 0
    runs: tuple[Run, ...] = ()

    @property
    def rank(self) -> tuple[int, int, int]:
        """Orders judgements, the best first."""
        order = (Verdict.EXACT, Verdict.SMALL, Verdict.LEFT_OUT, Verdict.SOMEONE_ELSE)
        place = order.index(self.verdict) if self.verdict in order else len(order)
        return place, len(self.differences), -self.shared


_NOT_FOUND = Judgement(Verdict.NOT_FOUND)


def passages_of(quote: str) -> list[str]:
    """The parts of a quotation between marks of omission."""
    return [part for part in _ELLIPSIS.split(quote) if words_of(part)]


def judge(quote: str, statement: str, key: WordKey) -> Judgement:
    """How `quote` stands to the words of `statement`; forms of one `key` are one word."""
    quoted, printed = both_sides(quote, statement)
    if not quoted or not printed:
        return _NOT_FOUND
    runs = align(quoted, printed, lambda form: key(one_form(form)))
    shared = sum(
        run.quoted[1] - run.quoted[0] for run in runs if run.step in (Step.SAME, Step.RESPELT)
    )
    differences = _differences(runs, quoted, printed)
    marked = len(passages_of(quote)) > 1
    verdict = _verdict(differences, runs, quoted, shared, marked)
    if verdict is Verdict.NOT_FOUND:
        return Judgement(verdict, shared=shared)
    ordered = tuple(sorted(differences, key=lambda one: not one.alters_meaning))
    return Judgement(verdict, ordered, shared, runs)


def _verdict(
    differences: Sequence[Difference],
    runs: Sequence[Run],
    quoted: Sequence[QuotedWord],
    shared: int,
    marked: bool,
) -> Verdict:
    if not differences:
        return Verdict.LEFT_OUT if marked and len(runs) > 1 else Verdict.EXACT
    changes = sum(_weight(one) for one in differences)
    gap = any(one.kind is DifferenceKind.LEFT_OUT for one in differences)
    least = _LEAST_BESIDE_A_GAP if gap and not marked else _LEAST_SHARED
    own = sum(not word.inserted for word in quoted)
    if gap and not marked and own < _LENGTHS[0]:
        return Verdict.NOT_FOUND
    if changes > MOST_CHANGES or shared < max(2, own * least):
        return Verdict.NOT_FOUND
    if not _few_for(own, [one for one in differences if _is_change(one)]):
        return Verdict.NOT_FOUND
    telling = sum(is_telling(word.form) for word in _shared_words(runs, quoted))
    enough = 1 if changes < MOST_CHANGES and shared >= _NEARLY_ALL else LEAST_TELLING
    if telling < min(enough, len(quoted) - 1):
        return Verdict.NOT_FOUND
    return Verdict.LEFT_OUT if gap else Verdict.SMALL


def _few_for(length: int, changes: Sequence[Difference]) -> bool:
    """Whether a quotation of `length` words is still the statement's with these `changes`."""
    telling = sum(0 if is_slight(one.quoted, one.printed) else _weight(one) for one in changes)
    if telling > sum(length >= least for least in _LENGTHS):
        return False
    return length >= _LENGTHS[0] or sum(map(_weight, changes)) <= 1


def _is_change(one: Difference) -> bool:
    return one.kind not in _FREE and one.kind is not DifferenceKind.MOVED


def _weight(one: Difference) -> int:
    """How many words a difference counts for."""
    if one.kind in _FREE:
        return 0
    if one.kind is DifferenceKind.MOVED:
        return len(one.quoted.replace("…", " ").split())
    return max(len(one.quoted.split()), len(one.printed.split()))


def _shared_words(runs: Sequence[Run], quoted: Sequence[QuotedWord]) -> list[QuotedWord]:
    return [
        word
        for run in runs
        if run.step in (Step.SAME, Step.RESPELT)
        for word in quoted[slice(*run.quoted)]
    ]


def _differences(
    runs: Sequence[Run], quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord]
) -> list[Difference]:
    found: list[Difference] = []
    at = 0
    while at < len(runs):
        if runs[at].step is Step.SAME:
            run = runs[at]
            found.extend(_hyphens(quoted[slice(*run.quoted)], printed[slice(*run.printed)]))
            at += 1
            continue
        end = at
        while end < len(runs) and runs[end].step is not Step.SAME:
            end += 1
        group = runs[at:end]
        ours = quoted[group[0].quoted[0] : group[-1].quoted[1]]
        theirs = printed[group[0].printed[0] : group[-1].printed[1]]
        found.extend(_difference(group, ours, theirs))
        at = end
    return _moved(found)


def _hyphens(ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]) -> list[Difference]:
    """Where the same words are joined by a hyphen on one side only."""
    found = []
    for at, (mine, its) in enumerate(zip(ours, theirs, strict=True)):
        if ("-" in mine.printed) != ("-" in its.printed):
            found.append(Difference(DifferenceKind.HYPHENS, mine.printed, its.printed))
        elif at and mine.glued != its.glued:
            first, other = (
                ("-" if word.glued else " ").join((before.printed, word.printed))
                for before, word in ((ours[at - 1], mine), (theirs[at - 1], its))
            )
            found.append(Difference(DifferenceKind.HYPHENS, first, other))
    return found


def _difference(
    group: Sequence[Run], ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]
) -> list[Difference]:
    first, other = _text(ours), _text(theirs)
    if "".join(word.form for word in ours) == "".join(word.form for word in theirs):
        return [Difference(DifferenceKind.HYPHENS, first, other)]
    if all(run.step is Step.RESPELT for run in group):
        return [Difference(DifferenceKind.SPELLING, first, other)]
    if not ours and len(theirs) >= LEFT_OUT:
        return [Difference(DifferenceKind.LEFT_OUT, "", other, _negates(theirs))]
    if ours and all(word.inserted for word in ours):
        return [Difference(DifferenceKind.BRACKETS, first, other, _negates(ours))]
    found: list[Difference] = []
    for run in group:
        mine, its = ours_of(run, group, ours), theirs_of(run, group, theirs)
        found.extend(_single(run.step, *part) for part in _by_writer(mine, its))
    return found


def _by_writer(
    ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]
) -> Iterator[tuple[Sequence[QuotedWord], Sequence[QuotedWord]]]:
    """Words in brackets and the speaker's own apart, each with the print in their place."""
    if len(ours) != len(theirs) or len({word.inserted for word in ours}) < 2:
        yield ours, theirs
        return
    for _, pairs in groupby(zip(ours, theirs, strict=True), lambda pair: pair[0].inserted):
        mine, its = zip(*pairs, strict=True)
        yield mine, its


def ours_of(run: Run, group: Sequence[Run], ours: Sequence[QuotedWord]) -> Sequence[QuotedWord]:
    """The quoted words of one run of a group."""
    start = group[0].quoted[0]
    return ours[run.quoted[0] - start : run.quoted[1] - start]


def theirs_of(run: Run, group: Sequence[Run], theirs: Sequence[QuotedWord]) -> Sequence[QuotedWord]:
    """The printed words of one run of a group."""
    start = group[0].printed[0]
    return theirs[run.printed[0] - start : run.printed[1] - start]


def _single(step: Step, ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]) -> Difference:
    first, other = _text(ours), _text(theirs)
    if ours and all(word.inserted for word in ours):
        return Difference(DifferenceKind.BRACKETS, first, other, _negates(ours))
    if step is Step.RESPELT:
        return Difference(DifferenceKind.SPELLING, first, other)
    if step is Step.DROPPED and len(theirs) >= LEFT_OUT:
        return Difference(DifferenceKind.LEFT_OUT, "", other, _negates(theirs))
    kind = {
        Step.CHANGED: DifferenceKind.CHANGED,
        Step.ADDED: DifferenceKind.ADDED,
        Step.DROPPED: DifferenceKind.DROPPED,
    }[step]
    turns = (
        _turns([*ours, *theirs])
        or _exchanges_names(ours, theirs)
        or _puts_in_name(ours, theirs)
        or any(is_opposite(mine.form, its.form) for mine in ours for its in theirs)
    )
    return Difference(kind, first, other, turns)


def _turns(words: Sequence[QuotedWord]) -> bool:
    """Whether a negation, a number or a name is among words that were changed."""
    return _negates(words) or any(is_number(word.form) or _is_name(word) for word in words)


def _negates(words: Sequence[QuotedWord]) -> bool:
    return any(is_negation(word.form) for word in words)


def _is_name(word: QuotedWord) -> bool:
    return not word.opens and word.start > 0 and _has_capital(word)


def _exchanges_names(ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]) -> bool:
    # At the beginning of a sentence any word has a capital; two of them may well be names.
    return bool(ours and theirs) and all(map(_has_capital, [*ours, *theirs]))


def _puts_in_name(ours: Sequence[QuotedWord], theirs: Sequence[QuotedWord]) -> bool:
    """Whether a name stands for "we" or "they", or an abbreviation for any other word."""
    if not ours or not theirs:
        return False
    sides = ((ours, theirs), (theirs, ours))
    return any(_is_abbreviation(word) for word in (*ours, *theirs)) or any(
        all(map(_has_capital, named)) and all(word.form in PRONOUNS for word in other)
        for named, other in sides
    )


def _is_abbreviation(word: QuotedWord) -> bool:
    return len(word.form) > 1 and word.printed.isupper()


def _has_capital(word: QuotedWord) -> bool:
    return word.printed[0].isupper() and is_telling(word.form)


def _moved(found: list[Difference]) -> list[Difference]:
    """Changes that together only exchange words, as one difference that alters the meaning."""
    changes = [one for one in found if _weight(one)]
    ours = sorted(" ".join(one.quoted for one in changes).lower().split())
    theirs = sorted(" ".join(one.printed for one in changes).lower().split())
    if len(ours) < 2 or ours != theirs:
        return found
    quoted = " … ".join(one.quoted for one in changes if one.quoted)
    printed = " … ".join(one.printed for one in changes if one.printed)
    moved = Difference(DifferenceKind.MOVED, quoted, printed, alters_meaning=True)
    return [*(one for one in found if not _weight(one)), moved]


def _text(words: Sequence[QuotedWord]) -> str:
    return " ".join(word.printed for word in words)
