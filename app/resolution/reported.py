"""The one occasion that an article is a report of: its debate, speech, town hall or hearing.

Where the head of an article tells one such occasion to the day, who took part in it is quoted
from it throughout, but for what the article itself tells of another day or occasion.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, Quotation, SpeechKind
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_phrases import EventMention
from app.resolution.heads import (
    NOT_AT_IT,
    Head,
    contents_of,
    head_of,
    is_recent_day,
    tells_throughout,
)
from app.resolution.occasions import Circumstances
from app.resolution.reasons import published_when, quoted
from app.resolution.relative_dates import meaning
from app.resolution.turns import DAYS, Outside, is_of_a_vote, turns_away

_TO_COME = re.compile(r"\b(?:will|would|plans?|scheduled|upcoming|next|expected|set to)\b")
#: Who speaks of an occasion without having been heard at it.
_ONLOOKER = re.compile(
    r"\b(?:strategist|analyst|spokes\w+|professor|director|chair\w*|advis[eo]r|columnist|host|manager"
    r"|pollster|consultant|expert|historian|voter|resident|student|supporter|aide|activist|author"
    r"|editor|reporter|journalist|commentator|anchor|correspondent|teacher|scientist"
    r"|fellow (?:at|of)|delegate|operative|attorney|lawyer|executive|president of|founder|member"
    r"|organi[sz]er|pastor|mother|father|wife|husband|veteran|owner|worker)s?\b",
    re.IGNORECASE,
)
_DEBATE = re.compile(r"\bdebates?\b", re.IGNORECASE)
#: What only those do who stand before each other.
_ANSWERS = re.compile(
    r"(?:repl(?:ied|ies)|retort(?:ed|s)|interject(?:ed|s)|shot back|shoots back|fired back"
    r"|fires back|answer(?:ed|s)|counter(?:ed|s)|quipp?(?:ed|s)|interrupt(?:ed|s)"
    r"|respond(?:ed|s)|chimed in)\b"
)


@dataclass(frozen=True, slots=True)
class Report:
    """The occasion an article reports: `where` quotes the words of its head that tell it."""

    draft: Draft
    day: DateFinding
    where: str
    takers: tuple[str, ...]  # sentences of the reporter's that name it, with who took part
    answering: frozenset[str]  # who answers there: "Ruiz shot back"
    away: tuple[bool, ...]  # per paragraph, whether the article tells of something else there
    in_present: bool  # it tells in the present throughout: "Ruiz says"
    leads: bool  # headline, deck or lead name it: paraphrases are of it as well

    def hears(self, one: Circumstances, kind: SpeechKind) -> bool:
        """Whether words that say nothing of their occasion were said at the one reported."""
        if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON or not one.called:
            return False
        if one.given_out or one.of_earlier or one.via is not None:
            return False
        if kind is SpeechKind.INDIRECT and not self.leads:
            return False
        if one.present and not self.in_present:
            return False
        paragraph = one.frame.paragraph
        if paragraph >= len(self.away) or (paragraph >= 0 and self.away[paragraph]):
            return False
        if one.key in self.answering:
            return True
        name = re.compile(rf"\b{one.called_pattern}\b")
        return any(name.search(words) for words in self.takers)

    def put_if_heard(self, one: Circumstances, kind: SpeechKind) -> None:
        """Puts words of its day at the occasion where they were said at it."""
        if one.event is None and one.said_on.date == self.day.date and self.hears(one, kind):
            told = one.said_on
            self.put(one)
            one.said_on = told

    def put_what_came_to_it(
        self, found: Sequence[Circumstances], quotations: Sequence[Quotation]
    ) -> None:
        """Puts words at a debate that the thread of its report has come to date to its day."""
        if not (self.leads and self.draft.type == "debate"):
            return
        for one, quotation in zip(found, quotations, strict=True):
            free = not (one.own or one.elsewhere or quotation.nested_in is not None)
            said, day = one.said_on.date, self.day.date
            begins = said is not None and day is not None and said.first == day.first
            free = free and begins and one.event is None and one.key in self.answering
            if free and self.hears(one, quotation.kind):
                self.put(one)

    def put(self, one: Circumstances) -> None:
        """Puts words at the occasion, with its day and place."""
        who = f"the head of the article reports {self.where}, where {one.key} took part"
        one.event, one.event_reason = self.draft, who
        one.said_on = DateFinding(self.day.date, DateBasis.INFERRED, f"{who}: {self.day.reason}")
        if one.place is None and self.draft.place:
            one.place = Finding(self.draft.place, f'"{self.draft.words}" was held there')


def occasion_reported(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> Report | None:
    """The one occasion that the head of an article tells to the day; None where there are more."""
    if published.date is None:
        return None
    head = head_of(article, sorted(contents_of(extraction, article.text)), published)
    told = _told_in_head(article, number, head, drafts, published)
    if any(draft.type == "debate" for draft, _, _ in told):
        # "Rivals clash in debate": a "forum" of that day in the deck is the same
        told = [one for one in told if one[0].type == "debate" or one[1].noun != "forum"]
    days = {day.date for _, _, day in told}
    if not told or len(days) != 1 or len({id(draft) for draft, _, _ in told}) > 1:
        return None
    draft, mention, day = told[0]
    if day.date is None:
        return None
    outside = head.outside
    leads = mention.sentence == head.told_in or any(
        span.start < head.lead_ends and outside.holds(span) for span in draft.articles[number]
    )
    leads = leads or (draft.type == "debate" and _is_headlined(article))
    closely = leads and draft.type == "debate"
    takers = _takers(article, number, draft, outside)
    answering = _answering(article.text, draft, found)
    return Report(
        draft,
        day,
        quoted(mention.span.of(article.text)),
        takers,
        answering | _debaters(article, mention, extraction, found, takers, answering),
        turns_away(article, number, drafts, draft, day.date, published, outside, closely=closely),
        _tells_in_present(found),
        leads,
    )


def _is_headlined(article: ParsedArticle) -> bool:
    """Whether the headline has the word for a debate: "Fiery words on the debate stage"."""
    return bool(_DEBATE.search(article.headline or ""))


def _told_in_head(
    article: ParsedArticle,
    number: int,
    head: Head,
    drafts: Sequence[Draft],
    published: DateFinding,
) -> list[tuple[Draft, EventMention, DateFinding]]:
    """The occasions that headline, deck and first paragraphs tell to a recent day."""
    found = []
    for draft in drafts:
        throughout = any(tells_throughout(draft.type, m.noun) for m in draft.mentions)
        if not throughout or draft.upcoming or number not in draft.articles:
            continue
        spans = set(draft.articles[number])
        for mention in draft.mentions:
            if mention.span not in spans or mention.span.start >= head.ends:
                continue
            before = article.text[mention.sentence.start : mention.span.start]
            if not head.outside.holds(mention.span) or NOT_AT_IT.search(before):
                continue
            day = _day(draft, head.outside.of(mention.sentence), published)
            if day is not None:
                found.append((draft, mention, day))
                break
    return found


def _day(draft: Draft, sentence: str, published: DateFinding) -> DateFinding | None:
    """The recent day of an occasion, by its own date or else by the only day of its sentence."""
    told = published.date
    held = None if draft.guessed else draft.date.date
    if told is None:
        return None
    if held is not None:
        return draft.date if is_recent_day(held, told) else None
    if _TO_COME.search(sentence):
        return None
    days = {}
    for words in find_date_words(sentence):
        date = meaning(words, told, future=False)
        if words.form in DAYS and date is not None and not is_of_a_vote(sentence, words.span):
            days[date] = words.words
    if len(days) != 1:
        return None
    ((date, printed),) = days.items()
    if not is_recent_day(date, told):
        return None
    reason = f'"{printed}" in an article {published_when(published)}'
    return DateFinding(date, DateBasis.INFERRED, reason)


def _takers(article: ParsedArticle, number: int, draft: Draft, outside: Outside) -> tuple[str, ...]:
    """What the sentences say that name the occasion: at a debate all, else up to its name."""
    spans, found = set(draft.articles[number]), []
    for mention in draft.mentions:
        if mention.span not in spans or not outside.holds(mention.span):
            continue
        before = Span(mention.sentence.start, mention.span.start)
        if NOT_AT_IT.search(before.of(article.text)):
            continue
        whole = mention.sentence if draft.type == "debate" else before
        found.append(outside.of(whole))
    return tuple(found)


def _answering(text: str, draft: Draft, found: Sequence[Circumstances]) -> frozenset[str]:
    """Who is told to be at the occasion, or to answer others at a debate."""
    return frozenset(
        one.key
        for one in found
        if one.key is not None
        and (
            one.event is draft
            or (draft.type == "debate" and _ANSWERS.match(text, one.frame.anchor))
        )
    )


def _debaters(
    article: ParsedArticle,
    mention: EventMention,
    extraction: Extraction,
    found: Sequence[Circumstances],
    takers: Sequence[str],
    answering: frozenset[str],
) -> frozenset[str]:
    """Who is quoted again and again, and is no onlooker, where the lead reports a debate.

    Only where most of the words in the article are those of people told to take part in it.
    """
    if mention.type != "debate" or mention.span.start >= article.paragraphs[0].end:
        return frozenset()
    times: Counter[str] = Counter()
    for quotation, one in zip(extraction.quotations, found, strict=True):
        if one.key is None or one.frame.paragraph < 0 or quotation.kind is SpeechKind.INDIRECT:
            continue
        roles = [quotation.attribution.role or ""]
        if quotation.attribution.entity is not None:
            roles += extraction.entities[quotation.attribution.entity].roles
        aside = one.given_out or any(_ONLOOKER.search(role) for role in roles)
        times[one.key] += -len(found) if aside else 1
    people = [one for one in found if one.called and one.key is not None]
    told = " ".join(takers)
    there = [o for o in people if o.key in answering or f" {o.called}" in told]
    if 2 * len(there) < len(people):
        return frozenset()
    return frozenset(key for key, count in times.items() if count > 1)


def _tells_in_present(found: Sequence[Circumstances]) -> bool:
    """Whether most of the words of an article are told in the present, as live reports do."""
    told = [
        one for one in found if one.frame.paragraph >= 0 and one.frame.cue_end > one.frame.anchor
    ]
    return len(told) > 3 and 2 * sum(one.present for one in told) > len(told)
