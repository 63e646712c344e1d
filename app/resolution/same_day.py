"""The day of words told as said later on a day that the sentences before them name."""

import re
from datetime import timedelta

from app.domain.date_words import DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, DatePrecision, PartialDate
from app.domain.documents import ParsedArticle
from app.resolution.frames import Frame
from app.resolution.relative_dates import meaning
from app.resolution.sentences import sentences_of
from app.resolution.turns import DAYS, Outside, is_of_a_vote

_LATER = re.compile(
    r"\W*(?:And |But )?(?:(?:[Ll]ater|[Ee]arlier) (?:that|the same|in the)"
    r" (?:day|night|evening|afternoon)|(?:[Mm]inutes|[Hh]ours|[Mm]oments|An hour) (?:later|earlier)"
    r"|[Tt]hat (?:same )?(?:day|night|evening)|At (?:that|this|the same) (?:very )?moment"
    r"|(?:Minutes|Hours|Moments|Seconds|Shortly|Soon) after(?:wards?)?(?=,))\b"
)
_THEN_FIRST = re.compile(r"\W*(?:And |But )?(?:At (?:the|that) time|Back then)\b(?! of\b)")
_THEN = re.compile(r"\b(?:at (?:the|that) time|back then)\b(?! (?:of|when|that)\b)")
_LEADS = re.compile(r"\W*(?:(?:And|But) )?(?:(?:On|Late|Early) )?")  # "Early Tuesday, the port …"
_A_WEEK = timedelta(days=6)
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


def time_told_before(
    article: ParsedArticle, frame: Frame, published: DateFinding, outside: Outside
) -> DateFinding | None:
    """The time told before words that were said "at the time"; None for others.

    The reporter's own words name it, in the same sentence or in the one right before.
    """
    then = _then(article.text, frame)
    if then is None or frame.paragraph < 0 or published.date is None:
        return None
    text = article.text
    above = article.paragraphs[max(0, frame.paragraph - 1) : frame.paragraph + 1]
    told = [s for s in sentences_of(text, above) if s.start <= frame.sentence.start]
    for sentence in reversed(told[-2:]):
        for words in reversed(list(find_date_words(text, sentence))):
            if words.span.start > then.start() or not outside.holds(words.span):
                continue
            day = meaning(words, published.date, future=False)
            if day is None or day.last > published.date.first:
                return None
            reason = f'"{then.group().strip()}", told after "{words.words}"'
            return DateFinding(_about(day), DateBasis.INFERRED, reason)
    return None


def _then(text: str, frame: Frame) -> re.Match[str] | None:
    """The words of a sentence that say that something was said at a time told before."""
    if led := _THEN_FIRST.match(text, frame.sentence.start, frame.sentence.end):
        return led
    found = (_THEN.search(text, max(p.start, frame.anchor), p.end) for p in frame.outside)
    return next((then for then in found if then), None)


def _about(day: PartialDate) -> PartialDate:
    """What "at the time" of a day is: that day or one of the week after it."""
    if day.first != day.last:
        return day
    return PartialDate.between(day.first, day.last + _A_WEEK, DatePrecision.RANGE)


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
