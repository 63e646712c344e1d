"""Moves mentions and statements between the rows of events, as curators decide."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.corrections import Action, Record
from app.domain.dates import DateBasis, DatePrecision
from app.models.address import AddressKind
from app.models.article import Article
from app.models.event import Event, EventMention, EventParticipant
from app.models.ingest_run import IndexTask
from app.models.statement import Statement
from app.storage.decisions import Decisions
from app.storage.events import event_keyed
from app.storage.ledger import Ledger
from app.storage.retire import retire_events
from app.storage.revisions import record_change, shown_of
from app.storage.slugs import marked, published_slug
from app.storage.standing_at import event_at
from app.storage.totals import recount
from app.storage.values import stored_id

_FIELDS = ("key", "slug", "name", "type", "place", "reason", "date_reason", "known")


def plain_event(row: Event) -> dict[str, Any]:
    """What is needed to make an event anew, as plain values."""
    return {
        **{name: getattr(row, name) for name in _FIELDS},
        "date_first": row.date_first.isoformat() if row.date_first else None,
        "date_last": row.date_last.isoformat() if row.date_last else None,
        "date_precision": row.date_precision.value if row.date_precision else None,
        "date_basis": row.date_basis.value,
    }


def merge_events(session: Session, row: Event, heir: Event, reason: str) -> None:
    """Makes two events one: all that was `row`'s is its heir's, and its address leads there."""
    _move(session, row, heir, None, reason)
    people = select(EventParticipant).where(EventParticipant.event_id == row.id)
    held = select(EventParticipant.name).where(EventParticipant.event_id == heir.id)
    names = set(session.exec(held))
    for one in session.exec(people).all():
        if one.name not in names:
            heirs = EventParticipant(
                event_id=stored_id(heir), name=one.name, speaker_id=one.speaker_id
            )
            session.add(heirs)
    session.exec(delete(EventParticipant).where(col(EventParticipant.event_id) == row.id))
    Ledger(session).move(AddressKind.EVENT, row.slug, heir.slug, reason, row.name)
    session.delete(row)
    session.flush()
    recount(session, speakers=(), events=[stored_id(heir)], article=None)


def part_events(session: Session, record: Record, reason: str) -> None:
    """Gives every mention of the events concerned to the event that its key means by now."""
    start = event_at(session, record.target)
    keys = [record.before.get("key", ""), *_split_keys(record)]
    rows = {row.id: row for row in (start, *(event_keyed(session, key) for key in keys)) if row}
    decisions = Decisions(session)
    touched: set[int] = {number for number in rows if number is not None}
    for number, row in rows.items():
        wanted = (
            select(EventMention.found, EventMention.article_id, Article.permalink)
            .join(Article, col(Article.id) == col(EventMention.article_id))
            .where(EventMention.event_id == number, col(EventMention.found).is_not(None))
            .distinct()
        )
        for found, article_id, link in session.exec(wanted).all():
            key = decisions.event_meant(found or "", link)
            if key != row.key:
                heir = event_keyed(session, key) or _made(session, record, row, key)
                _move(session, row, heir, (article_id, found or ""), reason)
                touched.add(stored_id(heir))
    retire_events(session, [(number, None) for number in sorted(touched)])
    standing = [number for number in touched if session.get(Event, number) is not None]
    recount(session, speakers=(), events=standing, article=None)


def _move(
    session: Session, row: Event, heir: Event, only: tuple[int, str] | None, reason: str
) -> None:
    """Moves mentions and statements, of one article and under one key where `only` is given."""
    mentions = select(EventMention).where(EventMention.event_id == row.id)
    statements = select(Statement).where(Statement.event_id == row.id)
    if only is not None:
        article_id, found = only
        mentions = mentions.where(
            EventMention.article_id == article_id, EventMention.found == found
        )
        statements = statements.where(
            Statement.article_id == article_id, Statement.event_found == found
        )
    held = select(EventMention.article_id, EventMention.start).where(
        EventMention.event_id == heir.id
    )
    places = set(session.exec(held))
    articles: set[int] = set()
    for mention in session.exec(mentions).all():
        articles.add(mention.article_id)
        if (mention.article_id, mention.start) in places:
            session.delete(mention)
        else:
            mention.event_id = stored_id(heir)
            session.add(mention)
    _hand_over(session, session.exec(statements).all(), heir, reason)
    named = select(Article.permalink).where(col(Article.id).in_(articles))
    session.add_all(IndexTask(type="article", permalink=link) for link in session.exec(named))
    session.flush()


def _hand_over(session: Session, statements: Sequence[Statement], heir: Event, reason: str) -> None:
    for statement in statements:
        before = shown_of(session, statement)
        session.exec(
            update(Statement).where(col(Statement.id) == statement.id).values(event_id=heir.id)
        )
        session.refresh(statement)
        record_change(session, statement, before, reason)
        session.add(IndexTask(type="statement", permalink=statement.permalink))


def _made(session: Session, record: Record, parent: Event, key: str) -> Event:
    # An event merged into another once, or split off it now.
    kept = dict(record.before.get("record") or {}) if record.before.get("key") == key else {}
    fields = {**plain_event(parent), **kept, "key": key}
    if not kept:
        fields["known"] = False
        fields["name"] = record.after.get("name") or parent.name
        fields["slug"] = marked(parent.slug, key)
    for name in ("date_first", "date_last"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    precision = fields["date_precision"]
    fields["date_precision"] = DatePrecision(precision) if precision else None
    fields["date_basis"] = DateBasis(fields["date_basis"])
    fields["slug"] = published_slug(session, Event, AddressKind.EVENT, fields["slug"], key)
    row = Event(**fields)
    session.add(row)
    session.flush()
    Ledger(session).publish(AddressKind.EVENT, row.slug, identity=key)
    return row


def _split_keys(record: Record) -> list[str]:
    if record.action is not Action.SPLIT:
        return []
    return [f"{record.before.get('key', '')} #{record.uid}"]
