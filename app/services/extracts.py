"""The few sentences of a long text that show best why it was found."""

import re
from collections.abc import Sequence

from app.domain.search import Piece

#: Characters an extract should have at least, and at most.
SHORTEST, LONGEST = 120, 360

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+|\n\s*")


def best_extract(pieces: Sequence[Piece]) -> list[Piece]:
    """A run of whole sentences with the most different matched words, cut as `pieces` is.

    A sentence longer than LONGEST is shortened at a word; "…" marks where words are left out.
    """
    text = "".join(piece.text for piece in pieces)
    matches = _matches(pieces)
    start, end = _best_run(text, matches)
    before, after = ("… " if start else ""), ("" if end >= len(text.rstrip()) else " …")
    shown = _between(pieces, start, end)
    return [*_frame(before), *shown, *_frame(after)]


def _matches(pieces: Sequence[Piece]) -> list[tuple[int, int, str]]:
    found, at = [], 0
    for piece in pieces:
        if piece.matched:
            found.append((at, at + len(piece.text), piece.text.lower()))
        at += len(piece.text)
    return found


def _best_run(text: str, matches: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    sentences = _sentences(text)
    if not sentences:
        return 0, 0
    best, most = sentences[0], (-1, -1)
    for start, end in sentences:
        inside = [word for first, last, word in matches if start <= first and last <= end]
        worth = (len(set(inside)), len(inside))
        if worth > most:
            best, most = (start, end), worth
    start, end = best
    for following_start, following_end in sentences:
        if following_start >= end and end - start < SHORTEST and following_end - start <= LONGEST:
            end = following_end
    return _shortened(text, start, end, matches)


def _shortened(
    text: str, start: int, end: int, matches: Sequence[tuple[int, int, str]]
) -> tuple[int, int]:
    if end - start <= LONGEST:
        return start, end
    first = next((at for at, _, _ in matches if start <= at < end), start)
    if first - start > LONGEST // 2:
        space = text.find(" ", first - LONGEST // 3)
        start = space + 1 if 0 <= space < first else first
    if end - start > LONGEST:
        space = text.rfind(" ", start, start + LONGEST)
        end = space if space > start else start + LONGEST
    return start, end


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in _SENTENCE_END.finditer(text):
        end = gap.start() + len(gap.group().rstrip())
        if text[start:end].strip():
            found.append((start, end))
        start = gap.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _between(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    shown, at = [], 0
    for text, matched in pieces:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            shown.append(Piece(text[first:last], matched))
        at += len(text)
    return shown


def _frame(text: str) -> list[Piece]:
    return [Piece(text, False)] if text else []
