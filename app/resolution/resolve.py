"""From quotations to statements: who, as whom, when, where, at which event, on which issue."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.dates import DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownEvent, SpeakerKind
from app.domain.occasions import PLANNED
from app.domain.quotations import JOINTLY, Extraction, Quotation
from app.domain.resolved import (
    EventRelation,
    Finding,
    IssueFinding,
    ResolvedArticle,
    ResolvedEvent,
    ResolvedSpeaker,
    ResolvedStatement,
)
from app.domain.spans import Span
from app.resolution.circumstances import find_circumstances
from app.resolution.event_days import date_by_statements
from app.resolution.event_drafts import Draft
from app.resolution.event_joining import join_told
from app.resolution.event_names import name_after_speakers, says_too_little
from app.resolution.event_words import EVENT_NOUN, EVENT_TYPES, OCCASIONS
from app.resolution.events import find_events, resolved_events
from app.resolution.fuller_roles import fuller_role
from app.resolution.issues import IssueIndex, issue_index
from app.resolution.namesakes import part_namesakes
from app.resolution.occasions import Circumstances
from app.resolution.offices import office_of
from app.resolution.past_roles import (
    is_before_office,
    is_told_as_past,
    past_role,
    stands_with_source,
)
from app.resolution.positions import find_positions
from app.resolution.published import publication_dates
from app.resolution.speakers import resolve_speaker
from app.resolution.told import people_told


def resolve(
    articles: Sequence[tuple[ParsedArticle, Extraction]], gazetteer: Gazetteer
) -> list[ResolvedArticle]:
    """The articles of one document with everything that is known of what was said in them.

    `gazetteer` may hold events that other articles tell: then they date these as well. Events
    carry one name throughout the document.
    """
    articles = [(article, part_namesakes(article, found)) for article, found in articles]
    parsed = [article for article, _ in articles]
    published = publication_dates(parsed, gazetteer)
    drafts = find_events(parsed, published, gazetteer, [e for _, e in articles])
    found = [
        find_circumstances(
            article,
            number,
            extraction,
            [
                resolve_speaker(q.attribution, extraction, gazetteer, published[number].date)
                for q in extraction.quotations
            ],
            published[number],
            drafts,
            gazetteer,
        )
        for number, (article, extraction) in enumerate(articles)
    ]
    everything = [one for each in found for one in each]
    _leave_shared_speeches(everything)
    date_by_statements(drafts, everything)
    name_after_speakers(drafts, _participants(everything))
    drafts = join_told(_telling(drafts, everything), everything, gazetteer)
    shared = _Shared(drafts, issue_index(gazetteer), gazetteer)
    return [
        _resolved(_Reported(article, number, extraction, published[number], found[number]), shared)
        for number, (article, extraction) in enumerate(articles)
    ]


def _telling(drafts: Sequence[Draft], found: Sequence[Circumstances]) -> list[Draft]:
    """The events whose names tell which are meant; statements at the others lose theirs."""
    attended = {id(one.event) for one in found}
    kept = [d for d in drafts if not says_too_little(d, attended=id(d) in attended)]
    names = {id(draft) for draft in kept}
    for one in found:
        if one.event is not None and id(one.event) not in names:
            one.event, one.event_reason = None, ""
    return kept


def _leave_shared_speeches(found: Sequence[Circumstances]) -> None:
    """A speech has one speaker: where it was given to two, whose it was is not known."""
    speakers = _participants(found)
    for one in found:
        speech = one.event is not None and one.event.type == "speech" and not one.event.known
        if one.event is not None and speech and len(speakers.get(one.event.name, ())) > 1:
            one.event, one.event_reason = None, ""


def events_told(resolved: ResolvedArticle) -> list[KnownEvent]:
    """The events that this article can tell others of: those that it dates to the day."""
    return [
        KnownEvent(
            name=event.name,
            type=_kind(event),
            date=event.date.date,
            place=event.place,
            participants=event.participants,
        )
        for event in resolved.events
        if not event.known and _is_a_day(event.date)
        if event.place or _kind(event) in OCCASIONS
    ]


def _kind(event: ResolvedEvent) -> str:
    """What sort of event it is, also where it is still planned in the article that tells it."""
    if event.type != PLANNED:
        return event.type
    noun = EVENT_NOUN.search(event.name[:1].lower() + event.name[1:])
    kind = EVENT_TYPES[int(str(noun.lastgroup)[1:])] if noun else "meeting"
    ministers = kind in ("meeting", "talks") and "ministers" in event.name
    return "ministerial" if ministers else kind


def _is_a_day(finding: DateFinding) -> bool:
    date = finding.date
    return date is not None and date.first == date.last


@dataclass(frozen=True, slots=True)
class _Reported:
    """One article of a document, its number there, and what was found in it."""

    article: ParsedArticle
    number: int
    extraction: Extraction
    published: DateFinding
    found: list[Circumstances]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all articles of a document share."""

    drafts: list[Draft]
    issues: IssueIndex
    gazetteer: Gazetteer


