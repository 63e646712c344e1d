"""Whether quotations carry the full names of the people who said them."""

from __future__ import annotations

import re

from tests.quality.figures import Figure
from tests.quality.matching import Record
from tests.quality.spans import folded

Figures = dict[str, Figure]
ROWS = ("found", "named", "named, of all", "unnamed", "unsure")  # of those found but for one
# Words before or after a name that are no part of it, as American and British papers print them.
TITLES = re.compile(
    "(?:mr|mrs|ms|miss|dr|prof|professor|rev|hon|sir|dame|lord|lady|judge|justice|jr|sr|ii|iii|iv"
    "|sen|senator|rep|representative|gov|governor|president|gen|general|col|capt|sgt|lt)"
)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one, leaving honorifics and initials aside; None equals None."""
    if not one or not other:
        return not one and not other
    return _bare(one) == _bare(other)


def _bare(name: str) -> list[str]:
    words = [word for word in re.findall(r"\w+", folded(name)) if not TITLES.fullmatch(word)]
    return [word for word in words if len(word) > 1] or words


def score_naming(marked: dict[str, list[Record]], predicted: dict[str, list[Record]]) -> Figures:
    """Figures over quotations marked by hand: found, named rightly, unnamed left unnamed.

    `marked` and `predicted` are statements by the document's stem. A quotation is found by the
    statement that shares most of its characters, if that is at least half of them.
    """
    figures = {name: Figure() for name in ROWS}
    for stem, quotations in marked.items():
        for quotation in quotations:
            _judge(figures, stem, quotation, predicted.get(stem, []))
    return figures


def _judge(figures: Figures, stem: str, quotation: Record, given: list[Record]) -> None:
    where = f"{stem} at {quotation['content'][0][0]}"
    wanted = _offsets(quotation)
    shares = [(len(wanted & _offsets(one)), one) for one in given]
    share, best = max(shares, key=lambda pair: pair[0], default=(0, {}))
    found = 2 * share >= len(wanted)
    figures["found"].judge(found, f"{where}: not found")
    got, speaker = best.get("speaker"), quotation["speaker"]
    right, miss = found and same_name(speaker, got), f"{where}: {got!r}, not {speaker!r}"
    row = "unsure" if quotation.get("unsure") else "named" if speaker else "unnamed"
    if row == "named":
        figures["named, of all"].judge(right, "")
    if found:
        figures[row].judge(right, miss)


def _offsets(statement: Record) -> set[int]:
    return {offset for start, end in statement["content"] for offset in range(start, end)}
