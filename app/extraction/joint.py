"""Two who speak as one: "Presidents Jane Roe and John Poe said"."""

import re

from app.domain.countries import country_named
from app.domain.spans import Span
from app.extraction.capitals import is_acronym, is_title, words_in
from app.extraction.cast import Cast
from app.extraction.names import PERSON
from app.extraction.phrases import Phrase, PhraseKind

#: Between the name of the one and that of the other, with an apposition of the first: ", the
#: mayor, and". The second may have its title.
_AND = re.compile(r"(?:,\s[^,.;:“”\"]{3,60},)?\s(?:and|&)\s(?P<title>(?:[\w.’'-]+\s){0,5})$")


def speak_jointly(text: str, phrase: Phrase, cast: Cast) -> bool:
    """Whether a source names two people, or two states, who speak together."""
    if phrase.kind is not PhraseKind.NAME or phrase.name is None:
        return False
    first = cast.names[phrase.name]
    label = cast.meaning_label(phrase.name)
    for number in range(phrase.name + 1, len(cast.names)):
        other = cast.names[number]
        if other.span.end > phrase.span.end:
            return False
        between = _AND.fullmatch(text, first.span.end, other.span.start)
        if between is None:
            continue
        titled = _is_title(text, Span(*between.span("title")))
        return titled and _are_of_a_kind(cast, phrase.name, number, label)
    return False


def _is_title(text: str, span: Span) -> bool:
    """Whether words before a name are its title, so that "and" joins two people."""
    words = words_in(text, span)
    return not words or is_title(words[-1])


def _are_of_a_kind(cast: Cast, first: int, second: int, label: str) -> bool:
    """Whether both are people, or states and bodies that two letters stand for."""
    one, two = cast.meanings[first], cast.meanings[second]
    if one is None or two is None or one.figure == two.figure:
        return False
    if label == PERSON or cast.meaning_label(second) == PERSON:
        return label == cast.meaning_label(second) and not cast.names[first].possessive
    names = [cast.figures[meaning.figure].name for meaning in (one, two)]
    return all(country_named(name) or is_acronym(name) for name in names)
