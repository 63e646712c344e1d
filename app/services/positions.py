"""Who takes which side on which issue, with the statements behind it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.resolved import Stance
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.issue import Cell, Matrix, MatrixRow
from app.schemas.speaker import OtherSide, PositionLine
from app.services.cards import SAID, ref_of
from app.services.listing import page_of
from app.services.tables import EVIDENCE, ISSUE, POSITION, SPEAKER, STATEMENT

#: Columns of the matrix; more would not be read side by side.
COLUMNS = 6
_ISSUES_A_PAGE = 25
#: Every stance, firm and on a condition, in every cell of a page.
_MOST_LINES = _ISSUES_A_PAGE * COLUMNS * 2 * len(Stance)
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
    sides: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        sides[row.speaker_slug, row.issue_key][row.stance.value] += row.statements
    return [_line(row, sides[row.speaker_slug, row.issue_key]) for row in rows]


def get_matrix(archive: Archive, page: int = 1, columns: int = 1) -> Matrix:
    """One page of issues by speakers, those with most statements first; six queries.

    `columns` says which of the speakers: the first ones, or those that follow, so many at a time.
    """
    with archive.session() as session:
        held = select(ISSUE.c.id, ISSUE.c.key, ISSUE.c.name).where(
            ISSUE.c.id.in_(select(POSITION.c.issue_id))
        )
        by_evidence = held.order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name)
        issues, paging = page_of(session, by_evidence, page, _ISSUES_A_PAGE)
        on_page = POSITION.c.issue_id.in_([issue.id for issue in issues])
        people, across = page_of(session, _holding(on_page), columns, COLUMNS)
        shown = POSITION.c.speaker_id.in_([speaker.id for speaker in people])
        lines = position_lines(session, on_page, shown, limit=_MOST_LINES)
        holders = _holders(session, on_page)
    speakers = [SpeakerRef(name=one.name, url=links.speaker(one.slug)) for one in people]
    rows = [_matrix_row(issue, speakers, lines, holders[issue.id]) for issue in issues]
    return Matrix(speakers=speakers, rows=rows, paging=paging, across=across)


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


def _holding(on_page: ColumnElement[bool]) -> Select[Any]:
    """The holders of positions on these issues, those who are most on record first."""
    holding = select(POSITION.c.speaker_id).where(on_page)
    order = SPEAKER.c.statement_count.desc(), SPEAKER.c.name
    wanted = select(SPEAKER.c.id, SPEAKER.c.slug, SPEAKER.c.name).where(SPEAKER.c.id.in_(holding))
    return wanted.order_by(*order)


def _holders(session: Session, on_page: ColumnElement[bool]) -> dict[int, int]:
    """How many speakers hold a position on each issue."""
    many = func.count(POSITION.c.speaker_id.distinct())
    wanted = select(POSITION.c.issue_id, many).where(on_page).group_by(POSITION.c.issue_id)
    return {issue: held for issue, held in session.execute(wanted).all()}  # noqa: C416 - rows


def _line(row: Row[Any], sides: Mapping[str, int]) -> PositionLine:
    return PositionLine(
        holder=SpeakerRef(name=row.speaker_name, url=links.speaker(row.speaker_slug)),
        issue=IssueRef(key=row.issue_key, name=row.issue_name, url=links.issue(row.issue_key)),
        stance=row.stance.value,
        conditional=row.conditional,
        statements=row.statements,
        first=row.since.year if row.since else None,
        last=row.until.year if row.until else None,
        latest=ref_of(row),
        also=[
            OtherSide(stance=stance, statements=count)
            for stance, count in sides.items()
            if stance != row.stance.value
        ],
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
        also=last.also,
    )
