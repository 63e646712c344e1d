"""Entries from the database for a search without an index: those that may match, and no more."""

from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlmodel import Session

from app.domain.search import EntryType, IndexEntry, SearchQuery
from app.index.language import same_meaning
from app.index.plain import Read
from app.index.query import All, Either, Mode, Node, ParsedQuery, Phrase, Word
from app.index.spelling import spelling
from app.services.entries import article_entries, statement_entries
from app.services.tables import ALIAS, ARTICLE, DOCUMENT, SPEAKER, STATEMENT

#: Entries that are read and compared: a second's work. Past them the answer says it is not whole.
MOST_ENTRIES = 4000

#: Letters that all forms and spellings of nearly every word share.
_SHARED_LETTERS = 3


def reader_of(session: Session) -> Read:
    """Reads entries that may match a query, newest first."""

    def read(query: SearchQuery, parsed: ParsedQuery) -> tuple[Iterable[IndexEntry], bool]:
        statements = query.type is EntryType.STATEMENT
        wanted = _statements(parsed.root) if statements else _articles(parsed.root)
        ids = list(session.execute(wanted.limit(MOST_ENTRIES + 1)).scalars())
        entries = (statement_entries if statements else article_entries)(
            session, ids[:MOST_ENTRIES]
        )
        return entries, len(ids) <= MOST_ENTRIES

    return read


Holding = Callable[[str], ColumnElement[bool]]


def _needed(root: Node, holding: Holding) -> list[ColumnElement[bool]]:
    """What an entry must hold to match some of the query, by the first letters of words."""
    needed = _letters(root, holding)
    return [] if needed is None else [needed]


def _letters(node: Node, holding: Holding) -> ColumnElement[bool] | None:
    """Any of the words, or of what they stand for; None where every entry may match.

    Only words, and phrases that an abbreviation stands for, say so. Of words asked for together
    one is enough, as entries that hold only some of them follow those that hold all.
    """
    match node:
        case Word(form, mode):
            start = form[:_SHARED_LETTERS]
            if mode is Mode.FUZZY or not start.isascii() or spelling(form)[:3] != start:
                return None
            meant = same_meaning(form) if mode is Mode.STEM else []
            return or_(*(holding(one[:_SHARED_LETTERS]) for one in (form, *meant)))
        case Phrase(words, quoted=False):
            held = [one for word in words if (one := _letters(word, holding)) is not None]
            return and_(*held) if held else None
        case All(parts) | Either(parts):
            some = [_letters(part, holding) for part in parts]
            told = [one for one in some if one is not None]
            return or_(*told) if told and len(told) == len(some) else None
    return None


def _statements(root: Node) -> Select[tuple[int]]:
    def holding(letters: str) -> ColumnElement[bool]:
        aliases = select(ALIAS.c.speaker_id).where(ALIAS.c.name.contains(letters, autoescape=True))
        return or_(
            STATEMENT.c.content.contains(letters, autoescape=True),
            ARTICLE.c.headline.contains(letters, autoescape=True),
            STATEMENT.c.speaker_printed.contains(letters, autoescape=True),
            SPEAKER.c.name.contains(letters, autoescape=True),
            STATEMENT.c.speaker_id.in_(aliases),
        )

    tables = STATEMENT.join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id).outerjoin(
        SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id
    )
    narrowed = select(STATEMENT.c.id).select_from(tables).where(*_needed(root, holding))
    return narrowed.order_by(STATEMENT.c.said_first.desc(), STATEMENT.c.permalink)


def _articles(root: Node) -> Select[tuple[int]]:
    def holding(letters: str) -> ColumnElement[bool]:
        return or_(
            DOCUMENT.c.text.contains(letters, autoescape=True),
            ARTICLE.c.headline.contains(letters, autoescape=True),
        )

    tables = ARTICLE.join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
    narrowed = select(ARTICLE.c.id).select_from(tables).where(*_needed(root, holding))
    return narrowed.order_by(ARTICLE.c.published_first.desc(), ARTICLE.c.permalink)
