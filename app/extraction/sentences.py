"""Where sentences end, by punctuation alone: for the rules level, and for text quoted whole."""

import re

from app.domain.spans import Span
from app.extraction.words import read_words

#: Abbreviations that stand before a name or number and so never end a sentence.
_ABBREVIATIONS = read_words("abbreviations.txt")
#: Short forms of states and days that in small letters are words: "Roe was ill. “I wait,” …".
_WORDS_TOO = frozenset(["ill", "ore", "wash", "miss", "mass", "sun", "sat", "mar"])

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-ÖØ-ÞА-Я])")
_WORD_BEFORE = re.compile(r"([\w.]+)\.$")


def split_sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the blanks between them."""
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if ends_with_abbreviation(text, match.start(), paragraph.start):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, paragraph.end)
    return found


def ends_with_abbreviation(text: str, dot: int, start: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation; looks back as far as `start`."""
    if text[dot] != ".":
        return False
    word = _WORD_BEFORE.search(text[max(start, dot - 12) : dot + 1])
    if word is None:
        return False
    name = word[1].lower()
    if name.isdigit():  # "on July 3."; but "1." at the head of a list's line
        return len(name) == 1 and not text[start : dot - len(name)].strip()
    if word[1] in _WORDS_TOO:
        return False
    return name in _ABBREVIATIONS or len(name) == 1 or _is_initials(name)


def _is_initials(name: str) -> bool:
    """Whether dots part but letters or short forms, "u.s" or "ph.d", not a site's name."""
    return "." in name and all(len(part) <= 2 for part in name.split("."))


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
