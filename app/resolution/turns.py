"""Where an article turns from the occasion it reports to another day or occasion."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.domain.date_words import DateForm, find_date_words
from app.domain.dates import DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_words import AT_OCCASION, OCCASIONS
from app.resolution.relative_dates import meaning
from app.resolution.tellings import ANOTHER_OCCASION, GIVEN_OUT

#: Forms of dates that name one day.
DAYS = frozenset({DateForm.DAY, DateForm.WEEKDAY, DateForm.NEAR_DAY, DateForm.AGO, DateForm.FEAST})
_ROUND = timedelta(days=60)  # days so near are another occasion; older ones are what is spoken of
_AN_OCCASION, _A_DAY = 4, 2  # paragraphs for which another occasion, or day, goes on being told
_LONGEST = 5_000  # characters of words said that start before the span looked at
#: Words of the sentence that put what it tells at some other place than the occasion.
_ELSEWHERE = re.compile(
    r"\b(?:told|tells) (?:reporters|the (?:press|media)|[A-Z]{2,}|The [A-Z]\w+"
    r"|(?:Fox|Breitbart|Politico|Reuters|ABC|NBC|CBS|MSNBC|USA)\b)"
    r"|\b(?:[Aa]fter(?:ward\w*)? the debate|[Bb]efore the debate"
    r"|spin room|backstage|in an? (?:ad|interview|email|e-mail|speech|tweet|statement)"
    r"|on (?:Twitter|Facebook)|tweeted|spokes(?:man|woman|person))\b"
)
_TOLD_REPORTERS = re.compile(r"\b(?:told|tells) (?:reporters|the (?:press|media))\b")
_WITH_REPORTERS = frozenset({"briefing", "interview"})
#: Words that put it at some other time, where they are not of what was spoken about.
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:[Aa]fter(?:ward\w*)? the|[Aa]fterwards?|[Bb]efore the|[Ll]ater|[Ee]arlier|[Pp]reviously"
    r"|years? ago)\b"
)
#: "The primary on Tuesday": the day of a vote is no day on which was spoken.
_OF_A_VOTE = re.compile(
    r"\b(?:primar(?:y|ies)|caucus(?:es)?|elections?|contests?|vot(?:e|es|ing))(?: [\w.]+){0,3} $"
)
_VOTE_AFTER = re.compile(
    r"(?:[’']s)? (?:[\w-]+ ){0,3}(?:primar(?:y|ies)|caucus(?:es)?|elections?|contests?|votes?)\b"
)
_YEARS_BACK = re.compile(r"\W*(?:Back )?[Ii]n (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
#: "On Friday the crew met": a paragraph that is of another day from its first word.
_DAY_FIRST = re.compile(r"\W*(?:On |Last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Outside:
    """The reporter's own words: those that nobody is quoted with."""

    text: str
    contents: Sequence[Span]

    def of(self, span: Span) -> str:
        """The words of a span, those said in it replaced by a dash."""
        first = bisect_right(self.contents, Span(span.start - _LONGEST, 0))
        words, start = [], span.start
        for content in self.contents[first:]:
            if content.start >= span.end:
                break
            if content.end > start:
                words.append(self.text[start : max(start, content.start)])
                start = content.end
        words.append(self.text[start : span.end] if start < span.end else "")
        return " - ".join(words)

    def holds(self, span: Span) -> bool:
        """Whether a span is of the reporter's words."""
        first = bisect_right(self.contents, Span(span.start - _LONGEST, 0))
        for content in self.contents[first:]:
            if content.start > span.start:
                return True
            if content.end > span.start:
                return False
        return True


def turns_away(
    article: ParsedArticle,
    number: int,
    drafts: Sequence[Draft],
    draft: Draft | None,
    day: PartialDate,
    published: DateFinding,
    outside: Outside,
    *,
    closely: bool = False,
) -> tuple[bool, ...]:
    """Per paragraph, whether it is told from another day or occasion than `draft` on `day`.

    `closely` says that the article reports the occasion from end to end: it comes back to it
    after each paragraph that tells of another.
    """
    to_reporters = draft is not None and draft.type in _WITH_REPORTERS
    own = draft.articles[number] if draft is not None else ()
    others = [
        span
        for other in drafts
        if other is not draft and _is_another(other, draft, day)
        for span in other.articles.get(number, ())
    ]
    left, found = 0, []  # paragraphs that are still told from elsewhere
    for paragraph in article.paragraphs:
        words = outside.of(paragraph)
        if to_reporters:
            words = _TOLD_REPORTERS.sub("said", words)
        there = any(
            paragraph.contains(span)
            and outside.holds(span)
            and (not closely or AT_OCCASION.search(article.text[paragraph.start : span.start]))
            for span in others
        )
        if there:
            left = 1 if closely else _AN_OCCASION
        elif _names_another_day(words, day, published):
            left = max(left, 1 if closely and not _DAY_FIRST.match(words) else _A_DAY)
        elif any(paragraph.contains(span) and outside.holds(span) for span in own):
            left = 0
        found.append(left > 0 or _is_set_apart(words, closely=closely))
        left -= left > 0
    return tuple(found)


def _is_set_apart(words: str, *, closely: bool) -> bool:
    apart = (_ELSEWHERE, ANOTHER_OCCASION, GIVEN_OUT, *(() if closely else (_AT_ANOTHER_TIME,)))
    return bool(_YEARS_BACK.match(words)) or any(pattern.search(words) for pattern in apart)


def _is_another(other: Draft, draft: Draft | None, day: PartialDate) -> bool:
    """Whether an event is an occasion of its own, not the one reported under another word."""
    if other.type not in OCCASIONS or other.upcoming:
        return False
    held = None if other.guessed else other.date.date
    if held is not None:
        return not held.may_be(day)
    return draft is None or other.type != draft.type


def _names_another_day(words: str, day: PartialDate, published: DateFinding) -> bool:
    for found in find_date_words(words):
        date = meaning(found, published.date, future=False)
        if found.form not in DAYS or date is None or date.may_be(day):
            continue
        if is_of_a_vote(words, found.span):
            continue
        if abs(date.last - day.first) <= _ROUND:
            return True
    return False


def is_of_a_vote(text: str, day: Span) -> bool:
    """Whether the words of a day tell when people vote: "the primary on Tuesday"."""
    before = text[max(0, day.start - 40) : day.start]
    return bool(_OF_A_VOTE.search(before) or _VOTE_AFTER.match(text, day.end))
