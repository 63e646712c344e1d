"""The time of words that the sentence right after them tells: "That was in 2008."."""

import re

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.dated_things import counts_from_event
from app.resolution.frames import Frame
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.turns import Outside

_FARTHEST = 80  # characters of the sentence in which the time stands
_THAT_WAS = re.compile(
    r"[\s\"”’')]*(?:But |And |Yet )?(?:That|This) was (?:(?:back|only|just|early|late|about|almost"
    r"|nearly|more than|over) )*(?:(?:in|on) )?(?:(?:early|late) )?"
)
_ENDS = re.compile(r"[.,;:!]|\s*$| (?:and|when|but|after|before|at|in|while|as)\b")


def day_told_after(
    article: ParsedArticle, frame: Frame, said: Span, published: DateFinding, outside: Outside
) -> DateFinding | None:
    """The time that "That was in 2008", right behind a sentence and its words `said`, gives them.

    A finding without a date where that cannot be worked out: "That was two days before the vote".
    """
    text, end = article.text, max(frame.sentence.end, said.end)
    if frame.paragraph < 0 or frame.sentence.overlaps(Span(end, end + 1)):
        return None
    lead = _THAT_WAS.match(text, end, min(len(text), end + _FARTHEST))
    if lead is None or not outside.holds(Span(lead.end() - 1, lead.end())):
        return None
    told = Span(max(0, lead.end() - len(" in ")), min(len(text), end + _FARTHEST))
    words = next(
        (w for w in find_date_words(text, told) if w.span.start in (lead.end(), lead.end() - 1)),
        None,
    )
    counted = words is not None and counts_from_event(text, words)
    if words is None or not (counted or _ENDS.match(text, words.span.end)):
        return None
    date = meaning(words, published.date, future=False)
    told_words = f'"{" ".join(text[lead.start() : words.span.end].split())}"'
    if date is None or (published.date and date.first > published.date.last):
        why = "which tells no day by itself"
        return DateFinding(None, DateBasis.UNKNOWN, f"{told_words}, told right after, {why}")
    basis = DateBasis.STATED if words.year else DateBasis.INFERRED
    when = "" if words.year else f" in an article {published_when(published)}"
    return DateFinding(date, basis, f"{told_words}{when}, told right after the words")
