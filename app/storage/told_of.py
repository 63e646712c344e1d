"""Keeps what each article says of the people it quotes."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.persons import speaker_key
from app.domain.qualified import bare_name
from app.domain.resolved import PersonTold
from app.models.article import Article
from app.models.correction import IdentityDecision
from app.models.speaker import PersonToldOf
from app.storage.decisions import BY_TELLING
from app.storage.values import stored_id


def write_told(
    session: Session, article: Article, people: Iterable[PersonTold], *, fresh: bool
) -> None:
    """Keeps what an article says of people, in place of what it said; `fresh`: it said nothing yet.

    Where that changes, all who tell of the name have to be compared again.
    """
    number = stored_id(article)
    told = {one.name: one for one in people}
    held = select(PersonToldOf).where(PersonToldOf.article_id == number)
    rows = {} if fresh else {row.name: row for row in session.exec(held)}
    changed = set()
    for name in rows.keys() - told.keys():
        changed.add(rows[name].key)
        session.delete(rows[name])
    for name, one in told.items():
        row = rows.get(name)
        values: dict[str, Any] = {
            "key": speaker_key(bare_name(name)),
            "roles": list(one.roles),
            "age": one.age,
            "known": one.known,
            "another": one.another,
        }
        if row is None:
            session.add(PersonToldOf(article_id=number, name=name, **values))
        elif any(getattr(row, field) != value for field, value in values.items()):
            for field, value in values.items():
                setattr(row, field, value)
            changed.add(row.key)
            session.add(row)
    session.flush()
    _compare_again(session, changed)


def forget_told(session: Session, article: Article) -> None:
    """Forgets what an article said, which is gone; the rest of the names is compared again."""
    number = stored_id(article)
    of_article = col(PersonToldOf.article_id) == number
    keys = set(session.exec(select(PersonToldOf.key).where(of_article)))
    session.exec(delete(PersonToldOf).where(of_article))
    session.exec(
        delete(IdentityDecision).where(
            col(IdentityDecision.uid) == BY_TELLING,
            col(IdentityDecision.article) == article.permalink,
        )
    )
    _compare_again(session, keys)


def compare_names_again(session: Session, names: Iterable[str]) -> None:
    """Has people of some names told apart anew, as somebody decided who they are."""
    _compare_again(session, {speaker_key(bare_name(name)) for name in names})


def _compare_again(session: Session, keys: set[str]) -> None:
    if keys:
        named = col(PersonToldOf.key).in_(sorted(keys))
        session.exec(update(PersonToldOf).where(named).values(settled=False))
