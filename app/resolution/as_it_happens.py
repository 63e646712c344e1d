"""Reports told as things happen, hour by hour, whose words are of the day they were printed."""

import re
from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.resolution.occasions import Circumstances
from app.resolution.reasons import in_words

_CLOCK = re.compile(
    r"\W*\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|A\.?M\.?|P\.?M\.?)\W*(?:[A-Z]{2,3})?\W*"
)
_LEAST = 3  # paragraphs that are nothing but a time of day


def date_by_clock(
    article: ParsedArticle, found: Sequence[Circumstances], published: DateFinding
) -> None:
    """Gives words below a time of day the day of the report, where they tell of no other."""
    if published.date is None or published.date.first != published.date.last:
        return
    clocks = [
        number
        for number, paragraph in enumerate(article.paragraphs)
        if _CLOCK.fullmatch(paragraph.of(article.text))
    ]
    if len(clocks) < _LEAST:
        return
    for one in found:
        above = [number for number in clocks if number < one.frame.paragraph]
        if not above or not _is_open(one):
            continue
        clock = article.paragraphs[above[-1]].of(article.text).strip()
        reason = (
            f'told below "{clock}", in a report by the hour published {in_words(published.date)}'
        )
        one.said_on = DateFinding(published.date, DateBasis.INFERRED, reason)


def _is_open(one: Circumstances) -> bool:
    """Whether words are somebody's, and told of no other time."""
    told = one.key is not None and one.said_on.date is None and one.event is None
    return told and not (one.of_earlier or one.elsewhere)
