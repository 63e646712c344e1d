"""Words said on arrival or departure: of the day, and the place, that the text tells of these."""

import re
from typing import NamedTuple

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.frames import Frame
from app.resolution.names import place_after
from app.resolution.own_days import is_plausible
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.sentences import sentences_of
from app.resolution.turns import DAYS, Outside

_BACK = 6  # paragraphs above in which the movement may be told
_BESIDE = 70  # characters between a movement and its day
_ARRIVES = r"(?:arriv(?:ed|es|ing)|landed|touched down|flew in(?:to)?)"
_LEAVES = r"(?:leaves|left|departs|departed|leaving|departing|fl(?:ew|ies) (?:home|out|back))"
#: A movement that words are told beside, with the verbs that tell of it further up.
_MOVEMENTS = (
    (
        re.compile(
            r"\b(?:[Oo]n|[Uu]pon|[Aa]fter) (?:(?:his|her|their) )?(?:arriv(?:al|ing)|landing"
            r"|touching down)\b|\b[Aa]s (?:he|she|they) (?:arrived|landed|touched down)\b"
        ),
        re.compile(rf"\b{_ARRIVES}\b"),
    ),
    (
        re.compile(
            r"\b(?:[Oo]n|[Uu]pon|[Bb]efore) (?:(?:his|her|their) )?(?:departure|departing|leaving"
            r"|flying (?:home|out|back))\b|\b[Aa]s (?:he|she|they) (?:left|departed|boarded)\b"
        ),
        re.compile(rf"\b{_LEAVES}\b"),
    ),
)
_ANY = re.compile(rf"\b(?:{_ARRIVES}|{_LEAVES})\b")


class Movement(NamedTuple):
    """When, and where where it is told, somebody arrived or left."""

    day: DateFinding
    place: str | None


def movement_told(
    article: ParsedArticle, frame: Frame, called: str, published: DateFinding, outside: Outside
) -> Movement | None:
    """The arrival or departure of the speaker, `called` so, beside which the words were said.

    "Ruiz arrived in Oslo on Monday and leaves on Wednesday. “…,” she said on arrival".
    """
    if published.date is None or frame.paragraph < 0 or not called:
        return None
    for beside, verbs in _MOVEMENTS:
        for piece in frame.outside:
            if found := beside.search(article.text, piece.start, piece.end):
                return _told_above(article, frame, called, published, outside, verbs, found.group())
    return None


def _told_above(
    article: ParsedArticle,
    frame: Frame,
    called: str,
    published: DateFinding,
    outside: Outside,
    verbs: re.Pattern[str],
    beside: str,
) -> Movement | None:
    text = article.text
    subject = re.compile(rf"\b(?:{re.escape(called)}|He|She)\b")
    above = article.paragraphs[max(0, frame.paragraph - _BACK) : frame.paragraph + 1]
    for sentence in reversed(list(sentences_of(text, above))):
        if sentence.start >= frame.sentence.start or not subject.search(sentence.of(text)):
            continue
        for verb in verbs.finditer(text, *sentence):
            if not outside.holds(Span(*verb.span())):
                continue
            return _movement(text, sentence, verb, published, beside)
    return None


def _movement(
    text: str, sentence: Span, verb: re.Match[str], published: DateFinding, beside: str
) -> Movement | None:
    """What stands right behind a verb of movement: "arrived [in Oslo on Monday]"."""
    other = _ANY.search(text, verb.end(), sentence.end)
    ends = min(sentence.end, verb.end() + _BESIDE, other.start() if other else sentence.end)
    behind = Span(verb.end(), ends)
    for words in find_date_words(text, behind):
        date = meaning(words, published.date, future=False) if words.form in DAYS else None
        if date is None or published.date is None or not is_plausible(words, date, published.date):
            return None
        told = text[verb.start() : words.span.end]
        reason = f'"{beside}", and "{told}" in an article {published_when(published)}'
        place = place_after(text[behind.start : words.span.start])
        return Movement(DateFinding(date, DateBasis.INFERRED, reason), place)
    return None
