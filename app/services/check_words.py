"""What a check found, in words and side by side."""

from collections.abc import Iterable, Sequence

from app.domain.alignment import Run, Step
from app.domain.quotations import SpeechKind
from app.domain.quoted_words import QuotedWord, both_sides
from app.domain.spans import GAP, Span
from app.domain.verdicts import Difference, DifferenceKind
from app.extraction.quote_marks import find_quotes
from app.schemas.check import AlignedRun, DifferenceShown
from app.schemas.statement import StatementCard


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
    """The quotation and the statement side by side, as both print it, marks included."""
    quoted, printed = both_sides(quote, statement)
    return [
        AlignedRun(
            same=run.step is Step.SAME,
            quoted=_as_printed(quote, quoted, run.quoted),
            printed=_as_printed(statement, printed, run.printed),
        )
        for run in runs
    ]


def notes_on(
    quote: str, card: StatementCard, runs: Sequence[Run], somebody_else: str | None
) -> list[str]:
    """What else a reader should know who means to print it.

    somebody_else: who is said to have said it, where that is not whom the archive names.
    """
    notes = []
    if somebody_else and card.speaker is None:
        notes.append("The archive does not know who said it.")
    elif somebody_else and card.speaker:
        notes.append(f"Here it is on record as said by {card.speaker.name}.")
    whose = _whose_words(quote, card, runs)
    return [*notes, whose] if whose else notes


def _whose_words(quote: str, card: StatementCard, runs: Sequence[Run]) -> str | None:
    """That words are the reporter's, where they do not stand in quotation marks in print."""
    if card.kind is SpeechKind.DIRECT or not runs:
        return None
    if card.kind is SpeechKind.INDIRECT:
        return "In print these words are a paraphrase: the reporter’s, not in quotation marks."
    _, printed = both_sides(quote, card.text)
    taken = [word for run in runs for word in printed[slice(*run.printed)]]
    marked = [one.inner for one in find_quotes(card.text, [Span(0, len(card.text))])]
    outside = [word for word in taken if not _stands_in(word, marked)]
    if not outside:
        return None
    which = "None" if len(outside) == len(taken) else "Not all"
    return (
        f"{which} of these words stand in quotation marks in print; the others are the reporter’s."
    )


def _stands_in(word: QuotedWord, spans: Iterable[Span]) -> bool:
    return any(span.contains(Span(word.start, word.end)) for span in spans)


def _as_printed(text: str, words: Sequence[QuotedWord], run: tuple[int, int]) -> str:
    """The words of a run with the marks and the space around them, up to the next word."""
    start, end = run
    if start == end:
        return ""
    begins = _open_bracket(text, words[start].start)
    ends = words[end].start if end < len(words) else len(text)
    return text[begins : _open_bracket(text, ends)].removesuffix(GAP)


def _open_bracket(text: str, at: int) -> int:
    """`at`, or where the marks that open right before it begin."""
    while at and text[at - 1] in "[(“‘\"'«":
        at -= 1
    return at


def _sentence(one: Difference) -> str:
    match one.kind:
        case DifferenceKind.ADDED:
            said = f"“{one.quoted}” is added"
        case DifferenceKind.DROPPED | DifferenceKind.LEFT_OUT:
            said = f"“{one.printed}” is left out"
        case DifferenceKind.MOVED:
            said = f"the words change places: the statement has “{one.printed}”"
        case DifferenceKind.BRACKETS if not one.printed:
            said = f"“{one.quoted}”, in brackets, is added"
        case DifferenceKind.BRACKETS:
            said = f"“{one.quoted}”, in brackets, stands for “{one.printed}”"
        case _:
            said = f"“{one.quoted}” stands where the statement has “{one.printed}”"
    return f"{said}; this may turn the meaning" if one.alters_meaning else said
