"""Tells who answers in an interview that is printed with letters for names: "Q:" and "A:"."""

from collections import Counter

from app.extraction.cast import Cast
from app.extraction.names import PERSON

_LEAD = 2  # times as often as anybody else


def who_answers(cast: Cast, first: int) -> int | None:
    """Number of the person whom the text before the first turn, at `first`, is plainly about.

    None where it names nobody, or two about as often.
    """
    named: Counter[int] = Counter()
    for name, meaning in zip(cast.names, cast.meanings, strict=True):
        if name.span.start >= first:
            break
        if meaning is not None and cast.figures[meaning.figure].label == PERSON:
            named[meaning.figure] += 1
    most = named.most_common(2)
    if not most or (len(most) > 1 and most[0][1] < _LEAD * most[1][1]):
        return None
    return most[0][0]
