"""Who takes which side on which issue, with the statements behind it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    String,
    bindparam,
    cast,
    func,
    null,
    select,
    text,
    union_all,
)
from sqlmodel import Session

from app.archive import Archive
from app.domain.resolved import Stance
from app.errors import NotFound
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.speaker import OtherSide, PositionLine, PositionList
from app.services.addresses import raise_gone
from app.services.cards import SAID, ref_of
from app.services.listing import page_of
from app.services.tables import EVIDENCE, ISSUE, POSITION, SPEAKER, STATEMENT
from app.storage.prepared import Prepared

_PER_PAGE = 40
_SAID = {stance.name: stance.value for stance in Stance}
_LATEST = ("permalink", "content", "kind", "speaker_printed", *SAID)


def list_of_speaker(archive: Archive, slug: str, page: int = 1) -> PositionList:
    """A page of the positions a speaker takes, those with most statements first. Five queries.

    Raises Moved, Withdrawn or NotFound where no speaker has this address.
    """
    with archive.session() as session:
        wanted = select(SPEAKER.c.id, SPEAKER.c.name).where(SPEAKER.c.slug == slug)
        row = session.execute(wanted).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.SPEAKER, slug)
        own = POSITION.c.speaker_id == row.id
        return _listed(session, row.name, links.speaker(slug), None, page, own)


def list_on_issue(
    archive: Archive, key: str, stance: Stance | None = None, page: int = 1
) -> PositionList:
    """A page of the positions taken on an issue, or of one stance alone. Five queries.

    Raises NotFound where the archive's list has no such issue.
    """
    with archive.session() as session:
        wanted = select(ISSUE.c.id, ISSUE.c.name).where(ISSUE.c.key == key)
        row = session.execute(wanted).one_or_none()
        if row is None:
            raise NotFound(f"no issue is kept under {key[:80]!r}")
        where = [POSITION.c.issue_id == row.id]
        if stance is not None:
            where.append(POSITION.c.stance == stance)
        return _listed(session, row.name, links.issue(key), stance, page, *where)


def _listed(
    session: Session,
    name: str,
    url: str,
    stance: Stance | None,
    page: int,
    *where: ColumnElement[bool],
) -> PositionList:
    counted = select(func.count()).select_from(POSITION).where(*where)
    rows, paging = page_of(session, held(*where), page, _PER_PAGE, counted=counted)
    lines = position_lines(session, rows)
    return PositionList(
        name=name, url=url, stance=stance.value if stance else None, lines=lines, paging=paging
    )


def position_lines(
    session: Session, chosen: Iterable[Row[Any]], *, sides: bool = True
) -> list[PositionLine]:
    """The positions that a query of `held` chose, in its order; one query.

    Each carries its latest statement: the position as it was last heard. Statements are read for
    the positions shown alone; what they are chosen by is counted from an index. Without `sides`
    the other sides of a holder are not looked for.
    """
    counts = {row.id: row.statements for row in chosen}
    rows = (_with_sides if sides else _alone).all(session, ids=list(counts))
    lines = {row.position_id: _line(row, counts[row.position_id]) for row in rows}
    return [lines[number] for number in counts]


def held(*where: ColumnElement[bool]) -> Select[Any]:
    """Positions by number with how many statements are behind each, most first."""
    many = func.count().label("statements")
    wanted = select(POSITION.c.id, many).join(EVIDENCE, EVIDENCE.c.position_id == POSITION.c.id)
    return wanted.where(*where).group_by(POSITION.c.id).order_by(many.desc(), POSITION.c.id)


def held_by_stance(each: int, *where: ColumnElement[bool]) -> Select[Any]:
    """The same, but only so many of each stance.

    Counted for one stance after the other, so that SQLite sorts none but the most heard.
    """
    behind = select(func.count()).where(EVIDENCE.c.position_id == POSITION.c.id)
    counted = select(POSITION.c.id, behind.scalar_subquery().label("statements")).where(*where)
    most = counted.order_by(text("statements DESC"), POSITION.c.id).limit(each)
    found = union_all(
        *(select(most.where(POSITION.c.stance == stance).subquery()) for stance in Stance)
    ).subquery()
    many = found.c.statements
    return select(found.c.id, many).where(many > 0).order_by(many.desc(), found.c.id)


@Prepared
def _with_sides() -> Select[Any]:
    return _detailed(_sides_of())


@Prepared
def _alone() -> Select[Any]:
    return _detailed(null())


def _detailed(sides: ColumnElement[Any]) -> Select[Any]:
    """Those positions with their holder, issue and years, and the columns of their last words."""
    dated = (
        select(
            EVIDENCE.c.position_id,
            func.min(STATEMENT.c.said_first).label("since"),
            func.max(STATEMENT.c.said_last).label("until"),
        )
        .join(STATEMENT, STATEMENT.c.id == EVIDENCE.c.statement_id)
        .where(EVIDENCE.c.position_id.in_(bindparam("ids", expanding=True)))
        .group_by(EVIDENCE.c.position_id)
        .subquery()
    )
    return (
        select(
            dated,
            POSITION.c.stance,
            POSITION.c.conditional,
            SPEAKER.c.slug.label("speaker_slug"),
            SPEAKER.c.name.label("speaker_name"),
            ISSUE.c.key.label("issue_key"),
            ISSUE.c.name.label("issue_name"),
            sides.label("sides"),
            *(STATEMENT.c[name] for name in _LATEST),
        )
        .select_from(dated)
        .join(POSITION, POSITION.c.id == dated.c.position_id)
        .join(SPEAKER, SPEAKER.c.id == POSITION.c.speaker_id)
        .join(ISSUE, ISSUE.c.id == POSITION.c.issue_id)
        .join(STATEMENT, STATEMENT.c.id == _latest_of(dated.c.position_id))
    )


def _sides_of() -> ScalarSelect[str]:
    """Every side that a position's holder takes on its issue: "DEMANDS 3,REJECTS 1"."""
    other = POSITION.alias()
    counted = (
        select(other.c.stance.label("stance"), func.count().label("statements"))
        .join(EVIDENCE, EVIDENCE.c.position_id == other.c.id)
        .where(other.c.speaker_id == POSITION.c.speaker_id)
        .where(other.c.issue_id == POSITION.c.issue_id)
        .group_by(other.c.stance)
        .order_by(func.count().desc(), other.c.stance)
        .correlate(POSITION)
        .subquery()
    )
    told = cast(counted.c.stance, String) + " " + cast(counted.c.statements, String)
    return select(func.group_concat(told)).scalar_subquery()


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


def _line(row: Row[Any], statements: int) -> PositionLine:
    return PositionLine(
        holder=SpeakerRef(name=row.speaker_name, url=links.speaker(row.speaker_slug)),
        issue=IssueRef(key=row.issue_key, name=row.issue_name, url=links.issue(row.issue_key)),
        stance=row.stance.value,
        conditional=row.conditional,
        statements=statements,
        first=row.since.year if row.since else None,
        last=row.until.year if row.until else None,
        latest=ref_of(row),
        also=_others_in(row.sides, row.stance),
    )


def _others_in(told: str | None, own: Stance) -> list[OtherSide]:
    # The column holds the names of the enumeration, which readers are not shown.
    pairs = (side.split(" ") for side in told.split(",")) if told else ()
    return [
        OtherSide(stance=_SAID[name], statements=int(count))
        for name, count in pairs
        if name != own.name
    ]
