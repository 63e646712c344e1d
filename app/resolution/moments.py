"""The sentences of a report that take its telling to a day or an occasion."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import PartialDate
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.date_clauses import RELATIVE_CLAUSE, WILL_AIR
from app.resolution.dated_things import ATTRIBUTIVE, OCCASION_AFTER, OF_OTHER, POSSESSIVE, is_title
from app.resolution.event_drafts import Draft
from app.resolution.event_words import AT_OCCASION, OCCASIONS
from app.resolution.frames import body_starts
from app.resolution.heads import NOT_AT_IT
from app.resolution.relative_dates import meaning
from app.resolution.sentences import points_ahead, sentences_of
from app.resolution.turns import Outside, is_of_a_vote

_AT = re.compile(r"\b(?:at|in|during)\s+(?:the |a |an |his |her )?$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\W*(?:And |But |Back |Also |Then )?(?:[Bb]ack )?[Ii]n ")
#: "Ruiz arrives in Rome on Monday": still to come, or the past of a caption.
_TRAVELS = re.compile(
    r"\b(?:arrives|travels|flies|heads|goes|departs|leaves|returns|visits|meets|tours)\b"
    r"(?:(?! (?:after|before|who|which|that|said|told|was|had)\b)[^.,;:“”\"])*$"
)
#: "Addressed a Monday hearing", "gave those attending a Jan. 7 rally some advice".
_TAKES_PART = re.compile(
    r"\b(?:told|telling|addressed|addressing|attended|attending|hosted|hosting|joined|joining)"
    r" (?:an?|the|his|her|their) $"
)
#: "After saying on Friday …, Ruiz left", "Ruiz had won on Friday": not of what is told next.
_BY_THE_WAY = re.compile(
    r"^\W*(?:After|Before|Despite|Having|Since|Until)\b[^,]*$|\b(?:had|[’']d) (?:\w+ly |also )?\w+"
)
#: "Held a rally", "hosted a forum": the occasion is what the sentence tells.
_HOLDS = re.compile(
    r"\b(?:held|holds|gave|delivered|hosted|holding|giving|delivering|hosting|addressed|addressing"
    r"|attended|attending|opened|joined)\s+(?:(?:an?|the|his|her|their) )?(?:[\w’'-]+ ){0,4}$"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence of the reporter's that sets a time, an occasion or both.

    `told` are its words without those quoted, `printed` is how it prints the date; `alone` says
    that it tells one time only, and not by the way or of something written.
    """

    sentence: Span
    paragraph: int
    depth: int
    told: str
    date: PartialDate | None
    printed: str
    alone: bool
    event: Draft | None


def moments_of(
    article: ParsedArticle,
    number: int,
    outside: Outside,
    drafts: Sequence[Draft],
    printed: PartialDate,
) -> list[Moment]:
    """The moments of an article that was printed on a known day, in order."""
    first, text = body_starts(article), article.text
    places = [(-1, span) for span in (article.headline_span, article.deck) if span]
    places += list(enumerate(article.paragraphs))
    occasions = [
        (span, draft)
        for draft in drafts
        if draft.type in OCCASIONS and not draft.upcoming
        for span in draft.articles.get(number, ())
    ]
    found = []
    for place, paragraph in places:
        here = [one for one in occasions if paragraph.contains(one[0])]
        for sentence in sentences_of(text, [paragraph]):
            dates = _dates_set(text, sentence, outside, printed)
            event = _occasion(text, sentence, outside, here)
            if dates or event:
                words, date = dates[0] if dates else (None, None)
                depth = max(place - first, min(place, 0))
                found.append(
                    Moment(
                        sentence,
                        place,
                        depth,
                        outside.of(sentence),
                        date,
                        words.words if words else "",
                        len({day for _, day in dates}) < 2
                        and not (
                            words and _BY_THE_WAY.search(text[sentence.start : words.span.start])
                        ),
                        event,
                    )
                )
    return found


def _dates_set(
    text: str, sentence: Span, outside: Outside, printed: PartialDate
) -> list[tuple[DateWords, PartialDate]]:
    """The past dates to which a sentence takes the telling."""
    found = []
    for words in find_date_words(text, sentence):
        if not outside.holds(words.span) or not _sets_time(text, sentence, words):
            continue
        date = meaning(words, printed, future=points_ahead(text, sentence, words.span))
        if date is not None and date.first <= printed.last:
            found.append((words, date))
    return found


def _sets_time(text: str, sentence: Span, words: DateWords) -> bool:
    before = text[sentence.start : words.span.start]
    if is_title(text, words) or is_of_a_vote(text, words.span) or OF_OTHER.search(before):
        return False
    if RELATIVE_CLAUSE.search(before) or (words.unit == "year" and words.direction == 0):
        return False
    if WILL_AIR.search(before):
        return False  # "in an interview to be broadcast on Friday": given before that
    if words.form is DateForm.WEEKDAY and _TRAVELS.search(before):
        return False
    if ATTRIBUTIVE.search(before) and _TAKES_PART.search(before):
        return OCCASION_AFTER.match(text, words.span.end) is not None
    belongs = POSSESSIVE.search(words.words) or ATTRIBUTIVE.search(before)
    if belongs and words.form is not DateForm.AGO and not _AT.search(before):
        return False
    return words.form is not DateForm.YEAR or _YEAR_FIRST.fullmatch(before) is not None


def _occasion(
    text: str, sentence: Span, outside: Outside, occasions: Sequence[tuple[Span, Draft]]
) -> Draft | None:
    """The one occasion to which a sentence takes the telling, if it tells of one."""
    found = {}
    for span, draft in occasions:
        before = text[sentence.start : span.start]
        if not sentence.contains(span) or not outside.holds(span) or NOT_AT_IT.search(before):
            continue
        if AT_OCCASION.search(before) or _HOLDS.search(before):
            found[id(draft)] = draft
    return next(iter(found.values())) if len(found) == 1 else None
