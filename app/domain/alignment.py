"""Two runs of words laid side by side: where one quotes the other, and where it differs."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.,][^\W_]+)*")

#: What a step costs. A dropped run costs little more than one word, so that words are aligned
#: in runs and not scattered; a change of spelling costs next to nothing.
_CHANGED, _ADDED, _DROP_FIRST, _DROP_NEXT, _RESPELT = 1.0, 1.0, 1.2, 0.05, 0.1

#: Contractions whose verb changes before "n't".
_FULL = {"won't": "will not", "can't": "can not", "shan't": "shall not", "cannot": "can not"}

SameWord = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word as printed, the form it is compared in, and where it stands in its text."""

    printed: str
    form: str
    start: int
    end: int
    glued: bool = False  # a hyphen joins it to the word before


class Step(Enum):
    """How a run of quoted words stands to a run of printed words."""

    SAME = "same"
    RESPELT = "respelt"
    CHANGED = "changed"
    ADDED = "added"  # in the quotation only
    DROPPED = "dropped"  # in the print only


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that stand to one another in one way; indexes are of words."""

    step: Step
    quoted: tuple[int, int]
    printed: tuple[int, int]


def words_of(text: str) -> list[QuotedWord]:
    """The words of `text`; marks, case, dashes, spaces and accents make no difference."""
    return [
        QuotedWord(
            found.group(),
            _form(found.group()),
            found.start(),
            found.end(),
            _is_glued(text, found.start()),
        )
        for found in _WORD.finditer(text)
    ]


def hyphens_joined(words: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[QuotedWord]:
    """`words` with those that hyphens join as one word where `other` writes them as one."""
    whole = {word.form for word in other}
    made: list[QuotedWord] = []
    for word in words:
        last = made[-1] if made else None
        if last is not None and word.glued and last.form + word.form in whole:
            printed = f"{last.printed}-{word.printed}"
            joined = last.form + word.form
            made[-1] = QuotedWord(printed, joined, last.start, word.end, last.glued)
        else:
            made.append(word)
    return made


def full_form(form: str) -> str:
    """A word's form with a contracted "not" written out: "won't" is "will not"."""
    if form in _FULL:
        return _FULL[form]
    return f"{form[:-3]} not" if form.endswith("n't") and len(form) > 3 else form


def both_sides(quote: str, text: str) -> tuple[list[QuotedWord], list[QuotedWord]]:
    """The words of both, cut so that what one writes as one word is one in the other too."""
    quoted, printed = words_of(quote), words_of(text)
    quoted, printed = hyphens_joined(quoted, printed), hyphens_joined(printed, quoted)
    return _negations_joined(quoted, printed), _negations_joined(printed, quoted)


def _negations_joined(words: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[QuotedWord]:
    """`words` with "will not" as one word where `other` has "won't"."""
    contracted = {full_form(word.form) for word in other} - {word.form for word in other}
    made: list[QuotedWord] = []
    for word in words:
        last = made[-1] if made else None
        if last is not None and f"{last.form} {word.form}" in contracted:
            printed, form = f"{last.printed} {word.printed}", f"{last.form} {word.form}"
            made[-1] = QuotedWord(printed, form, last.start, word.end, last.glued)
        else:
            made.append(word)
    return made


def align(
    quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord], same: SameWord
) -> tuple[Run, ...]:
    """The cheapest way to read all of `quoted` out of a part of `printed`.

    What stands in `printed` before and after that part is free. Time grows with the product of
    the two lengths.
    """
    steps = _steps(quoted, printed, same)
    runs: list[Run] = []
    for step, at_quoted, at_printed in steps:
        width = int(step is not Step.DROPPED), int(step is not Step.ADDED)
        if runs and runs[-1].step is step:
            last = runs[-1]
            runs[-1] = Run(
                step,
                (last.quoted[0], last.quoted[1] + width[0]),
                (last.printed[0], last.printed[1] + width[1]),
            )
        else:
            runs.append(
                Run(step, (at_quoted, at_quoted + width[0]), (at_printed, at_printed + width[1]))
            )
    return tuple(_end_paired(runs, quoted, printed))


def _end_paired(
    runs: list[Run], quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord]
) -> list[Run]:
    """`runs` with words added at the end beside those of the print in whose place they stand.

    The end of the print is free, so that a last word in another's place seems to be added. It is
    in the other's place where the clause of the print goes on, or where words change places.
    """
    last = runs[-1]
    start, end = last.printed[1], last.printed[1] + last.quoted[1] - last.quoted[0]
    if last.step is not Step.ADDED or end > len(printed):
        return runs
    paired = [*runs[:-1], Run(Step.CHANGED, last.quoted, (start, end))]
    if start and all(printed[at].start - printed[at - 1].end == 1 for at in range(start, end)):
        return paired
    other = [run for run in paired if run.step not in (Step.SAME, Step.RESPELT)]
    ours = sorted(word.form for run in other for word in quoted[slice(*run.quoted)])
    theirs = sorted(word.form for run in other for word in printed[slice(*run.printed)])
    return paired if ours == theirs else runs


def _form(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = (c for c in plain if not unicodedata.combining(c))
    return "".join(letters).replace("’", "'").replace("ʼ", "'").replace(".", "").replace(",", "")


def _is_glued(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in "-‐‑" and text[start - 2].isalnum()


def _steps(
    quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord], same: SameWord
) -> list[tuple[Step, int, int]]:
    """Gotoh's alignment with free ends in `printed`; the steps in order."""
    width = len(printed) + 1
    best = [0.0] * width  # the cheapest way here
    came: list[list[Step | None]] = [[None] * width]
    drops = [[False] * width]  # whether a run of dropped words goes on further back
    for row, word in enumerate(quoted, 1):
        above, best = best, [row * _ADDED] + [0.0] * (width - 1)
        dropping = float("inf")
        steps: list[Step | None] = [Step.ADDED] + [None] * (width - 1)
        goes_on = [False] * width
        for at in range(1, width):
            step, cost = _pair(word.form, printed[at - 1].form, same)
            cost += above[at - 1]
            if above[at] + _ADDED < cost:
                step, cost = Step.ADDED, above[at] + _ADDED
            opened, further = best[at - 1] + _DROP_FIRST, dropping + _DROP_NEXT
            dropping = min(opened, further)
            goes_on[at] = further < opened
            if dropping < cost and row < len(quoted):
                step, cost = Step.DROPPED, dropping
            best[at], steps[at] = cost, step
        came.append(steps)
        drops.append(goes_on)
    return _back(came, drops, min(range(width), key=lambda at: best[at]))


def _pair(quoted: str, printed: str, same: SameWord) -> tuple[Step, float]:
    if quoted == printed:
        return Step.SAME, 0.0
    if same(quoted, printed):
        return Step.RESPELT, _RESPELT
    return Step.CHANGED, _CHANGED


def _back(
    came: Sequence[Sequence[Step | None]], drops: Sequence[Sequence[bool]], at: int
) -> list[tuple[Step, int, int]]:
    row, steps = len(came) - 1, list[tuple[Step, int, int]]()
    while row > 0:
        step = came[row][at] or Step.ADDED
        if step is Step.DROPPED:
            while True:
                goes_on = drops[row][at]
                at -= 1
                steps.append((step, row, at))
                if not goes_on:
                    break
            continue
        row -= 1
        at -= step is not Step.ADDED
        steps.append((step, row, at))
    return steps[::-1]
