"""Says how likely a statement is right, from how often its rule is, and why."""

from functools import lru_cache

from app.domain.quotations import SpeechKind
from app.extraction.statements import Draft
from app.extraction.words import read_lines

#: Share right of finds without a source, beside those of the same rule with one (measured).
_NO_SOURCE = 0.35

#: Share right of finds inside another statement, beside those that stand alone (measured).
_NESTED = 0.3

#: What one- and two-word contents of the weaker rules lose (measured: 0.51 against 0.60).
_VERY_SHORT = 0.1

#: What a verb other than the plain ones loses where it leads a clause (0.84 against 0.89).
_OTHER_VERB = 0.04
_PLAIN = frozenset(["say", "tell", "add", "write", "note", "argue"])

_UNKNOWN_RULE = 0.5


def confidence_of(draft: Draft, kind: SpeechKind, words: int) -> tuple[float, tuple[str, ...]]:
    """The probability that content and source are right, and the evidence for it in words.

    `words` is the length of the content. The value lies in [0.02, 0.98].
    """
    share = _shares().get((draft.rule, str(kind)), _shares().get((draft.rule, "*"), _UNKNOWN_RULE))
    reasons = [f"found by the rule {draft.rule!r}, right in {round(share * 100)} of 100 finds"]
    if not draft.source:
        share *= _NO_SOURCE
        reasons.append("no words name who speaks")
    if draft.nested_in is not None:
        share *= _NESTED
        reasons.append("it is reported inside another statement")
    if words < 3 and kind is not SpeechKind.DIRECT:
        share -= _VERY_SHORT
        reasons.append("only one or two words are given")
    if draft.rule == "verb: clause" and draft.lemma not in _PLAIN and kind is SpeechKind.INDIRECT:
        share -= _OTHER_VERB
    if "continued" in draft.evidence:
        reasons.append("the words go on after the cue")
    return min(max(share, 0.02), 0.98), tuple(reasons)


@lru_cache(maxsize=1)
def _shares() -> dict[tuple[str, str], float]:
    rows = (line.split("|") for line in read_lines("confidence.txt"))
    return {(rule.strip(), kind.strip()): float(share) for rule, kind, share in rows}
