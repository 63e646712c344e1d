"""What else was said in much the same words, by anybody."""

from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select

from app.archive import Archive
from app.models.address import AddressKind
from app.schemas.statement import Alike, StatementRecord
from app.services.addresses import raise_gone
from app.services.cards import PUBLISHED, card_of, card_rows, cards_of, ref_of, ref_rows
from app.services.search import related
from app.services.tables import ARTICLE, STATEMENT
from app.storage.prepared import Prepared, Reader

_MOST = 20
#: On the page of a statement.
_FEW = 5


def get_alike(archive: Archive, permalink: str) -> Alike:
    """The statements most like one, best first. Four queries.

    What a copy repeats is in the index once, as the first article has it: its likes are those of
    the original. None while the index is away. Raises Moved, Withdrawn or NotFound.
    """
    with archive.session() as session:
        wanted = card_rows().where(STATEMENT.c.permalink == permalink)
        row = session.execute(wanted).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.STATEMENT, permalink)
        original = _original(session, permalink)
        found = related(archive, original or permalink, _MOST + 1)
        links = [link for link in found if link not in (permalink, original)][:_MOST]
        cards = cards_of(session, links)
    return Alike(statement=card_of(row), cards=[cards[link] for link in links if link in cards])


def with_related(archive: Archive, statement: StatementRecord) -> StatementRecord:
    """`statement` with the few most like it; not those that are reports of the same.

    Two queries at most; none are told while the index is away.
    """
    shown = {statement.id, *(one.statement.id for one in statement.reports_of_it)}
    asked = _FEW + len(shown)
    found = related(archive, statement.id, asked)
    with archive.reading() as reading:
        if not found and (original := _original(reading, statement.id)):
            shown.add(original)
            found = related(archive, original, asked)
        wanted = [link for link in found if link not in shown][:_FEW]
        rows = _named.all(reading, permalinks=wanted) if found else []
    refs = {row.permalink: ref_of(row) for row in rows}
    told = [refs[link] for link in wanted if link in refs]
    return statement.model_copy(update={"related": told}) if told else statement


@Prepared
def _named() -> Select[Any]:
    named: BindParameter[Any] = bindparam("permalinks", expanding=True)
    rows = ref_rows().add_columns(*(ARTICLE.c[name] for name in PUBLISHED))
    printed = rows.join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id)
    return printed.where(STATEMENT.c.permalink.in_(named))


def _original(reader: Reader, permalink: str) -> str | None:
    """The same statement in the article that this one's article is a copy of."""
    row = _copied.first(reader, permalink=permalink)
    return row.permalink if row else None


@Prepared
def _copied() -> Select[Any]:
    first = STATEMENT.alias()
    return (
        select(first.c.permalink)
        .select_from(STATEMENT)
        .join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id)
        .join(first, first.c.article_id == ARTICLE.c.copy_of_id)
        .where(STATEMENT.c.permalink == bindparam("permalink"))
        .where(first.c.content_key == STATEMENT.c.content_key)
        .where(first.c.speaker_id.is_not_distinct_from(STATEMENT.c.speaker_id))
        .limit(1)
    )