def _resolved(one: _Reported, shared: _Shared) -> ResolvedArticle:
    quotations = one.extraction.quotations
    offices = [
        _office(one, q, c, shared.gazetteer) for q, c in zip(quotations, one.found, strict=True)
    ]
    on_issues = shared.issues.of_statements(one.article, quotations, one.found, offices)
    statements = tuple(
        _statement(quotation, circumstances, office, issues, one.number, shared.drafts)
        for quotation, circumstances, office, issues in zip(
            quotations, one.found, offices, on_issues, strict=True
        )
    )
    return ResolvedArticle(
        article=one.article,
        extraction=one.extraction,
        published=one.published,
        statements=statements,
        events=resolved_events(shared.drafts, one.number, _participants(one.found)),
        positions=tuple(find_positions(statements)),
        people=people_told(one.extraction, [each.speaker for each in one.found]),
    )


def _office(
    one: _Reported, quotation: Quotation, circumstances: Circumstances, gazetteer: Gazetteer
) -> Finding | None:
    speaker, role = circumstances.speaker, quotation.attribution.role
    if speaker is None or speaker.kind is not SpeakerKind.PERSON or speaker.name is None:
        return None
    return office_of(
        quotation.attribution,
        speaker,
        circumstances.said_on,
        one.published,
        gazetteer,
        past_role(one.article, quotation),
        beside=role is None or stands_with_source(one.article, quotation, role),
        early=is_before_office(one.article, quotation),
        over=role is not None and is_told_as_past(one.article, quotation, role),
        fuller=fuller_role(one.article, one.extraction, quotation.attribution.entity, role),
    )


def _statement(
    quotation: Quotation,
    circumstances: Circumstances,
    office: Finding | None,
    issues: list[IssueFinding],
    article: int,
    drafts: Sequence[Draft],
) -> ResolvedStatement:
    event, relation = _event(quotation.content, article, circumstances, drafts)
    return ResolvedStatement(
        quotation=quotation,
        speaker=_speaking(quotation, circumstances),
        office=None if quotation.attribution.joint else office,
        said_on=circumstances.said_on,
        place=circumstances.place,
        event=event,
        event_relation=relation,
        via=circumstances.via,
        issues=tuple(issues),
    )


def _speaking(quotation: Quotation, circumstances: Circumstances) -> ResolvedSpeaker | None:
    """Who speaks; of two who speak together neither, as words have one speaker or are unnamed.

    When and where they spoke was told by the first of them.
    """
    held = quotation.attribution
    if not held.joint or circumstances.speaker is None:
        return circumstances.speaker
    reason = f"“{held.description}” {JOINTLY}, and the words are neither’s alone"
    return ResolvedSpeaker(SpeakerKind.UNNAMED, None, held.description, None, reason)


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
        person = one.speaker is not None and one.speaker.kind is SpeakerKind.PERSON
        if one.event is None or one.company or not person:
            continue
        if one.speaker is not None and one.speaker.name:
            people.setdefault(one.event.name, {})[one.speaker.name] = None
    return {event: tuple(names) for event, names in people.items()}
