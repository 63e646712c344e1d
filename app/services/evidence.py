"""How the program came to what it says of a statement, in words a reader can check."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row

from app.domain.quotations import SpeechKind
from app.schemas.statement import Evidence, IssueOn, confidence_word
from app.services.cards import said_on

_KINDS = {
    SpeechKind.DIRECT: "Direct quotation: all the words stand between quotation marks.",
    SpeechKind.MIXED: "Partly quoted: the reporter's words with some of the speaker's in marks.",
    SpeechKind.INDIRECT: "Paraphrase: the reporter's words, not the speaker's.",
}


def evidence_of(row: Row[Any], issues: Sequence[IssueOn]) -> list[Evidence]:
    """One line for each decision: what, what came out, by which words of the source."""
    return [
        Evidence(what=what, value=value, reason=reason)
        for what, value, reason in _lines(row, issues)
    ]


def _lines(row: Row[Any], issues: Sequence[IssueOn]) -> Iterator[tuple[str, str, str]]:
    yield "Words", _KINDS[row.kind], f"Found by the rule “{row.rule}”."
    sure = f"{confidence_word(row.confidence)} ({row.confidence:.2f} of 1)"
    yield "Confidence", sure, "; ".join(row.reasons) or "no particular evidence was noted"
    name = row.speaker_name or "not known"
    yield "Speaker", name, row.speaker_reason or "no reason was recorded"
    if row.office:
        yield "Office then", row.office, row.office_reason or "no reason was recorded"
    date = said_on(row)
    known = f"{date.words} ({date.basis.value})" if date.iso else date.words
    yield "Date", known, date.reason
    found = (
        ("Place", row.place, row.place_reason),
        ("Event", row.event_name, row.event_reason),
        ("Told to or taken from", row.via, row.via_reason),
    )
    for what, value, reason in found:
        if value:
            yield what, value, reason or "no reason was recorded"
    for on in issues:
        yield "Issue", on.issue.name, on.reason
        if on.stance:
            side = f"{on.stance}, on a condition" if on.conditional else on.stance
            yield "Side taken", side, on.stance_reason or "no reason was recorded"
