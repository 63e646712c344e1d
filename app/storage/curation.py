"""Applies people's corrections while a document is read again, before it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel
from sqlmodel import Session

from app.domain.correcting import Found
from app.domain.corrections import Action, Record
from app.domain.resolved import ResolvedArticle, ResolvedPosition, ResolvedStatement
from app.domain.spans import Span, joined
from app.models.address import AddressKind
from app.storage.applying import Outcome, Place, apply, places_of, words_before
from app.storage.correction_rows import holding_in
from app.storage.found_rows import found_in, held_found
from app.storage.ledger import Ledger
from app.storage.matching import Matching, Reading, match_statements
from app.storage.permalinks import normal_form, words_of
from app.storage.places import WordMap

#: An article with its address.
Pair = tuple[str, ResolvedArticle]

#: A rejected find is found again where this share of the words of both is the same.
_SAME_FIND = 0.8


@dataclass(slots=True)
class _Item:
    statement: ResolvedStatement
    number: int | None  # among the statements that the program found, over all articles
    link: str | None = None
    positions: tuple[ResolvedPosition, ...] | None = None  # None: as the program found them
    curated: bool = False


@dataclass(slots=True)
class Curation:
    """The corrections of one document's statements, and what they make of a new reading."""

    session: Session
    text: str
    sha256: str
    spans: Mapping[str, Span]  # of the articles, by address
    records: Mapping[str, list[Record]]
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    machine: dict[str, Found] = field(default_factory=dict)  # what the program has, by address
    homes: dict[str, str] = field(default_factory=dict)  # the article each of these stands in
    matching: Matching = field(default_factory=Matching)  # once curated

    @classmethod
    def of(
        cls,
        session: Session,
        text: str,
        sha256: str,
        pairs: Sequence[Pair],
        held: tuple[Sequence[str], Sequence[str]],
    ) -> "Curation":
        """The corrections for a reading; `held` are addresses of articles and statements so far."""
        spans = {link: found.article.span for link, found in pairs}
        records = holding_in(session, [*spans, *held[0]], held[1])
        return cls(session, text, sha256, spans, records)

    def match(
        self, old: Mapping[str, Reading], readings: Sequence[Reading], words: WordMap
    ) -> Matching:
        """Matches by what the program had of each statement, then by what people made of it."""
        first = {**old, **self._found_before(old, words)}
        gone = {link for link, records in self.records.items() if _taken_away(records)}
        matching = match_statements(first, readings)
        kept = {
            n: link for n, link in matching.kept.items() if self._stays(link, first, readings[n])
        }
        free = [n for n in range(len(readings)) if n not in kept]
        again = {
            link: reading
            for link, reading in old.items()
            if link in self.records and link not in kept.values() and link not in gone
        }
        second = match_statements(again, [readings[n] for n in free])
        kept |= {free[n]: link for n, link in second.kept.items()}
        kept |= self._withheld([n for n in free if n not in kept], first, readings)
        left = [link for link in first if link not in kept.values()]
        merged = {link: n for link, n in matching.merged.items() if link in left}
        return Matching(kept, merged, tuple(link for link in left if link not in merged))

    def curate(self, pairs: Sequence[Pair], matching: Matching) -> list[ResolvedArticle]:
        """The articles as people corrected them; `self.matching` then goes by their numbers."""
        articles: list[ResolvedArticle] = []
        kept: dict[int, str] = {}
        moved: dict[int, int] = {}
        first, final = 0, 0
        for link, article in pairs:
            items = self._items(link, article, first, matching)
            items += self._by_hand(link, matching)
            items = _ordered(_without_doubles(items))
            for number, item in enumerate(items, final):
                if item.link is not None:
                    kept[number] = item.link
                if item.number is not None:
                    moved[item.number] = number
            articles.append(_assembled(article, items, first))
            first, final = first + len(article.statements), final + len(items)
        standing = set(kept.values())
        merged = {
            link: moved[n]
            for link, n in matching.merged.items()
            if n in moved and link not in standing
        }
        old = (*matching.kept.values(), *matching.merged, *matching.lost)
        lost = tuple(
            link for link in dict.fromkeys(old) if link not in standing and link not in merged
        )
        self.matching = Matching(kept, merged, lost)
        return articles

    def _found_before(self, old: Mapping[str, Reading], words: WordMap) -> dict[str, Reading]:
        # Where the statements corrected stand by what the program had, as far as that is sure.
        readings: dict[str, Reading] = {}
        for link, records in self.records.items():
            if link in old and not any(record.action is Action.SPAN for record in records):
                continue
            kept = found_in(self.session, link, self.sha256)
            spans = kept.statement.quotation.content if kept else None
            for record in records:
                spans = spans or words_before(record, self._place(record))
                if spans is None and record.action is Action.ADD:
                    spans = places_of(record, self._place(record))
            if spans is not None:
                readings[link] = self._reading(spans, words)
        return readings

    def _items(
        self, home: str, article: ResolvedArticle, first: int, matching: Matching
    ) -> list[_Item]:
        items: list[_Item] = []
        for at, statement in enumerate(article.statements):
            link = matching.kept.get(first + at)
            records = self.records.get(link or "")
            if link is None or not records:
                if not self._withdrawn(first + at, matching):
                    items.append(_Item(statement, first + at, link))
                continue
            found = Found(statement, _positions_of(article, at))
            self.machine[link], self.homes[link] = found, home
            outcome = self.outcomes[link] = self._apply(link, records, found)
            if outcome.found is not None:
                changed = outcome.found.positions is not found.positions
                positions = outcome.found.positions if changed else None
                statement = outcome.found.statement
                items.append(_Item(statement, first + at, link, positions, curated=True))
        return items

    def _by_hand(self, article: str, matching: Matching) -> list[_Item]:
        # Statements that people chose the words of and the program does not find.
        items: list[_Item] = []
        for link, records in self.records.items():
            if link in matching.kept.values() or link in self.outcomes:
                continue
            if self._home(records[0]) != article:
                continue
            outcome = self._apply(link, records, None)
            self.outcomes[link] = outcome
            if outcome.found is not None:
                found = outcome.found
                items.append(_Item(found.statement, None, link, found.positions, curated=True))
        return items

    def _apply(self, link: str, records: Sequence[Record], found: Found | None) -> Outcome:
        held = held_found(self.session, link, self.sha256) if found is None else None
        return apply(self.session, records, found, self._place(records[0]), held)

    def _withdrawn(self, number: int, matching: Matching) -> bool:
        # What was withdrawn does not come back as part of a statement that is new.
        if number in matching.kept:
            return False
        return any(
            into == number and any(map(_is_withdrawal, self.records.get(link, ())))
            for link, into in matching.merged.items()
        )

    def _stays(self, link: str, old: Mapping[str, Reading], now: Reading) -> bool:
        # A false find is found again only where it is the same; a better find nearby is another.
        records = self.records.get(link, ())
        if not any(record.action is Action.REJECT for record in records):
            return True
        before = old[link]
        shared = len(before.places & now.places)
        return before.form == now.form or shared >= _SAME_FIND * max(before.size, now.size)

    def _withheld(
        self, free: Sequence[int], old: Mapping[str, Reading], readings: Sequence[Reading]
    ) -> dict[int, str]:
        # Words that were withdrawn stay away also where an edited text hides their place.
        withheld: dict[int, str] = {}
        for link, records in self.records.items():
            anchor = records[-1].anchor
            if link in old or anchor is None or not any(map(_is_withdrawal, records)):
                continue
            words = words_of(" ".join(quote.exact for quote in anchor.quotes))
            for number in free:
                likeness = Indel.normalized_similarity(words, readings[number].form.split())
                if likeness >= _SAME_FIND:
                    withheld.setdefault(number, link)
        return withheld

    def _home(self, record: Record) -> str | None:
        # The article of this reading that a correction's article is, or is now part of.
        link = record.anchor.article if record.anchor else ""
        if link in self.spans:
            return link
        if len(self.spans) == 1:
            return next(iter(self.spans))
        heir = Ledger(self.session).find(AddressKind.ARTICLE, link)
        return heir.target if heir and heir.target in self.spans else None

    def _place(self, record: Record) -> Place:
        home = self._home(record)
        whole = Span(0, len(self.text))
        return Place(self.text, self.sha256, self.spans[home] if home else whole)

    def _reading(self, spans: Sequence[Span], words: WordMap) -> Reading:
        content = joined(spans, self.text)
        return Reading(normal_form(content), len(words_of(content)), words.within(spans))


