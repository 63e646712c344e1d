"""Stores what was found in a source document: whole or not at all, the same if done twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from app.domain.documents import SourceDocument
from app.domain.gazetteer import KnownEvent
from app.domain.resolved import ResolvedArticle
from app.models.address import AddressKind
from app.models.article import Article
from app.models.document import Document, DocumentSource
from app.models.ingest_run import IndexTask
from app.models.statement import Statement
from app.storage.article_rows import write_analysis, write_article
from app.storage.correction_rows import withdrawn_articles
from app.storage.curation import Curation
from app.storage.curation_end import events_named, keep_machine, settle_corrections
from app.storage.dropped import drop_articles, dropped_articles
from app.storage.event_rows import EventWriter
from app.storage.events import EventBook
from app.storage.identity import ArticleMatch, match_articles
from app.storage.ledger import Ledger
from app.storage.positions import clear_positions, write_positions
from app.storage.retire import drop_empty_positions, retire_speakers
from app.storage.speakers import SpeakerBook
from app.storage.statements import StatementWriter
from app.storage.told_of import write_told
from app.storage.upkeep import StatementUpkeep
from app.storage.values import stated_of, stored_id


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was found in one document, ready to be stored.

    `told` are, for each article, the events it tells other articles. `made_with` is the hash of
    what it was read with, `evidence` that of what other articles told it (None: not settled).
    `reason` is what readers are told where a statement changes; None where nobody can have seen
    the state before, so that no revision is kept.
    """

    document: SourceDocument
    articles: Sequence[ResolvedArticle]
    told: Sequence[tuple[KnownEvent, ...]]
    made_with: str
    evidence: Sequence[str | None] = ()
    reason: str | None = "the article was read again"


@dataclass(frozen=True, slots=True)
class Saved:
    """The addresses of a document's articles, and which of them are new or held elsewhere."""

    permalinks: tuple[str, ...]
    new: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()


def save_document(session: Session, incoming: Incoming) -> Saved:
    """Stores a document with its articles, their statements, events and positions.

    What the archive held of these articles is updated: rows and addresses stay, changes become
    revisions, what is gone is marked as gone.
    The caller's transaction makes it whole or nothing.
    """
    with session.no_autoflush:  # each step flushes what the next has to find
        saved = _Saving(session, incoming, SpeakerBook(session), Ledger(session)).run()
    session.flush()
    return saved


