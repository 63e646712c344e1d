"""Writes corrections down, and says which of them hold."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.domain.corrections import Action, Anchor, Record, Standing, Subject
from app.models import base
from app.models.correction import Correction, CorrectionAbout, CorrectionState
from app.storage.permalinks import encode

_ANCHOR = TypeAdapter(Anchor)
_BATCH = 500

#: Kinds of records a correction is listed with, and their permalinks, slugs or keys.
About = Iterable[tuple[str, str]]


def add_record(session: Session, record: Record, about: About) -> bool:
    """Writes a correction down, unless it is here already; whether it was new."""
    if find_record(session, record.uid) is not None:
        return False
    anchor = record.anchor
    session.add(
        Correction(
            uid=record.uid,
            action=record.action,
            subject=record.subject,
            target=record.target,
            article=anchor.article if anchor else None,
            after=dict(record.after),
            before=dict(record.before),
            anchor=_ANCHOR.dump_python(anchor, mode="json") if anchor else None,
            reason=record.reason,
            by=record.by,
            at=_moment(record.at),
            based_on=record.based_on,
        )
    )
    session.add(CorrectionState(uid=record.uid, standing=Standing.WAITING))
    session.flush()
    add_about(session, record.uid, about)
    return True


def add_about(session: Session, uid: str, about: About) -> None:
    """Lists a correction with further records that it concerns."""
    held = select(CorrectionAbout.kind, CorrectionAbout.link).where(CorrectionAbout.uid == uid)
    for kind, link in sorted(set(about) - set(session.exec(held))):
        session.add(CorrectionAbout(uid=uid, kind=kind, link=link))
    session.flush()


def uid_of(
    action: Action,
    subject: Subject,
    target: str,
    after: Mapping[str, Any],
    reason: str,
    by: str,
    at: str,
) -> str:
    """The number of a correction, made from what it says: the same on every machine."""
    said = [action.value, subject.value, target, dict(after), reason, by, at]
    plain = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return encode(hashlib.sha256(plain.encode()).digest())


def number_on(session: Session, target: str) -> int:
    """How many corrections of a target there are, so that the next is told apart from them."""
    wanted = select(func.count()).select_from(Correction).where(Correction.target == target)
    return session.exec(wanted).one()


def record_of(row: Correction) -> Record:
    """The correction that a row holds."""
    return record_from({name: getattr(row, name) for name in Correction.model_fields})


def record_from(columns: Mapping[str, Any]) -> Record:
    """The correction that the columns of its row hold."""
    plain = ("uid", "action", "subject", "target", "after", "before", "reason", "by", "based_on")
    anchor = columns["anchor"]
    return Record(
        **{name: columns[name] for name in plain},
        at=columns["at"].isoformat(),
        anchor=_ANCHOR.validate_python(anchor) if anchor else None,
    )


def find_record(session: Session, uid: str) -> Record | None:
    """The correction of this number, if there is one."""
    row = session.exec(select(Correction).where(Correction.uid == uid)).first()
    return record_of(row) if row else None


def holding_on(session: Session, permalink: str) -> list[Record]:
    """The corrections of one statement that are not undone, in the order they were made."""
    return _holding(session, col(Correction.target) == permalink).get(permalink, [])


def holding_in(
    session: Session, articles: Sequence[str], statements: Sequence[str]
) -> Mapping[str, list[Record]]:
    """The same for all statements of some articles, and for `statements`; by permalink."""
    return _holding(
        session, col(Correction.article).in_(articles) | col(Correction.target).in_(statements)
    )


def every_record(session: Session) -> Iterator[Record]:
    """Every correction, in the order in which they were made."""
    wanted = select(Correction).order_by(col(Correction.at), col(Correction.id))
    for row in session.exec(wanted.execution_options(yield_per=_BATCH)):
        yield record_of(row)


def withdrawn_articles(session: Session, permalinks: Sequence[str]) -> Mapping[str, Record]:
    """The corrections that withdraw one of these articles as a whole."""
    wanted = _rows().where(
        Correction.subject == Subject.ARTICLE,
        Correction.action == Action.WITHDRAW,
        col(Correction.target).in_(permalinks),
    )
    return {row.target: record_of(row) for row in session.exec(wanted)}


def merges_of(session: Session, subject: Subject, links: Sequence[str]) -> Mapping[str, Record]:
    """The latest merge that holds of each of these speakers or events; by slug."""
    wanted = _rows().where(
        Correction.subject == subject,
        Correction.action == Action.MERGE,
        col(Correction.target).in_(links),
    )
    return {row.target: record_of(row) for row in session.exec(wanted)}


def judgements(session: Session) -> list[Record]:
    """The corrections that hold which say that two speakers of the archive are two."""
    wanted = _rows().where(
        Correction.subject == Subject.SPEAKER,
        col(Correction.action).in_((Action.NOT_SAME, Action.SPLIT)),
    )
    return [record_of(row) for row in session.exec(wanted)]


def stand(session: Session, uid: str, standing: Standing, reason: str = "") -> None:
    """Notes what a correction does now, and why where it does nothing."""
    state = session.get_one(CorrectionState, uid)
    if (state.standing, state.reason) != (standing, reason):
        state.standing, state.reason, state.changed_at = standing, reason, base.now()
        session.add(state)


def undone(session: Session, uid: str, by: str) -> None:
    """Notes that a correction holds no longer, since the correction `by` took it back."""
    state = session.get_one(CorrectionState, uid)
    state.standing, state.undone_by, state.changed_at = Standing.UNDONE, by, base.now()
    session.add(state)


def standing_of(session: Session, uid: str) -> CorrectionState:
    """What a correction does now."""
    return session.get_one(CorrectionState, uid)


def waiting(session: Session) -> list[Record]:
    """The corrections that found nothing to apply to yet, oldest first."""
    wanted = _rows().where(CorrectionState.standing == Standing.WAITING)
    return [record_of(row) for row in session.exec(wanted)]


def _moment(iso: str) -> datetime:
    at = datetime.fromisoformat(iso)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _holding(session: Session, condition: ColumnElement[bool]) -> Mapping[str, list[Record]]:
    wanted = _rows().where(condition, col(Correction.subject) == Subject.STATEMENT)
    found: dict[str, list[Record]] = defaultdict(list)
    for row in session.exec(wanted):
        found[row.target].append(record_of(row))
    return found


def _rows() -> SelectOfScalar[Correction]:
    return (
        select(Correction)
        .join(CorrectionState, col(CorrectionState.uid) == col(Correction.uid))
        .where(CorrectionState.standing != Standing.UNDONE)
        .order_by(col(Correction.id))
    )
