"""What a check found, in words and side by side."""

from collections.abc import Sequence
from datetime import date

from app.domain.alignment import Run, Step, both_sides
from app.domain.verdicts import Difference, DifferenceKind
from app.schemas.check import AlignedRun, DifferenceShown


def shown_differences(differences: Sequence[Difference]) -> list[DifferenceShown]:
    """Each difference with a sentence that says it."""
    return [
        DifferenceShown(
            kind=one.kind,
            quoted=one.quoted,
            printed=one.printed,
            alters_meaning=one.alters_meaning,
            words=_sentence(one),
        )
        for one in differences
    ]


def aligned_runs(quote: str, statement: str, runs: Sequence[Run]) -> list[AlignedRun]:
    """The quotation and the statement side by side, as both print it."""
    quoted, printed = both_sides(quote, statement)
    shown = []
    for run in runs:
        ours, theirs = quoted[slice(*run.quoted)], printed[slice(*run.printed)]
        shown.append(
            AlignedRun(
                same=run.step is Step.SAME,
                quoted=quote[ours[0].start : ours[-1].end] if ours else "",
                printed=statement[theirs[0].start : theirs[-1].end] if theirs else "",
            )
        )
    return shown


def coverage_words(total: int, first: date | None, last: date | None, speaker: str | None) -> str:
    """What was searched: how many statements, and from when to when."""
    held = "one statement" if total == 1 else f"{total:,} statements"
    if total == 0:
        return "The archive holds no statements yet."
    between = f", the dated ones from {first.year} to {last.year}" if first and last else ""
    asked = f" It was asked about {speaker}." if speaker else ""
    return f"The archive holds {held}{between}; words spoken elsewhere are not in it.{asked}"


def _sentence(one: Difference) -> str:
    match one.kind:
        case DifferenceKind.ADDED:
            said = f"“{one.quoted}” is added"
        case DifferenceKind.DROPPED | DifferenceKind.LEFT_OUT:
            said = f"“{one.printed}” is left out"
        case DifferenceKind.MOVED:
            said = f"the words change places: the statement has “{one.printed}”"
        case _:
            said = f"“{one.quoted}” stands where the statement has “{one.printed}”"
    return f"{said}; this may turn the meaning" if one.alters_meaning else said
