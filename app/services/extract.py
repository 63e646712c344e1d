"""The pure half on one document alone, as the object that `onrecord extract` prints."""

from collections.abc import Sequence
from typing import Any

from app.domain.documents import SourceDocument
from app.domain.gazetteer import Gazetteer
from app.domain.resolved import (
    EventRelation,
    ResolvedArticle,
    ResolvedEvent,
    ResolvedStatement,
)
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles
from app.resolution.positions import find_positions
from app.resolution.resolve import resolve

JsonObject = dict[str, Any]  # as json.dumps takes it


def extract_record(document: SourceDocument, gazetteer: Gazetteer, level: str) -> JsonObject:
    """Articles, statements, events and positions of a document, in the contract's form.

    What a statement reports that somebody else said stands under `nested`: it is the outer
    speaker's word that it was said, and is right far less often.
    """
    articles = parse_articles(document, gazetteer)
    found = [(article, extract(article, gazetteer, level)) for article in articles]
    resolved = resolve(found, gazetteer)
    names = {issue.key: issue.name for issue in gazetteer.issues}
    statements = [s for each in resolved for s in each.statements if s.quotation.nested_in is None]
    return {
        "document": document.name,
        "sha256": document.sha256,
        "articles": [_article(each) for each in resolved],
        "statements": [
            _statement(number, statement, names)
            for number, each in enumerate(resolved)
            for statement in each.statements
            if statement.quotation.nested_in is None
        ],
        "nested": _nested(resolved, names),
        "events": _events(resolved),
        "positions": [
            {
                "holder": position.holder,
                "issue": names.get(position.issue, position.issue),
                "stance": str(position.stance),
                "statements": list(position.statements),
                "conditional": position.conditional,
            }
            for position in find_positions(statements)
        ],
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _article(resolved: ResolvedArticle) -> JsonObject:
    article, published = resolved.article, resolved.published
    return {
        "span": list(article.span),
        "headline": article.headline,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": published.iso,
        "published_basis": str(published.basis),
        "published_reason": published.reason,
        "dateline_place": article.dateline.place if article.dateline else None,
    }


def _statement(number: int, statement: ResolvedStatement, names: dict[str, str]) -> JsonObject:
    quotation, said_on = statement.quotation, statement.said_on
    made_at = statement.event if statement.event_relation is EventRelation.AT else None
    return {
        "article": number,
        "kind": str(quotation.kind),
        "content": _spans(quotation.content),
        "cue": _spans(quotation.cue),
        "source": _spans(quotation.source),
        "speaker": statement.speaker.name if statement.speaker else None,
        "office": statement.office.value if statement.office else None,
        "said_on": said_on.iso,
        "said_on_precision": str(said_on.date.precision) if said_on.date else None,
        "said_on_basis": str(said_on.basis),
        "said_on_reason": said_on.reason,
        "said_first": said_on.date.first.isoformat() if said_on.date else None,
        "said_last": said_on.date.last.isoformat() if said_on.date else None,
        "place": statement.place.value if statement.place else None,
        "event": made_at.value if made_at else None,
        "via": statement.via.value if statement.via else None,
        "issues": [names.get(issue.key, issue.key) for issue in statement.issues],
        "confidence": round(quotation.confidence, 3),
    }


def _nested(resolved: Sequence[ResolvedArticle], names: dict[str, str]) -> list[JsonObject]:
    """Statements inside statements; `inside` is the index of the outermost in `statements`."""
    found, before = [], 0
    for number, each in enumerate(resolved):
        outer = [n for n, s in enumerate(each.statements) if s.quotation.nested_in is None]
        places = {index: before + place for place, index in enumerate(outer)}
        for index, statement in enumerate(each.statements):
            if index not in places:
                inside = {"inside": places[_outermost(each, index)]}
                found.append(_statement(number, statement, names) | inside)
        before += len(outer)
    return found


def _outermost(resolved: ResolvedArticle, index: int) -> int:
    holder = resolved.statements[index].quotation.nested_in
    while holder is not None:
        index, holder = holder, resolved.statements[holder].quotation.nested_in
    return index


def _events(resolved: Sequence[ResolvedArticle]) -> list[JsonObject]:
    """Each event once, with its mentions in all articles of the document."""
    merged: dict[str, tuple[ResolvedEvent, list[Span]]] = {}
    for each in resolved:
        for event in each.events:
            merged.setdefault(event.name, (event, []))[1].extend(event.mentions)
    return [
        {
            "name": name,
            "type": event.type,
            "date": event.date.iso,
            "place": event.place,
            "mentions": _spans(sorted(set(mentions))),
        }
        for name, (event, mentions) in merged.items()
    ]
