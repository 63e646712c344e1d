"""Names offered while a reader types, from the database: for when the index is away."""

from sqlalchemy import ColumnElement, Select, desc, literal, or_, select, union_all
from sqlmodel import Session

from app.services.tables import ALIAS, EVENT, ISSUE, OUTLET, SPEAKER


def names_beginning(session: Session, prefix: str, limit: int) -> list[tuple[str, str, str]]:
    """(field, value, name) of what has a name with a word that begins so, the most heard first.

    Words have to be spelt as they are held; capitals make no difference. One query.
    """
    start = " ".join(prefix.split())
    if not start:
        return []
    called = select(ALIAS.c.speaker_id).where(_begins(ALIAS.c.name, start))
    alias = SPEAKER.c.id.in_(called)
    wanted = union_all(
        _held("speaker", SPEAKER.c.slug, SPEAKER.c.name, SPEAKER.c.statement_count, start, alias),
        _held("issue", ISSUE.c.key, ISSUE.c.name, ISSUE.c.statement_count, start),
        _held("event", EVENT.c.slug, EVENT.c.name, EVENT.c.statement_count, start),
        _held("outlet", OUTLET.c.slug, OUTLET.c.name, OUTLET.c.article_count, start),
    )
    found = session.execute(wanted.order_by(desc("held"), "name").limit(limit))
    return [(field, value, name) for field, value, name, _ in found]


def _held(
    field: str,
    value: ColumnElement[str],
    name: ColumnElement[str],
    held: ColumnElement[int],
    start: str,
    *otherwise: ColumnElement[bool],
) -> Select[str, str, str, int]:
    """The values of a field that are held, by their names or `otherwise`."""
    columns = (literal(field), value, name.label("name"), held.label("held"))
    return select(*columns).where(held > 0, or_(_begins(name, start), *otherwise))


def _begins(name: ColumnElement[str], start: str) -> ColumnElement[bool]:
    return or_(name.startswith(start, autoescape=True), name.contains(f" {start}", autoescape=True))
