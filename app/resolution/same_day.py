"""The day of words told as said later on a day that the sentences before them name."""

import re

from app.domain.date_words import DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.resolution.frames import Frame
from app.resolution.relative_dates import meaning
from app.resolution.sentences import sentences_of
from app.resolution.turns import DAYS, is_of_a_vote

_LATER = re.compile(
    r"\W*(?:And |But )?(?:(?:[Ll]ater|[Ee]arlier) (?:that|the same|in the)"
    r" (?:day|night|evening|afternoon)|(?:[Mm]inutes|[Hh]ours|[Mm]oments|An hour) (?:later|earlier)"
    r"|[Tt]hat (?:same )?(?:day|night|evening))\b"
)
_LEADS = re.compile(r"\W*(?:(?:And|But) )?(?:(?:On|Late|Early) )?")  # "Early Tuesday, the port …"
_BACK = 3  # paragraphs above in which the day may stand


def day_told_before(
    article: ParsedArticle, frame: Frame, published: DateFinding
) -> DateFinding | None:
    """The day last named before a sentence that begins "Later that day"; None for others."""
    later = _LATER.match(article.text, frame.sentence.start, frame.sentence.end)
    if later is None or frame.paragraph < 0:
        return None
    words = _last_named(article, frame)
    day = meaning(words, published.date, future=False) if words else None
    if words is None or day is None or published.date is None or day.first > published.date.last:
        return None
    reason = f'"{later.group().strip()}", told after "{words.words}"'
    return DateFinding(day, DateBasis.INFERRED, reason)


def _last_named(article: ParsedArticle, frame: Frame) -> DateWords | None:
    """The day to which the sentences before have come: at the head of one, else the last named."""
    first = max(0, frame.paragraph - _BACK)
    above = article.paragraphs[first : frame.paragraph + 1]
    for sentence in reversed(list(sentences_of(article.text, above))):
        if sentence.start >= frame.sentence.start:
            continue
        days = [
            words
            for words in find_date_words(article.text, sentence)
            if words.form in DAYS and not is_of_a_vote(article.text, words.span)
        ]
        if days:
            leads = _LEADS.fullmatch(article.text, sentence.start, days[0].span.start)
            return days[0] if leads else days[-1]
    return None
