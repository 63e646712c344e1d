"""Keeps addresses and history right while a document's statements are written anew."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlmodel import Session, col, select

from app.domain.resolved import ResolvedStatement
from app.domain.spans import Span, joined
from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.statement import SpanRole, Statement
from app.storage.curation import Curation
from app.storage.ledger import Ledger
from app.storage.matching import Matching, Reading
from app.storage.outbox import tell_index
from app.storage.permalinks import normal_form, statement_permalinks, words_of
from app.storage.places import WordMap, carry_over
from app.storage.removing import remove_statement
from app.storage.revisions import record_change, shown_of

_NOT_FOUND = "these words are no longer found as a statement in the source"
_MERGED = "the same words are now part of a longer statement"


@dataclass(slots=True)
class StatementUpkeep:
    """What a document's statements were before, and what becomes of their addresses.

    `articles` are the rows the document's articles had before, `text` is the new text.
    """

    session: Session
    articles: Sequence[Article]
    text: str
    ledger: Ledger
    _before: dict[str, dict[str, Any]] = field(default_factory=dict)
    _readings: dict[str, Reading] = field(default_factory=dict)
    _matching: Matching = field(default_factory=Matching)

    def remember(self, permalinks: Sequence[str]) -> None:
        """Notes what stands there now, and what an imported ledger says stood there.

        `permalinks` are the addresses of the document's articles.
        """
        words = WordMap.of(self.text)
        for article in self.articles:
            old_words = WordMap.of(article.document.text)
            carried = carry_over(old_words, words)
            for row in self._statements_of(article):
                self._before[row.permalink] = shown_of(self.session, row)
                places = old_words.within(_content_spans(row))
                self._readings[row.permalink] = _reading(
                    row.content, frozenset(carried[n] for n in places if n in carried)
                )
        for entry in self._gone(permalinks):
            if entry.shown and entry.permalink not in self._readings:
                self._readings[entry.permalink] = _reading(entry.shown, words.find(entry.shown))

    @property
    def statements(self) -> list[str]:
        """The addresses of the statements that stood there."""
        return list(self._before)

    def match(self, found: Sequence[ResolvedStatement], curation: Curation) -> Matching:
        """Which of the statements found is which of those that stood there."""
        words = WordMap.of(self.text)
        readings = [
            _reading(joined(one.quotation.content, self.text), words.within(one.quotation.content))
            for one in found
        ]
        return curation.match(self._readings, readings, words)

    def addresses(
        self, found: Sequence[tuple[str, ResolvedStatement]], matching: Matching
    ) -> list[str]:
        """The address of each statement, given with the address of its article."""
        self._matching = matching
        contents = [joined(item.quotation.content, self.text) for _, item in found]
        links: list[str] = []
        for article in dict.fromkeys(article for article, _ in found):
            numbers = [n for n, (owner, _) in enumerate(found) if owner == article]
            links += self._addresses_in(article, [(n, contents[n]) for n in numbers])
        return links

    def settle(self, rows: Sequence[Statement], links: Sequence[str], reason: str | None) -> None:
        """Publishes, moves and gives up addresses, and keeps what changed statements showed."""
        ledger = self.ledger
        ledger.look_up(AddressKind.STATEMENT, [*links, *self._readings])
        for article, its in groupby(rows, key=lambda row: row.article.permalink):
            ledger.publish_statements(article, [row.permalink for row in its])
        for row in rows:
            if reason and row.permalink in self._before:
                self.session.refresh(row, ["article", "spans"])
                record_change(self.session, row, self._before[row.permalink], reason)
        tell_index(self.session, "statement", [row.permalink for row in rows])
        for old, number in self._matching.merged.items():
            if old in self._before:
                shown = self._before[old]["content"]
                ledger.move(AddressKind.STATEMENT, old, links[number], _MERGED, shown)
                self._remove(old, _MERGED)
        for old in self._matching.lost:
            if old in self._before:
                ledger.lose(AddressKind.STATEMENT, old, _NOT_FOUND, self._before[old]["content"])
                self._remove(old, _NOT_FOUND)

    def _addresses_in(self, article: str, numbered: Sequence[tuple[int, str]]) -> list[str]:
        kept = self._matching.kept
        contents = [content for _, content in numbered]
        likely = statement_permalinks(article, contents, lambda _: False)
        self.ledger.look_up(AddressKind.STATEMENT, likely)
        fresh = statement_permalinks(article, contents, self._taken)
        return [kept.get(number, link) for (number, _), link in zip(numbered, fresh, strict=True)]

    def _taken(self, permalink: str) -> bool:
        return self.ledger.taken(AddressKind.STATEMENT, permalink)

    def _statements_of(self, article: Article) -> Sequence[Statement]:
        wanted = select(Statement).where(Statement.article_id == article.id)
        return self.session.exec(wanted.order_by(col(Statement.ordinal))).all()

    def _gone(self, permalinks: Sequence[str]) -> Sequence[Address]:
        if not permalinks:
            return ()
        wanted = select(Address).where(
            Address.kind == AddressKind.STATEMENT,
            col(Address.article).in_(permalinks),
            col(Address.state).in_([AddressState.LOST, AddressState.MOVED]),
        )
        return self.session.exec(wanted.order_by(col(Address.permalink))).all()

    def _remove(self, permalink: str, reason: str) -> None:
        tell_index(self.session, "statement", [permalink])
        row = self.session.exec(select(Statement).where(Statement.permalink == permalink)).first()
        if row is not None:
            remove_statement(self.session, row, reason, self._before[permalink])


def _content_spans(row: Statement) -> list[Span]:
    return [Span(s.start, s.end) for s in row.spans if s.role is SpanRole.CONTENT]


def _reading(content: str, places: frozenset[int]) -> Reading:
    return Reading(normal_form(content), len(words_of(content)), places)
