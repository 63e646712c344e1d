"""Statements and articles as the index holds them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.domain.search import EntryType, IndexEntry
from app.models.article import Article
from app.models.document import Document
from app.models.event import Event, EventMention
from app.models.issue import Issue
from app.models.outlet import Outlet
from app.models.speaker import Speaker, SpeakerAlias
from app.models.statement import Statement, StatementIssue
from app.services.counted_once import outlets_of_copies
from app.storage.once import stands_in_first

#: Rows read at a time; bounds the memory of a rebuild.
_BATCH = 2000

#: Keys of issues in order, and stances, by the number of a statement or article.
_OnIssues = tuple[dict[int | None, dict[str, None]], dict[int | None, set[str]]]


def all_entries(session: Session) -> Iterator[IndexEntry]:
    """Every statement and article of the archive, in the order they were stored."""
    for table, entries in ((Statement, statement_entries), (Article, article_entries)):
        last = 0
        while True:
            after = select(table.id).where(col(table.id) > last).order_by(col(table.id))
            ids = [number for number in session.exec(after.limit(_BATCH)) if number]
            if not ids:
                break
            yield from entries(session, ids)
            last = ids[-1]
            session.expunge_all()


def entries_of(
    session: Session, statements: Iterable[str], articles: Iterable[str]
) -> Iterator[IndexEntry]:
    """The entries of those of the statements and articles, by permalink, that are still there."""
    for table, links, entries in (
        (Statement, statements, statement_entries),
        (Article, articles, article_entries),
    ):
        for batch in _batches(sorted(links)):
            wanted = select(table.id).where(col(table.permalink).in_(batch))
            yield from entries(session, [n for n in session.exec(wanted) if n])


def articles_of(session: Session, statements: Iterable[str]) -> set[str]:
    """Permalinks of the articles that hold these statements, as far as those are still there."""
    found: set[str] = set()
    for batch in _batches(sorted(statements)):
        wanted = (
            select(Article.permalink)
            .join(Statement, col(Statement.article_id) == col(Article.id))
            .where(col(Statement.permalink).in_(batch))
            .distinct()
        )
        found.update(session.exec(wanted))
    return found


def statement_entries(session: Session, ids: Sequence[int]) -> Iterator[IndexEntry]:
    """The entries of statements by row number, with a fixed number of queries.

    What a copy of an article repeats has none: the first article's statement names its outlet.
    """
    wanted = (
        select(Statement, Article, Speaker, Event.slug)
        .join(Article, col(Article.id) == col(Statement.article_id))
        .outerjoin(Speaker, col(Speaker.id) == col(Statement.speaker_id))
        .outerjoin(Event, col(Event.id) == col(Statement.event_id))
        .where(col(Statement.id).in_(ids), ~stands_in_first())
        .order_by(col(Statement.id))
    )
    found = session.exec(wanted).all()
    names = _names(session, {speaker.id for _, _, speaker, _ in found if speaker})
    outlets = _outlets(session, {article.outlet_id for _, article, _, _ in found})
    issues, positions = _issues(session, ids)
    repeated, copied = _repeated(session, ids), outlets_of_copies(session, ids)
    for statement, article, speaker, event in found:
        yield IndexEntry(
            permalink=statement.permalink,
            type=EntryType.STATEMENT,
            text=statement.content,
            headline=article.headline or "",
            article=article.permalink,
            speaker=speaker.slug if speaker else None,
            speaker_names=names[speaker.id] if speaker else statement.speaker_printed or "",
            outlet=outlets.get(article.outlet_id),
            copied_by=tuple(copied.get(statement.id, ())),
            kind=statement.kind.value,
            issues=tuple(issues[statement.id]),
            positions=tuple(sorted(positions[statement.id])),
            events=(event,) if event else (),
            place=statement.place,
            said_first=statement.said_first,
            said_last=statement.said_last,
            published_first=article.published_first,
            confidence=statement.confidence,
            repeats=repeated.get(statement.id),
            ordinal=statement.ordinal,
        )


def article_entries(session: Session, ids: Sequence[int]) -> Iterator[IndexEntry]:
    """The entries of articles by row number, with a fixed number of queries."""
    wanted = (
        select(Article, Document.text, Outlet.slug)
        .join(Document, col(Document.id) == col(Article.document_id))
        .outerjoin(Outlet, col(Outlet.id) == col(Article.outlet_id))
        .where(col(Article.id).in_(ids))
        .order_by(col(Article.id))
    )
    events, (issues, positions) = _events(session, ids), _issues_within(session, ids)
    speakers, kinds = _said_within(session, ids)
    for article, text, outlet in session.exec(wanted):
        number = article.id or 0
        yield IndexEntry(
            permalink=article.permalink,
            type=EntryType.ARTICLE,
            text=text[article.start : article.end],
            headline=article.headline or "",
            article=article.permalink,
            speaker=None,
            speaker_names="",
            outlet=outlet,
            kind=None,
            issues=tuple(issues[number]),
            positions=tuple(sorted(positions[number])),
            events=tuple(events[number]),
            place=article.dateline_place,
            said_first=article.published_first,
            said_last=article.published_last,
            published_first=article.published_first,
            confidence=None,
            speakers=tuple(sorted(speakers[number])),
            kinds=tuple(sorted(kinds[number])),
        )


def _said_within(
    session: Session, articles: Sequence[int]
) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """The speakers of the statements in each article, by slug, and their kinds."""
    wanted = (
        select(Statement.article_id, Statement.kind, Speaker.slug)
        .outerjoin(Speaker, col(Speaker.id) == col(Statement.speaker_id))
        .where(col(Statement.article_id).in_(articles))
        .distinct()
    )
    speakers: dict[int, set[str]] = defaultdict(set)
    kinds: dict[int, set[str]] = defaultdict(set)
    for article, kind, speaker in session.exec(wanted):
        kinds[article].add(str(kind))
        if speaker:
            speakers[article].add(speaker)
    return speakers, kinds


def _issues_within(session: Session, articles: Sequence[int]) -> _OnIssues:
    wanted = (
        select(Statement.article_id, Issue.key, StatementIssue.stance)
        .join(StatementIssue, col(StatementIssue.statement_id) == col(Statement.id))
        .join(Issue, col(Issue.id) == col(StatementIssue.issue_id))
        .where(col(Statement.article_id).in_(articles))
        .distinct()
        .order_by(col(Issue.key))
    )
    return _on_issues(session.exec(wanted))


def _outlets(session: Session, ids: set[int | None]) -> dict[int | None, str]:
    rows = session.exec(select(Outlet).where(col(Outlet.id).in_(ids)))
    return {row.id: row.slug for row in rows}


def _names(session: Session, speakers: set[int | None]) -> dict[int | None, str]:
    names: dict[int | None, list[str]] = defaultdict(list)
    for speaker in session.exec(select(Speaker).where(col(Speaker.id).in_(speakers))):
        names[speaker.id].append(speaker.name)
    aliases = select(SpeakerAlias).where(col(SpeakerAlias.speaker_id).in_(speakers))
    for alias in session.exec(aliases.order_by(col(SpeakerAlias.name))):
        names[alias.speaker_id].append(alias.name)
    return {number: "\n".join(dict.fromkeys(found)) for number, found in names.items()}


def _repeated(session: Session, ids: Sequence[int]) -> dict[int | None, str]:
    body = aliased(Statement)
    wanted = (
        select(Statement.id, body.permalink)
        .join(body, col(body.id) == col(Statement.repeats_id))
        .where(col(Statement.id).in_(ids))
    )
    return {number: permalink for number, permalink in session.exec(wanted)}  # noqa: C416


def _issues(session: Session, ids: Sequence[int]) -> _OnIssues:
    wanted = (
        select(StatementIssue.statement_id, Issue.key, StatementIssue.stance)
        .join(Issue, col(Issue.id) == col(StatementIssue.issue_id))
        .where(col(StatementIssue.statement_id).in_(ids))
        .order_by(col(Issue.key))
    )
    return _on_issues(session.exec(wanted))


def _on_issues(rows: Iterable[tuple[int, str, str | None]]) -> _OnIssues:
    """The keys of the issues of each record, in order and once each, and its stances on any."""
    keys: dict[int | None, dict[str, None]] = defaultdict(dict)
    stances: dict[int | None, set[str]] = defaultdict(set)
    for record, key, stance in rows:
        keys[record][key] = None
        if stance:
            stances[record].add(str(stance))
    return keys, stances


def _events(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    wanted = (
        select(EventMention.article_id, Event.slug)
        .join(Event, col(Event.id) == col(EventMention.event_id))
        .where(col(EventMention.article_id).in_(ids))
        .distinct()
        .order_by(col(Event.slug))
    )
    slugs: dict[int, list[str]] = defaultdict(list)
    for article, slug in session.exec(wanted):
        slugs[article].append(slug)
    return slugs


def _batches(links: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(links), _BATCH):
        yield links[at : at + _BATCH]
