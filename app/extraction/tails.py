"""Tells where the reporter goes on after what was said: a participle, a second attribution."""

from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.cues import cue_of, is_silent
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax
from app.extraction.tagging import tagging_verb

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

#: What begins the reporter's own remark right after a quotation that ends in a comma.
_REMARKS = frozenset(
    ["a", "an", "after", "even", "as", "while", "which", "who", "compared", "though", "although"]
)
_LEADS = frozenset([":", "-", "–", "—", "―", "--"])
_FINITE = frozenset(["VBD", "VBP", "VBZ"])

#: Words from a semicolon within which the verb of a new attribution stands.
_NEAR = 8


def is_own_remark(view: FrameSyntax, before: Span, after: Span) -> bool:
    """Whether the reporter adds `after` to what is all quotation: '"No," she said, laughing'."""
    quotes = view.frame.quotes
    if any(quote.outer.overlaps(after) for quote in quotes):
        return False
    return any(q.outer.start <= before.start and before.end <= q.outer.end for q in quotes)


def before_reporter(view: FrameSyntax, verb: "Token", first: int, last: int) -> int:
    """The last token of content from `first` to `last` before the reporter goes on, if he does."""
    for number in range(first + 1, last):
        parted = number not in view.quoted and view.token(number).text == ";"
        if parted and _attributes_anew(view, number + 1, last):
            return number - 1
    for quote in view.frame.quotes:
        start = _led_in_anew(view, verb, quote) or _tagged_after_colon(view, verb, quote)
        if start is not None and first < start <= last:
            return start
        end = _end_of(view, quote)
        if end is None or not first <= end < last or end < verb.i:
            continue
        following = _past_comma(view, end, last)
        if following is not None and _is_remark(view, following, last):
            return end
    return last


def _led_in_anew(view: FrameSyntax, verb: "Token", quote: Quote) -> int | None:
    """The token before ', explaining, "..."' or ', to which Roe replied: "..."', or None."""
    opening = next(iter(view.analysis.tokens(quote.outer)), None)
    if opening is None or opening.i - view.first < _NEAR:
        return None
    number = opening.i - 1
    if view.token(number).text in (",", ":", "that"):
        number -= 1
    cue = view.token(number)
    if number <= verb.i or number in view.quoted or cue_of(cue) is None:
        return None
    if cue.tag_ == "VBG":
        before = number - 1
    elif cue.tag_ == "VBD":
        answer = _answers(view, cue, verb)
        if answer is not None:
            return answer
        which = (
            n for n in range(number - 1, number - _NEAR, -1) if view.token(n).lower_ == "which"
        )
        before = next((n - 2 for n in which if view.token(n - 1).lower_ == "to"), verb.i)
    else:
        return None
    return before - 1 if before > verb.i + 1 and view.token(before).text == "," else None


def _answers(view: FrameSyntax, cue: "Token", verb: "Token") -> int | None:
    """The token before ', and when asked about it, the mayor replied, "..."', or None."""
    own = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if own is None or own.left_edge.i <= verb.i or not view.holds(own.left_edge.i):
        return None
    if not view.holds(cue.i + 1) or view.token(cue.i + 1).text not in (",", ":"):
        return None
    for number in range(own.left_edge.i - 1, verb.i, -1):
        joins = view.token(number).lower_ in ("and", "but") and view.token(number - 1).text == ","
        if joins and number not in view.quoted:
            return number - 2
    return None


def _tagged_after_colon(view: FrameSyntax, verb: "Token", quote: Quote) -> int | None:
    """The token before the colon of 'said it was late: "We go," she added', or None."""
    tokens = view.analysis.tokens(quote.outer)
    if not tokens or tokens[0].i < view.first + 2:
        return None
    if view.token(tokens[0].i - 1).text not in _LEADS:
        return None
    tag = tagging_verb(view, tokens[0].i, tokens[-1].i)
    own = tag is None or tag.i < tokens[0].i or tag.i == verb.i
    return None if own else tokens[0].i - 2


def _attributes_anew(view: FrameSyntax, start: int, last: int) -> bool:
    """Whether a clause opens with a subject and its verb of saying: "; it has warned of"."""
    for number in range(start, min(start + _NEAR, last)):
        token = view.token(number)
        if token.i in view.quoted or cue_of(token) is None or is_silent(token, view.quoted):
            continue
        own = [c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")]
        return bool(own) and own[0].left_edge.i <= start + 1
    return False


def without_remark(view: FrameSyntax, content: Span) -> Span:
    """The content up to a quotation that opens it, where the reporter's own remark follows.

    Of '"We go," presumably meaning the council' the quotation alone.
    """
    quote = next((q for q in view.frame.quotes if q.outer.start == content.start), None)
    end = _end_of(view, quote) if quote is not None else None
    if quote is None or end is None or quote.outer.end >= content.end:
        return content
    last = view.analysis.token_index(content.end - 1)
    following = _past_comma(view, end, last)
    while following is not None and following.pos_ == "ADV" and following.i < last:
        following = view.token(following.i + 1)
    if following is None or not _is_remark(view, following, last):
        return content
    return Span(content.start, quote.outer.end)


def _end_of(view: FrameSyntax, quote: Quote) -> int | None:
    tokens = view.analysis.tokens(quote.outer)
    return tokens[-1].i if tokens else None


def _past_comma(view: FrameSyntax, end: int, last: int) -> "Token | None":
    """The token after a quotation that a comma, inside its marks or behind them, sets off."""
    if end - 1 > view.first and view.token(end - 1).text == ",":
        return view.token(end + 1)
    if end + 2 <= last and view.token(end + 1).text == ",":
        return view.token(end + 2)
    return None


def _is_remark(view: FrameSyntax, following: "Token", last: int) -> bool:
    """Whether what follows a set-off quotation is no clause of the speaker and quotes no more."""
    if any(number in view.quoted for number in range(following.i, last + 1)):
        return False
    return following.tag_ == "VBG" or following.lower_ in _REMARKS
