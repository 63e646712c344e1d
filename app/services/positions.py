"""Who takes which side on which issue, with the statements behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
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


def position_lines(
    session: Session, *where: ColumnElement[bool], limit: int = 500
) -> list[PositionLine]:
    """The positions that meet `where`, those with most statements first; one query.

    Each carries its latest statement: the position as it was last heard.
    """
    own = POSITION.c.id
    latest_first = (STATEMENT.c.said_first.desc().nulls_last(), STATEMENT.c.permalink)
    names = ("permalink", "content", "kind", "speaker_printed", *SAID)
    evidence = (
        select(
            POSITION.c.stance,
            POSITION.c.conditional,
            SPEAKER.c.slug.label("speaker_slug"),
            SPEAKER.c.name.label("speaker_name"),
            ISSUE.c.key.label("issue_key"),
            ISSUE.c.name.label("issue_name"),
            *(STATEMENT.c[name] for name in names),
            func.count().over(partition_by=own).label("statements"),
            func.min(STATEMENT.c.said_first).over(partition_by=own).label("since"),
            func.max(STATEMENT.c.said_last).over(partition_by=own).label("until"),
            func.row_number().over(partition_by=own, order_by=latest_first).label("place"),
        )
        .join(EVIDENCE, EVIDENCE.c.position_id == POSITION.c.id)
        .join(STATEMENT, STATEMENT.c.id == EVIDENCE.c.statement_id)
        .join(SPEAKER, SPEAKER.c.id == POSITION.c.speaker_id)
        .join(ISSUE, ISSUE.c.id == POSITION.c.issue_id)
        .where(*where)
        .subquery()
    )
    order = evidence.c.statements.desc(), evidence.c.issue_name, evidence.c.speaker_name
    wanted = select(evidence).where(evidence.c.place == 1).order_by(*order).limit(limit)
    rows = session.execute(wanted).all()
    stances: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        stances[row.speaker_slug, row.issue_key].add(row.stance)
    return [_line(row, len(stances[row.speaker_slug, row.issue_key]) > 1) for row in rows]


def get_matrix(archive: Archive, page: int = 1) -> Matrix:
    """One page of issues by the speakers with most evidence on them; three queries."""
    with archive.session() as session:
        held = select(ISSUE.c.id, ISSUE.c.key, ISSUE.c.name).where(
            ISSUE.c.id.in_(select(POSITION.c.issue_id))
        )
        by_evidence = held.order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name)
        issues, paging = page_of(session, by_evidence, page, _ISSUES_A_PAGE)
        on_page = POSITION.c.issue_id.in_([issue.id for issue in issues])
        lines = position_lines(session, on_page, limit=5000)
    speakers = _columns(lines)
    rows = [_matrix_row(issue, speakers, lines) for issue in issues]
    return Matrix(speakers=speakers, rows=rows, paging=paging)


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


def _columns(lines: Iterable[PositionLine]) -> list[SpeakerRef]:
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[line.holder.name, line.holder.url] += line.statements
    best = sorted(counts, key=lambda one: (-counts[one], one))[:COLUMNS]
    return [SpeakerRef(name=name, url=url) for name, url in best]


def _matrix_row(
    issue: Row[Any], speakers: Sequence[SpeakerRef], lines: Sequence[PositionLine]
) -> MatrixRow:
    by_holder: dict[str, list[PositionLine]] = defaultdict(list)
    for line in lines:
        if line.issue.key == issue.key:
            by_holder[line.holder.url].append(line)
    shown = {speaker.url for speaker in speakers}
    return MatrixRow(
        issue=IssueRef(key=issue.key, name=issue.name, url=links.issue(issue.key)),
        cells=[_cell(by_holder[speaker.url]) for speaker in speakers],
        others=sum(1 for holder in by_holder if holder not in shown and by_holder[holder]),
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
