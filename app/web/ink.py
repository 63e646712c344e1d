"""How a statement's words are set: which of them are quoted, which are the reporter's."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.domain.quotations import SpeechKind
from app.domain.sentences import Match, sentences_of, telling_sentence, with_following
from app.schemas.statement import PieceShown

#: A longer sentence is cut like a text without any.
_LONGEST_SENTENCE = 1000
_CLOSING = {"“": '”"', "‘": "’", '"': '"”', "«": "»"}


class InkRun(NamedTuple):
    """A run of words set in one way; the runs of a statement join up to its exact text."""

    text: str
    matched: bool  # a search word
    quoted: bool  # the speaker's own words, as against the reporter's


def runs(pieces: Sequence[PieceShown], kind: SpeechKind, limit: int | None = None) -> list[InkRun]:
    """A statement's words cut where a match or, in mixed speech, a quotation begins or ends.

    With a `limit`, about so many characters: the whole sentence that matches best and those
    after it for which there is room; an ellipsis stands for what is left out.
    """
    if kind is SpeechKind.MIXED:
        text = "".join(piece.text for piece in pieces)
        whole = list(_cut(pieces, quoted_spans(text)))
    else:
        quoted = kind is SpeechKind.DIRECT
        whole = [InkRun(piece.text, piece.matched, quoted) for piece in pieces]
    if limit is None or sum(len(run.text) for run in whole) <= limit * 1.25:
        return whole
    return list(_extract(whole, limit))


def _extract(whole: Sequence[InkRun], limit: int) -> Iterator[InkRun]:
    """The part of the runs around the best match, about `limit` characters long."""
    text = "".join(run.text for run in whole)
    start, end = _part(text, _matches(whole), limit)
    if start:
        yield InkRun("… ", False, True)
    at = 0
    for run in whole:
        words = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if words:
            yield run._replace(text=words)
    if end < len(text):
        yield InkRun(" …", False, True)


def _matches(whole: Sequence[InkRun]) -> list[Match]:
    found, at = [], 0
    for run in whole:
        if run.matched:
            found.append((at, at + len(run.text), run.text.lower()))
        at += len(run.text)
    return found


def _part(text: str, matches: Sequence[Match], limit: int) -> tuple[int, int]:
    """Where to cut: around the whole sentence that matches best, else at spaces."""
    sentences = sentences_of(text)
    best = telling_sentence(sentences, matches)
    if best is not None and best[1] - best[0] <= _LONGEST_SENTENCE:
        return with_following(best, sentences, limit, limit)
    match = matches[0][0] if matches else 0
    start = 0
    if match > limit // 2:
        start = text.find(" ", min(match - 80, len(text) - limit)) + 1
    end = start + limit
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    return start, min(end, len(text))


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quotation marks hold words, marks included; an unclosed one holds the rest."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        closing = _CLOSING.get(text[at])
        if closing is None or _is_apostrophe(text, at):
            at += 1
            continue
        end = _end_of(text, at + 1, closing)
        spans.append((at, end))
        at = end
    return spans


def _end_of(text: str, start: int, closing: str) -> int:
    for at in range(start, len(text)):
        if text[at] in closing and not _is_apostrophe(text, at):
            return at + 1
    return len(text)


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a mark stands between two letters: "Russia’s"."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _cut(pieces: Sequence[PieceShown], spans: list[tuple[int, int]]) -> Iterator[InkRun]:
    bounds = sorted({edge for span in spans for edge in span})
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        edges = [start, *(edge for edge in bounds if start < edge < end), end]
        for left, right in pairwise(edges):
            words = piece.text[left - start : right - start]
            if words:
                quoted = any(first <= left < last for first, last in spans)
                yield InkRun(words, piece.matched, quoted)
        start = end
