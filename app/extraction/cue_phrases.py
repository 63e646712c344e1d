"""How far the phrase of a cue reaches: subject, verb, those addressed, day and place."""

from typing import TYPE_CHECKING

from app.extraction.report import FrameSyntax

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_WHEN = frozenset(["when", "as", "while", "after", "before"])
FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_SETS_OFF = frozenset(",;—–―-?!…") | frozenset("\"”“’'»")


def phrase_of(view: FrameSyntax, verb: "Token", subject: "Token | None") -> tuple[int, int]:
    """First and last token of the cue phrase: subject, verb, those addressed, day and place."""
    left = right = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and _adjacent(view, child, left):
            left = min(left, child.left_edge.i)
    if subject is not None and view.holds(subject.i):
        if subject.i < verb.i and subject.head.i == verb.i:
            left = min(left, subject.left_edge.i)
        elif subject.i > verb.i:
            right = max(right, subject.right_edge.i)
    for child in verb.rights:
        if child.dep_ in ("ccomp", "parataxis", "conj", "cc", "punct") or not view.holds(child.i):
            continue
        timed = any(c.lower_ in _WHEN for c in child.lefts)
        quoting = any(token.i in view.quoted for token in child.subtree)
        if child.dep_ == "advcl" and quoting and not timed:
            continue  # '"...," he said, noting that it was "late"': a statement of its own
        if child.left_edge.i <= right + 2:
            right = max(right, child.right_edge.i)
    right = min(right, view.tokens[-1].i)
    while right > verb.i and (right in view.quoted or view.token(right).text == ","):
        right -= 1
    return left, right


def is_set_off(view: FrameSyntax, left: int) -> bool:
    """Whether a quotation or a mark parts what begins at `left` from what stands before it."""
    before = view.token(left - 1)
    return before.i in view.quoted or before.text[-1] in _SETS_OFF


def ends_sentence(view: FrameSyntax, right: int) -> bool:
    """Whether a cue phrase that ends at `right` ends its sentence."""
    return right >= view.last


def stretched(view: FrameSyntax, right: int) -> int:
    """The end of the cue phrase where the parse cuts it short: up to a comma, without a verb."""
    end = right
    while end < view.last and view.token(end + 1).text not in (",", ";", "—", "–", "―"):
        end += 1
        if view.token(end).tag_ in FINITE or view.token(end).dep_ == "nsubj":
            return right
    return end


def ends_there(view: FrameSyntax, right: int) -> bool:
    """Whether the sentence ends after the cue phrase, or goes on after a comma or quotation."""
    if right >= view.last:
        return True
    following = view.token(right + 1)
    return following.is_punct or following.i in view.quoted


def _adjacent(view: FrameSyntax, child: "Token", left: int) -> bool:
    return child.i not in view.quoted and child.right_edge.i >= left - 2
