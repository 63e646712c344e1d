"""Positions: where a holder stands on an issue, always with the statements that show it."""

from collections.abc import Iterator, Sequence

from app.domain.resolved import ResolvedPosition, ResolvedStatement, Stance

_SURE = 3.0  # weight of one phrase that can hardly mean anything else


def find_positions(statements: Sequence[ResolvedStatement]) -> Iterator[ResolvedPosition]:
    """The positions that `statements` show: one for each holder, issue and stance.

    Only named holders hold positions; what another reports of them, and a headline's repetition
    of the body, is no evidence of its own.
    """
    evidence: dict[tuple[str, str, Stance], list[int]] = {}
    for index, statement in enumerate(statements):
        speaker, quotation = statement.speaker, statement.quotation
        if speaker is None or speaker.name is None:
            continue
        if statement.via is not None and speaker.name in statement.via.value.split("/"):
            continue  # an agency that reports holds no position
        if quotation.nested_in is not None or quotation.repeats is not None:
            continue
        for issue in statement.issues:
            if issue.stance is not None:
                evidence.setdefault((speaker.name, issue.key, issue.stance), []).append(index)
    totals = {
        shown: sum(i.weight for n in indexes for i in statements[n].issues if i.key == shown[1])
        for shown, indexes in evidence.items()
    }
    for (holder, key, stance), indexes in evidence.items():
        best = max(total for (h, k, _), total in totals.items() if (h, k) == (holder, key))
        if totals[holder, key, stance] < min(best, _SURE):
            continue  # a second stance beside a stronger one needs a sure phrase
        findings = [i for n in indexes for i in statements[n].issues if i.key == key]
        reasons = dict.fromkeys(i.stance_reason for i in findings if i.stance_reason)
        first = statements[indexes[0]].speaker
        if first is None:
            continue
        yield ResolvedPosition(
            holder=holder,
            holder_kind=first.kind,
            issue=key,
            stance=stance,
            statements=tuple(indexes),
            reason="; ".join(reasons),
            conditional=all(finding.conditional for finding in findings),
        )
