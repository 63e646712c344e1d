"""Readers say that something is wrong: without an account, safe against floods, answered in public.

What readers send goes into the desk's own tables and nowhere else; the archive stays read-only.
"""

import logging
from datetime import datetime, timedelta
from pathlib import Path

from app.archive import Archive
from app.config import Settings
from app.desk import Desk
from app.domain.curators import Curator
from app.domain.reports import Complaint, Outcome
from app.errors import ArchiveError, NotFound, ReportRefused, TooManyTries
from app.models.report import ReaderLine, ReaderReport
from app.schemas.report import Answered, Waiting
from app.services.stamps import age_of, disguised, stamp
from app.services.statements import get_revision
from app.storage import reader_reports as rows
from app.storage.accounts import record

_log = logging.getLogger(__name__)

#: Characters of a reader's line, and of a curator's answer.
LONGEST_LINE, LONGEST_ANSWER = 500, 1000

#: A form is good for a day; nobody has read and filled it in within a second.
_OLDEST, _YOUNGEST = timedelta(days=1), timedelta(seconds=1)

#: Reports that one network may send in an hour and in a day, and all of them together in a day.
HOURLY, DAILY, IN_ALL = 6, 20, 500
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_EVERYBODY = "everybody"


def report_stamp(desk: Desk, permalink: str, old: str = "") -> str:
    """What the form on this statement carries, so that it cannot be sent unseen.

    An `old` one that is good goes on to be, so that what was sent too soon can be sent once more.
    """
    age = age_of(desk, f"report:{permalink}", old)
    return old if age is not None and age <= _OLDEST else stamp(desk, f"report:{permalink}")


def take_report(
    archive: Archive,
    desk: Desk,
    permalink: str,
    complaint: Complaint,
    line: str,
    *,
    network: str,
    stamped: str,
) -> None:
    """Appends a reader's report on the statement as it is shown now.

    The same complaint again is counted, not kept twice. Raises ReportRefused and TooManyTries,
    each with one sentence for the reader; NotFound, Moved or Withdrawn for the statement.
    """
    age = age_of(desk, f"report:{permalink}", stamped)
    if age is None or age > _OLDEST:
        raise ReportRefused("this form was not opened here today; look it over and send it again")
    if age < _YOUNGEST:
        raise ReportRefused("that was sent before anybody can have read it; send it again")
    revision = get_revision(archive, permalink)
    words = " ".join(line.split())[:LONGEST_LINE]
    now = desk.clock()
    sender = disguised(desk, f"reports:{network}")
    with desk.transaction() as session:
        hour = now.replace(minute=0, second=0, microsecond=0)
        for bucket, since, most in (
            (sender, hour, HOURLY),
            (sender, hour - _DAY, DAILY),
            (_EVERYBODY, hour - _DAY, IN_ALL),
        ):
            if rows.count_sent(session, bucket, since) >= most:
                _refuse(bucket, hour, now)
        rows.append_report(session, permalink, revision, complaint, words, now)
        for bucket in (sender, _EVERYBODY):
            rows.add_sent(session, bucket, hour, hour - 2 * _DAY)


def answers_on(desk: Desk, permalink: str) -> list[Answered]:
    """What readers said of a statement and what was answered, the newest first.

    One query where nothing was answered, else three. None where the desk cannot be read: that is
    logged, and the statement is shown all the same.
    """
    if not desk.is_begun():
        return []
    try:
        with desk.reading() as reading:
            if not rows.has_answers(reading, permalink):
                return []
        with desk.session() as session:
            found = [
                row
                for row in rows.reports_of(session, permalink, answered=True)
                if row.outcome is not Outcome.DISMISSED
            ]
            lines = rows.lines_of(session, found, public=True) if found else {}
    except ArchiveError as trouble:
        _log.warning("answers to readers cannot be read: %s", trouble)
        return []
    return [_answered(row, lines.get(row.id or 0, [])) for row in found]


def waiting_on(desk: Desk, permalink: str) -> list[Waiting]:
    """The reports on a statement that have no answer yet. Two queries."""
    with desk.session() as session:
        found = rows.reports_of(session, permalink, answered=False)
        lines = rows.lines_of(session, found) if found else {}
    return [waiting_shown(row, lines.get(row.id or 0, [])) for row in found]


def waiting_shown(row: ReaderReport, lines: list[ReaderLine]) -> Waiting:
    """A report as a curator is shown it."""
    return Waiting(
        number=row.id or 0,
        permalink=row.permalink,
        revision=row.revision,
        complaint=row.complaint,
        times=row.times,
        asked=f"{row.first_at:%Y-%m-%d}",
        lines=[line.words for line in lines],
    )


def answer_report(
    desk: Desk, curator: Curator, number: int, outcome: Outcome, answer: str, *, publish: bool
) -> str:
    """Answers a report for good; the permalink of its statement.

    `publish` makes what readers wrote public beside the answer. Raises NotFound where there is
    no such report or somebody was quicker, and ReportRefused for an answer without a word.
    """
    words = " ".join(answer.split())[:LONGEST_ANSWER]
    if not words and outcome is not Outcome.DISMISSED:
        raise ReportRefused("an answer needs a sentence, as readers will see it")
    now = desk.clock()
    with desk.transaction() as session:
        row = rows.find_report(session, number)
        if row is None or row.answered_at is not None:
            raise NotFound("this report is answered already, or there is none of this number")
        row.answered_at, row.answered_by = now, curator.shown_as
        row.outcome, row.answer = outcome, words
        session.add(row)
        for line in rows.lines_of(session, [row]).get(number, []):
            line.public = publish and outcome is not Outcome.DISMISSED
            session.add(line)
        record(session, now, curator.name, "report answered", f"{row.permalink}: {outcome.value}")
    answers_file(desk.settings).write_text(now.isoformat(), encoding="utf-8")
    return row.permalink


def answer_all(desk: Desk, curator: Curator, permalink: str, reason: str) -> None:
    """Answers what readers said of a statement that a curator has taken out: that is the answer."""
    why = " ".join(reason.split())
    answer = f"It was taken out: {why}" if why else "It was taken out."
    for waiting in waiting_on(desk, permalink):
        answer_report(desk, curator, waiting.number, Outcome.CORRECTED, answer, publish=False)


def answers_file(settings: Settings) -> Path:
    """A file that changes when an answer is given, so that kept pages are known to be old."""
    return settings.data_dir / "desk.answers"


def _refuse(bucket: str, hour: datetime, now: datetime) -> None:
    if bucket == _EVERYBODY:
        _log.warning("readers' reports are refused: %s came within a day", IN_ALL)
        raise ReportRefused(
            "this archive takes no more reports today; write to whoever runs it, or come tomorrow"
        )
    raise TooManyTries(int((hour + _HOUR - now).total_seconds()), "reports")


def _answered(row: ReaderReport, lines: list[ReaderLine]) -> Answered:
    return Answered(
        complaint=row.complaint,
        times=row.times,
        asked=f"{row.first_at:%Y-%m-%d}",
        answered=f"{row.answered_at:%Y-%m-%d}" if row.answered_at else "",
        by=row.answered_by or "",
        outcome=row.outcome or Outcome.KEPT,
        answer=row.answer or "",
        lines=[line.words for line in lines],
    )
