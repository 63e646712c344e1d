"""A show in marks where somebody speaks, before what is said: 'on NBC's "Meet the Press" that'."""

from typing import TYPE_CHECKING

from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax
from app.extraction.tagging import is_title

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ON = frozenset(["on", "in", "at"])
_BETWEEN = 6  # tokens from the verb to the marks: "said Sunday on the CBS show"


def names_show(view: FrameSyntax, verb: "Token", quote: Quote) -> bool:
    """Whether words in marks behind a verb and "on" are printed as a show is."""
    if not is_title(quote.inner.of(view.analysis.text)):
        return False
    opening = view.analysis.tokens(quote.outer)[0].i
    before = range(verb.i + 1, opening)
    return 0 < len(before) <= _BETWEEN and any(view.token(n).lower_ in _ON for n in before)


def past_show(view: FrameSyntax, verb: "Token", first: int, last: int) -> int:
    """Where a clause said begins that seems to begin with a show's name in marks.

    'Said on NBC's "Meet the Press" that it was late': at "that"; 'said "the wall" that Poe
    wanted was dead' has no show.
    """
    place = view.span(first, first).start
    quote = next((q for q in view.frame.quotes if q.outer.start <= place < q.outer.end), None)
    if quote is None or not names_show(view, verb, quote):
        return first
    closing = view.analysis.tokens(quote.outer)[-1].i
    for number in range(closing + 1, last):
        token = view.token(number)
        if token.lower_ == "that":
            return number
        if token.tag_ in _FINITE or token.text in (",", ";", ":"):
            break
    return first
