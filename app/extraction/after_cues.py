"""Whether what follows a cue goes on with what stands before it: "The plan, she said, was late"."""

from typing import TYPE_CHECKING

from app.extraction.cue_phrases import FINITE
from app.extraction.cue_words import SPEECH_FORMS
from app.extraction.report import FrameSyntax
from app.extraction.tagging import is_title

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

SUBORDINATORS = frozenset(
    ["if", "unless", "as", "because", "since", "once", "even", "although", "when", "whether",
     "after", "before", "until", "while", "though"]
)  # fmt: skip


def breaks_a_clause(view: FrameSyntax, left: int, right: int) -> bool:
    """Whether commas set the cue off in the middle: "The plan, she said, was late"."""
    if (
        right + 2 > view.last
        or view.token(left - 1).text != ","
        or view.token(right + 1).text != ","
    ):
        return False
    following = view.token(right + 2)
    if following.i in view.quoted and following.is_punct and right + 3 <= view.last:
        return view.token(right + 3).tag_ in FINITE
    if following.tag_ in ("VBG", "WDT", "WP") or following.pos_ == "CCONJ":
        return False
    before = [view.token(number) for number in range(view.first, left)]
    fronted = before[0].lower_ in SUBORDINATORS  # "If it rains, she said, we stay"
    if not fronted and any(_is_main(t) and t.i not in view.quoted for t in before):
        return False
    return any(view.token(n).tag_ in FINITE for n in range(right + 2, view.last + 1))


def belongs(view: FrameSyntax, verb: "Token", left: int, right: int) -> bool:
    """Whether what follows the cue phrase goes on with the content."""
    following = next((t for t in view.tokens if t.i > right and not t.is_punct), None)
    if following is None:
        return False
    if following.i in view.quoted:
        return not any(
            test(view, verb, right)
            for test in (_names_place, _runs_into, _is_named_there, _is_led_anew)
        )
    top = following
    while top.head.i > right and top.head.i != top.i and view.holds(top.head.i):
        top = top.head
    return top.head.i < left


def _is_main(token: "Token") -> bool:
    """Whether a finite verb is no part of a relative clause: not "has" in "the arms it has"."""
    return token.tag_ in FINITE and "relcl" not in (token.dep_, token.head.dep_)


def _is_named_there(view: FrameSyntax, verb: "Token", right: int) -> bool:
    """Whether a book or show named behind the cue ends the sentence: 'he said in "My Life"'."""
    opening = view.analysis.token_starts[right + 1] if right + 1 <= view.tokens[-1].i else -1
    quote = next((q for q in view.frame.quotes if q.outer.start >= opening >= 0), None)
    return (
        quote is not None
        and right > verb.i
        and is_title(quote.inner.of(view.analysis.text))
        and view.analysis.token_index(quote.outer.end - 1) >= view.last
    )


def _is_led_anew(view: FrameSyntax, verb: "Token", right: int) -> bool:
    """Whether another verb of saying leads what follows: '"...," he said before asking: "Who?"'.

    So too '"...," she said as the crowd yelled: "No!"'.
    """
    following = view.analysis.token_starts[right] if right > verb.i else -1
    quote = next((q for q in view.frame.quotes if q.outer.start >= following >= 0), None)
    if quote is None or not quote.inner.of(view.analysis.text)[:1].isupper():
        return False
    tokens = (view.token(number) for number in range(verb.i + 1, right + 1))
    return any(
        t.tag_ in ("VBG", "VBD", "VBZ") and t.lower_ in SPEECH_FORMS and t.i not in view.quoted
        for t in tokens
    )


def _runs_into(view: FrameSyntax, verb: "Token", right: int) -> bool:
    """Whether a quotation ends a clause of the cue phrase: 'said Roe, who wants "more pay"'."""
    opening, word = view.token(right + 1), view.token(min(right + 2, view.last))
    clause = any(view.token(n).tag_ in FINITE for n in range(verb.i + 1, right + 1))
    return clause and opening.i in view.quoted and word.text[:1].islower()


def _names_place(view: FrameSyntax, verb: "Token", right: int) -> bool:
    """Whether a preposition leads the quotation after a cue: '"...," she said on "Town Talk"'."""
    last = view.token(right)
    if last.pos_ == "ADP" or last.tag_ == "POS":
        return True
    mark = view.token(right + 1)
    led = any(c.dep_ == "prep" and c.right_edge.i > right + 1 for c in verb.rights)
    return led and mark.i in view.quoted
