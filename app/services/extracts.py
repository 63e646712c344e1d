"""The few sentences of a long text that show best why it was found."""

from collections.abc import Sequence

from app.domain.search import Piece
from app.domain.sentences import Match, sentences_of, telling_sentence, with_following

#: Characters an extract should have at least, and at most where it holds several sentences.
SHORTEST, LONGEST = 120, 360

#: A longer sentence is shortened; of others the whole is shown.
LONGEST_SENTENCE = 800


def best_extract(pieces: Sequence[Piece]) -> list[Piece]:
    """A run of whole sentences with the most different matched words, cut as `pieces` is.

    A sentence longer than LONGEST_SENTENCE is shortened at a word; "…" marks where words are
    left out.
    """
    text = "".join(piece.text for piece in pieces)
    matches = _matches(pieces)
    start, end = _best_run(text, matches)
    before, after = ("… " if start else ""), ("" if end >= len(text.rstrip()) else " …")
    shown = _between(pieces, start, end)
    return [*_frame(before), *shown, *_frame(after)]


def _matches(pieces: Sequence[Piece]) -> list[Match]:
    found, at = [], 0
    for piece in pieces:
        if piece.matched:
            found.append((at, at + len(piece.text), piece.text.lower()))
        at += len(piece.text)
    return found


def _best_run(text: str, matches: Sequence[Match]) -> tuple[int, int]:
    sentences = sentences_of(text)
    if not sentences:
        return 0, 0
    best = telling_sentence(sentences, matches) or sentences[0]
    start, end = with_following(best, sentences, SHORTEST, LONGEST)
    return _shortened(text, start, end, matches)


def _shortened(text: str, start: int, end: int, matches: Sequence[Match]) -> tuple[int, int]:
    if end - start <= LONGEST_SENTENCE:
        return start, end
    first = next((at for at, _, _ in matches if start <= at < end), start)
    if first - start > LONGEST // 2:
        space = text.find(" ", first - LONGEST // 3)
        start = space + 1 if 0 <= space < first else first
    if end - start > LONGEST:
        space = text.rfind(" ", start, start + LONGEST)
        end = space if space > start else start + LONGEST
    return start, end


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
