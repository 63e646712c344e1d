"""Who takes which side on which issue, with the statements behind it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, func, select
from sqlmodel import Session

from app.archive import Archive
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.issue import Cell, Matrix, MatrixRow
from app.schemas.speaker import PositionLine
from app.services.cards import SAID, ref_of
from app.services.listing import page_of
from app.services.tables import EVIDENCE, ISSUE, POSITION, SPEAKER, STATEMENT

#: Columns of the matrix; more would not be read side by side.
COLUMNS = 6
_ISSUES_A_PAGE = 25
_LATEST = ("permalink", "content", "kind", "speaker_printed", *SAID)


def position_lines(
    session: Session, *where: ColumnElement[bool], limit: int = 500
) -> list[PositionLine]:
    """The positions that meet `where`, those with most statements first; one query.

    Each carries its latest statement: the position as it was last heard.
    """
    held = (
        select(
            POSITION.c.id,
            func.count().label("statements"),
            func.min(STATEMENT.c.said_first).label("since"),
            func.max(STATEMENT.c.said_last).label("until"),
        )
        .join(EVIDENCE, EVIDENCE.c.position_id == POSITION.c.id)
        .join(STATEMENT, STATEMENT.c.id == EVIDENCE.c.statement_id)
        .where(*where)
        .group_by(POSITION.c.id)
        .order_by(func.count().desc(), POSITION.c.id)
        .limit(limit)
        .subquery()
    )
    latest = _latest_of(held.c.id)
    wanted = (
        select(
            POSITION.c.stance,
            POSITION.c.conditional,
            SPEAKER.c.slug.label("speaker_slug"),
            SPEAKER.c.name.label("speaker_name"),
            ISSUE.c.key.label("issue_key"),
            ISSUE.c.name.label("issue_name"),
            held.c.statements,
            held.c.since,
            held.c.until,
            *(STATEMENT.c[name] for name in _LATEST),
        )
        .select_from(held)
        .join(POSITION, POSITION.c.id == held.c.id)
        .join(SPEAKER, SPEAKER.c.id == POSITION.c.speaker_id)
        .join(ISSUE, ISSUE.c.id == POSITION.c.issue_id)
        .join(STATEMENT, STATEMENT.c.id == latest)
        .order_by(held.c.statements.desc(), ISSUE.c.name, SPEAKER.c.name)
    )
    rows = session.execute(wanted).all()
    stances: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        stances[row.speaker_slug, row.issue_key].add(row.stance)
    return [_line(row, len(stances[row.speaker_slug, row.issue_key]) > 1) for row in rows]


def get_matrix(archive: Archive, page: int = 1) -> Matrix:
    """One page of issues by the speakers with most statements on them; five queries."""
    with archive.session() as session:
        held = select(ISSUE.c.id, ISSUE.c.key, ISSUE.c.name).where(
            ISSUE.c.id.in_(select(POSITION.c.issue_id))
        )
        by_evidence = held.order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name)
        issues, paging = page_of(session, by_evidence, page, _ISSUES_A_PAGE)
        on_page = POSITION.c.issue_id.in_([issue.id for issue in issues])
        columns = _columns(session, on_page)
        shown = POSITION.c.speaker_id.in_([speaker.id for speaker in columns])
        lines = position_lines(session, on_page, shown)
        holders = _holders(session, on_page)
    speakers = [SpeakerRef(name=one.name, url=links.speaker(one.slug)) for one in columns]
    rows = [_matrix_row(issue, speakers, lines, holders[issue.id]) for issue in issues]
    return Matrix(speakers=speakers, rows=rows, paging=paging)


def _latest_of(position_id: ColumnElement[int]) -> ScalarSelect[int]:
    """The number of the statement that a position was last heard in."""
    said = STATEMENT.alias()
    return (
        select(said.c.id)
        .join(EVIDENCE, EVIDENCE.c.statement_id == said.c.id)
        .where(EVIDENCE.c.position_id == position_id)
        .order_by(said.c.said_first.desc().nulls_last(), said.c.permalink)
        .limit(1)
        .scalar_subquery()
    )


def _columns(session: Session, on_page: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The holders of positions on these issues who are most on record."""
    holding = select(POSITION.c.speaker_id).where(on_page)
    order = SPEAKER.c.statement_count.desc(), SPEAKER.c.name
    wanted = select(SPEAKER.c.id, SPEAKER.c.slug, SPEAKER.c.name).where(SPEAKER.c.id.in_(holding))
    return session.execute(wanted.order_by(*order).limit(COLUMNS)).all()


def _holders(session: Session, on_page: ColumnElement[bool]) -> dict[int, int]:
    """How many speakers hold a position on each issue."""
    many = func.count(POSITION.c.speaker_id.distinct())
    wanted = select(POSITION.c.issue_id, many).where(on_page).group_by(POSITION.c.issue_id)
    return {issue: held for issue, held in session.execute(wanted).all()}  # noqa: C416 - rows


def _line(row: Row[Any], mixed: bool) -> PositionLine:
    return PositionLine(
        holder=SpeakerRef(name=row.speaker_name, url=links.speaker(row.speaker_slug)),
        issue=IssueRef(key=row.issue_key, name=row.issue_name, url=links.issue(row.issue_key)),
        stance=row.stance.value,
        conditional=row.conditional,
        statements=row.statements,
        first=row.since.year if row.since else None,
        last=row.until.year if row.until else None,
        latest=ref_of(row),
        mixed=mixed,
    )


def _matrix_row(
    issue: Row[Any], speakers: Sequence[SpeakerRef], lines: Sequence[PositionLine], holders: int
) -> MatrixRow:
    by_holder: dict[str, list[PositionLine]] = defaultdict(list)
    for line in lines:
        if line.issue.key == issue.key:
            by_holder[line.holder.url].append(line)
    return MatrixRow(
        issue=IssueRef(key=issue.key, name=issue.name, url=links.issue(issue.key)),
        cells=[_cell(by_holder.get(speaker.url, [])) for speaker in speakers],
        others=holders - len(by_holder),
    )


def _cell(lines: Sequence[PositionLine]) -> Cell | None:
    """The cell of one speaker's positions on one issue: the side last heard is the one named."""
    if not lines:
        return None
    last = max(lines, key=lambda line: (line.latest.said_on.iso or "", line.statements))
    firsts = [line.first for line in lines if line.first]
    lasts = [line.last for line in lines if line.last]
    slug = last.holder.url.rsplit("/", 1)[-1]
    return Cell(
        stance=last.stance,
        conditional=last.conditional,
        statements=sum(line.statements for line in lines),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        url=links.course(last.issue.key, slug),
        latest_url=last.latest.url,
        mixed=last.mixed,
    )
