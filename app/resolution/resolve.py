"""From quotations to statements: who, as whom, when, where, at which event, on which issue."""

from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.quotations import Extraction
from app.domain.resolved import (
    EventRelation,
    Finding,
    ResolvedArticle,
    ResolvedEvent,
    ResolvedSpeaker,
    ResolvedStatement,
)
from app.domain.spans import Span
from app.resolution.circumstances import Circumstances, find_circumstances
from app.resolution.events import Draft, find_events, resolved_events
from app.resolution.issues import IssueIndex
from app.resolution.offices import office_of
from app.resolution.positions import find_positions
from app.resolution.published import publication_dates
from app.resolution.speakers import resolve_speaker


def resolve(
    articles: Sequence[tuple[ParsedArticle, Extraction]], gazetteer: Gazetteer
) -> list[ResolvedArticle]:
    """The articles of one document with everything that is known of what was said in them.

    `gazetteer` may hold events that other articles tell: then they date these as well. Events
    carry one name throughout the document.
    """
    parsed = [article for article, _ in articles]
    published = publication_dates(parsed, gazetteer)
    drafts = find_events(parsed, published, gazetteer)
    issues = IssueIndex(gazetteer.issues)
    return [
        _resolve(article, number, extraction, published[number], drafts, issues, gazetteer)
        for number, (article, extraction) in enumerate(articles)
    ]


def events_told(resolved: ResolvedArticle) -> list[KnownEvent]:
    """The events that this article can tell others of: those that it dates to the day."""
    return [
        KnownEvent(
            name=event.name,
            type=event.type,
            date=event.date.date,
            place=event.place,
            participants=event.participants,
        )
        for event in resolved.events
        if not event.known and event.place and event.date.date and _is_a_day(event.date)
    ]


def _is_a_day(finding: DateFinding) -> bool:
    date = finding.date
    return date is not None and date.first == date.last


def _resolve(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    published: DateFinding,
    drafts: Sequence[Draft],
    issues: IssueIndex,
    gazetteer: Gazetteer,
) -> ResolvedArticle:
    speakers = [
        resolve_speaker(quotation.attribution, extraction, gazetteer)
        for quotation in extraction.quotations
    ]
    found = find_circumstances(article, number, extraction, speakers, published, drafts, gazetteer)
    on_issues = issues.of_statements(article, extraction.quotations, found)
    statements = tuple(
        ResolvedStatement(
            quotation=quotation,
            speaker=one.speaker,
            office=office_of(quotation.attribution, one.speaker, one.said_on, published, gazetteer),
            said_on=one.said_on,
            place=one.place,
            event=event,
            event_relation=relation,
            via=one.via,
            issues=tuple(on_issues[index]),
        )
        for index, (quotation, one) in enumerate(zip(extraction.quotations, found, strict=True))
        for event, relation in [_event(quotation.content, number, one, drafts)]
    )
    events = resolved_events(drafts, number, _participants(found))
    return ResolvedArticle(
        article=article,
        extraction=extraction,
        published=published,
        statements=statements,
        events=events,
        positions=tuple(find_positions(statements)),
    )


def _event(
    content: Sequence[Span], number: int, one: Circumstances, drafts: Sequence[Draft]
) -> tuple[Finding | None, EventRelation | None]:
    """The event a statement was made at, else the first that it speaks about."""
    if one.event is not None and number in one.event.articles:
        return Finding(one.event.name, one.event_reason), EventRelation.AT
    about = [
        (span.start, draft)
        for draft in drafts
        for span in draft.articles.get(number, ())
        if any(part.contains(span) for part in content)
    ]
    if not about:
        return None, None
    draft = min(about, key=lambda pair: pair[0])[1]
    return Finding(draft.name, "the words speak about it"), EventRelation.ABOUT


def _participants(found: Sequence[Circumstances]) -> dict[str, tuple[str, ...]]:
    people: dict[str, dict[str, None]] = {}
    for one in found:
        if one.event is not None and isinstance(one.speaker, ResolvedSpeaker) and one.speaker.name:
            people.setdefault(one.event.name, {})[one.speaker.name] = None
    return {event: tuple(names) for event, names in people.items()}


__all__ = ["DateBasis", "ResolvedEvent", "events_told", "resolve"]
