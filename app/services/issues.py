"""Issues: the list, and one issue with the positions taken on it."""

from typing import Any

from sqlalchemy import Row, bindparam, func, select

from app.archive import Archive
from app.errors import NotFound
from app.schemas import links
from app.schemas.issue import IssueList, IssueRecord, IssueRow
from app.services.listing import page_of
from app.services.positions import held_by_stance, position_lines
from app.services.tables import ISSUE, POSITION
from app.storage.prepared import Prepared

#: Holders of each stance on an issue's own page; the others have a page of their own.
_OF_EACH_STANCE = 3
_HERE = POSITION.c.issue_id == bindparam("issue")
_MOST_HEARD = Prepared(held_by_stance(_OF_EACH_STANCE, _HERE))
_HOLDERS = Prepared(
    select(POSITION.c.stance, func.count(POSITION.c.speaker_id.distinct()))
    .where(_HERE)
    .group_by(POSITION.c.stance)
)
_ROW = tuple(ISSUE.c[name] for name in ("id", "key", "name", "question", "statement_count"))
_ISSUE = Prepared(select(*_ROW).where(ISSUE.c.key == bindparam("key")))


def list_issues(archive: Archive, page: int = 1) -> IssueList:
    """A page of issues, those with most statements first. Two queries."""
    order = ISSUE.c.statement_count.desc(), ISSUE.c.name
    with archive.session() as session:
        rows, paging = page_of(session, select(*_ROW).order_by(*order), page, 100)
    return IssueList(rows=[IssueRow(**_fields(row)) for row in rows], paging=paging)


def get_issue(archive: Archive, key: str) -> IssueRecord:
    """The issue with this key, its positions by the number of statements. Four queries.

    Raises NotFound where the archive's list has no such issue.
    """
    with archive.session() as session:
        row = _ISSUE.first(session, key=key)
        if row is None:
            raise NotFound(f"no issue is kept under {key[:80]!r}")
        lines = position_lines(session, _MOST_HEARD.all(session, issue=row.id))
        holders = {stance.value: held for stance, held in _HOLDERS.all(session, issue=row.id)}
    return IssueRecord(**_fields(row), positions=lines, holders=holders)


def _fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "key": row.key,
        "url": links.issue(row.key),
        "name": row.name,
        "question": row.question,
        "statement_count": row.statement_count,
    }
