"""The day of words told as said later on a day that the sentences before them name."""

import re

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.frames import Frame
from app.resolution.relative_dates import meaning
from app.resolution.turns import DAYS, is_of_a_vote

_LATER = re.compile(
    r"\W*(?:And |But )?(?:(?:[Ll]ater|[Ee]arlier) (?:that|the same|in the)"
    r" (?:day|night|evening|afternoon)|(?:[Mm]inutes|[Hh]ours|[Mm]oments|An hour) (?:later|earlier)"
    r"|[Tt]hat (?:same )?(?:day|night|evening))\b"
)
_BACK = 3  # paragraphs above in which the day may stand


def day_told_before(
    article: ParsedArticle, frame: Frame, published: DateFinding
) -> DateFinding | None:
    """The day last named before a sentence that begins "Later that day"; None for others."""
    later = _LATER.match(article.text, frame.sentence.start, frame.sentence.end)
    if later is None or frame.paragraph < 0:
        return None
    first = article.paragraphs[max(0, frame.paragraph - _BACK)].start
    before = Span(first, frame.sentence.start)
    for words in reversed(list(find_date_words(article.text, before))):
        if words.form not in DAYS or is_of_a_vote(article.text, words.span):
            continue
        day = meaning(words, published.date, future=False)
        if day is None or published.date is None or day.first > published.date.last:
            return None
        reason = f'"{later.group().strip()}", told after "{words.words}"'
        return DateFinding(day, DateBasis.INFERRED, reason)
    return None
