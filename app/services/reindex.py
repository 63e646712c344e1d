"""Keeps the index in step with the database, which says what the index still has to learn."""

import secrets
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from app.archive import Archive, open_for_writing
from app.config import Settings
from app.domain.search import IndexEntry, IndexState
from app.errors import IndexUnavailable
from app.index.generations import status
from app.index.writer import rebuild, update
from app.models.ingest_run import IndexTask
from app.services.counted_once import touched
from app.services.entries import all_entries, articles_of, entries_of
from app.storage.database import fullness_named
from app.storage.facts import get_fact, set_fact
from app.storage.knowledge import knowledge_hash, load_gazetteer
from app.storage.runs import count_archive

#: With more tasks than this, building anew is quicker than changing.
_MOST_TASKS = 50_000

#: The facts that say which database this is, the last task that the index has, and a hash of the
#: knowledge that search was last told of.
_IDENTITY, _INDEXED, _LEARNT = "identity", "indexed", "learnt"


#: Told how many of how many entries are in.
Tell = Callable[[int, int], None]

#: Entries after which it is told.
_STEP = 1_000


def reindex(settings: Settings, tell: Tell | None = None) -> int:
    """Builds the index anew from the database; how many entries it holds then."""
    with open_for_writing(settings, "reindex") as archive:
        with fullness_named():
            _rebuild(archive, _identity(archive), tell)
        return status(settings.index_dir).entries


def bring_up_to_date(archive: Archive) -> list[str]:
    """Tells the index what changed since it was last told; sentences about what was unusual.

    Tasks are removed only when the index has them for certain, so a kill at any moment loses
    none: telling the index twice does no harm. An index that is missing, broken or of another
    database is built anew.
    """
    with fullness_named():
        return _bring_up_to_date(archive, _identity(archive))


def lag(session: Session) -> int:
    """How many changes the index still has to learn."""
    return session.exec(select(func.count()).select_from(IndexTask)).one()


def _bring_up_to_date(archive: Archive, identity: str) -> list[str]:
    with archive.session() as session:
        newest = session.exec(select(func.max(IndexTask.id))).one() or 0
        waiting = lag(session)
        indexed = int(get_fact(session, _INDEXED) or -1)
        learnt = get_fact(session, _LEARNT) == _knowledge(session)
    index = status(archive.settings.index_dir)
    follows = _follows(index.fingerprint, identity, indexed, newest)
    if index.state is not IndexState.READY or not follows:
        _rebuild(archive, identity)
        reason = index.reason or "the search index belonged to another state of the database"
        return [f"{reason}; it was built anew"] if indexed >= 0 else []
    if not waiting and learnt:
        return []
    if waiting > _MOST_TASKS:
        _rebuild(archive, identity)
        return []
    try:
        # Names that came to be known change no entry; a new generation makes engines ask for them.
        _update(archive, identity, newest or indexed)
    except IndexUnavailable as problem:
        _rebuild(archive, identity)
        return [f"{problem}; it was built anew"]
    return []


def _follows(fingerprint: str | None, identity: str, indexed: int, newest: int) -> bool:
    # The index may be ahead of what was noted, when a run was killed between the two; then the
    # tasks are still there: without them the database has lost changes. Behind, it is the index
    # that has lost changes whose tasks are gone.
    database, _, last = (fingerprint or "").rpartition("-")
    if database != identity or not last.isdigit():
        return False
    return indexed == int(last) or 0 <= indexed < int(last) <= newest


def _update(archive: Archive, identity: str, last: int) -> None:
    links: dict[str, set[str]] = {"statement": set(), "article": set()}
    with archive.session() as session:
        tasks = select(IndexTask.type, IndexTask.permalink).where(col(IndexTask.id) <= last)
        for kind, permalink in session.exec(tasks):
            links[kind].add(permalink)
        # An article is found by what is said in it, so it changes with its statements.
        articles = links["article"] | articles_of(session, links["statement"])
        links["statement"] |= touched(session, links["statement"], links["article"])
        entries = list(entries_of(session, links["statement"], articles))
    gone = links["statement"] | links["article"]
    gone -= {entry.permalink for entry in entries}
    update(archive.settings.index_dir, gone, entries, f"{identity}-{last}")
    _note(archive, last)


def _rebuild(archive: Archive, identity: str, tell: Tell | None = None) -> None:
    with archive.session() as session:
        newest = session.exec(select(func.max(IndexTask.id))).one()
        last = newest or int(get_fact(session, _INDEXED) or 0)
        entries: Iterable[IndexEntry] = all_entries(session)
        if tell is not None:
            entries = _telling(entries, sum(count_archive(session)), tell)
        rebuild(archive.settings.index_dir, entries, f"{identity}-{last}")
    _note(archive, last)


def _telling(entries: Iterable[IndexEntry], total: int, tell: Tell) -> Iterator[IndexEntry]:
    for number, entry in enumerate(entries, 1):
        yield entry
        if number % _STEP == 0:
            tell(number, total)


def _note(archive: Archive, last: int) -> None:
    with archive.transaction() as session:
        set_fact(session, _INDEXED, str(last))
        set_fact(session, _LEARNT, _knowledge(session))
        session.exec(delete(IndexTask).where(col(IndexTask.id) <= last))


def _knowledge(session: Session) -> str:
    return knowledge_hash(load_gazetteer(session))


def _identity(archive: Archive) -> str:
    with archive.session() as session:
        identity = get_fact(session, _IDENTITY)
    if identity is None:
        identity = secrets.token_hex(8)
        with archive.transaction() as session:
            set_fact(session, _IDENTITY, identity)
    return identity
