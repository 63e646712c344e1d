"""Two speakers who may be one: a bare surname beside a full name, or one alias of both."""

from typing import Any

from sqlalchemy import Row, and_, exists, or_, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.gazetteer import SpeakerKind
from app.errors import NotFound
from app.schemas import links
from app.schemas.common import SpeakerRef
from app.schemas.review import Item, ItemKind, Pair
from app.schemas.statement import StatementRef
from app.services.cards import ref_of, ref_rows
from app.services.tables import ALIAS, NOT_SAME, SPEAKER, STATEMENT
from app.services.weighing import weight

#: How doubtful it is that two who look like one are two.
_DOUBT = 0.5
_SAID = 3


def likely_pairs(session: Session, limit: int) -> list[Item]:
    """Pairs that nobody has decided yet, those on which most statements hang first.

    Two queries, each from an index: bare surnames with who else bears them, and aliases that two
    speakers share.
    """
    found: dict[str, Item] = {}
    for row in (*_by_surname(session, limit), *_by_alias(session, limit)):
        item = _item(row)
        found.setdefault(item.subject, item)
    return sorted(found.values(), key=lambda item: (-item.score, item.subject))[:limit]


def get_pair(archive: Archive, subject: str) -> Pair:
    """Both speakers of a pair with some of what they said. Three queries.

    Raises NotFound where one of them is gone: somebody decided it meanwhile.
    """
    slugs = subject.split("+")
    with archive.session() as session:
        wanted = select(SPEAKER.c.id, SPEAKER.c.slug, SPEAKER.c.name, SPEAKER.c.statement_count)
        rows = {row.slug: row for row in session.execute(wanted.where(SPEAKER.c.slug.in_(slugs)))}
        if len(slugs) != 2 or len(rows) != 2:
            raise NotFound("these two are no longer two speakers; somebody has decided it")
        first, second = (rows[slug] for slug in slugs)
        said = {row.slug: _said(session, row.id) for row in (first, second)}
    return Pair(
        first=SpeakerRef(name=first.name, url=links.speaker(first.slug)),
        second=SpeakerRef(name=second.name, url=links.speaker(second.slug)),
        first_slug=first.slug,
        second_slug=second.slug,
        first_count=first.statement_count,
        second_count=second.statement_count,
        first_said=said[first.slug],
        second_said=said[second.slug],
        reason=_reason(first.name, second.name),
    )


def _by_surname(session: Session, limit: int) -> list[Row[Any]]:
    bare, full = SPEAKER.alias("bare"), SPEAKER.alias("full")
    # Sort names are "Lavrov, Sergey": what begins with "Lavrov," is a range of the index.
    same = and_(
        full.c.sort_name >= bare.c.sort_name + ",",
        full.c.sort_name < bare.c.sort_name + "-",
        full.c.statement_count > 0,
        full.c.kind == SpeakerKind.PERSON,
    )
    wanted = (
        _columns(bare, full)
        .join(full, same)
        .where(
            bare.c.kind == SpeakerKind.PERSON,
            bare.c.statement_count > 0,
            bare.c.sort_name.not_like("%,%"),
            ~_decided(bare, full),
        )
        .order_by(bare.c.statement_count.desc(), bare.c.id, full.c.statement_count.desc())
    )
    return list(session.execute(wanted.limit(limit)).all())


def _by_alias(session: Session, limit: int) -> list[Row[Any]]:
    one, other = ALIAS.alias("one"), ALIAS.alias("other")
    first, second = SPEAKER.alias("first"), SPEAKER.alias("second")
    wanted = (
        _columns(first, second)
        .join(one, one.c.speaker_id == first.c.id)
        .join(other, and_(other.c.key == one.c.key, other.c.speaker_id > one.c.speaker_id))
        .join(second, second.c.id == other.c.speaker_id)
        .where(
            first.c.statement_count > 0,
            second.c.statement_count > 0,
            # A surname alone is shared by many who are not one.
            one.c.name.like("% %"),
            ~_decided(first, second),
        )
        .distinct()
    )
    return list(session.execute(wanted.limit(limit)).all())


def _columns(first: Any, second: Any) -> Any:  # noqa: ANN401 - aliases and selects
    return select(
        first.c.slug.label("first_slug"),
        first.c.name.label("first_name"),
        first.c.statement_count.label("first_count"),
        second.c.slug.label("second_slug"),
        second.c.name.label("second_name"),
        second.c.statement_count.label("second_count"),
    ).select_from(first)


def _decided(first: Any, second: Any) -> Any:  # noqa: ANN401 - aliases and conditions
    pair = NOT_SAME.c.speaker_id, NOT_SAME.c.other_id
    return exists().where(
        or_(
            and_(pair[0] == first.c.id, pair[1] == second.c.id),
            and_(pair[0] == second.c.id, pair[1] == first.c.id),
        )
    )


def _item(row: Row[Any]) -> Item:
    hanging = min(row.first_count, row.second_count)
    # The one with more statements is named first: it is who the other would become.
    sides = sorted(
        [
            (row.first_count, row.first_slug, row.first_name),
            (row.second_count, row.second_slug, row.second_name),
        ],
        reverse=True,
    )
    (_, first, first_name), (_, second, second_name) = sides
    much = f"{hanging:,} statements hang on it" if hanging > 1 else "one statement hangs on it"
    return Item(
        kind=ItemKind.SPEAKERS,
        subject=f"{first}+{second}",
        score=weight(_DOUBT, 0, hanging),
        title=f"{first_name} and {second_name}: one or two?",
        why=[_reason(first_name, second_name), much],
    )


def _reason(first: str, second: str) -> str:
    bare = next((name for name in (first, second) if " " not in name), None)
    if bare is None:
        return "both are written the same way somewhere"
    return f"the articles call somebody only “{bare}”"


def _said(session: Session, speaker_id: int) -> list[StatementRef]:
    wanted = ref_rows().where(STATEMENT.c.speaker_id == speaker_id)
    return [ref_of(row) for row in session.execute(wanted.order_by(STATEMENT.c.id).limit(_SAID))]