@dataclass(slots=True)
class _Saving:
    session: Session
    incoming: Incoming
    speakers: SpeakerBook
    ledger: Ledger
    pairs: list[tuple[ArticleMatch, ResolvedArticle, int]] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    has_history: bool = False

    def run(self) -> Saved:
        """Runs the steps in order; each needs the one before."""
        incoming = self.incoming
        matches = match_articles(
            self.session, incoming.document, [found.article for found in incoming.articles]
        )
        numbered = zip(matches, incoming.articles, range(len(matches)), strict=True)
        withdrawn = withdrawn_articles(self.session, [match.permalink for match in matches])
        self.pairs = [
            pair
            for pair in numbered
            if not pair[0].elsewhere and pair[0].permalink not in withdrawn
        ]
        document = document_row(self.session, incoming.document)
        if self.pairs:
            self._save(document)
        return Saved(
            tuple(match.permalink for match in matches),
            frozenset(match.permalink for match in matches if match.row is None),
            frozenset(match.permalink for match in matches if match.elsewhere),
        )

    def _save(self, document: Document) -> None:
        kept = [match.row for match, _, _ in self.pairs if match.row is not None]
        dropped = dropped_articles(self.session, document, kept)
        held = kept + dropped
        upkeep = StatementUpkeep(self.session, held, document.text, self.ledger)
        upkeep.remember([match.permalink for match, _, _ in self.pairs if not match.fresh])
        speakers_before = self._speakers_of(held)
        events = EventWriter(self.session, EventBook(self.session, self.speakers))
        events.clear(held)
        for row in held:
            clear_positions(self.session, stored_id(row))
        curation = self._curate(document, held, upkeep)
        links = upkeep.addresses(
            [
                (match.permalink, statement)
                for match, found, _ in self.pairs
                for statement in found.statements
            ],
            curation.matching,
        )
        # Statements of an article that is new may have stood in another of the document.
        self.has_history = bool(held or curation.records)
        rows = self._write(document, events, list(links), curation)
        upkeep.settle(rows, links, self.incoming.reason)
        settle_corrections(self.session, self.ledger, curation, rows)
        drop_articles(self.session, self.ledger, dropped, self.articles)
        if self.has_history:  # else no position can have lost a statement
            drop_empty_positions(self.session)
        events.retire()
        now = {row.permalink: row.speaker_id for row in rows}
        retire_speakers(
            self.session,
            [(before, now.get(link)) for link, before in speakers_before.items()],
        )

    def _curate(
        self, document: Document, held: Sequence[Article], upkeep: StatementUpkeep
    ) -> Curation:
        # From here on the statements are as people corrected them.
        pairs = [(match.permalink, found) for match, found, _ in self.pairs]
        curation = Curation.of(
            self.session,
            document.text,
            document.sha256,
            pairs,
            ([row.permalink for row in held], upkeep.statements),
        )
        machine = [statement for _, found in pairs for statement in found.statements]
        articles = curation.curate(pairs, upkeep.match(machine, curation))
        self.pairs = [
            (match, article, number)
            for (match, _, number), article in zip(self.pairs, articles, strict=True)
        ]
        return curation

    def _write(
        self, document: Document, events: EventWriter, links: list[str], curation: Curation
    ) -> list[Statement]:
        written: list[Statement] = []
        self.speakers.look_up(_names_in(found for _, found, _ in self.pairs))
        for match, found, number in self.pairs:
            article = write_article(
                self.session, document, match, found, number, self.incoming.reason
            )
            self.articles.append(article)
            self._write_analysis(article, match, found, number)
            write_told(self.session, article, found.people, fresh=match.fresh)
            rows_of_events = events.write(article, found)
            keep_machine(self.session, curation, article, events.found)
            named, keys = events_named(self.session, article.permalink, found.statements)
            writer = StatementWriter(
                self.session,
                self.speakers,
                article,
                document.text,
                {**named, **rows_of_events},
                {**keys, **events.found},
            )
            count = len(found.statements)
            fresh = match.fresh and not self.has_history
            rows = writer.write(found.statements, links[:count], fresh=fresh)
            del links[:count]
            write_positions(self.session, self.speakers, found.positions, rows)
            self.session.add(IndexTask(type="article", permalink=article.permalink))
            written += rows
        return written

    def _write_analysis(
        self, article: Article, match: ArticleMatch, found: ResolvedArticle, number: int
    ) -> None:
        incoming = self.incoming
        write_analysis(
            self.session,
            article,
            found,
            told=incoming.told[number],
            made_with=incoming.made_with,
            evidence=incoming.evidence[number] if incoming.evidence else None,
            sketch=match.sketch,
            fresh=match.fresh,
        )
        self.ledger.publish(AddressKind.ARTICLE, article.permalink, identity=match.identity)

    def _speakers_of(self, held: Sequence[Article]) -> dict[str, int]:
        ids = [article.id for article in held]
        if not ids:
            return {}
        wanted = select(Statement.permalink, Statement.speaker_id).where(
            col(Statement.article_id).in_(ids), col(Statement.speaker_id).is_not(None)
        )
        return {link: speaker for link, speaker in self.session.exec(wanted) if speaker}


def _names_in(articles: Iterable[ResolvedArticle]) -> Iterator[str | None]:
    """The names of all who speak or take part in something in some articles."""
    for found in articles:
        for one in found.statements:
            yield one.speaker.name if one.speaker else None
        for event in found.events:
            yield from event.participants


def document_row(session: Session, document: SourceDocument) -> Document:
    """The row of a source document, made with its bytes where there is none."""
    same = select(Document).where(Document.sha256 == document.sha256)
    rows = session.exec(same.order_by(col(Document.id))).all()
    row = next((row for row in rows if row.name == document.name), None)
    if row is None:
        row = Document(
            sha256=document.sha256,
            name=document.name,
            origin=document.origin,
            text=document.text,
            reader=document.reader,
            warnings=list(document.warnings),
            stated=stated_of(document),
        )
        session.add(row)
        session.flush()
        session.add(DocumentSource(document_id=row.id, content=document.content))
    row.stated = stated_of(document)
    session.add(row)
    session.flush()
    return row
