"""Words in a text whose parts stand under days: the chronicle, the diary, the weekly review."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.conflicts import weekday_against
from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, DatePrecision, PartialDate
from app.domain.documents import ParsedArticle
from app.resolution.occasions import Circumstances
from app.resolution.relative_dates import in_years, meaning

_FEWEST = 2  # days that head parts, from which on a text is told by days
_LONGEST = 40  # characters of such a line
_SOON = timedelta(days=60)  # from a day with its year to one below without
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
#: "27–28 February 2014", "February 27–28, 2014": the day before the dash.
_FROM = re.compile(rf"^{_WEEKDAY}(?:[A-Z][a-z]+\.? )?(?P<first>\d{{1,2}})(?:–|-| and | to )(?=\d)")


def date_by_parts(
    article: ParsedArticle, found: Sequence[Circumstances], published: DateFinding
) -> None:
    """Dates words of which no day is told by the day that heads their part of the text."""
    heads = _heads(article, published)
    if sum(head is not UNKNOWN_DATE for head in heads.values()) < _FEWEST:
        return
    for one in found:
        if one.said_on != UNKNOWN_DATE or one.of_earlier or one.frame.paragraph < 0:
            continue
        told = _QUOTED.sub("", one.frame.sentence.of(article.text))
        if next(find_date_words(told), None) is not None:
            continue  # "said the next day", "in May she had said"
        above = max((at for at in heads if at < one.frame.paragraph), default=None)
        if above is not None:
            one.said_on = heads[above]


def _heads(article: ParsedArticle, published: DateFinding) -> dict[int, DateFinding]:
    """The days that are paragraphs of their own, by number; unknown where their year is."""
    heads = dict[int, DateFinding]()
    above: PartialDate | None = None  # the last of these days, if the first told its year
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.end - paragraph.start > _LONGEST:
            continue
        line = paragraph.of(article.text).strip(" .:")
        day = _day(line, published, above)
        if day is None:
            continue
        heads[number] = day
        if day.date is not None and (above is not None or day.basis is DateBasis.STATED):
            above = day.date
    return heads


def _day(line: str, published: DateFinding, above: PartialDate | None) -> DateFinding | None:
    """The day that a line is, if it is nothing else; without its year it follows the one above."""
    several = _FROM.match(line)
    plain = line[: several.start("first")] + line[several.end() :] if several else line
    words = next(find_date_words(plain), None)
    if words is None or words.form is not DateForm.DAY or len(words.words) < len(plain):
        return None
    reason = f'it stands under the day "{line}"'
    last = None
    if above is not None and not words.year:
        last = next(_later(words, above), None)
        reason += f", below {above.iso or above.last.isoformat()}" if last else ""
    last = last or meaning(words, published.date, future=False)
    if last is None:
        return UNKNOWN_DATE
    if several and (days := last.first.day - int(several["first"])) > 0:
        first = last.first - timedelta(days=days)
        last = PartialDate.between(first, last.last, DatePrecision.RANGE)
    basis = DateBasis.STATED if words.year else DateBasis.INFERRED
    return DateFinding(last, basis, f"{reason}{weekday_against(words, last)}")


def _later(words: DateWords, above: PartialDate) -> Iterator[PartialDate]:
    """The days soon after another that words without a year can be."""
    for day in in_years(words, range(above.last.year, above.last.year + 2)):
        if timedelta(0) < day.first - above.last <= _SOON:
            yield day
