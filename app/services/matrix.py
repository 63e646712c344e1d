"""The matrix of positions: issues down, speakers across."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.resolved import Stance
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.issue import Cell, Matrix, MatrixRow
from app.schemas.speaker import OtherSide, PositionLine
from app.services.listing import page_of
from app.services.positions import held, position_lines
from app.services.tables import ISSUE, POSITION, SPEAKER

#: Columns of the matrix; more would not be read side by side.
COLUMNS = 6
_ISSUES_A_PAGE = 25
#: Every stance, firm and on a condition, in every cell of a page.
_MOST_LINES = _ISSUES_A_PAGE * COLUMNS * 2 * len(Stance)


def get_matrix(archive: Archive, page: int = 1, columns: int = 1) -> Matrix:
    """One page of issues by speakers, those with most statements first; eight queries.

    `columns` says which of the speakers: the first ones, or those that follow, so many at a time.
    """
    with archive.session() as session:
        taken = select(ISSUE.c.id, ISSUE.c.key, ISSUE.c.name).where(
            ISSUE.c.id.in_(select(POSITION.c.issue_id))
        )
        by_evidence = taken.order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name)
        issues, paging = page_of(session, by_evidence, page, _ISSUES_A_PAGE)
        on_page = POSITION.c.issue_id.in_([issue.id for issue in issues])
        people, across = page_of(session, _holding(on_page), columns, COLUMNS)
        shown = POSITION.c.speaker_id.in_([speaker.id for speaker in people])
        chosen = session.execute(held(on_page, shown).limit(_MOST_LINES)).all()
        lines = position_lines(session, chosen, sides=False)
        holders = _holders(session, on_page)
    speakers = [SpeakerRef(name=one.name, url=links.speaker(one.slug)) for one in people]
    rows = [_matrix_row(issue, speakers, lines, holders[issue.id]) for issue in issues]
    return Matrix(speakers=speakers, rows=rows, paging=paging, across=across)


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
    sides = Counter[str]()
    for line in lines:
        sides[line.stance] += line.statements
    return Cell(
        stance=last.stance,
        conditional=last.conditional,
        statements=sum(line.statements for line in lines),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        url=links.course(last.issue.key, slug),
        latest_url=last.latest.url,
        also=[
            OtherSide(stance=stance, statements=count)
            for stance, count in sides.most_common()
            if stance != last.stance
        ],
    )
