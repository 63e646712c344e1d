"""What the archive holds of each year and month: without it no count says much or little."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, literal, select, union_all
from sqlmodel import Session

from app.archive import Archive
from app.domain.search import SearchQuery
from app.errors import IndexUnavailable
from app.schemas import links
from app.schemas.common import IssueRef, SpeakerRef
from app.schemas.home import PeriodHeld, Voices, VoicesOn
from app.services.generation import Generation, generation_of
from app.services.tables import ARTICLE, ISSUE, SPEAKER, STATEMENT
from app.storage.once import copied

_ISSUES, _SPEAKERS = 8, 6

_Held = TypeVar("_Held")
_Remembered = WeakKeyDictionary[Engine, tuple[Generation, _Held]]
_periods: _Remembered[dict[str, PeriodHeld]] = WeakKeyDictionary()
_voices: _Remembered[Voices | None] = WeakKeyDictionary()


def get_collection(archive: Archive) -> dict[str, PeriodHeld]:
    """The articles and statements of each year and each month: by "2011" and by "2011-07".

    What is known to a year alone is in no month. One query over indexes, asked once for every
    state of the archive.
    """
    return _remembered(_periods, archive, _counted)


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


def _counted(archive: Archive) -> dict[str, PeriodHeld]:
    """Counted by month, and summed up to years."""
    first, last = (func.substr(STATEMENT.c[name], 1, 7) for name in ("said_first", "said_last"))
    said = select(literal("statements"), first, first == last, func.count())
    said = said.where(STATEMENT.c.id.not_in(copied())).group_by(first, first == last)
    month = func.substr(ARTICLE.c.published_first, 1, 7)
    printed = select(literal("articles"), month, literal(True), func.count()).group_by(month)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    with archive.session() as session:
        for what, name, known, count in session.execute(union_all(printed, said)):
            if name is not None:
                held[name[:4]][what] += count
            if name is not None and known:
                held[name][what] += count
    return {
        period: PeriodHeld(period=period, articles=of["articles"], statements=of["statements"])
        for period, of in sorted(held.items())
    }


def _heard(archive: Archive) -> Voices | None:
    """Who speaks on the issues most spoken of; who is heard most on all else may say nothing."""
    with archive.session() as session:
        issues = _most_spoken_of(session)
        keys = tuple(key for key, _ in issues)
        slugs = _heard_on(archive, keys) if keys else ()
        named = select(SPEAKER.c.slug, SPEAKER.c.name).where(SPEAKER.c.slug.in_(slugs))
        names = {slug: name for slug, name in session.execute(named)}  # noqa: C416 - rows
    slugs = tuple(slug for slug in slugs if slug in names)
    if len(issues) < 2 or len(slugs) < 2:
        return None
    return Voices(
        speakers=[SpeakerRef(name=names[slug], url=links.speaker(slug)) for slug in slugs],
        rows=[
            VoicesOn(
                issue=IssueRef(key=key, name=name, url=links.issue(key)),
                counts=_on(archive, key, slugs),
                addresses=[links.search(issue=key, speaker=slug) for slug in slugs],
            )
            for key, name in issues
        ],
    )


def _heard_on(archive: Archive, issues: tuple[str, ...]) -> tuple[str, ...]:
    query = SearchQuery("", filters={"issue": issues}, per_page=1)
    speakers = archive.search.search(query).facets["speaker"]
    return tuple(one.value for one in speakers[:_SPEAKERS])


def _on(archive: Archive, issue: str, slugs: tuple[str, ...]) -> list[int]:
    # The counts of a facet leave its own filter out, and name every chosen value.
    query = SearchQuery("", filters={"issue": (issue,), "speaker": slugs}, per_page=1)
    counts = {one.value: one.count for one in archive.search.search(query).facets["speaker"]}
    return [counts.get(slug, 0) for slug in slugs]


def _most_spoken_of(session: Session) -> list[tuple[str, str]]:
    wanted = select(ISSUE.c.key, ISSUE.c.name).where(ISSUE.c.statement_count > 0)
    ordered = wanted.order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name).limit(_ISSUES)
    return [(key, name) for key, name in session.execute(ordered)]
