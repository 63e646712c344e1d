"""Two runs of words laid side by side: where one quotes the other, and where it differs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.quoted_words import QuotedWord

#: What a step costs. A dropped run costs little more than one word, so that words are aligned
#: in runs and not scattered; a change of spelling costs next to nothing.
_CHANGED, _ADDED, _DROP_FIRST, _DROP_NEXT, _RESPELT = 1.0, 1.0, 1.2, 0.05, 0.1

#: What a form is one word with: two of the same key differ in spelling alone.
WordKey = Callable[[str], str]


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


def align(
    quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord], key: WordKey
) -> tuple[Run, ...]:
    """The cheapest way to read all of `quoted` out of a part of `printed`.

    What stands in `printed` before and after that part is free. Time grows with the product of
    the two lengths.
    """
    steps = _steps(quoted, printed, key)
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
    return tuple(_slid(_end_paired(runs, quoted, printed), printed))


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


def _slid(runs: list[Run], printed: Sequence[QuotedWord]) -> list[Run]:
    """`runs` with dropped words that could as well stand further on or back begin a sentence.

    "We will [not go. We will] stay" and "[We will not go.] We will stay" drop the same number of
    words; the second says what was left out as a reader would.
    """
    slid = list(runs)
    for at in range(1, len(slid) - 1):
        before, run, after = slid[at - 1 : at + 2]
        if run.step is not Step.DROPPED or (before.step, after.step) != (Step.SAME, Step.SAME):
            continue
        places = sorted(_places(before, run, after, printed), key=abs)
        by = next((by for by in places if printed[run.printed[0] + by].opens), 0)
        slid[at - 1] = Run(Step.SAME, _longer(before.quoted, by), _longer(before.printed, by))
        slid[at] = Run(Step.DROPPED, _moved(run.quoted, by), _moved(run.printed, by))
        slid[at + 1] = Run(Step.SAME, _shorter(after.quoted, by), _shorter(after.printed, by))
    return slid


def _places(before: Run, run: Run, after: Run, printed: Sequence[QuotedWord]) -> list[int]:
    """By how many words a dropped run can move, back below zero, and leave the quotation as is."""
    start, end = run.printed
    places = [0]
    for by in range(1, before.printed[1] - before.printed[0]):
        if printed[start - by].form != printed[end - by].form:
            break
        places.append(-by)
    for by in range(1, after.printed[1] - after.printed[0]):
        if printed[start + by - 1].form != printed[end + by - 1].form:
            break
        places.append(by)
    return places


def _longer(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0], span[1] + by


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _shorter(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1]


def _steps(
    quoted: Sequence[QuotedWord], printed: Sequence[QuotedWord], key: WordKey
) -> list[tuple[Step, int, int]]:
    """Gotoh's alignment with free ends in `printed`; the steps in order."""
    held = [(word.form, key(word.form)) for word in printed]
    width = len(held) + 1
    best = [0.0] * width  # the cheapest way here
    came: list[list[Step | None]] = [[None] * width]
    drops = [[False] * width]  # whether a run of dropped words goes on further back
    for row, word in enumerate(quoted, 1):
        above, best = best, [row * _ADDED] + [0.0] * (width - 1)
        dropping = float("inf")
        steps: list[Step | None] = [Step.ADDED] + [None] * (width - 1)
        goes_on = [False] * width
        own, own_key = word.form, key(word.form)
        for at in range(1, width):
            form, form_key = held[at - 1]
            step, cost = Step.CHANGED, _CHANGED
            if own == form:
                step, cost = Step.SAME, 0.0
            elif own_key == form_key:
                step, cost = Step.RESPELT, _RESPELT
            cost += above[at - 1]
            if above[at] + _ADDED < cost:
                step, cost = Step.ADDED, above[at] + _ADDED
            opened, further = best[at - 1] + _DROP_FIRST, dropping + _DROP_NEXT
            goes_on[at] = further < opened
            dropping = further if further < opened else opened
            if dropping < cost and row < len(quoted):
                step, cost = Step.DROPPED, dropping
            best[at], steps[at] = cost, step
        came.append(steps)
        drops.append(goes_on)
    return _back(came, drops, min(range(width), key=lambda at: best[at]))


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
