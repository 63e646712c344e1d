"""Articles of one document that tell of the same occasion, which dates them together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.date_words import DateForm, find_date_words
from app.domain.documents import ParsedArticle
from app.resolution.sentences import sentences_of

_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
_LEAST_NAMES = 2  # names that two sentences must share, besides weekday and place
_PLACED = re.compile(r"\b(?:in|at) ([A-ZÀ-Þ][\w-]+)")


@dataclass(frozen=True, slots=True)
class _Occasion:
    weekday: int
    place: str
    names: frozenset[str]
    words: str


def shared_occasions(articles: Sequence[ParsedArticle]) -> list[dict[int, str]]:
    """For each article the others that tell of an occasion it tells of, with the words for it."""
    occasions = [_occasions(article) for article in articles] if len(articles) > 1 else [[]]
    shared: list[dict[int, str]] = [{} for _ in articles]
    for a, mine in enumerate(occasions):
        for b, theirs in enumerate(occasions):
            if a != b and (words := _same(mine, theirs)):
                shared[a][b] = words
    return shared


def _occasions(article: ParsedArticle) -> list[_Occasion]:
    found = []
    for sentence in sentences_of(article.text, article.paragraphs):
        words = sentence.of(article.text)
        weekday = next((d for d in find_date_words(words) if d.form is DateForm.WEEKDAY), None)
        if weekday is None or weekday.weekday is None:
            continue
        for place in _PLACED.finditer(words):
            names = frozenset(_CAPITALISED.findall(words)) - {place[1], weekday.words}
            phrase = f'"{place.group()}" and "{weekday.words}"'
            found.append(_Occasion(weekday.weekday, place[1], names, phrase))
    return found


def _same(mine: Sequence[_Occasion], theirs: Sequence[_Occasion]) -> str | None:
    for a in mine:
        for b in theirs:
            same = a.weekday == b.weekday and a.place == b.place
            if same and len(a.names & b.names) >= _LEAST_NAMES:
                return a.words
    return None
