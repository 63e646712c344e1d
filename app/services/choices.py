"""What a curator may choose from for a statement: what stands in its article comes first."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session

from app.archive import Archive
from app.desk import Desk
from app.models.address import AddressKind
from app.schemas.common import day_words
from app.schemas.curation import Choice, IssueChoice, Panel
from app.schemas.statement import StatementRecord
from app.services.addresses import raise_gone
from app.services.reader_reports import waiting_on
from app.services.tables import (
    ARTICLE,
    EVENT,
    ISSUE,
    MENTION,
    OFFICE,
    SPEAKER,
    STATEMENT,
    TENURE,
)

#: How many of each are offered as a button; the rest is typed.
_MOST = 9
_MOST_ISSUES = 200
_DAY = timedelta(days=1)


def get_panel(archive: Archive, desk: Desk, statement: StatementRecord) -> Panel:
    """The choices for a statement. Eight queries on the archive, two on the desk."""
    now = {
        "speaker": statement.speaker.name if statement.speaker else "",
        "said_on": statement.said_on.iso or "",
        "place": statement.place or "",
        "event": last_part(statement.event.url) if statement.event else "",
        "office": statement.office or "",
    }
    with archive.session() as session:
        article = article_row(session, statement.article.id)
        issues = session.execute(
            select(ISSUE.c.key, ISSUE.c.name)
            .order_by(ISSUE.c.statement_count.desc(), ISSUE.c.name)
            .limit(_MOST_ISSUES)
        )
        return Panel(
            permalink=statement.id,
            revision=statement.revision,
            **now,
            kind=statement.kind,
            words=statement.text,
            issues=[
                IssueChoice(
                    key=on.issue.key,
                    name=on.issue.name,
                    stance=on.stance or "",
                    conditional=on.conditional,
                )
                for on in statement.issues
            ],
            speakers=_but(speakers_in(session, article.id), now["speaker"]),
            days=_but(days_in(session, article, statement.said_on.first), now["said_on"]),
            places=_but(_places(session, article), now["place"]),
            events=_but(_events(session, article.id), now["event"]),
            offices=_but(_offices(session, now["speaker"]), now["office"]),
            all_issues=[Choice(value=key, label=name) for key, name in issues],
            waiting=waiting_on(desk, statement.id),
        )


def article_row(session: Session, permalink: str) -> Row[Any]:
    """What choices need of an article. Raises Moved, Withdrawn or NotFound."""
    names = ("id", "published_first", "published_last", "dateline_place")
    wanted = select(*(ARTICLE.c[name] for name in names)).where(ARTICLE.c.permalink == permalink)
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise_gone(session, AddressKind.ARTICLE, permalink)
    return row


def speakers_in(session: Session, article_id: int) -> list[Choice]:
    """Who else speaks in the article, most often first; then that it is not known."""
    wanted = (
        select(SPEAKER.c.name, func.count().label("held"))
        .join(STATEMENT, STATEMENT.c.speaker_id == SPEAKER.c.id)
        .where(STATEMENT.c.article_id == article_id)
        .group_by(SPEAKER.c.id)
        .order_by(func.count().desc(), SPEAKER.c.name)
        .limit(_MOST - 1)
    )
    found = [Choice(value=name, label=name) for name, _ in session.execute(wanted)]
    return [*found, Choice(value="", label="Not known")]


def days_in(session: Session, article: Row[Any], now: date | None = None) -> list[Choice]:
    """The day of publication and the two before it, the other days in the article, none.

    Also the days beside `now`, what stands there so far.
    """
    days: dict[date, str] = {}
    published = article.published_first
    if published is not None and published == article.published_last:
        days[published] = "published"
        days[published - _DAY] = "the day before it"
        days[published - 2 * _DAY] = "two days before it"
    if now is not None:
        days.setdefault(now - _DAY, "a day earlier")
        days.setdefault(now + _DAY, "a day later")
    here = STATEMENT.c.article_id == article.id
    said = select(STATEMENT.c.said_first).where(
        here, STATEMENT.c.said_first == STATEMENT.c.said_last
    )
    for day in session.execute(said.distinct().limit(_MOST)).scalars():
        days.setdefault(day, "elsewhere in the article")
    found = [
        Choice(value=day.isoformat(), label=day_words(day), note=note)
        for day, note in list(days.items())[: _MOST - 1]
    ]
    return [*found, Choice(value="", label="Not known")]


def last_part(url: str) -> str:
    """The slug at the end of a record's address."""
    return url.rsplit("/", 1)[-1]


def _places(session: Session, article: Row[Any]) -> list[Choice]:
    named = [article.dateline_place] if article.dateline_place else []
    wanted = select(STATEMENT.c.place).where(
        STATEMENT.c.article_id == article.id, STATEMENT.c.place.is_not(None)
    )
    named += session.execute(wanted.distinct().limit(_MOST)).scalars()
    found = [Choice(value=name, label=name) for name in dict.fromkeys(named)][: _MOST - 1]
    return [*found, Choice(value="", label="Not known")]


def _events(session: Session, article_id: int) -> list[Choice]:
    wanted: Select[Any] = (
        select(EVENT.c.slug, EVENT.c.name)
        .join(MENTION, MENTION.c.event_id == EVENT.c.id)
        .where(MENTION.c.article_id == article_id)
        .distinct()
        .order_by(EVENT.c.name)
        .limit(_MOST - 1)
    )
    found = [Choice(value=slug, label=name) for slug, name in session.execute(wanted)]
    return [*found, Choice(value="", label="None")]


def _offices(session: Session, speaker: str) -> list[Choice]:
    wanted = (
        select(OFFICE.c.name, TENURE.c.start_iso, TENURE.c.end_iso)
        .join(TENURE, TENURE.c.office_id == OFFICE.c.id)
        .join(SPEAKER, SPEAKER.c.id == TENURE.c.speaker_id)
        .where(SPEAKER.c.name == speaker)
        .order_by(TENURE.c.start.desc())
        .limit(_MOST - 1)
    )
    found = [
        Choice(value=name, label=name, note=f"{start or ''} to {end or 'now'}")
        for name, start, end in session.execute(wanted)
    ]
    return [*found, Choice(value="", label="None")]


def _but(choices: list[Choice], now: str) -> list[Choice]:
    return [choice for choice in choices if choice.value != now]
