"""Mends where content ends: the parse cuts it short or lets it run into the cue's own phrases."""

from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.clauses import Complement
from app.extraction.cues import cue_of
from app.extraction.days import is_date
from app.extraction.edges import is_reference
from app.extraction.report import FrameSyntax, trimmed
from app.extraction.tails import before_reporter

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_COMMAS = frozenset([",", "—", "–", "―", "-", "--", ";"])
_CLOSERS = frozenset([",", ".", "?", "!"])

#: After a comma these go on with a noun phrase: "all the money, including the gifts".
_LISTING = frozenset(["and", "or", "including", "especially", "particularly", "ranging", "to"])

#: After a comma these begin what the reporter adds: ", while his rival said ...".
_REPORTERS_OWN = frozenset(["while", "though", "although", "whereas", "which"])

#: Without a comma these stand inside what was said: "said it would stay if the tax fell".
_CIRCUMSTANCES = frozenset(["advcl", "prep", "npadvmod"])

#: Subjects that take up one of the content: "the town was poor, but it paid".
_SAME = frozenset(["he", "she", "it", "they", "that", "there"])

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])

#: Parts of a clause that say when, where or how it was said where they hang on the cue.
_ADJUNCTS = frozenset(["prep", "npadvmod", "advmod", "advcl", "conj", "parataxis", "dep", "nsubj"])


def content_spans(view: FrameSyntax, verb: "Token", found: Complement) -> tuple[Span, ...]:
    """The content as it stands in the text, from its first word to where it really ends."""
    first, last = found.first, min(found.last, view.last)
    last = _extended(view, verb, first, last, found.form)
    last = _without_asides(view, first, last, found.form)
    last = before_reporter(view, verb, first, last)
    if first < last and view.token(first).lower_ == "that" and view.is_opening(first + 1):
        first += 1  # said that "...": the quotation alone, where it is all
    first, last = _whole_quotes(view, verb, first, last)
    if first > last:
        return ()
    span = trimmed(view.analysis.text, view.span(first, last))
    if span is None or is_reference(span.of(view.analysis.text)):
        return ()
    return (span,)


def _extended(view: FrameSyntax, verb: "Token", first: int, last: int, form: str) -> int:
    """Takes in what follows as long as it hangs on the content, not on the cue."""
    while last < view.last:
        following = view.token(last + 1)
        if following.is_punct and last + 2 <= view.last and following.text not in "([":
            following = view.token(last + 2)
        following = _joined(view, verb, following)
        top = _top(view, following, last)
        own = first <= top.head.i <= last
        if not own and not _goes_on(view, verb, first, last, top, form):
            return last
        last = min(max(top.right_edge.i, last + 1), view.last)
    return last


def _joined(view: FrameSyntax, verb: "Token", following: "Token") -> "Token":
    """What "and" or "but" joins to the cue; anything else stays what it is."""
    if following.dep_ != "cc" or following.head.i != verb.i:
        return following
    joined = (c for c in verb.rights if c.dep_ == "conj" and c.i > following.i)
    first = next((c for c in joined if view.holds(c.i)), None)
    return first if first is not None else following


def _top(view: FrameSyntax, token: "Token", last: int) -> "Token":
    """The highest token above `token` that still stands after `last`."""
    while view.holds(token.head.i) and token.head.i > last and token.head.i != token.i:
        token = token.head
    return token


def _goes_on(
    view: FrameSyntax, verb: "Token", first: int, last: int, top: "Token", form: str
) -> bool:
    """Whether a phrase that the parse hangs on the cue or elsewhere goes on with the content."""
    following = view.token(last + 1)
    if following.text == ")" and _is_open(view, first, last):
        return True
    if form == "infinitive" and top.dep_ == "conj" and top.head.i == verb.i:
        return top.tag_ == "VB"  # "urged her to wait, think again and resign"
    if form == "preposition" and following.tag_ == "TO" and top.head.i == verb.i:
        return top.dep_ in ("advcl", "xcomp")  # "called for a fund to pay for it"
    if form != "clause":
        if top.head.i != verb.i:
            return False
        if view.token(last + 1).is_punct:  # "denounced the plan, the cuts and the hours"
            return top.dep_ == "dobj" and any(child.dep_ == "cc" for child in top.children)
        if top.dep_ == "prep":
            return following.i == top.i
        return form in ("noun phrase", "preposition") and top.dep_ in ("ccomp", "dobj", "attr")
    if following.text in (";", "(", ":") or following.i in view.quoted:
        return True
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in top.lefts) and top.dep_ == "conj":
        return True  # "that A is late, but that B is not"
    if top.head.i == verb.i and top.dep_ in _CIRCUMSTANCES:
        if first == last and view.token(first).lower_ in ("yes", "no") and _says_when(top):
            return False  # "said no on Tuesday"
        return following.i == last + 1 and not following.is_punct
    if top.head.i == verb.i and top.dep_ == "conj" and any(c.dep_ == "nsubj" for c in top.lefts):
        own = next(c for c in top.lefts if c.dep_ == "nsubj")
        if cue_of(top) is not None:
            return False
        return own.lower_ in _SAME or any(token.i in view.quoted for token in top.subtree)
    if top.head.i == verb.i and top.dep_ in ("ccomp", "acomp") and following.text not in _COMMAS:
        return True
    if top.head.i == verb.i and top.dep_ in ("dobj", "attr"):
        return True  # the clause is the object; a second one belongs inside it
    if following.text == "," and _is_list_of_clauses(view, top, last):
        return True
    if top.dep_ == "ROOT" and following.text not in _COMMAS and following.dep_ != "cc":
        return not any(
            cue_of(view.token(n)) is not None for n in range(last + 1, view.last + 1)
        )  # a sentence that the parse breaks in two
    if top.head.i == verb.i or top.dep_ in ("ROOT", "cc"):
        return False
    return top.dep_ not in _ADJUNCTS and following.text not in _COMMAS


