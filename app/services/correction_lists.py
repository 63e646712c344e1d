"""What people corrected, for pages, feeds and the API."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.corrections import Action, Record, Standing, Subject
from app.schemas import links
from app.schemas.correction import ChangeShown, CorrectionList, CorrectionShown
from app.services.correction_words import sentence_of, title_of, what_changed, words_of_change
from app.services.corrections import url_of
from app.services.listing import page_of
from app.services.tables import (
    ABOUT,
    CORRECTION,
    CORRECTION_STATE,
    ISSUE,
    REVISION,
    SPEAKER,
    STATEMENT,
    STATEMENT_ISSUE,
)
from app.storage.correction_rows import record_from

#: Changes that a feed holds.
_IN_FEED = 50


def list_corrections(
    archive: Archive, page: int = 1, *, kind: str | None = None, link: str | None = None
) -> CorrectionList:
    """A page of all corrections, the latest first; of one record where its kind and link are given.

    `kind` is "statement", "article", "speaker", "event" or "issue". Three queries.
    """
    wanted = _rows().order_by(CORRECTION.c.id.desc())
    counted = select(func.count()).select_from(CORRECTION)
    if kind is not None and link is not None:
        wanted = wanted.where(CORRECTION.c.uid.in_(_about(kind, link)))
        counted = counted.where(CORRECTION.c.uid.in_(_about(kind, link)))
    return _listed(archive, wanted, page, counted)


def list_orphans(archive: Archive, page: int = 1) -> CorrectionList:
    """A page of the corrections that do nothing now: what they spoke of is gone or not yet here."""
    idle = CORRECTION_STATE.c.standing.in_([Standing.ORPHANED, Standing.WAITING])
    return _listed(archive, _rows().where(idle).order_by(CORRECTION.c.id.desc()), page, None)


def corrections_of(archive: Archive, subject: Subject, target: str) -> list[CorrectionShown]:
    """The corrections about one record, the first ones first. Two queries."""
    about = _rows().where(CORRECTION.c.uid.in_(_about(subject.value, target)))
    with archive.session() as session:
        rows = session.execute(about.order_by(CORRECTION.c.id)).all()
        return _shown(session, rows)


def corrections_on(session: Session, permalink: str) -> list[CorrectionShown]:
    """The corrections of a statement that its page shows: those that apply. Two queries."""
    here = _rows().where(
        CORRECTION.c.target == permalink, CORRECTION_STATE.c.standing == Standing.APPLIED
    )
    rows = session.execute(here.order_by(CORRECTION.c.id)).all()
    return [one for one in _shown(session, rows) if one.action != Action.CONFIRM.value]


def changes_of(archive: Archive, kind: str, link: str) -> list[ChangeShown]:
    """The latest changes of a speaker's or an issue's statements, by people or by new readings."""
    with archive.session() as session:
        rows = session.execute(
            _rows()
            .where(CORRECTION.c.uid.in_(_about(kind, link)))
            .order_by(CORRECTION.c.id.desc())
            .limit(_IN_FEED)
        ).all()
        people = [change_of(one) for one in _shown(session, rows)]
        readings = [_read_again(row) for row in session.execute(_revisions(kind, link))]
    return sorted([*people, *readings], key=lambda one: one.at, reverse=True)[:_IN_FEED]


def change_of(shown: CorrectionShown) -> ChangeShown:
    """A correction as an entry of a feed."""
    text = f"{shown.sentence}. Why: {shown.reason}"
    if shown.undone_by:
        text += ". It was undone."
    return ChangeShown(
        id=f"/corrections#{shown.uid}",
        url=shown.url,
        title=f"{shown.what}: {shown.title or shown.target}",
        text=text,
        at=shown.at,
    )


def _rows() -> Select[Any]:
    state = CORRECTION_STATE
    columns = (state.c.standing, state.c.reason.label("standing_reason"), state.c.undone_by)
    return select(CORRECTION, *columns).join(state, state.c.uid == CORRECTION.c.uid)


def _about(kind: str, link: str) -> Select[Any]:
    return select(ABOUT.c.uid).where(ABOUT.c.link == link, ABOUT.c.kind == kind)


def _listed(
    archive: Archive, wanted: Select[Any], page: int, counted: Select[Any] | None
) -> CorrectionList:
    with archive.session() as session:
        rows, paging = page_of(session, wanted, page, counted=counted)
        return CorrectionList(corrections=_shown(session, rows), paging=paging)


def _shown(session: Session, rows: Sequence[Row[Any]]) -> list[CorrectionShown]:
    records = [record_from(row._asdict()) for row in rows]
    hidden = _hidden(session, {link for record in records for link in _home(record)})
    return [
        _one(record, row, hidden=not hidden.isdisjoint(_home(record)))
        for record, row in zip(records, rows, strict=True)
    ]


def _home(record: Record) -> tuple[str, ...]:
    return (record.target, record.anchor.article) if record.anchor else (record.target,)


def _one(record: Record, row: Row[Any], *, hidden: bool) -> CorrectionShown:
    was, now = words_of_change(record)
    sentence, what = sentence_of(record), what_changed(record)
    if hidden:
        sentence = f"its {what} was corrected" if was or now else sentence
        was = now = None
    return CorrectionShown(
        uid=record.uid,
        action=record.action.value,
        subject=record.subject.value,
        target=record.target,
        url=url_of(record),
        title=None if hidden else title_of(record),
        what=what,
        was=was,
        now=now,
        sentence=sentence,
        reason=record.reason,
        by=record.by,
        at=record.at,
        standing=row.standing.value,
        standing_reason=row.standing_reason,
        undone_by=row.undone_by,
        undoes=record.target if record.action is Action.UNDO else None,
    )


def _hidden(session: Session, targets: Iterable[str]) -> set[str]:
    """Those of the records whose words were withdrawn and are not to be shown."""
    wanted = _rows().where(
        CORRECTION.c.action == Action.WITHDRAW,
        CORRECTION.c.target.in_(sorted(targets)),
        CORRECTION_STATE.c.standing != Standing.UNDONE,
    )
    found = session.execute(wanted)
    return {row.target for row in found if not row.after.get("keep_words", True)}


def _revisions(kind: str, link: str) -> Select[Any]:
    # What people changed says so, and is listed as a correction already.
    wanted = (
        select(REVISION.c.permalink, REVISION.c.number, REVISION.c.until, REVISION.c.reason)
        .join(STATEMENT, STATEMENT.c.permalink == REVISION.c.permalink)
        .where(REVISION.c.reason.not_like("% on ____-__-__ by %"))
        .order_by(REVISION.c.until.desc(), REVISION.c.id.desc())
        .limit(_IN_FEED)
        .add_columns(STATEMENT.c.content)
    )
    if kind == "speaker":
        speaker = select(SPEAKER.c.id).where(SPEAKER.c.slug == link)
        return wanted.where(STATEMENT.c.speaker_id == speaker.scalar_subquery())
    issue = select(ISSUE.c.id).where(ISSUE.c.key == link).scalar_subquery()
    on_issue = select(STATEMENT_ISSUE.c.statement_id).where(STATEMENT_ISSUE.c.issue_id == issue)
    return wanted.where(STATEMENT.c.id.in_(on_issue))


def _read_again(row: Row[Any]) -> ChangeShown:
    url = links.statement(row.permalink)
    return ChangeShown(
        id=f"{url}/v{row.number + 1}",
        url=f"{url}/history",
        title=f"statement: {row.content}",
        text=f"Version {row.number + 1} replaced version {row.number}: {row.reason}",
        at=row.until.isoformat(),
    )
