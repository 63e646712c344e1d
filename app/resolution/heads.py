"""What the head of an article, its headline, deck and first paragraphs, tells of the day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.domain.date_words import DateForm, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.quotations import Extraction
from app.domain.spans import Span
from app.resolution.date_clauses import RELATIVE_CLAUSE, WILL_AIR
from app.resolution.dated_things import is_title
from app.resolution.event_phrases import EventMention
from app.resolution.event_rules import is_a_verb
from app.resolution.event_words import AT_OCCASION, EVENT_NOUN
from app.resolution.frames import body_starts, words_said
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.sentences import points_ahead, sentences_of
from app.resolution.turns import DAYS, Outside, is_of_a_vote

_HEAD = 3  # paragraphs of running text
_RUNNING = 40  # characters; what is shorter ("FULL TEXT.") is no paragraph of running text
_RECENT = timedelta(days=6)
_FAR = frozenset({DateForm.MONTH, DateForm.SEASON, DateForm.YEAR, DateForm.AGO, DateForm.COUNTED})
_BEHIND = 60  # characters behind an occasion in which its own time stands
_RIGHT_BEHIND = re.compile(
    r",? (?:(?:with|in|at|on) (?:the )?(?:[A-Z][\w.’'-]* ?){1,4},? )?"
    r"(?:(?:in|on|just|only|about|back|late|early|some|nearly|almost|more than) )*"
)

#: Words before an occasion that set what is told apart from it.
NOT_AT_IT = re.compile(
    r"\b(?:ahead of|prior to|wake of|aftermath of|days? (?:of|from)|despite|about(?! \d)"
    r"|reaction to|responded to|criticism of|skip\w*|cancel\w*|boycott\w*|watch\w*|prepar\w+ for"
    r"|recap\w* of|than|(?:call|ask|push|appeal)\w* for)\s+(?:[\w’'-]+ ){0,4}$"
    r"|\b(?:after|following|before|since|until)\b[^,;]*$",
    re.IGNORECASE,
)
#: What is told blow by blow; of a meeting or a summit others speak elsewhere, and before.
TOLD_THROUGHOUT = frozenset({"debate", "rally", "speech", "hearing", "briefing", "interview"})
#: What a report may be of where somebody is said to speak there: "at the spring meeting".
_ATTENDED = frozenset({"meeting", "conference"})
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:first|second|third|fourth|last|next|previous|earlier|past|recent|final|other|another|different|separate|each|every"
    r"|any|no|more|future|upcoming|planned|possible|one-on-one|policy|public|national)\b",
    re.IGNORECASE,
)
#: "Her comment Monday": that day is not of what the article reports.
_OF_WORDS = re.compile(r"\b(?:comments?|remarks?|statements?|announcements?|claims?) (?:on )?$")


#: What those who brief the press did on the day they did so.
_MEETS = re.compile(
    rf"{EVENT_NOUN.pattern}|\b(?:met|visit\w*|hosted|spoke|speaking|appear\w*|announc\w+|unveil\w+"
    r"|call(?:ed|ing) (?:on|for)|criticiz\w+|attacked|accused|defended|responded|urged|warned)\b"
)
_ARTICLE = 3  # characters of "an "
#: "She repeated the claim in an interview": that was on another day.
_SAID_AGAIN = re.compile(
    r"\b(?:repeat|reiterat|echo|restat)\w* [^,;]*\b(?:in|at|during) an? ?(?:[\w-]+ ?){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article: where its lead and its last paragraph end, and the day it tells.

    `day` is the recent day that the first sentence to name one names, None where none does.
    `outside` are the reporter's own words.
    """

    lead_ends: int
    ends: int
    day: DateFinding | None
    told_in: Span | None  # the sentence that names the day
    outside: Outside
    speaks: bool = False  # whether somebody speaks or meets others in that sentence


def contents_of(extraction: Extraction, text: str) -> Iterator[Span]:
    """The words that somebody says in an article, without the day and occasion of their verb."""
    for quotation in extraction.quotations:
        yield from words_said(quotation, text)