def _says_when(top: "Token") -> bool:
    return top.dep_ == "npadvmod" or any(is_date(top, thing) for thing in top.rights)


def _is_list_of_clauses(view: FrameSyntax, top: "Token", last: int) -> bool:
    """Whether "A is late, B is early, and C is lost" goes on: clauses with subjects, no cue."""
    rest = [view.token(number) for number in range(last + 1, view.last + 1)]
    if not any(a.text == "," and b.lower_ == "and" for a, b in pairwise(rest[1:])):
        return False
    if any(token.i not in view.quoted and cue_of(token) is not None for token in rest):
        return False
    return any(child.dep_ in ("nsubj", "expl") for child in top.lefts)


def _is_open(view: FrameSyntax, first: int, last: int) -> bool:
    words = view.span(first, last).of(view.analysis.text)
    return words.count("(") > words.count(")")


def _without_asides(view: FrameSyntax, first: int, last: int, form: str) -> int:
    """Cuts off what the reporter adds after a comma: ", while ...", ", which ..."."""
    for number in range(first + 1, last):
        if not _parts(view, number) or number in view.quoted or number + 1 in view.quoted:
            continue
        following = view.token(number + 1)
        if form == "clause":
            short = following.lower_ != "which" or last - number <= number - first
            if following.lower_ in _REPORTERS_OWN and short and _runs_to_end(following, last):
                return number - 1
        elif form == "predicate" or _is_bridged(view, first, number, last):
            continue
        elif form == "infinitive" and following.tag_ not in ("VBG", "VBN"):
            continue  # "promised to cut the tax, which is high, and to go"
        elif not _goes_on_list(view, following, last):
            return number - 1
    return last


def _is_bridged(view: FrameSyntax, first: int, comma: int, last: int) -> bool:
    """Whether a verb after the comma has its subject before it: "a claim that A, like B, is"."""
    return any(comma < view.token(n).head.i <= last for n in range(first, comma))


def _parts(view: FrameSyntax, number: int) -> bool:
    """Whether a token parts phrases: a comma or dash, not the hyphen of "two-hour"."""
    token = view.token(number)
    if token.text not in _COMMAS:
        return False
    return token.text != "-" or bool(view.token(number - 1).whitespace_)


def _runs_to_end(marker: "Token", last: int) -> bool:
    """Whether the clause that `marker` opens is the last thing in the content."""
    clause = marker.head
    while clause.head.i > marker.i and clause.dep_ in ("nsubj", "prep", "pobj", "dobj", "poss"):
        clause = clause.head
    return clause.right_edge.i >= last - 1


def _goes_on_list(view: FrameSyntax, following: "Token", last: int) -> bool:
    """Whether a comma in a noun phrase or infinitive only parts the members of a list."""
    if following.lower_ in _LISTING:
        return True
    top = following
    while top.head.i > following.i and top.head.i <= last and top.head.i != top.i:
        top = top.head
    rest = following.doc[following.i : last + 1]
    closed = next((token for token in rest if token.dep_ == "cc"), None)
    # an apposition has a verb of its own: "the plan, which was late and dear"
    listed = (
        closed is not None
        and top.dep_ in ("appos", "dobj")
        and not any(token.tag_ in _FINITE for token in rest if token.i < closed.i)
    )
    return listed or top.dep_ == "conj" or top.pos_ in ("ADJ", "NUM")


def _whole_quotes(view: FrameSyntax, verb: "Token", first: int, last: int) -> tuple[int, int]:
    """Content that takes in a part of a quotation takes in all of it, and no more than it must.

    A quotation closed by its own comma or full stop ends the content that begins with it.
    """
    for quote in view.frame.quotes:
        tokens = view.analysis.tokens(quote.outer)
        if not tokens or tokens[-1].i < first or tokens[0].i > last:
            continue
        if tokens[0].i <= verb.i <= tokens[-1].i:
            continue
        begins = first >= tokens[0].i and verb.i < tokens[0].i
        if begins and _is_complete(view, tokens[-1].i) and not _has_quote(view, tokens[-1].i, last):
            return min(first, tokens[0].i), tokens[-1].i
        last = max(last, tokens[-1].i)
        if tokens[0].i > verb.i or first < verb.i:
            first = min(first, tokens[0].i)
    return first, last


def _is_complete(view: FrameSyntax, closing: int) -> bool:
    """Whether a quotation ends in a comma or a full stop inside its marks."""
    return closing > view.first and view.token(closing - 1).text in _CLOSERS


def _has_quote(view: FrameSyntax, after: int, last: int) -> bool:
    return any(number in view.quoted for number in range(after + 1, last + 1))
