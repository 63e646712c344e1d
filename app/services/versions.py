"""What a statement's page showed before it changed."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, select

from app.archive import Archive
from app.domain.dates import DateBasis, DatePrecision
from app.domain.quotations import SpeechKind
from app.errors import Moved, NotFound, Withdrawn
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.common import DateShown, SpeakerRef
from app.schemas.statement import StatementHistory, Version
from app.services.addresses import raise_gone
from app.services.cards import card_of, card_rows
from app.services.differences import compared
from app.services.tables import REVISION, STATEMENT


def get_history(archive: Archive, permalink: str) -> StatementHistory:
    """The statement's versions, newest first. Raises as `get_statement` does. Two queries."""
    wanted = card_rows(STATEMENT.c.ingested_at).where(STATEMENT.c.permalink == permalink)
    with archive.session() as session:
        row = session.execute(wanted).one_or_none()
        if row is None:
            raise_gone(session, AddressKind.STATEMENT, permalink)
        earlier = session.execute(
            select(REVISION)
            .where(REVISION.c.permalink == permalink)
            .order_by(REVISION.c.number.desc())
        ).all()
    # A version began when the one before it ended; the first, when the statement was read.
    begun = {one.number + 1: f"{one.until:%Y-%m-%d}" for one in earlier}
    first = f"{row.ingested_at:%Y-%m-%d}" if not earlier else None
    url = links.statement(permalink)
    return StatementHistory(
        id=permalink,
        url=url,
        canonical=archive.settings.base_url.rstrip("/") + url,
        versions=_told(
            [
                _current(row, begun.get(row.revision, first)),
                *(_earlier(one, begun.get(one.number)) for one in earlier),
            ]
        ),
    )


def get_version(archive: Archive, permalink: str, number: int) -> tuple[StatementHistory, Version]:
    """The history of a statement and one version in it. Raises NotFound for other numbers.

    What was cited is shown also where the statement is no longer found, or is part of another
    now; not where it was taken back.
    """
    try:
        history = get_history(archive, permalink)
    except (Moved, Withdrawn) as gone:
        if isinstance(gone, Withdrawn) and not gone.lost:
            raise
        history = _former(archive, permalink)
        if not history.versions:
            raise
    for version in history.versions:
        if version.number == number:
            return history, version
    raise NotFound(f"statement {permalink} never had a version {number}")


def _former(archive: Archive, permalink: str) -> StatementHistory:
    """The versions of a statement that stands no more."""
    wanted = select(REVISION).where(REVISION.c.permalink == permalink)
    with archive.session() as session:
        rows = session.execute(wanted.order_by(REVISION.c.number.desc())).all()
    begun = {one.number + 1: f"{one.until:%Y-%m-%d}" for one in rows}
    url = links.statement(permalink)
    return StatementHistory(
        id=permalink,
        url=url,
        canonical=archive.settings.base_url.rstrip("/") + url,
        versions=_told([_earlier(one, begun.get(one.number)) for one in rows]),
    )


def _told(versions: list[Version]) -> list[Version]:
    """The versions, newest first, each with what it changed of the one before it."""
    told = [compared(after, before) for after, before in pairwise(versions)]
    return [*told, *versions[-1:]]


def _current(row: Row[Any], since: str | None) -> Version:
    card = card_of(row)
    return Version(
        number=row.revision,
        kind=card.kind,
        text=card.text,
        speaker=card.speaker,
        speaker_printed=card.speaker_printed,
        office=card.office,
        said_on=card.said_on,
        place=card.place,
        event=card.event.name if card.event else None,
        since=since,
        until=None,
        reason=None,
    )


def _earlier(row: Row[Any], since: str | None) -> Version:
    shown: Mapping[str, Any] = row.shown
    name, slug = shown.get("speaker"), shown.get("speaker_slug")
    return Version(
        number=row.number,
        kind=SpeechKind(shown["kind"]),
        text=shown["content"],
        speaker=SpeakerRef(name=name, url=links.speaker(slug)) if name and slug else None,
        speaker_printed=shown.get("speaker_printed"),
        office=shown.get("office"),
        said_on=_date(shown),
        place=shown.get("place"),
        event=shown.get("event"),
        since=since,
        until=f"{row.until:%Y-%m-%d}",
        reason=row.reason,
    )


def _date(shown: Mapping[str, Any]) -> DateShown:
    first, last = shown.get("said_first"), shown.get("said_last")
    precision = shown.get("said_precision")
    return DateShown.of(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        DatePrecision(precision) if precision else None,
        DateBasis(shown["said_basis"]),
        shown.get("said_reason", ""),
    )
