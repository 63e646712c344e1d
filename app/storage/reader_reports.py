"""Appends what readers report, and finds what waits for an answer."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, delete, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.domain.reports import Complaint
from app.models.report import ReaderLine, ReaderReport, ReportCount
from app.storage.prepared import Prepared, Reader

#: Lines of one report that are kept; later ones only count.
MOST_LINES = 20
_ANSWERED = Prepared(
    select(col(ReaderReport.id))
    .where(col(ReaderReport.permalink) == bindparam("permalink"))
    .where(col(ReaderReport.answered_at).is_not(None))
    .limit(1)
)


def append_report(
    session: Session, permalink: str, revision: int, complaint: Complaint, line: str, now: datetime
) -> ReaderReport:
    """Stores a report, or counts it where the same was said of the same version before."""
    wanted = select(ReaderReport).where(
        ReaderReport.permalink == permalink,
        ReaderReport.revision == revision,
        ReaderReport.complaint == complaint,
    )
    row = session.exec(wanted).first()
    if row is None:
        row = ReaderReport(
            permalink=permalink, revision=revision, complaint=complaint, first_at=now, last_at=now
        )
    else:
        row.times, row.last_at = row.times + 1, now
    session.add(row)
    session.flush()
    if line:
        _append_line(session, row.id or 0, line, now)
    return row


def find_report(session: Session, number: int) -> ReaderReport | None:
    """The report with this number."""
    return session.get(ReaderReport, number)


def has_answers(reader: Reader, permalink: str) -> bool:
    """Whether any report on a statement was answered; every page of a statement asks."""
    return _ANSWERED.first(reader, permalink=permalink) is not None


def reports_of(session: Session, permalink: str, *, answered: bool) -> list[ReaderReport]:
    """The reports on a statement that were, or were not, answered; the newest first."""
    return list(session.exec(_reports(answered), params={"permalink": permalink}))


@cache  # asked for every page of a statement, and building a query costs more than running it
def _reports(answered: bool) -> SelectOfScalar[ReaderReport]:
    is_answered = col(ReaderReport.answered_at).is_not(None)
    wanted = select(ReaderReport).where(
        col(ReaderReport.permalink) == bindparam("permalink"),
        is_answered if answered else ~is_answered,
    )
    return wanted.order_by(col(ReaderReport.last_at).desc()).limit(20)


def waiting_reports(session: Session, limit: int) -> list[ReaderReport]:
    """Reports without an answer: those said most often first, then the oldest."""
    wanted = select(ReaderReport).where(col(ReaderReport.answered_at).is_(None))
    order = col(ReaderReport.times).desc(), col(ReaderReport.first_at), col(ReaderReport.id)
    return list(session.exec(wanted.order_by(*order).limit(limit)))


def count_waiting(session: Session) -> int:
    """How many reports have no answer."""
    wanted = select(func.count()).select_from(ReaderReport)
    return session.exec(wanted.where(col(ReaderReport.answered_at).is_(None))).one()


def lines_of(
    session: Session, reports: Sequence[ReaderReport], *, public: bool = False
) -> dict[int, list[ReaderLine]]:
    """What readers wrote with each of these reports; with `public`, what all may see."""
    wanted = select(ReaderLine).where(col(ReaderLine.report_id).in_([row.id for row in reports]))
    if public:
        wanted = wanted.where(col(ReaderLine.public).is_(True))
    found: dict[int, list[ReaderLine]] = {}
    for line in session.exec(wanted.order_by(col(ReaderLine.id))):
        found.setdefault(line.report_id, []).append(line)
    return found


def count_sent(session: Session, bucket: str, since: datetime) -> int:
    """How many reports a bucket sent in the hours that began at `since` or later."""
    wanted = select(func.coalesce(func.sum(ReportCount.count), 0))
    return session.exec(
        wanted.where(ReportCount.bucket == bucket, col(ReportCount.hour) >= since)
    ).one()


def add_sent(session: Session, bucket: str, hour: datetime, older_than: datetime) -> None:
    """Counts a report that a bucket sent in this hour; old counts go."""
    session.exec(delete(ReportCount).where(col(ReportCount.hour) < older_than))
    wanted = select(ReportCount).where(ReportCount.bucket == bucket, ReportCount.hour == hour)
    row = session.exec(wanted).first() or ReportCount(bucket=bucket, hour=hour)
    row.count += 1
    session.add(row)
    session.flush()


def _append_line(session: Session, report_id: int, words: str, now: datetime) -> None:
    held = session.exec(select(ReaderLine.words).where(ReaderLine.report_id == report_id)).all()
    if words not in held and len(held) < MOST_LINES:
        session.add(ReaderLine(report_id=report_id, words=words, at=now))
        session.flush()
