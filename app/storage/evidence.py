"""What articles tell one another: which events, and when they were."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from app.domain.gazetteer import KnownEvent
from app.models.article import Article, ArticleAnalysis
from app.models.document import Document
from app.storage.facts import get_fact, set_fact
from app.storage.payloads import events_from_json, events_to_json
from app.storage.permalinks import words_of
from app.storage.told_events import ToldEvents, members_of_changed, what_changed

_FACT = "told events"  # what was told when the archive was last settled
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A document some of whose articles learn something new from other articles.

    `told` are the events that concern it, `evidence` the hash of those for each article in
    order. `fresh` says that it was stored since the archive was last settled.
    """

    document_id: int
    told: tuple[KnownEvent, ...]
    evidence: tuple[str, ...]
    fresh: bool


def unsettled_documents(session: Session) -> Iterator[Unsettled]:
    """Every document that other articles tell something it was not resolved with."""
    events = ToldEvents(_told(session))
    for batch in _to_look_at(session, events.signature()):
        yield from _unsettled_of(session, events, batch)


def note_told(session: Session) -> None:
    """Notes what is told now, when every document stands as that leaves it."""
    set_fact(session, _FACT, json.dumps(ToldEvents(_told(session)).signature()))


def _told(session: Session) -> dict[str, tuple[KnownEvent, ...]]:
    wanted = (
        select(Article.permalink, ArticleAnalysis.told)
        .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .where(ArticleAnalysis.told != "[]")
    )
    return {permalink: events_from_json(payload) for permalink, payload in session.exec(wanted)}


def _to_look_at(session: Session, now: list[str]) -> Iterator[Sequence[int]]:
    """The numbers of the documents that may stand otherwise than before, a batch at a time.

    Those not settled yet, and those with a word of an event that is told since, or no more.
    """
    held = get_fact(session, _FACT)
    finds = what_changed(json.loads(held), now) if held is not None else None
    fresh = select(Article.document_id).join(
        ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id)
    )
    numbers = set(session.exec(fresh.where(col(ArticleAnalysis.evidence).is_(None))))
    same = held is not None and json.loads(held) == now
    if not same:
        numbers |= _documents_of(session, members_of_changed(json.loads(held or "[]"), now))
        texts = select(Document.id, Document.text).order_by(col(Document.id))
        for number, text in session.exec(texts.execution_options(yield_per=_BATCH)):
            if number is not None and (finds is None or finds(text)):
                numbers.add(number)
    ordered = sorted(numbers)
    for first in range(0, len(ordered), _BATCH):
        yield ordered[first : first + _BATCH]


def _documents_of(session: Session, articles: set[str]) -> set[int]:
    """The numbers of the documents that hold some articles, by their permalinks."""
    every = sorted(articles)
    found: set[int] = set()
    for first in range(0, len(every), _BATCH):
        of_these = col(Article.permalink).in_(every[first : first + _BATCH])
        found.update(session.exec(select(Article.document_id).where(of_these)))
    return found


def _unsettled_of(
    session: Session, events: ToldEvents, documents: Sequence[int]
) -> Iterator[Unsettled]:
    wanted = (
        select(Article, ArticleAnalysis.evidence, Document.text)
        .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .join(Document, col(Document.id) == col(Article.document_id))
        .where(col(Article.document_id).in_(documents))
        .order_by(col(Article.document_id), col(Article.ordinal))
    )
    group: list[tuple[Article, str | None, str]] = []
    for article, evidence, text in session.exec(wanted):
        if group and group[0][0].document_id != article.document_id:
            yield from _unsettled(group, events)
            group = []
        group.append((article, evidence, text))
    if group:
        yield from _unsettled(group, events)


def settle_evidence(session: Session, unsettled: Sequence[Unsettled]) -> None:
    """Notes that the articles of documents stand as they are with the evidence there is."""
    wanted = (
        select(Article.document_id, Article.id)
        .where(col(Article.document_id).in_([one.document_id for one in unsettled]))
        .order_by(col(Article.document_id), col(Article.ordinal))
    )
    articles: dict[int, list[int | None]] = defaultdict(list)
    for document, article in session.exec(wanted):
        articles[document].append(article)
    rows = [
        {"number": number, "settled": evidence}
        for one in unsettled
        for number, evidence in zip(articles[one.document_id], one.evidence, strict=True)
    ]
    if rows:
        of_one = col(ArticleAnalysis.article_id) == bindparam("number")
        settled = update(ArticleAnalysis).where(of_one).values(evidence=bindparam("settled"))
        session.connection().execute(settled, rows)


def _unsettled(
    group: list[tuple[Article, str | None, str]], events: ToldEvents
) -> Iterator[Unsettled]:
    concerning = [
        events.concerning(article.permalink, words_of(text[article.start : article.end]))
        for article, _, text in group
    ]
    evidence = tuple(_hash(found) for found in concerning)
    before = tuple(held for _, held, _ in group)
    if before != evidence:
        every = {
            (event.told_by, event.name, str(event.date)): event
            for found in concerning
            for event in found
        }
        told = tuple(event for _, event in sorted(every.items(), key=lambda item: str(item[0])))
        yield Unsettled(group[0][0].document_id, told, evidence, None in before)


def _hash(events: tuple[KnownEvent, ...]) -> str:
    return hashlib.sha256(events_to_json(events).encode()).hexdigest()[:32]
