"""Moves statements and all else between the rows of speakers, as curators decide."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.corrections import Action, Record
from app.domain.gazetteer import SpeakerKind
from app.domain.persons import fold, parse_person, speaker_key
from app.domain.qualified import bare_name
from app.models.address import AddressKind
from app.models.article import Article
from app.models.event import EventParticipant
from app.models.ingest_run import IndexTask
from app.models.issue import Position, PositionEvidence
from app.models.office import Tenure
from app.models.speaker import NotSamePerson, Speaker, SpeakerAlias
from app.models.statement import Statement
from app.storage.knowledge import know_again
from app.storage.ledger import Ledger
from app.storage.outbox import tell_of_names
from app.storage.retire import drop_empty_positions, retire_speakers
from app.storage.revisions import record_change, shown_of
from app.storage.speakers import BY_CURATOR, SpeakerBook
from app.storage.standing_at import speaker_at
from app.storage.totals import recount
from app.storage.values import stored_id


def names_of(session: Session, row: Speaker) -> list[str]:
    """The names that mean this speaker wherever they stand.

    A surname alone does not, nor the bare name of one of several people of it.
    """
    held = select(SpeakerAlias.name).where(SpeakerAlias.speaker_id == row.id)
    aliases = sorted(session.exec(held))
    if row.kind is SpeakerKind.PERSON:
        aliases = [name for name in aliases if parse_person(name).given is not None]
        if (bare := bare_name(row.name)) != row.name:
            aliases = [name for name in aliases if fold(name) != fold(bare)]
    return list(dict.fromkeys([row.name, *aliases]))


def merge_speakers(
    session: Session, row: Speaker, heir: Speaker, record: Record, reason: str
) -> None:
    """Makes two speakers one: all that was `row`'s is its heir's, and its address leads there."""
    names = names_of(session, row)
    of_row = select(Statement).where(Statement.speaker_id == row.id)
    hand_over(session, session.exec(of_row).all(), heir, reason)
    move_positions(session, stored_id(row), heir, None)
    for table in (Tenure, EventParticipant):
        session.exec(
            update(table).where(col(table.speaker_id) == row.id).values(speaker_id=heir.id)
        )
    _forget_names(session, stored_id(row))
    held = set(names_of(session, heir))
    for name in names:
        if name not in held:
            alias = f"{BY_CURATOR} ({record.uid}): {reason}"
            key = speaker_key(name)
            session.add(SpeakerAlias(speaker_id=stored_id(heir), name=name, key=key, reason=alias))
    Ledger(session).move(AddressKind.SPEAKER, row.slug, heir.slug, reason, row.name)
    session.delete(row)
    session.flush()
    _settle(session, [heir])


def part_speakers(session: Session, record: Record, reason: str, *, joins: bool = False) -> None:
    """Gives every statement of the speakers concerned to whom its name means by now.

    Where a parting is undone (`joins`), the address of whom nothing is left leads to the heir;
    else it leads nowhere: those two were just told apart.
    """
    if record.action is Action.MERGE:
        of_merge = col(SpeakerAlias.reason).startswith(f"{BY_CURATOR} ({record.uid})")
        session.exec(delete(SpeakerAlias).where(of_merge))
    _know_again(session, record)
    book = SpeakerBook(session)
    before = record.before
    after = record.after
    named = [*before.get("names", ()), *before.get("others", ()), *after.get("names", ())]
    named += [after["name"]] if "articles" in after else []
    found = [book.find(name) for name in named]
    shown = session.exec(select(Speaker).where(col(Speaker.name).in_(named))).all()
    concerned = (speaker_at(session, record.target), *found, *shown)
    rows = {stored_id(row): row for row in concerned if row}
    if record.action is Action.SPLIT and "names" in after:
        split = delete(SpeakerAlias).where(
            col(SpeakerAlias.speaker_id).in_(list(rows)),
            col(SpeakerAlias.name).in_(list(after["names"])),
        )
        session.exec(split)
    changes: list[tuple[int, int | None]] = []
    touched: dict[int, Speaker] = dict(rows)
    for number in sorted(rows):
        wanted = select(Statement).where(
            Statement.speaker_id == number, col(Statement.speaker_found).is_not(None)
        )
        for statement in session.exec(wanted).all():
            name = statement.speaker_found or ""
            article = session.get_one(Article, statement.article_id).permalink
            heir = book.row_for(name, statement.speaker_full, statement.speaker_kind, article)
            if heir.id != number:
                touched[stored_id(heir)] = heir
                changes.append((number, heir.id if joins else None))
                hand_over(session, [statement], heir, reason)
                move_positions(session, number, heir, [stored_id(statement)])
    drop_empty_positions(session)
    retire_speakers(session, changes)
    kept = [row for number, row in touched.items() if session.get(Speaker, number) is not None]
    _settle(session, kept)


def hand_over(
    session: Session, statements: Sequence[Statement], heir: Speaker, reason: str
) -> None:
    """Credits statements to another speaker; each keeps what it was as a revision."""
    for statement in statements:
        before = shown_of(session, statement)
        statement.speaker_id = heir.id
        statement.speaker_kind = heir.kind
        session.add(statement)
        session.flush()
        record_change(session, statement, before, reason)
        session.add(IndexTask(type="statement", permalink=statement.permalink))


def move_positions(
    session: Session, speaker_id: int, heir: Speaker, statements: Collection[int] | None
) -> None:
    """Gives the positions of a speaker to another, as far as `statements` are their evidence."""
    for position in session.exec(select(Position).where(Position.speaker_id == speaker_id)).all():
        same = select(Position).where(
            Position.speaker_id == heir.id,
            Position.issue_id == position.issue_id,
            Position.stance == position.stance,
            Position.conditional == position.conditional,
        )
        wanted = select(PositionEvidence).where(PositionEvidence.position_id == position.id)
        if statements is not None:
            wanted = wanted.where(col(PositionEvidence.statement_id).in_(statements))
        evidence = session.exec(wanted).all()
        if not evidence:
            continue
        twin = session.exec(same).first()
        if twin is None:
            values = position.model_dump(exclude={"id", "speaker_id"})
            twin = Position(**values, speaker_id=stored_id(heir))
            session.add(twin)
            session.flush()
        for one in evidence:
            moved = PositionEvidence(
                position_id=stored_id(twin), statement_id=one.statement_id, reason=one.reason
            )
            session.delete(one)
            session.merge(moved)
        session.flush()
    drop_empty_positions(session)


def _forget_names(session: Session, number: int) -> None:
    session.exec(delete(SpeakerAlias).where(col(SpeakerAlias.speaker_id) == number))
    pairs = (col(NotSamePerson.speaker_id) == number) | (col(NotSamePerson.other_id) == number)
    session.exec(delete(NotSamePerson).where(pairs))


def _know_again(session: Session, record: Record) -> None:
    # Whom the knowledge files name gets a row of its own again, with offices and aliases.
    know_again(session, {fold(name) for name in record.before.get("names", ())})


def _settle(session: Session, rows: Iterable[Speaker]) -> None:
    ledger = Ledger(session)
    speakers = []
    for row in rows:
        ledger.publish(AddressKind.SPEAKER, row.slug, identity=row.key)
        speakers.append(stored_id(row))
    tell_of_names(session, speakers)
    recount(session, speakers=speakers, events=(), article=None)
