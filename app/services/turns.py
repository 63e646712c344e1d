"""The statements that a speaker made before and after one, on its issue where it has one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, ScalarSelect, Select, bindparam, select, tuple_

from app.schemas.common import IssueRef
from app.schemas.statement import IssueOn, StatementRef
from app.services.cards import ref_of, ref_rows
from app.services.tables import ISSUE, STATEMENT, STATEMENT_ISSUE
from app.storage.prepared import Prepared, Reader

#: Statements of a speaker that are looked through on each side for one on the same issue.
NEAR = 300


class Turns(NamedTuple):
    """The neighbours of a statement; `on` is the issue they share with it, None if not one."""

    before: StatementRef | None = None
    after: StatementRef | None = None
    on: IssueRef | None = None


def turns_of(reader: Reader, row: Row[Any], issues: Sequence[IssueOn]) -> Turns:
    """What the same speaker said before and after this, by date; two queries at most.

    On the statement's issue, the one it takes a side on first; where nothing near is on it, on
    anything. On one day the order is that of the article. Undated statements have no neighbours.
    """
    if row.speaker_id is None or row.said_first is None:
        return Turns()
    here = {
        "speaker": row.speaker_id,
        "said": row.said_first,
        "article": row.article_id,
        "place": row.ordinal,
    }
    issue = next((one.issue for one in sorted(issues, key=lambda one: not one.stance)), None)
    if issue is not None:
        found = _on_issue.all(reader, **here, issue=issue.key)
        if found:
            return _turns(row, found)._replace(on=issue)
    return _turns(row, _on_anything.all(reader, **here))


def _turns(here: Row[Any], found: Sequence[Row[Any]]) -> Turns:
    earlier = [one for one in found if _place(one) < _place(here)]
    later = [one for one in found if _place(one) > _place(here)]
    before, after = (ref_of(side[0]) if side else None for side in (earlier, later))
    return Turns(before, after)


def _place(row: Row[Any]) -> tuple[Any, ...]:
    return row.said_first, row.article_id, row.ordinal


_PLACE = STATEMENT.c.said_first, STATEMENT.c.article_id, STATEMENT.c.ordinal


def _beside(backwards: bool, most: int) -> Select[Any]:
    """The statements of the speaker next to this one on one side, the nearest first."""
    here = tuple_(
        bindparam("said", type_=STATEMENT.c.said_first.type),
        bindparam("article"),
        bindparam("place"),
    )
    there = tuple_(*_PLACE)
    side = there < here if backwards else there > here
    order = [one.desc() if backwards else one for one in _PLACE]
    wanted = select(STATEMENT.c.id, *_PLACE).where(STATEMENT.c.speaker_id == bindparam("speaker"))
    return wanted.where(side).order_by(*order).limit(most)


def _nearest(backwards: bool) -> ScalarSelect[int]:
    one = _beside(backwards, 1).subquery()
    return select(one.c.id).scalar_subquery()


def _nearest_on_issue(backwards: bool) -> ScalarSelect[int]:
    near = _beside(backwards, NEAR).subquery()
    place = near.c.said_first, near.c.article_id, near.c.ordinal
    issue = select(ISSUE.c.id).where(ISSUE.c.key == bindparam("issue")).scalar_subquery()
    wanted = (
        select(near.c.id)
        .join(STATEMENT_ISSUE, STATEMENT_ISSUE.c.statement_id == near.c.id)
        .where(STATEMENT_ISSUE.c.issue_id == issue)
        .order_by(*(one.desc() if backwards else one for one in place))
    )
    return wanted.limit(1).scalar_subquery()


def on_issue_rows() -> Select[Any]:
    """A query for the nearest statements on an issue, one a side, NEAR looked through for each."""
    nearest = [_nearest_on_issue(True), _nearest_on_issue(False)]
    return _ROWS.where(STATEMENT.c.id.in_(nearest))


_ROWS = ref_rows().add_columns(STATEMENT.c.article_id, STATEMENT.c.ordinal)
_on_anything = Prepared(_ROWS.where(STATEMENT.c.id.in_([_nearest(True), _nearest(False)])))


@Prepared
def _on_issue() -> Select[Any]:
    return on_issue_rows()
