"""What a quotation was looked for in, and whether it stands outside any statement."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.quoted_words import words_of
from app.domain.search import EntryType, SearchQuery
from app.services.check_candidates import hits_of
from app.services.tables import ALIAS, ARTICLE, DOCUMENT, SPEAKER, STATEMENT

#: Words of a quotation that are looked for outside statements.
_LEAST_WORDS = 3

#: Words shown before and after what stands outside statements.
_AROUND = 6


class Held(NamedTuple):
    """How many statements the archive holds, and the first and last day of the dated ones."""

    statements: int
    first: date | None
    last: date | None


def held_in(session: Session) -> Held:
    """What the archive holds. One query."""
    counted = select(
        func.count(), func.min(STATEMENT.c.said_first), func.max(STATEMENT.c.said_last)
    ).select_from(STATEMENT)
    return Held(*session.execute(counted).one())


def coverage_told(archive: Archive) -> str:
    """What the archive holds, as sentences. One query."""
    with archive.session() as session:
        return coverage_of(session, held_in(session), None)


def coverage_of(session: Session, held: Held, speaker: str | None) -> str:
    """What was searched, as sentences; how much of it is by `speaker` where one is named.

    One query where a speaker is named, else none.
    """
    if held.statements == 0:
        return "The archive holds no statements yet."
    told = "one statement" if held.statements == 1 else f"{held.statements:,} statements"
    between = ""
    if held.first and held.last:
        first, last = held.first.year, held.last.year
        between = (
            f", the dated ones {f'of {first}' if first == last else f'from {first} to {last}'}"
        )
    theirs = _by(session, speaker) if speaker else ""
    return f"The archive holds {told}{between}{theirs}; words spoken elsewhere are not in it."


def _by(session: Session, speaker: str) -> str:
    """How many statements are by whoever bears this name alone."""
    bears = select(ALIAS.c.speaker_id).where(func.lower(ALIAS.c.name) == speaker.lower())
    wanted = (
        select(SPEAKER.c.name, SPEAKER.c.statement_count)
        .where(
            or_(
                SPEAKER.c.id.in_(bears),
                SPEAKER.c.slug == speaker,
                func.lower(SPEAKER.c.name) == speaker.lower(),
            )
        )
        .limit(2)
    )
    rows = session.execute(wanted).all()
    if len(rows) != 1:
        return f" (it was asked about {speaker})"
    name, count = rows[0]
    return f"; {'one of them is' if count == 1 else f'{count:,} of them are'} by {name}"


def words_outside(archive: Archive, session: Session, quote: str) -> str | None:
    """Where the words stand in an article outside any statement, as a sentence."""
    words = [word.form for word in words_of(quote)]
    if len(words) < _LEAST_WORDS:
        return None
    query = SearchQuery(f'"{" ".join(words)}"', type=EntryType.ARTICLE, per_page=1)
    hits = hits_of(archive, session, query).hits
    if not hits:
        return None
    row = session.execute(
        select(ARTICLE.c.headline, ARTICLE.c.start, ARTICLE.c.end, DOCUMENT.c.text)
        .join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
        .where(ARTICLE.c.permalink == hits[0].permalink)
    ).first()
    if row is None:
        return None
    passage = _passage(row.text[row.start : row.end], words)
    title = f"the article “{row.headline}”" if row.headline else "an article without a headline"
    return f"These words stand in {title}, outside any statement: “{passage}”." if passage else None


def _passage(text: str, words: Sequence[str]) -> str | None:
    held = words_of(text)
    for at in range(len(held) - len(words) + 1):
        if all(held[at + place].form == word for place, word in enumerate(words)):
            first, last = max(at - _AROUND, 0), min(at + len(words) - 1 + _AROUND, len(held) - 1)
            return " ".join(text[held[first].start : held[last].end].split())
    return None
