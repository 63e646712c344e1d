"""What the archive holds of each year: without it no count says much or little."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Column, Engine, Select, Table, func, literal, select, union_all
from sqlmodel import Session

from app.archive import Archive
from app.domain.search import SearchQuery
from app.errors import IndexUnavailable
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.home import Voices, VoicesOn, YearHeld
from app.services.generation import Generation, generation_of
from app.services.tables import ARTICLE, ISSUE, SPEAKER, STATEMENT

_ISSUES, _SPEAKERS = 8, 6

_Held = TypeVar("_Held")
_Remembered = WeakKeyDictionary[Engine, tuple[Generation, _Held]]
_years: _Remembered[dict[int, YearHeld]] = WeakKeyDictionary()
_voices: _Remembered[Voices | None] = WeakKeyDictionary()


def get_collection(archive: Archive) -> dict[int, YearHeld]:
    """The articles of each year and the statements said in it, by year.

    One query over indexes, asked once for every state of the archive.
    """
    return _remembered(_years, archive, _counted)


def get_voices(archive: Archive) -> Voices | None:
    """How much those most on record say on what is most spoken of; None where that is nothing.

    Asked of the index once for every state of the archive; None while the index is away.
    """
    try:
        return _remembered(_voices, archive, _heard)
    except IndexUnavailable:
        return None


def _remembered(
    kept: "_Remembered[_Held]", archive: Archive, made: Callable[[Archive], _Held]
) -> _Held:
    generation = generation_of(archive)
    known = kept.get(archive.reader)
    if known is None or known[0] != generation:
        known = kept[archive.reader] = (generation, made(archive))
    return known[1]


def _counted(archive: Archive) -> dict[int, YearHeld]:
    published = _per_year(ARTICLE.c.published_first, "articles")
    said = _per_year(STATEMENT.c.said_first, "statements")
    held: dict[int, dict[str, int]] = defaultdict(dict)
    with archive.session() as session:
        for what, year, count in session.execute(union_all(published, said)):
            held[int(year)][what] = count
    none = {"articles": 0, "statements": 0}
    return {year: YearHeld(year=year, **{**none, **held[year]}) for year in sorted(held)}


def _per_year(day: "Column[object]", what: str) -> Select[Any]:
    year = func.substr(day, 1, 4)
    return select(literal(what), year, func.count()).where(day.is_not(None)).group_by(year)


def _heard(archive: Archive) -> Voices | None:
    with archive.session() as session:
        issues = _most(session, ISSUE, ISSUE.c.key, _ISSUES)
        people = _most(session, SPEAKER, SPEAKER.c.slug, _SPEAKERS)
    if len(issues) < 2 or len(people) < 2:
        return None
    slugs = tuple(slug for slug, _ in people)
    return Voices(
        speakers=[SpeakerRef(name=name, url=links.speaker(slug)) for slug, name in people],
        rows=[
            VoicesOn(
                issue=IssueRef(key=key, name=name, url=links.issue(key)),
                counts=_on(archive, key, slugs),
                addresses=[links.search(issue=key, speaker=slug) for slug in slugs],
            )
            for key, name in issues
        ],
    )


def _on(archive: Archive, issue: str, slugs: tuple[str, ...]) -> list[int]:
    # The counts of a facet leave its own filter out, and name every chosen value.
    query = SearchQuery("", filters={"issue": (issue,), "speaker": slugs}, per_page=1)
    counts = {one.value: one.count for one in archive.search.search(query).facets["speaker"]}
    return [counts.get(slug, 0) for slug in slugs]


def _most(session: Session, table: Table, key: "Column[str]", limit: int) -> list[tuple[str, str]]:
    wanted = select(key, table.c.name).where(table.c.statement_count > 0)
    ordered = wanted.order_by(table.c.statement_count.desc(), table.c.name).limit(limit)
    return [(value, name) for value, name in session.execute(ordered)]
