"""Runs the steps of extraction, by name and in order: who said what in one article."""

from collections.abc import Iterator, Set

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY, Gazetteer
from app.domain.quotations import Extraction, Quotation, SpeechKind
from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.asides import aside_reports
from app.extraction.backward import place_backward
from app.extraction.characterised import characterisations
from app.extraction.colons import place_labels
from app.extraction.confidence import confidence_of
from app.extraction.copies import is_fragment, mark_copies
from app.extraction.coreference import attribute
from app.extraction.edges import mend_edges
from app.extraction.idioms import idiom_reports
from app.extraction.known import known_from
from app.extraction.nouns import noun_reports
from app.extraction.outcries import outcry_reports
from app.extraction.quote_marks import Quote
from app.extraction.quoted import place_quotations
from app.extraction.report import Report, frame_syntax
from app.extraction.statements import Draft, is_relay, kind_of, settle_overlaps
from app.extraction.surface import surface_reports
from app.extraction.syntax import analyse
from app.extraction.unsaid import without_unsaid
from app.extraction.verbs import verb_reports

#: Version of the steps; a change that can change what is found raises it.
EXTRACTOR = "1"


#: Rules whose finds are kept inside another statement.
_NESTED_RULES = frozenset(
    ["verb: clause", "verb: around", "aside: according to", "aside: as said", "idiom"]
)


def extract(
    article: ParsedArticle, gazetteer: Gazetteer = EMPTY, level: str = "auto"
) -> Extraction:
    """Everything said in the article, with who is meant by each source.

    Nothing in an article that is not in English: these are rules of English, and what they made
    of another language would be a look-alike.
    """
    if article.language != "en":
        warning = f'not in English ("{article.language}"), so no statements were looked for'
        return Extraction((), (), (), "rules", "none", EXTRACTOR, (warning,))
    analysis = analyse(article, level)
    found = find_quotations(analysis, known_from(gazetteer).papers)
    quotations, entities, mentions = attribute(article, analysis, found, gazetteer)
    return Extraction(
        quotations=tuple(quotations),
        entities=tuple(entities),
        mentions=tuple(mentions),
        level=analysis.level,
        model=analysis.model,
        extractor=EXTRACTOR,
        warnings=analysis.warnings,
    )


def find_quotations(analysis: Analysis, papers: Set[str] = frozenset()) -> list[Quotation]:
    """The statements of an article in text order, before anyone is identified.

    `papers` are known outlets and agencies, in small letters.
    """
    drafts: list[list[Draft]] = []
    for number in range(len(analysis.frames)):
        found = [Draft.of(report) for report in _reports(analysis, number) if report.content]
        found = _with_verdicts(analysis, number, found)
        settled = settle_overlaps(analysis.text, found, papers)
        for draft in settled:
            draft.quoted = any(draft.covers(q.outer) for q in analysis.frames[number].quotes)
        drafts.append(settled)
    place_backward(analysis, drafts)
    turns = place_labels(analysis, drafts)
    place_quotations(analysis, drafts, turns)
    for group in drafts:
        for draft in group:
            quotes = _quotes_of(analysis, draft)
            draft.content = without_unsaid(analysis, draft, quotes)
            draft.content = mend_edges(analysis.text, draft.content, quotes, draft.cue)
        group[:] = [draft for draft in group if draft.content]
    mark_copies(analysis, drafts)
    found = [draft for group in drafts for draft in group]
    return _quotations(analysis, [draft for draft in found if _is_worth_keeping(analysis, draft)])


def _is_worth_keeping(analysis: Analysis, draft: Draft) -> bool:
    """Nested statements are kept where they are whole: a clause that somebody else said.

    What a headline leaves of a statement ("rejects toll plan") is none where nothing is quoted.
    """
    if is_fragment(analysis, draft):
        return False
    return draft.nested_in is None or (bool(draft.source) and draft.rule in _NESTED_RULES)


def _reports(analysis: Analysis, number: int) -> Iterator[Report]:
    view = frame_syntax(analysis, number)
    if view is None:
        if analysis.doc is None:
            yield from surface_reports(analysis, number)
        return
    yield from aside_reports(view)
    yield from verb_reports(view)
    yield from idiom_reports(view)
    yield from noun_reports(view)
    yield from outcry_reports(view)


def _with_verdicts(analysis: Analysis, number: int, found: list[Draft]) -> list[Draft]:
    """The drafts with those of quoted verdicts, each in place of its verb's unquoted beginning."""
    quotes = analysis.frames[number].quotes
    view = frame_syntax(analysis, number) if quotes else None
    if view is None:
        return found
    covered = [span for draft in found if not is_relay(draft) for span in draft.content]
    for draft in map(Draft.of, characterisations(view, covered)):
        same = [other for other in found if other.cue == draft.cue]
        if any(other.covers(quote.outer) for other in same for quote in quotes):
            continue
        found = [other for other in found if other not in same] + [draft]
    return found


def _quotes_of(analysis: Analysis, draft: Draft) -> list[Quote]:
    """The quotations of the frames that a draft's content stands in."""
    first = draft.frame if draft.first_frame < 0 else draft.first_frame
    frames = range(first, max(draft.frame, draft.last_frame) + 1)
    return [quote for number in frames for quote in analysis.frames[number].quotes]


def _quotations(analysis: Analysis, drafts: list[Draft]) -> list[Quotation]:
    ordered = sorted(drafts, key=lambda draft: (min(draft.content), -max(draft.content).end))
    index = {id(draft): number for number, draft in enumerate(ordered)}
    return [_quotation(analysis, draft, index) for draft in ordered]


def _quotation(analysis: Analysis, draft: Draft, index: dict[int, int]) -> Quotation:
    content = sorted(draft.content)
    quotes = _quotes_of(analysis, draft)
    kind = kind_of(analysis.text, content, quotes)
    if kind is SpeechKind.DIRECT:
        content = [_inside(span, quote.inner) for span in content for quote in quotes
                   if quote.outer.overlaps(span)]  # fmt: skip
    words = sum(len(span.of(analysis.text).split()) for span in content)
    confidence, reasons = confidence_of(draft, kind, words)
    return Quotation(
        kind=kind,
        confidence=confidence,
        reasons=reasons,
        content=tuple(content),
        cue=tuple(draft.cue),
        source=tuple(draft.source),
        rule=draft.rule,
        nested_in=index.get(id(draft.nested_in)) if draft.nested_in else None,
        repeats=index.get(id(draft.repeats)) if draft.repeats else None,
    )


def _inside(span: Span, inner: Span) -> Span:
    return Span(max(span.start, inner.start), min(span.end, inner.end))
