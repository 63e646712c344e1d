"""Where a text's sentences stand, well enough to show one of them whole."""

import re
from collections.abc import Sequence

#: A matched run of a text: its first character, the first past it, and the word in lower case.
Match = tuple[int, int, str]

_END = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[^a-z\s])|\n\s*")

#: A full stop after these shortens a word: titles, months, "No. 5", initials, "U.S."
_SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|capt|sgt|adm|sen|rep|gov|rev|hon|st|no|vs|dept"
    r"|jan|feb|aug|sept|sep|oct|nov|dec)|\b[a-z](?:\.[a-z])*)\.$",
    re.IGNORECASE,
)
_LOOKED_BACK = 12


def sentences_of(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence, without the spaces between them; a line's end ends one."""
    found, start = [], 0
    for gap in _END.finditer(text):
        if "\n" not in gap.group() and is_shortened(text, start, gap.start()):
            continue
        end = gap.start() + len(gap.group().rstrip())
        if text[start:end].strip():
            found.append((start, end))
        start = gap.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def is_shortened(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` shortens a word: "Dr.", "Jan.", "U.S."."""
    return _SHORTENED.search(text[max(start, end - _LOOKED_BACK) : end]) is not None


def telling_sentence(
    sentences: Sequence[tuple[int, int]], matches: Sequence[Match]
) -> tuple[int, int] | None:
    """The first of the sentences that hold the most different matched words; None without any."""
    best, most = None, (0, 0)
    for start, end in sentences:
        inside = [word for first, _, word in matches if start <= first < end]
        worth = (len(set(inside)), len(inside))
        if worth > most:
            best, most = (start, end), worth
    return best


def with_following(
    best: tuple[int, int], sentences: Sequence[tuple[int, int]], shortest: int, longest: int
) -> tuple[int, int]:
    """`best` with the sentences after it, until it is `shortest` long and no longer than that."""
    start, end = best
    for _, following in sentences:
        if following > end and end - start < shortest and following - start <= longest:
            end = following
    return start, end
