"""Sentences of a paragraph, and whether the words at a place in one point ahead or back."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.domain.spans import Span
from app.resolution.to_come import is_to_come

_ABBREVIATED = (
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt adm st no vs jr sr hon rev pres u.s u.k u.n "
    "e.g i.e etc jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-Þ0-9])")
#: Characters of a sentence; what runs on for longer is cut.
LONGEST = 2_000
_SAID_NEXT = re.compile(r":\s|[\"“]")  # where what somebody asks or says begins
#: Quoted words, the first of which may stand in a sentence before: what they plan is another thing.
_QUOTED = re.compile(r"(?:\A|[\"“])[^\"“”]*(?:”|(?<=[,.?!])\")|[\"“][^\"“”]*\"")
_LAST_WORD = re.compile(r"[\w.]+$")

_AHEAD = (
    r"will|would|shall|['’]ll|won['’]t|scheduled|planned|plans?|planning|due|expected|expects?"
    r"|upcoming|forthcoming|ahead|set to|is to|are to|by (?=\d|the end|next|early|late|mid|then)"
    r"|until|next|aims?|hopes?|intends?|proposed"
)
_BACK = r"was|were|had|did|since|ago|last|went|came|met|began|took|held|led|won|lost|made|\w+ed"
#: "Said during her speech [Tuesday] that she will": the day is that of saying it.
_SAID_THEN = re.compile(
    r"(?: (?:the |an? |his |her )?(?:[a-z]+ )?(?:reporters|journalists|media|parliament|lawmakers"
    r"|deputies|conference|briefing|forum|meeting|council|television|radio|agency|newspaper"
    r"|audience|crowd|supporters|hearing))?(?: (?:to )?[A-Z][\w’'.]*){0,4}"
    r"\s*(?:(?:on|late|early|during|at|in) [^,;]{0,60})?"
)
_REPORTING = r"said|told|added|noted|stressed|warned|reported|stated|announced|explained|asked"
_DIRECTION = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<said>{_REPORTING})|(?P<back>{_BACK}))\b")


#: "Be continued in 2012", "to be held in May": not over, whatever the form of the verb.
_BE = re.compile(r"\b(?:could|can|to)?(?: not)? ?be $")

_REMEMBERED = 256  # paragraphs looked at last: each of their statements asks for the sentences


def sentences_of(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The sentences of the paragraphs, in order; spans index `text`.

    What runs on for thousands of characters without an end is cut, so that no step that looks
    at a sentence word by word takes long.
    """
    for paragraph in paragraphs:
        yield from _sentences_in(text, paragraph)


def sentences_over(text: str, paragraph: Span, at: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph that share a character with a place."""
    found = _sentences_in(text, paragraph)
    first = max(0, bisect_right(found, Span(at.start, at.start)) - 1)
    last = bisect_left(found, Span(at.end, at.end), lo=first)
    return tuple(span for span in found[first:last] if span.overlaps(at))


def sentences_between(text: str, paragraph: Span, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of a paragraph that start at `start` or behind it, and before `end`."""
    found = _sentences_in(text, paragraph)
    first = bisect_left(found, Span(start, 0))
    return found[first : bisect_left(found, Span(end, 0), lo=first)]


@lru_cache(maxsize=_REMEMBERED)
def _sentences_in(text: str, paragraph: Span) -> tuple[Span, ...]:
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        word = _LAST_WORD.search(text[max(start, match.start() - 12) : match.start()])
        if word and (word.group().lower() in _ABBREVIATIONS or _is_initial(word.group())):
            continue
        found += _cut(start, match.end() - len(match.group()) + len(match.group().rstrip()))
        start = match.end()
    return (*found, *_cut(start, paragraph.end))


def _cut(start: int, end: int) -> Iterator[Span]:
    for first in range(start, end, LONGEST):
        yield Span(first, min(end, first + LONGEST))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def direction_of(text: str, sentence: Span, words: Span) -> int | None:
    """Where the words of a date in a sentence point: 1 ahead, -1 back, None if nothing tells.

    The nearest word before them that tells decides ("scheduled for May 2012"), else the first
    one after them.
    """
    before = text[sentence.start : words.start]
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(before)]
    for match in reversed(list(_DIRECTION.finditer(before))):
        if match["said"] and _SAID_THEN.fullmatch(before, match.end()):
            return -1
        if match["said"] or any(span.contains(Span(*match.span())) for span in quoted):
            continue
        passive = None if match["ahead"] else _BE.search(before, 0, match.start())
        if passive is None:
            return 1 if match["ahead"] else -1
        if passive.group().strip() == "be":  # "will be signed", "insisted that it be signed"
            return 1
    said = _SAID_NEXT.search(text, words.end, sentence.end)
    for match in _DIRECTION.finditer(text, words.end, said.start() if said else sentence.end):
        if not match["said"]:
            return 1 if match["ahead"] else -1
    return None


def points_ahead(text: str, sentence: Span, words: Span) -> bool:
    """Whether the words of a date stand for a time to come; most of what news tells is past."""
    return is_to_come(text, sentence, words) or direction_of(text, sentence, words) == 1