def is_reported(mention: EventMention, text: str, head: Head) -> bool:
    """Whether a mention, however bare, is of the occasion that the head of an article reports.

    "Rivals spar in debate" and, below it, "on Thursday night": the debate of that Thursday.
    """
    words = mention.span.of(text)
    before = text[mention.sentence.start : mention.span.start]
    attended = mention.type in _ATTENDED and AT_OCCASION.search(before) and len(words.split()) > 2
    return (
        bool(attended or tells_throughout(mention.type, mention.noun))
        and _stands_in(mention, head)
        and head.day is not None
        and not mention.upcoming
        and not words.lower().endswith("s")
        and head.outside.holds(mention.span)
        and not _OF_ANOTHER_TIME.search(words)
        and not (NOT_AT_IT.search(before) or _SAID_AGAIN.search(before + words[:_ARTICLE]))
        and not is_a_verb(mention, text)
        and (mention.sentence == head.told_in or not _is_of_another_date(mention, text))
    )


def _is_of_another_date(mention: EventMention, text: str) -> bool:
    """Whether a sentence sets what it tells in another time: "In May, she told a hearing …".

    So does a time right behind it: "in a speech four days before the invasion".
    """
    lead = Span(mention.sentence.start, mention.span.start)
    behind = Span(mention.span.end, min(mention.sentence.end, mention.span.end + _BEHIND))
    return any(words.form in _FAR for words in find_date_words(text, lead)) or any(
        words.form in _FAR and _RIGHT_BEHIND.fullmatch(text, behind.start, words.span.start)
        for words in find_date_words(text, behind)
    )


def head_of(article: ParsedArticle, contents: Sequence[Span], published: DateFinding) -> Head:
    """The head of an article, whose `contents` are the words that somebody says in it."""
    first = body_starts(article)
    body = [p for p in article.paragraphs[first:] if p.end - p.start > _RUNNING][:_HEAD]
    running = [*(p for p in article.paragraphs[:first] if p.end - p.start > _RUNNING), *body]
    outside = Outside(article.text, contents)
    if not running:
        return Head(0, 0, None, None, outside)
    above = [span for span in (article.headline_span, article.deck) if span]
    day, told_in = None, None
    for sentence in sentences_of(article.text, [*above, *running]):
        day = _day_told(article.text, sentence, outside, published)
        if day is not None:
            told_in = sentence
            break
    speaks = told_in is not None and (
        _MEETS.search(article.text, *told_in) is not None
        or any(told_in.overlaps(content) for content in contents)
    )
    return Head((body or running)[0].end, running[-1].end, day, told_in, outside, speaks)


def _stands_in(mention: EventMention, head: Head) -> bool:
    """Whether a mention stands where an article says what it reports.

    Interviews are given beside what is reported; they count in the lead or beside its day.
    """
    start = mention.span.start
    if start < head.lead_ends or mention.sentence == head.told_in:
        return True
    return start < head.ends and mention.type != "interview"


def tells_throughout(kind: str, noun: str) -> bool:
    """Whether an article can tell an occasion of this sort from end to end."""
    return kind in TOLD_THROUGHOUT or noun == "forum"


def is_recent_day(held: PartialDate, told: PartialDate) -> bool:
    """Whether a date is one day, of the week in which an article of the day `told` appeared."""
    return held.first == held.last <= told.last and told.first - held.last <= _RECENT


def _day_told(
    text: str, sentence: Span, outside: Outside, published: DateFinding
) -> DateFinding | None:
    """The one recent day that the reporter's words of a sentence name as past."""
    if published.date is None:
        return None
    days = {}
    for words in find_date_words(text, sentence):
        if words.form not in DAYS or words.form is DateForm.AGO or not outside.holds(words.span):
            continue
        before = text[sentence.start : words.span.start]
        if is_title(text, words) or is_of_a_vote(text, words.span):
            continue
        if _OF_WORDS.search(before) or RELATIVE_CLAUSE.search(before) or WILL_AIR.search(before):
            continue
        date = meaning(words, published.date, future=points_ahead(text, sentence, words.span))
        if date is not None and is_recent_day(date, published.date):
            days[date] = words.words
    if len(days) != 1:
        return None
    ((date, printed),) = days.items()
    reason = f'"{printed}" in an article {published_when(published)}'
    return DateFinding(date, DateBasis.INFERRED, reason)
