"""The issues a statement is on and the sides it takes."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, case, func, select

from app.schemas import links
from app.schemas.common import IssueRef
from app.schemas.statement import IssueOn
from app.services.tables import EVIDENCE, ISSUE, POSITION, STATEMENT, STATEMENT_ISSUE
from app.storage.prepared import Prepared, Reader

_WANTED = Prepared(
    select(STATEMENT_ISSUE, ISSUE.c.key, ISSUE.c.name)
    .join(ISSUE, ISSUE.c.id == STATEMENT_ISSUE.c.issue_id)
    .where(STATEMENT_ISSUE.c.statement_id == bindparam("statement"))
    .order_by(ISSUE.c.name)
)
_TALLIES = Prepared(
    select(
        POSITION.c.issue_id,
        POSITION.c.stance,
        func.count(),
        func.min(STATEMENT.c.said_first),
        func.max(STATEMENT.c.said_last),
        func.max(case((STATEMENT.c.id == bindparam("counted"), STATEMENT.c.permalink))),
    )
    .join(EVIDENCE, EVIDENCE.c.position_id == POSITION.c.id)
    .join(STATEMENT, STATEMENT.c.id == EVIDENCE.c.statement_id)
    .where(POSITION.c.speaker_id == bindparam("speaker"))
    .where(POSITION.c.issue_id.in_(bindparam("issues", expanding=True)))
    .group_by(POSITION.c.issue_id, POSITION.c.stance)
)


def issues_of(reader: Reader, row: Row[Any]) -> list[IssueOn]:
    """The issues a statement is on, with the sides its speaker takes in the whole archive."""
    found = _WANTED.all(reader, statement=row.id)
    tallies = _tallies(reader, row, [one.issue_id for one in found])
    return [_on(one, tallies.get((one.issue_id, one.stance), _NONE)) for one in found]


class _Years(NamedTuple):
    statements: int
    first: int | None
    last: int | None
    place: str | None


_NONE = _Years(0, None, None, None)


def _on(row: Row[Any], years: _Years) -> IssueOn:
    return IssueOn(
        issue=IssueRef(key=row.key, name=row.name, url=links.issue(row.key)),
        reason=row.reason,
        stance=row.stance,
        stance_reason=row.stance_reason,
        conditional=row.conditional,
        statements=years.statements,
        first=years.first,
        last=years.last,
        place=years.place,
    )


def _tallies(
    reader: Reader, row: Row[Any], issues: Sequence[int]
) -> dict[tuple[int, str | None], _Years]:
    """How often the speaker took each side of these issues, and in which years.

    One that repeats another is not behind a position itself: its place is where the other stands.
    """
    if row.speaker_id is None or not issues:
        return {}
    counted = row.id if row.repeats_id is None else row.repeats_id
    return {
        (issue, stance.value): _Years(
            count, since.year if since else None, until.year if until else None, place
        )
        for issue, stance, count, since, until, place in _TALLIES.all(
            reader, speaker=row.speaker_id, issues=issues, counted=counted
        )
    }
