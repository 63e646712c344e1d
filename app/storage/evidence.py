"""What articles tell one another: which events, and when they were."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.domain.gazetteer import KnownEvent
from app.domain.occasions import same_occasion
from app.models.article import Article, ArticleAnalysis
from app.models.document import Document
from app.storage.payloads import events_from_json, events_to_json
from app.storage.permalinks import words_of


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


class ToldEvents:
    """The events that all articles tell, found by the words that mean them.

    A function of the set of articles: neither order nor time plays a part.
    """

    def __init__(self, told: Mapping[str, tuple[KnownEvent, ...]]) -> None:
        self._by_word: dict[str, list[tuple[frozenset[str], str, KnownEvent]]] = defaultdict(list)
        for article, events in _as_one_each(told).items():
            for event in events:
                for phrase in sorted({event.name, *event.aliases}):
                    words = frozenset(words_of(phrase))
                    if words:
                        rarest = max(sorted(words), key=len)
                        self._by_word[rarest].append((words, article, event))

    def concerning(self, article: str, words: Iterable[str]) -> tuple[KnownEvent, ...]:
        """The events told by other articles one of whose phrases has all its words here."""
        here = set(words)
        found = {
            (told_by, event.name, str(event.date)): replace(event, told_by=told_by)
            for word in here & self._by_word.keys()
            for needed, told_by, event in self._by_word[word]
            if told_by != article and needed <= here
        }
        return tuple(event for _, event in sorted(found.items()))


def _as_one_each(told: Mapping[str, tuple[KnownEvent, ...]]) -> dict[str, list[KnownEvent]]:
    """What each article tells, an occasion that several tell only once, with all its names.

    The fullest name stands, then the first in the alphabet; the article that gives it tells it.
    """
    groups: dict[tuple[object, str | None], list[list[tuple[str, KnownEvent]]]] = defaultdict(list)
    every = [(article, event) for article, events in told.items() for event in events]
    every.sort(key=lambda one: (-len(one[1].name.split()), one[1].name, one[0]))
    for article, event in every:
        beside = groups[event.date, event.place]
        same = next((g for g in beside if same_occasion(g[0][1], event)), None)
        if same is None:
            beside.append(same := [])
        same.append((article, event))
    found: dict[str, list[KnownEvent]] = defaultdict(list)
    for group in (group for beside in groups.values() for group in beside):
        article, event = group[0]
        names = {name for _, one in group for name in (one.name, *one.aliases)} - {event.name}
        people = dict.fromkeys(who for _, one in group for who in one.participants)
        found[article].append(
            replace(event, aliases=tuple(sorted(names)), participants=tuple(sorted(people)))
        )
    return found


def unsettled_documents(session: Session) -> Iterator[Unsettled]:
    """Every document that other articles tell something it was not resolved with."""
    told = {
        permalink: events_from_json(payload)
        for permalink, payload in session.exec(
            select(Article.permalink, ArticleAnalysis.told)
            .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
            .where(ArticleAnalysis.told != "[]")
        )
    }
    events = ToldEvents(told)
    wanted = (
        select(Article, ArticleAnalysis.evidence, Document.text)
        .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .join(Document, col(Document.id) == col(Article.document_id))
        .order_by(col(Article.document_id), col(Article.ordinal))
    )
    group: list[tuple[Article, str | None, str]] = []
    for article, evidence, text in session.exec(wanted).yield_per(200):
        if group and group[0][0].document_id != article.document_id:
            yield from _unsettled(group, events)
            group = []
        group.append((article, evidence, text))
    if group:
        yield from _unsettled(group, events)


def settle_evidence(session: Session, unsettled: Unsettled) -> None:
    """Notes that a document's articles stand as they are with the evidence there is."""
    wanted = (
        select(Article.id)
        .where(Article.document_id == unsettled.document_id)
        .order_by(col(Article.ordinal))
    )
    for number, evidence in zip(session.exec(wanted).all(), unsettled.evidence, strict=True):
        of_it = update(ArticleAnalysis).where(col(ArticleAnalysis.article_id) == number)
        session.exec(of_it.values(evidence=evidence))


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
