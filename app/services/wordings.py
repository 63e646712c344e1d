"""One statement, many reports: the other wordings, with the words that differ marked."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import Row, bindparam

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
