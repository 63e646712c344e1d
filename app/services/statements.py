"""One statement with everything known of it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ScalarSelect, Select, bindparam, func, select

from app.archive import Archive
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.correction import CorrectionShown
from app.schemas.statement import StatementList, StatementRecord, StatementRef
from app.services import sources
from app.services.addresses import raise_gone
from app.services.article_text import part_number
from app.services.cards import (
    card_fields,
    card_of,
    card_rows,
    published_on,
    ref_of,
    ref_rows,
    said_on,
)
from app.services.correction_lists import corrections_on
from app.services.evidence import evidence_of
from app.services.listing import page_of
from app.services.sides import issues_of
from app.services.tables import ARTICLE, DOCUMENT, STATEMENT
from app.services.turns import turns_of
from app.services.wordings import compared, dated_by, reports_of
from app.storage.prepared import Prepared, Reader


def get_statement(archive: Archive, permalink: str) -> StatementRecord:
    """The statement at this permalink, with its place in its article and how it was found.

    Raises Moved, Withdrawn or NotFound where none lives there; takes ten queries at most, and two
    more where people corrected it.
    """
    with archive.reading() as reading:
        row = _wanted.first(reading, permalink=permalink)
        if row is None:
            raise_gone(reading, AddressKind.STATEMENT, permalink)
        spans = sources.spans_of(reading, row.id)
        blocks, window = sources.surroundings(reading, row, spans)
        issues = issues_of(reading, row)
        turns = turns_of(reading, row, issues)
        inside = _named(reading, [row.nested_in_id, row.repeats_id])
        reports = compared(said_on(row), reports_of(reading, row))
        return StatementRecord(
            **card_fields(row),
            canonical=archive.settings.base_url.rstrip("/") + links.statement(row.permalink),
            speaker_kind=row.speaker_kind.value,
            in_article=links.in_article(
                row.article_permalink,
                row.ordinal + 1,
                part_number(row.paragraphs, min(span.start for _, span in spans)),
            ),
            published=published_on(row),
            document=row.document_name,
            article_url=links.publisher(row.article_url),
            spans=sources.spans_shown(window, spans),
            selectors=sources.selectors_of(window, spans),
            context=sources.context_of(window, blocks, spans, row.ordinal + 1),
            issues=issues,
            evidence=evidence_of(row, issues),
            reports_of_it=reports,
            dated_by=dated_by(said_on(row), reports),
            nested_in=inside.get(row.nested_in_id),
            repeats=inside.get(row.repeats_id),
            previous=turns.before,
            next=turns.after,
            turns_on=turns.on,
            above=links.statement(row.permalink_above) if row.permalink_above else None,
            below=links.statement(row.permalink_below) if row.permalink_below else None,
            corrections=_corrections(archive, permalink) if row.corrected else [],
            revision=row.revision,
            ingested_at=f"{row.ingested_at:%Y-%m-%dT%H:%M:%SZ}",
        )


def get_revision(archive: Archive, permalink: str) -> int:
    """Which version of the statement at this permalink is shown now. One query.

    Raises Moved, Withdrawn or NotFound where none lives there.
    """
    wanted = select(STATEMENT.c.revision).where(STATEMENT.c.permalink == permalink)
    with archive.session() as session:
        revision = session.execute(wanted).scalar_one_or_none()
        if revision is None:
            raise_gone(session, AddressKind.STATEMENT, permalink)
    return int(revision)


def list_statements(archive: Archive, page: int = 1) -> StatementList:
    """A page of statements, those said last first. Two queries."""
    # Both ways down, as the index on them is read backwards; NULLs come last in it.
    order = STATEMENT.c.said_first.desc(), STATEMENT.c.permalink.desc()
    counted = select(func.count()).select_from(STATEMENT)
    with archive.session() as session:
        wanted = card_rows().order_by(*order)
        rows, paging = page_of(session, wanted, page, 20, counted=counted)
    return StatementList(cards=[card_of(row) for row in rows], paging=paging)


@Prepared
def _wanted() -> Select[Any]:
    own = (
        "id",
        "article_id",
        "rule",
        "reasons",
        "speaker_id",
        "speaker_kind",
        "office_reason",
        "place_reason",
        "event_reason",
        "via_reason",
        "nested_in_id",
        "repeats_id",
        "report_group",
        "report_reason",
        "ingested_at",
    )
    of_article = (
        "document_id",
        "start",
        "end",
        "paragraphs",
    )
    columns = [STATEMENT.c[name] for name in own] + [ARTICLE.c[name] for name in of_article]
    more = [
        ARTICLE.c.url.label("article_url"),
        DOCUMENT.c.name.label("document_name"),
        _beside(-1).label("permalink_above"),
        _beside(1).label("permalink_below"),
    ]
    rows = card_rows(*columns, *more).join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
    return rows.where(STATEMENT.c.permalink == bindparam("permalink"))


def _beside(step: int) -> ScalarSelect[str]:
    """The permalink of the statement so many places further in the article."""
    other = STATEMENT.alias()
    here = other.c.article_id == STATEMENT.c.article_id
    there = other.c.ordinal == STATEMENT.c.ordinal + step
    wanted = select(other.c.permalink).where(here, there).limit(1)
    return wanted.correlate(STATEMENT).scalar_subquery()


def _corrections(archive: Archive, permalink: str) -> list[CorrectionShown]:
    with archive.session() as session:
        return corrections_on(session, permalink)


def _named(reader: Reader, ids: Sequence[int | None]) -> dict[int | None, StatementRef]:
    wanted = [one for one in ids if one is not None]
    if not wanted:
        return {}
    return {row.id: ref_of(row) for row in _numbered.all(reader, ids=wanted)}


@Prepared
def _numbered() -> Select[Any]:
    return ref_rows().where(STATEMENT.c.id.in_(bindparam("ids", expanding=True)))
