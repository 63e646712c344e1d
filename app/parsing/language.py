"""Which language an article is in, by its commonest words or its letters."""

import re
from collections import Counter

from app.domain.wordlists import word_groups

ENGLISH = "en"
UNKNOWN = "und"  # as ISO 639-2 calls a language that is not determined

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = {
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
}
_OTHER_LETTERS = 0.3  # share of letters from which on they tell the language
_READ = 20_000  # characters; more tells nothing new
_LEAST_WORDS = 25  # of fewer, a headline and a name or two can decide
_LEAST_SHARE = 0.15  # of words that are a language's commonest; prose of any has 0.3 and more
_CLEARLY = 1.3  # times as many as the next; languages of one family share many


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639-1 code of a text's language, "und" where nobody can tell.

    The words decide; what was `stated` ("pt-BR") counts where they are few or undecided, for
    pages often state the language of their template. A short text that says nothing is English,
    the language this archive reads.
    """
    sample = text[:_READ]
    if letters := _by_letters(sample):
        return letters
    words = [word.casefold() for word in _WORD.findall(sample)]
    said = _code(stated)
    if len(words) < _LEAST_WORDS:
        return said or ENGLISH
    ranked = _ranked(words)
    (best, most), (_, next_most) = ranked[0], ranked[1]
    if most < _LEAST_SHARE * len(words):
        return said or (ENGLISH if best == ENGLISH else UNKNOWN)
    if most < _CLEARLY * next_most and said in dict(ranked[:3]):
        return said or best
    return best


def _by_letters(sample: str) -> str | None:
    letters = sum(character.isalpha() for character in sample)
    counts = {code: len(found.findall(sample)) for code, found in _LETTERS.items()}
    if counts["ja"] * 20 > letters:  # Japanese is written with Chinese characters too
        return "ja"
    code = max(counts, key=lambda each: counts[each])
    return code if letters and counts[code] >= _OTHER_LETTERS * letters else None


def _ranked(words: list[str]) -> list[tuple[str, int]]:
    counts = Counter(words)
    found = {
        code: sum(counts[word] for word in common)
        for code, common in word_groups("stop_words.txt").items()
    }
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def _code(stated: str | None) -> str | None:
    code = re.split(r"[-_]", (stated or "").strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None
