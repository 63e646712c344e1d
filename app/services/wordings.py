"""One statement, many reports: the other wordings, with the words that differ marked."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import Row, bindparam

from app.schemas.common import DateShown
from app.schemas.statement import PieceShown, ReportShown
from app.services.cards import article_ref, card_rows, outlet_ref, published_on, ref_of
from app.services.tables import STATEMENT
from app.storage.prepared import Prepared, Reader

#: More reports than these are counted but not shown side by side.
_MOST = 20
_WORD = re.compile(r"\S+\s*")
_OTHERS = Prepared(
    card_rows(STATEMENT.c.report_reason)
    .where(STATEMENT.c.report_group == bindparam("group"))
    .where(STATEMENT.c.permalink != bindparam("here"))
    .limit(_MOST)
)


def reports_of(reader: Reader, row: Row[Any]) -> list[ReportShown]:
    """The other reports in the statement's group, fullest first."""
    if row.report_group is None:
        return []
    others = _OTHERS.all(reader, group=row.report_group, here=row.permalink)
    others.sort(key=lambda one: (-len(one.content), one.permalink))
    return [_report(other, row.content) for other in others]


def compared(said_on: DateShown, reports: list[ReportShown]) -> list[ReportShown]:
    """The reports, those marked that date the words to other days than this one or another."""
    told = [said_on, *(report.statement.said_on for report in reports)]
    return [
        report.model_copy(update={"disagrees": True})
        if any(_disagree(report.statement.said_on, other) for other in told)
        else report
        for report in reports
    ]


def dated_by(said_on: DateShown, reports: list[ReportShown]) -> ReportShown | None:
    """The report that tells the day most closely of words of which this one tells none.

    None where reports disagree: then no day is that of the words.
    """
    told = [report for report in reports if report.statement.said_on.first is not None]
    if said_on.first is not None or not told or any(report.disagrees for report in reports):
        return None
    return min(told, key=_width)


def _width(report: ReportShown) -> tuple[int, str]:
    date = report.statement.said_on
    days = (date.last - date.first).days if date.first and date.last else 0
    return days, report.statement.id


def _disagree(one: DateShown, other: DateShown) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.last < other.first or other.last < one.first


def _report(other: Row[Any], shown: str) -> ReportShown:
    return ReportShown(
        statement=ref_of(other),
        outlet=outlet_ref(other),
        article=article_ref(other),
        published=published_on(other),
        reason=other.report_reason,
        words=list(differing(shown, other.content)),
    )


def differing(shown: str, other: str) -> Iterator[PieceShown]:
    """`other` in pieces, those words marked that `shown` lacks or has elsewhere.

    Case, punctuation and quotation marks make no difference. The pieces join up to `other`.
    """
    words = _WORD.findall(other)
    lead = other[: len(other) - len("".join(words))]
    if lead:
        yield PieceShown(text=lead, matched=False)
    matcher = SequenceMatcher(None, _bare(_WORD.findall(shown)), _bare(words), autojunk=False)
    for what, _, _, start, end in matcher.get_opcodes():
        if start < end:
            yield PieceShown(text="".join(words[start:end]), matched=what != "equal")


def _bare(words: list[str]) -> list[str]:
    return [re.sub(r"\W+", "", word).lower() for word in words]