def _taken_away(records: Sequence[Record]) -> bool:
    return any(record.action in (Action.REJECT, Action.WITHDRAW) for record in records)


def _is_withdrawal(record: Record) -> bool:
    return record.action is Action.WITHDRAW


def _positions_of(article: ResolvedArticle, at: int) -> tuple[ResolvedPosition, ...]:
    return tuple(
        replace(position, statements=(0,))
        for position in article.positions
        if at in position.statements
    )


def _without_doubles(items: Sequence[_Item]) -> list[_Item]:
    # What a person chose stands once, also where the program finds the same words as another.
    chosen = {item.statement.quotation.content for item in items if item.curated}
    return [
        item
        for item in items
        if item.link is not None or item.statement.quotation.content not in chosen
    ]


def _ordered(items: Sequence[_Item]) -> list[_Item]:
    # The program's order stays; what it did not find goes before the first that starts later.
    ordered = [item for item in items if item.number is not None]
    for item in items:
        if item.number is None:
            start = item.statement.quotation.content[0]
            later = [
                n for n, one in enumerate(ordered) if one.statement.quotation.content[0] > start
            ]
            ordered.insert(later[0] if later else len(ordered), item)
    return ordered


def _assembled(article: ResolvedArticle, items: Sequence[_Item], first: int) -> ResolvedArticle:
    now = {item.number - first: at for at, item in enumerate(items) if item.number is not None}
    machines = {at for at, item in enumerate(items) if item.positions is None}
    positions = []
    for position in article.positions:
        statements = tuple(now[n] for n in position.statements if n in now and now[n] in machines)
        if statements:
            positions.append(replace(position, statements=statements))
    for at, item in enumerate(items):
        positions += [replace(one, statements=(at,)) for one in item.positions or ()]
    return replace(
        article,
        statements=tuple(_linked(item, now) for item in items),
        positions=tuple(positions),
    )


def _linked(item: _Item, now: Mapping[int, int]) -> ResolvedStatement:
    quotation = item.statement.quotation
    if item.number is None:
        quotation = replace(quotation, nested_in=None, repeats=None)
    else:
        nested, repeats = quotation.nested_in, quotation.repeats
        quotation = replace(
            quotation,
            nested_in=now.get(nested) if nested is not None else None,
            repeats=now.get(repeats) if repeats is not None else None,
        )
    return replace(item.statement, quotation=quotation)
