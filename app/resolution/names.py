"""Names and places in a stretch of text, by their capitals alone."""

import re
from collections.abc import Iterator

from app.domain.date_words import MONTHS, WEEKDAYS
from app.resolution.word_sets import word_set

_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*[\w]|[A-Z](?:\.[A-Z])+\.?")
_PLACE = re.compile(
    r"\b(?:in|to) (?:the )?"
    r"(?P<place>(?:(?:St|Ft|Mt)\. |The (?=Hague\b))?[A-ZÀ-Þ][\w’'-]+"
    r"(?:(?: (?:es|de|del|de la|do|da|dos|di|el|la|am|an der|sur))? [A-ZÀ-Þ][\w’'-]+){0,2})"
)
_LANGUAGE = re.compile(r"(?:ian|ish|ese)$")  # "in Italian"
_ORIGIN = re.compile(r"\bfrom (?:the )?([A-ZÀ-Þ][\w-]+)")
_DATES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_NOT_PLACES = word_set(
    "the a an mr mrs ms i congress parliament senate house article english russian american",
    "nato eu un u.s us u.k uk council security super",
)
_TITLES = word_set(
    "president minister secretary general foreign prime deputy defence defense mr mrs ms dr the",
    "head chief ambassador permanent representative under assistant state",
)


#: Words with a capital that are no part of a name: dates, titles, words that start sentences.
_NO_NAMES = (
    _DATES
    | _TITLES
    | word_set(
        "a an the this that these those it its he his she her they their we our you your there",
        "here in on at to for from by with of as if but and or so not no also both when while",
        "after",
        "before during since until following although however meanwhile what who how why where",
    )
)


def capitalised_names(text: str) -> Iterator[str]:
    """The words of names in `text`, without possessives, titles and dates."""
    for match in _NAME.finditer(text):
        for part in re.split(r"[-/]", re.sub(r"[’']s?$", "", match.group())):
            word = part.strip(".")
            lower = word.lower()
            if len(word) > 1 and word[0].isupper() and lower not in _NO_NAMES:
                yield word


def place_after(tail: str, *, origin: bool = False) -> str | None:
    """The place that "in Brussels" names (with `origin` "from Kabul" as well), None where none."""
    if origin and (left := _ORIGIN.search(tail)):
        return left[1]
    for match in _PLACE.finditer(tail):
        if match["place"].endswith(("’s", "'s")):
            continue  # "in Russia's view"
        if _LANGUAGE.search(match["place"]):
            continue
        if re.search(r"[’']s\b", match["place"]):
            continue  # "in Monday's Iowa caucuses"
        first = match["place"].split()[0].lower().rstrip(".")
        if match["place"].startswith("The Hague"):
            return "The Hague"
        if first not in _NOT_PLACES and first not in _DATES and first not in _TITLES:
            words = match["place"].split()
            while len(words) > 1 and words[-1].lower() in _DATES:
                words.pop()
            return " ".join(words)
    return None
