"""Merges and splits speakers and events, now and for every article still to be read."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.domain.corrections import Action, Record, Standing, Subject
from app.domain.persons import fold, speaker_key
from app.domain.qualified import bare_name
from app.models.address import AddressKind
from app.models.article import Article
from app.models.correction import IdentityDecision
from app.models.event import Event
from app.models.speaker import NotSamePerson, Speaker
from app.models.statement import Statement
from app.storage.applying import said_by
from app.storage.correction_rows import merges_of, stand
from app.storage.decisions import EVENT, SPEAKER
from app.storage.judgements import show_judgements
from app.storage.ledger import Ledger
from app.storage.merge_events import merge_events, part_events, plain_event
from app.storage.merge_speakers import merge_speakers, names_of, part_speakers
from app.storage.pointing import point_out
from app.storage.runs import mark_unsettled
from app.storage.standing_at import event_at, speaker_at
from app.storage.told_of import compare_names_again

_REMEMBERED = 40  # articles of each of two by which later ones are told apart
_NOBODY = "nobody of that name has spoken here yet"
_NO_EVENT = "no article read so far mentions this event"

_PLACES: Mapping[Subject, tuple[AddressKind, Callable[[Session, str], Speaker | Event | None]]] = {
    Subject.SPEAKER: (AddressKind.SPEAKER, speaker_at),
    Subject.EVENT: (AddressKind.EVENT, event_at),
}


def identity_before(session: Session, subject: Subject, target: str, other: str) -> dict[str, Any]:
    """What a decision is about by name, so that it holds on a machine with other articles too."""
    if subject is Subject.SPEAKER:
        row, second = speaker_at(session, target), speaker_at(session, other)
        names = names_of(session, row) if row else []
        return {"names": names, "others": names_of(session, second) if second else []}
    event, second_event = event_at(session, target), event_at(session, other)
    return {
        **({"key": event.key, "record": plain_event(event)} if event else {}),
        **({"other_key": second_event.key} if second_event else {}),
    }


def standing_on(
    session: Session, action: Action, row: Speaker, other: Speaker, split: Collection[str]
) -> dict[str, Any]:
    """The articles that a judgement on two of one name leaves with either, by permalink.

    By these the articles still to come are told apart. Empty where the names differ anyway.
    """
    if action is Action.SPLIT and split:
        return {"articles": _articles_of(session, row, split)}
    one_name = fold(bare_name(row.name)) == fold(bare_name(other.name))
    if action is not Action.NOT_SAME or not one_name:
        return {}
    return {
        "articles": _articles_of(session, row),
        "other_articles": _articles_of(session, other),
    }


def _articles_of(session: Session, row: Speaker, split: Collection[str] = ()) -> list[str]:
    """The first articles in which a speaker stands, without those that are split off."""
    wanted = (
        select(Article.permalink)
        .join(Statement, col(Statement.article_id) == col(Article.id))
        .where(Statement.speaker_id == row.id, col(Article.permalink).not_in(split))
        .distinct()
        .order_by(col(Article.permalink))
    )
    return list(session.exec(wanted.limit(_REMEMBERED)))


def decide(session: Session, record: Record) -> None:
    """Carries out a decision on who or what is the same; it waits where nobody is here yet.

    One that waited may be carried out again.
    """
    session.exec(delete(IdentityDecision).where(col(IdentityDecision.uid) == record.uid))
    _write(session, record)
    _settle(session, record)
    _tell_apart_again(session, record)
    mark_unsettled(session)


def take_back(session: Session, record: Record, reason: str) -> None:
    """Undoes such a decision: what was put together is taken apart again, and the reverse."""
    session.exec(delete(IdentityDecision).where(col(IdentityDecision.uid) == record.uid))
    if record.subject is Subject.SPEAKER:
        session.exec(delete(NotSamePerson).where(col(NotSamePerson.reason) == said_by(record)))
        part_speakers(session, record, reason, joins=record.action is not Action.MERGE)
    else:
        part_events(session, record, reason)
    if record.action is Action.MERGE:
        _lead_again(session, record)
    _tell_apart_again(session, record)
    mark_unsettled(session)


def _tell_apart_again(session: Session, record: Record) -> None:
    if record.subject is Subject.SPEAKER:
        names = [*record.before.get("names", ()), *record.before.get("others", ())]
        compare_names_again(session, names)
        show_judgements(session)
        point_out(session, (speaker_key(bare_name(name)) for name in names))


def _lead_again(session: Session, undone: Record) -> None:
    """Addresses that led through the merge undone lead to whom their own merge names again."""
    kind, find = _PLACES[undone.subject]
    heir = find(session, undone.after["into"])
    if heir is None:
        return
    ledger = Ledger(session)
    links = [entry.permalink for entry in ledger.leading_to(kind, heir.slug)]
    merges = merges_of(session, undone.subject, [one for one in links if one != undone.target])
    for _ in merges:  # one that leads through another is right once that one is
        for link, merge in merges.items():
            into = find(session, merge.after["into"])
            entry = ledger.find(kind, link)
            if into is not None and entry is not None and entry.target != into.slug:
                entry.target = into.slug
                session.add(entry)
        session.flush()


def _write(session: Session, record: Record) -> None:
    before = record.before
    names, others = list(before.get("names", ())), list(before.get("others", ()))
    if record.subject is Subject.EVENT:
        key = before.get("key")
        if record.action is Action.MERGE and key and before.get("other_key"):
            _same(session, record, EVENT, [key], before["other_key"])
        elif record.action is Action.SPLIT and key:
            for article in record.after["articles"]:
                _same(session, record, EVENT, [key], f"{key} #{record.uid}", article)
    elif record.action is Action.MERGE and others:
        _same(session, record, SPEAKER, map(fold, names), others[0])
    elif record.action is Action.SPLIT and "articles" in record.after:
        _mean(session, record, record.after["articles"], names, record.after["name"])
        _mean(session, record, before.get("articles", ()), names, names[0] if names else "")
    elif record.action is Action.SPLIT:
        split = list(record.after["names"])
        _apart(session, record, split, [n for n in names if fold(n) not in map(fold, split)])
    elif record.action is Action.NOT_SAME:
        _apart(session, record, names, others)
        for articles, own in (("articles", names), ("other_articles", others)):
            _mean(session, record, before.get(articles, ()), own, own[0] if own else "")


def _mean(
    session: Session, record: Record, articles: Iterable[str], names: Sequence[str], meant: str
) -> None:
    """Writes down whom some articles mean by a name, so that those to come are told by them."""
    spellings = {fold(n) for name in names for n in (name, bare_name(name))}
    for article in articles if meant else ():
        _same(session, record, SPEAKER, spellings, meant, article)


def _settle(session: Session, record: Record) -> None:
    speakers, reason = record.subject is Subject.SPEAKER, said_by(record)
    find = _PLACES[record.subject][1]
    row = find(session, record.target)
    other = find(session, record.after.get("into") or record.after.get("other") or "")
    if (other if record.action is Action.MERGE else row) is None:
        stand(session, record.uid, Standing.WAITING, _NOBODY if speakers else _NO_EVENT)
        return
    if record.action is Action.MERGE:
        _merge(session, record, row, other, reason)
    elif isinstance(row, Speaker):
        part_speakers(session, record, reason)
    elif record.action is Action.SPLIT:
        part_events(session, record, reason)
    stand(session, record.uid, Standing.APPLIED)


def _merge(
    session: Session,
    record: Record,
    row: Speaker | Event | None,
    heir: Speaker | Event | None,
    reason: str,
) -> None:
    if row is None and heir is not None:
        _lead(session, _PLACES[record.subject][0], record.target, heir.slug, reason)
    elif row is heir:
        return  # they were one already
    elif isinstance(row, Speaker) and isinstance(heir, Speaker):
        merge_speakers(session, row, heir, record, reason)
    elif isinstance(row, Event) and isinstance(heir, Event):
        merge_events(session, row, heir, reason)


def _lead(session: Session, kind: AddressKind, link: str, heir: str, reason: str) -> None:
    # An address of another build of this archive, which was merged away before it came here.
    ledger = Ledger(session)
    if not ledger.taken(kind, link):
        ledger.publish(kind, link)
        session.flush()
    ledger.move(kind, link, heir, reason)


def _same(
    session: Session,
    record: Record,
    kind: str,
    names: Iterable[str],
    other: str,
    article: str = "",
) -> None:
    for name in sorted(set(names)):
        decision = IdentityDecision(
            kind=kind, name=name, other=other, same=True, article=article, uid=record.uid
        )
        session.add(decision)
    session.flush()


def _apart(session: Session, record: Record, names: Iterable[str], others: Iterable[str]) -> None:
    pairs = {(fold(name), fold(other)) for name in names for other in others}
    for one, two in sorted(pairs | {(two, one) for one, two in pairs}):
        if one != two:
            decision = IdentityDecision(
                kind=SPEAKER, name=one, other=two, same=False, uid=record.uid
            )
            session.add(decision)
    session.flush()
