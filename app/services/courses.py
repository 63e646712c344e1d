"""What one holder said on one issue, in the order of time."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from app.archive import Archive
from app.errors import NotFound
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.issue import Course, Step, Turn
from app.services.addresses import raise_gone
from app.services.cards import card_of, card_rows
from app.services.tables import EVIDENCE, ISSUE, POSITION, SPEAKER, STATEMENT

#: More steps than these cannot be told apart in one drawing; the newest are kept.
_MOST = 300


def get_course(archive: Archive, issue_key: str, slug: str) -> Course:
    """The statements behind a holder's positions on an issue, oldest first. Three queries.

    Raises NotFound, Moved or Withdrawn where there is no such issue or holder.
    """
    with archive.session() as session:
        wanted = select(ISSUE.c.id, ISSUE.c.key, ISSUE.c.name, ISSUE.c.question)
        issue = session.execute(wanted.where(ISSUE.c.key == issue_key)).one_or_none()
        if issue is None:
            raise NotFound(f"no issue is kept under {issue_key[:80]!r}")
        named = select(SPEAKER.c.id, SPEAKER.c.slug, SPEAKER.c.name)
        holder = session.execute(named.where(SPEAKER.c.slug == slug)).one_or_none()
        if holder is None:
            raise_gone(session, AddressKind.SPEAKER, slug)
        steps = _steps(session, issue.id, holder.id)
    dated = [step for step in steps if step.card.said_on.first]
    return Course(
        issue=IssueRef(key=issue.key, name=issue.name, url=links.issue(issue.key)),
        question=issue.question,
        holder=SpeakerRef(name=holder.name, url=links.speaker(holder.slug)),
        url=links.course(issue.key, holder.slug),
        dated=dated,
        undated=[step for step in steps if not step.card.said_on.first],
        turns=turns_of(dated),
    )


def turns_of(steps: Sequence[Step]) -> list[Turn]:
    """Where one statement and the next, in time, are on different lanes.

    Conditional statements are left out: what is said on a condition changes nothing yet.
    """
    firm = [step for step in steps if not step.conditional]
    return [
        Turn(before=before, after=after)
        for before, after in pairwise(firm)
        if before.lane != after.lane
    ]


def _steps(session: Session, issue_id: int, holder_id: int) -> list[Step]:
    wanted = (
        card_rows(POSITION.c.stance, POSITION.c.conditional)
        .join(EVIDENCE, EVIDENCE.c.statement_id == STATEMENT.c.id)
        .join(POSITION, POSITION.c.id == EVIDENCE.c.position_id)
        .where(POSITION.c.issue_id == issue_id, POSITION.c.speaker_id == holder_id)
        .order_by(STATEMENT.c.said_first.desc(), STATEMENT.c.article_id, STATEMENT.c.ordinal)
        .limit(_MOST)
    )
    return [_step(row) for row in reversed(session.execute(wanted).all())]


def _step(row: Row[Any]) -> Step:
    return Step(card=card_of(row), stance=row.stance.value, conditional=row.conditional)
