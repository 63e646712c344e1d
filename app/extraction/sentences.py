"""Where sentences end, by punctuation alone: for the rules level, and for text quoted whole."""

import re

from app.domain.spans import Span

#: Abbreviations that stand before a name or number and so never end a sentence.
#: Source: AP Stylebook, "abbreviations and acronyms" (titles, months, states, companies).
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev fr sr jr st gen col lt maj sgt capt cmdr adm gov sen sens rep reps pres
    hon supt det insp mt ft vs no nos jan feb aug sept oct nov dec inc corp co ltd cf al eg ie
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa tenn tex va vt wash wis wyo
    """.split()
)

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-ÖØ-ÞА-Я])")
_WORD_BEFORE = re.compile(r"([\w.]+)\.$")


def split_sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the blanks between them."""
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _is_abbreviation(text, match.start(), paragraph.start):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, paragraph.end)
    return found


def _is_abbreviation(text: str, dot: int, start: int) -> bool:
    if text[dot] != ".":
        return False
    word = _WORD_BEFORE.search(text[max(start, dot - 12) : dot + 1])
    if word is None:
        return False
    name = word[1].lower()
    return name in _ABBREVIATIONS or len(name) == 1 or "." in name


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
