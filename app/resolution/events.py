"""The events that articles of one document mention, each once, with date, place and people."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from app.domain.dates import (
    DateBasis,
    DateFinding,
    DatePrecision,
    PartialDate,
)
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.domain.occasions import PLANNED
from app.domain.quotations import Extraction
from app.domain.resolved import ResolvedEvent
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_known import is_of_another_day, known_event
from app.resolution.event_mentions import mentions_in
from app.resolution.event_names import name_all
from app.resolution.event_people import EventPeople
from app.resolution.event_phrases import EventMention
from app.resolution.event_places import is_wide, places_named, state_of, with_place
from app.resolution.event_rules import (
    CALLED_OFF,
    is_just_before,
    is_light,
    is_process,
    is_specific,
    may_be_same,
)
from app.resolution.event_times import day_meant
from app.resolution.event_words import GATHERINGS
from app.resolution.heads import Head, contents_of, head_of, is_reported
from app.resolution.known_events import KnownEvents, known_events
from app.resolution.name_forms import NameForms, name_forms
from app.resolution.own_places import town_of_house
from app.resolution.reasons import in_words, published_when, quoted
from app.resolution.sentences import sentences_of

#: Told of for years: that they are told as news says nothing of their day.
_OF_ANY_TIME = frozenset({"treaty", "document", "resolution", "death"})
_NO_PLACES = frozenset({"PERSON", "ORG", "NORP"})
_ON_THE_DAY = frozenset({"briefing", "interview", "speech"})
_AFTER = re.compile(
    r" (?:after|following|at the end of|during|on the sidelines of) (?:the |a |an )?"
)
_JOINT = re.compile(r"\b[Jj]oint (?:press|news|media) (?:conference|briefing)")
_NEAR_TALKS = 600  # characters between talks and the joint press conference after them
_REMEMBERED = 200  # events told of last, among which a mention may mean one
_RECENT = timedelta(days=120)  # how far back news looks when it gives no date


def find_events(
    articles: Sequence[ParsedArticle],
    published: Sequence[DateFinding],
    gazetteer: Gazetteer,
    extractions: Sequence[Extraction] = (),
) -> list[Draft]:
    """The events of all articles of a document, in the order of their first mention.

    `extractions` tell who the people are whom the articles name.
    """
    known, forms = known_events(gazetteer), name_forms(gazetteer)
    no_places = sorted(m.span for e in extractions for m in e.mentions if m.label in _NO_PLACES)
    places = places_named(articles, extractions)
    drafts: list[Draft] = []
    for number, article in enumerate(articles):
        date = published[number]
        contents = sorted(q for e in extractions[number:][:1] for q in contents_of(e, article.text))
        head = head_of(article, contents, date)
        for sentence in _sentences(article):
            placed = [
                (mention, draft)
                for found in mentions_in(article.text, sentence, known)
                if (mention := with_place(article.text, found, places, no_places))
                if (
                    draft := _place(drafts, number, mention, article.text, date, known, forms, head)
                )
            ]
            for first, second in pairwise(sorted(placed, key=lambda pair: pair[0].span.start)):
                if _follows(article.text, first[0], second[0]):
                    first[1].after = second[1]
    told_in: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for number in draft.articles:
            told_in[number].append(draft)
    for number, told in sorted(told_in.items()):
        _put_after_talks(told, number)
    for draft in sorted(drafts, key=lambda d: d.after is not None):
        draft.process = draft.process and not draft.names
        named = draft.names or (
            _names_beside(draft, articles[0].text, forms) if draft.process else ()
        )
        draft.bodies = forms.bodies_among(named)
        _complete(draft, [published[n] for n in draft.articles], articles[0].text)
        draft.place = draft.place or _town(draft, articles)
    people = EventPeople(extractions, gazetteer, published)
    name_all(drafts, articles[0].text if articles else "", people)
    return drafts


def _sentences(article: ParsedArticle) -> list[Span]:
    above = [span for span in (article.headline_span, article.deck) if span]
    return list(sentences_of(article.text, [*above, *article.paragraphs]))


def _town(draft: Draft, articles: Sequence[ParsedArticle]) -> str | None:
    """The town of a dateline in whose university, hall or palace an event was held."""
    if draft.on_air or draft.known is not None:
        return None
    lines = [articles[number].dateline for number in draft.articles]
    towns = [town_of_house(draft.told, line.place) for line in lines if line is not None]
    return next((town for town in towns if town), None)


def _names_beside(draft: Draft, text: str, forms: NameForms) -> set[str]:
    """The names in the sentences that tell of a course of talks: those who negotiate."""
    return {
        forms.one(name)
        for mention in draft.mentions
        for name in forms.names_in(mention.sentence.of(text))
    }


def _place(
    drafts: list[Draft],
    article: int,
    mention: EventMention,
    text: str,
    published: DateFinding,
    events: KnownEvents,
    forms: NameForms,
    head: Head,
) -> Draft | None:
    """Adds a mention to the event it means, or to a new one where it is specific enough."""
    at = text.lower().find(mention.noun, *mention.span) if mention.noun else -1
    if CALLED_OFF.search(text, mention.sentence.start, max(at, mention.span.start)):
        return None
    seen = _seen(mention, text, published, forms)
    if mention.known and is_of_another_day(mention, seen):
        mention = replace(mention, known=())
    seen.known = known_event(mention, seen, events, forms, published)
    if mention.by_date and seen.known is None:
        return None  # "told lawmakers in Lisbon in March": no event that is known there and then
    reported = seen.known is None and is_reported(mention, text, head)
    # An interview in the lead is of it, but the day told there may be of what struck somebody.
    dates = mention.type != "interview" or mention.sentence == head.told_in
    if reported and dates and seen.date.date is None and head.day is not None:
        seen.date = _day_of_head(mention, head, head.day, published)
    target = _meant(drafts, seen, mention, text)
    specific = reported or is_specific(mention, seen, text)
    if target is None:
        if not specific and not is_light(mention, seen, text):
            return None
        drafts.append(target := Draft(seen.type, upcoming=seen.upcoming, light=True))
        target.process = is_process(mention, text)
    _add(target, mention, seen, article, forms, specific=specific)
    target.quoted = target.quoted and _is_quoted(mention, text)
    if target.known is not None and target.known.date and published.date:
        target.recent = is_just_before(target.known.date, published.date)
    return target


def _day_of_head(
    mention: EventMention, head: Head, day: DateFinding, published: DateFinding
) -> DateFinding:
    """The day of the head for an occasion reported; of a briefing on what befell then, or since.

    "The bank failed on Monday. At a news conference, Ruiz said": on Monday or after.
    """
    same = mention.type != "briefing" or mention.sentence == head.told_in or head.speaks
    if same or day.date is None or published.date is None:
        return day
    since = PartialDate.between(day.date.first, published.date.last, DatePrecision.RANGE)
    reason = f"told after {day.reason}, between these"
    return DateFinding(since if since.first < since.last else day.date, day.basis, reason)


def _meant(drafts: list[Draft], seen: Draft, mention: EventMention, text: str) -> Draft | None:
    """The event told of last that a mention may mean.

    "The meeting", told by the reporter, is one of which the reporter told, before any that
    somebody speaks of: "“Since the Lisbon summit we have waited,” she said".
    """
    last = drafts[: -_REMEMBERED - 1 : -1]
    found = (draft for draft in last if may_be_same(draft, seen, mention, text))
    first = next(found, None)
    if first is None or not (first.quoted and mention.anaphoric) or _is_quoted(mention, text):
        return first
    return next((draft for draft in found if not draft.quoted), first)


def _is_quoted(mention: EventMention, text: str) -> bool:
    """Whether a mention stands within quotation marks that its sentence opens."""
    before = text[mention.sentence.start : mention.span.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _add(
    target: Draft,
    mention: EventMention,
    seen: Draft,
    article: int,
    forms: NameForms,
    *,
    specific: bool,
) -> None:
    """Adds to an event what a mention of it, as `seen` alone, tells."""
    target.light = target.light and not specific
    target.mentions.append(mention)
    target.on_air = target.on_air or bool(mention.on_air)
    target.articles.setdefault(article, []).append(mention.span)
    target.names |= seen.names
    target.people |= seen.people
    if seen.place and (target.place is None or (is_wide(target.place) and not is_wide(seen.place))):
        target.place, target.place_in = seen.place, seen.place_in
    if seen.told not in target.told:  # told alike a thousand times it is searched once
        target.told = f"{target.told}; {seen.told}"
    target.topic = target.topic or seen.topic
    target.known = target.known or seen.known
    if target.known is not None:
        target.type = target.known.type
        target.names |= {forms.one(n) for p in target.known.participants for n in forms.names_in(p)}
    if seen.date.date is not None and (
        target.date.date is None or _is_closer(seen.date.date, target.date.date)
    ):
        target.date = seen.date


def _is_closer(one: PartialDate, other: PartialDate) -> bool:
    """Whether a date says as much as another, or more."""
    return one.precision is DatePrecision.DAY or one.last - one.first < other.last - other.first


def _follows(text: str, first: EventMention, second: EventMention) -> bool:
    """ "A press briefing following talks": the two were held on one day in one place."""
    between = text[first.span.end : second.span.start]
    return first.type in _ON_THE_DAY and bool(_AFTER.fullmatch(between))


def _put_after_talks(drafts: Sequence[Draft], article: int) -> None:
    """Puts joint press conferences right after the talks of which an article tells before them."""
    for draft in drafts:
        if draft.after is not None or draft.type != "briefing" or not _JOINT.search(draft.told):
            continue
        start = draft.articles[article][0].start
        before = [
            (other.articles[article][0].start, number)
            for number, other in enumerate(drafts)
            if other.type in GATHERINGS and not other.upcoming and other.after is None
        ]
        near = [number for at, number in before if 0 < start - at <= _NEAR_TALKS]
        if len(near) == 1:
            draft.after = drafts[near[0]]


def _seen(mention: EventMention, text: str, published: DateFinding, forms: NameForms) -> Draft:
    """What this mention alone tells of its event."""
    draft = Draft(mention.type, upcoming=mention.upcoming)
    draft.names = {forms.one(name) for name in mention.names}
    people = forms.names_in(mention.sentence.of(text))
    draft.people = {name for name in people if not forms.is_body(name)}
    draft.place = mention.place or (
        None if mention.called or mention.on_air else forms.place_in(mention.span.of(text))
    )
    draft.place_in = state_of(draft.place, text)
    draft.told = mention.span.of(text)
    draft.topic = mention.topic
    for words in mention.dates:
        if date := day_meant(text, mention.sentence, words, mention.told, published.date):
            basis = DateBasis.STATED if words.year else DateBasis.INFERRED
            told = "" if words.year else f" in an article {published_when(published)}"
            draft.date = DateFinding(date, basis, f'"{words.words}"{told}')
            if published.date is not None and not date.may_be(published.date):
                draft.upcoming = date.first > published.date.last
            break
        if published.date is None:
            break  # "this week", of a report whose day is not known: no later date is its own
    return draft


def _complete(draft: Draft, published: Sequence[DateFinding], text: str) -> None:
    """Takes date and place from knowledge, or dates what is told as news to about its report."""
    if draft.known is not None:
        draft.place = draft.known.place or draft.place
        if draft.known.date is not None:
            origin = "told by another article" if draft.known.told_by else "known beforehand"
            reason = f"{quoted(draft.mentions[0].span.of(text))} is {draft.known.name}, {origin}"
            draft.date = DateFinding(draft.known.date, DateBasis.INFERRED, reason)
        return
    if draft.after is not None:
        draft.place = draft.place or draft.after.place
        if draft.date.date is None:
            reason = f"held right after this: {draft.after.date.reason}"
            draft.date = DateFinding(draft.after.date.date, draft.after.date.basis, reason)
        return
    told = [finding.date for finding in published if finding.date]
    # An interview with nobody named may be of any time; what another paper has is cited soon.
    of_any_time = draft.type in _OF_ANY_TIME or (draft.type == "interview" and not draft.names)
    if draft.date.date is None and told and not draft.upcoming and not of_any_time:
        first, last = min(d.first for d in told) - _RECENT, max(d.last for d in told)
        # Across the turn of the year such a range would say nothing.
        first = max(first, last.replace(month=1, day=1)) if first.year != last.year else first
        range_ = PartialDate.between(first, last, DatePrecision.RANGE)
        reason = f"told as news, without a date, in an article published {in_words(told[0])}"
        draft.date, draft.guessed = DateFinding(range_, DateBasis.INFERRED, reason), True


def resolved_events(
    drafts: Sequence[Draft], article: int, participants: dict[str, tuple[str, ...]]
) -> tuple[ResolvedEvent, ...]:
    """The events that one article mentions, as they are stored and shown."""
    found = []
    for draft in drafts:
        if article not in draft.articles:
            continue
        who = draft.known.participants if draft.known else draft.bodies
        found.append(
            ResolvedEvent(
                name=draft.name,
                type=PLANNED if draft.upcoming and not draft.known else draft.type,
                date=draft.date,
                place=draft.place,
                participants=tuple(dict.fromkeys((*who, *participants.get(draft.name, ())))),
                mentions=_one_at_each_place(draft.articles[article]),
                reason=draft.date.reason,
                known=draft.known is not None,
            )
        )
    return tuple(found)


def _one_at_each_place(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The mentions of an event in an article in order: of those that begin together the longest."""
    longest = {span.start: span for span in sorted(spans)}
    return tuple(longest[start] for start in sorted(longest))
