"""Who and what is the same: curators merge speakers and events, part them, tell them apart."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select

from app.archive import Archive
from app.domain.corrections import Action, Proposal, Subject
from app.domain.curators import Curator
from app.errors import WordsNotFound
from app.schemas import links
from app.services.corrections import correct
from app.services.tables import EVENT, SPEAKER

_TABLES: dict[Subject, Table] = {Subject.SPEAKER: SPEAKER, Subject.EVENT: EVENT}
_LONGEST_REASON = 500


class Decided(NamedTuple):
    """What a curator decided about a speaker or an event.

    `other` is the slug or the whole name of another. To part one: `names` are the spellings, or
    `articles` the permalinks, that belong to somebody or something else, called `name`.
    """

    action: Action
    other: str = ""
    names: Sequence[str] = ()
    articles: Sequence[str] = ()
    name: str = ""
    reason: str = ""


def decide(
    archive: Archive, curator: Curator, subject: Subject, slug: str, decided: Decided
) -> str:
    """Makes the decision; the address to go to then.

    Raises WordsNotFound where there is nobody of the other name, and what `correct` raises.
    """
    after = _after(archive, subject, decided)
    usual = {
        Action.MERGE: "a person compared them: they are the same",
        Action.NOT_SAME: "a person compared them: they are not the same",
        Action.SPLIT: "a person read the articles: these are not the same",
    }
    words = " ".join(decided.reason.split())[:_LONGEST_REASON]
    proposal = Proposal(
        action=decided.action,
        subject=subject,
        target=slug,
        after=after,
        reason=words or usual[decided.action],
        by=curator.shown_as,
    )
    url = correct(archive, proposal).url
    if subject is Subject.SPEAKER and decided.articles and not _stands(archive, slug):
        return links.speaker(find_slug(archive, subject, decided.name))  # nothing was left
    return url


def _stands(archive: Archive, slug: str) -> bool:
    with archive.session() as session:
        return (
            session.execute(select(SPEAKER.c.id).where(SPEAKER.c.slug == slug)).first() is not None
        )


def find_slug(archive: Archive, subject: Subject, words: str) -> str:
    """The slug of the one speaker or event with this slug or this name, whatever its case.

    Raises WordsNotFound where there is none, or several.
    """
    table, words = _TABLES[subject], words.strip()
    named = (table.c.slug == words.lower()) | (func.lower(table.c.name) == words.lower())
    with archive.session() as session:
        slugs = list(session.execute(select(table.c.slug).where(named).limit(2)).scalars())
    if not words or not slugs:
        raise WordsNotFound(f"the archive has no {subject.value} called “{words[:80]}”")
    if len(slugs) > 1:
        raise WordsNotFound(
            f"“{words[:80]}” is the name of several; give the end of the address of one: {slugs[0]}"
        )
    return str(slugs[0])


def _after(archive: Archive, subject: Subject, decided: Decided) -> dict[str, Any]:
    if decided.action is Action.MERGE:
        return {"into": find_slug(archive, subject, decided.other)}
    if decided.action is Action.NOT_SAME:
        return {"other": find_slug(archive, subject, decided.other)}
    after: dict[str, Any] = {}
    if decided.names:
        after["names"] = list(decided.names)
    if decided.articles:
        after["articles"] = list(decided.articles)
    if decided.name.strip():
        after["name"] = decided.name.strip()
    return after
