"""The review queue: what readers reported, what is doubtful, and who or what may be one.

Only the head of each list is looked at, however long it is.
"""

from datetime import timedelta

from sqlalchemy import ColumnElement, exists, func, select
from sqlmodel import Session

from app.archive import Archive
from app.desk import Desk
from app.domain.corrections import Standing
from app.domain.curators import Curator
from app.domain.reports import COMPLAINTS
from app.schemas.review import Item, ItemKind, Queue
from app.services.event_pairs import likely_event_pairs
from app.services.pairs import likely_pairs
from app.services.tables import CORRECTION, CORRECTION_STATE, STATEMENT
from app.services.weighing import weight
from app.storage import reader_reports, reads

#: Statements surer than this are not shown; below it they are likely or doubtful.
SURE = 0.85

#: How much of each list is looked at, and how many items are shown.
_HEAD, _SHOWN = 300, 12
_MOST_PUT_OFF, _MOST_COUNTED = 1_000, 1_000

_LATER = timedelta(days=1)


def get_queue(archive: Archive, desk: Desk) -> Queue:
    """What to decide now, the most worth first. Twelve queries on the archive, five on the desk."""
    now = desk.clock()
    with desk.session() as session:
        waiting = reader_reports.waiting_reports(session, _HEAD)
        reports = reader_reports.count_waiting(session)
        off = reads.is_put_off(session, now, _MOST_PUT_OFF)
        popular = reads.most_read(session, _HEAD)
    said: dict[str, list[str]] = {}
    for report in waiting:
        times = f", said {report.times} times" if report.times > 1 else ""
        said.setdefault(report.permalink, []).append(
            f"a reader says: {COMPLAINTS[report.complaint].lower()}{times}"
        )
    with archive.session() as session:
        found = _statements(session, list(said), popular)
        pairs = [*likely_pairs(session, _HEAD), *likely_event_pairs(session, _HEAD)]
        doubtful = _count_doubtful(session)
    with desk.session() as session:
        read = reads.reads_of(session, list(found))
    items = [
        _item(permalink, confidence, words, read.get(permalink, 0), said.get(permalink, []))
        for permalink, (confidence, words) in found.items()
        if permalink not in off
    ]
    items += [pair for pair in pairs if pair.subject not in off]
    items.sort(key=lambda item: (-item.score, item.subject))
    return Queue(
        items=items[:_SHOWN],
        reports=reports,
        doubtful=doubtful,
        counted_to=_MOST_COUNTED,
        pairs=len(pairs),
    )


def decide_later(desk: Desk, curator: Curator, subject: str) -> None:
    """Takes an item out of the queue until tomorrow."""
    now = desk.clock()
    with desk.transaction() as session:
        reads.put_off(session, subject[:400], curator.name, now, now + _LATER)


def _statements(
    session: Session, reported: list[str], popular: list[str]
) -> dict[str, tuple[float, str]]:
    """The statements to weigh: reported, doubtful, or read often and not sure."""
    columns = STATEMENT.c.permalink, STATEMENT.c.confidence, STATEMENT.c.content
    doubtful = (
        select(*columns)
        .where(STATEMENT.c.confidence < SURE, ~_looked_at())
        .order_by(STATEMENT.c.confidence, STATEMENT.c.permalink)
        .limit(_HEAD)
    )
    often = select(*columns).where(
        STATEMENT.c.permalink.in_(popular), STATEMENT.c.confidence < SURE, ~_looked_at()
    )
    told = select(*columns).where(STATEMENT.c.permalink.in_(reported))
    return {
        permalink: (confidence, content[:200])
        for wanted in (doubtful, often, told)
        for permalink, confidence, content in session.execute(wanted)
    }


def _count_doubtful(session: Session) -> int:
    head = (
        select(STATEMENT.c.id)
        .where(STATEMENT.c.confidence < SURE, ~_looked_at())
        .order_by(STATEMENT.c.confidence, STATEMENT.c.permalink)
        .limit(_MOST_COUNTED)
        .subquery()
    )
    return int(session.execute(select(func.count()).select_from(head)).scalar_one())


def _looked_at() -> ColumnElement[bool]:
    """Whether a person has corrected or confirmed the statement."""
    return exists().where(
        CORRECTION.c.target == STATEMENT.c.permalink,
        CORRECTION.c.uid == CORRECTION_STATE.c.uid,
        CORRECTION_STATE.c.standing == Standing.APPLIED,
    )


def _item(permalink: str, confidence: float, words: str, read: int, said: list[str]) -> Item:
    doubt = 1.0 if said else 1 - confidence
    why = [*said]
    if confidence < SURE:
        why.append(f"the program is sure to {confidence:.0%}")
    if read:
        why.append(f"read {read:,} times" if read > 1 else "read once")
    return Item(
        kind=ItemKind.STATEMENT,
        subject=permalink,
        # A reader who took the trouble comes before a machine that doubts itself.
        score=weight(doubt, read) + len(said),
        title=words,
        why=why,
    )
