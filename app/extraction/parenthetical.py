"""Finds content that a cue follows or breaks: "It is late, she said, and we go."."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.cue_words import SPEECH_FORMS, CueWord, Form
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax, cut_out, trimmed
from app.extraction.tagging import is_name_in_marks, is_title, led_tag, tag_start
from app.extraction.tails import is_own_remark, without_remark

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_PLAIN = frozenset(["say", "tell", "write", "add", "note", "report"])
_SUBORDINATORS = frozenset(
    ["if", "unless", "as", "because", "since", "once", "even", "although", "when", "whether",
     "after", "before", "until", "while", "though"]
)  # fmt: skip
_ASKED = frozenset(["asked", "pressed", "questioned", "reached", "told", "interviewed"])
_LEAD = 12  # tokens from the cue to the quotation that it leads
_WHEN = frozenset(["when", "as", "while", "after", "before"])
_FRONTED = _ASKED | {"when", "while", "after"}
_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_LEADS = (":", "(", " -", " –", "—", "--")
_SETS_OFF = frozenset(",;—–―-?!…") | frozenset("\"”“’'»")


def find_around(
    view: FrameSyntax, verb: "Token", word: CueWord, subject: "Token | None"
) -> tuple[tuple[Span, ...], Span] | None:
    """The content around a cue that is set off from it, and the span of the cue phrase.

    None where the cue leads its content, or where nothing stands before it.
    """
    if not (word.takes(Form.QUOTATION) or word.takes(Form.CLAUSE)):
        return None
    if not _has_own_subject(verb) and (verb.tag_ == "VBG" or verb.dep_ == "conj"):
        return None  # "..., adding that", "... and said": the content follows
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return None  # "a book written by her"
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.lefts):
        return None  # "too late, to say the least"
    if subject is not None and subject.lower_ == "that" and verb.dep_ == "relcl":
        return None  # "releases records that tell how to sell": no tag
    if subject is None and _is_done_to(view, verb):
        return None  # "Roe, a trader, was dismissed, ..."
    left, right = _phrase(view, verb, subject)
    if subject is None or subject.i > verb.i or subject.head.i != verb.i:
        left = min(left, tag_start(view, verb) or left)
    left = min(left, led_tag(view, verb) or left)
    if left <= view.first or not _is_set_off(view, left):
        return None
    if verb.dep_ == "relcl" and word.lemma not in _PLAIN and left - 1 not in view.quoted:
        return None
    if verb.dep_ == "relcl" and left - 1 not in view.quoted and not _ends_sentence(view, right):
        return None  # "the deal, she said in May, which ..."
    if not _ends_there(view, right):
        right = _stretched(view, right)
        if not _ends_there(view, right):
            return None
    phrase = view.span(left, right)
    whole = Span(view.frame.span.start, view.frame.span.end)
    pieces = [trimmed(view.analysis.text, piece) for piece in cut_out(whole, [phrase])]
    before, after = pieces[0], pieces[1] if len(pieces) > 1 else None
    before = _past_colon(view, word, before) if before is not None else None
    if before is None:
        return None
    if after is not None and _opens_with_adjunct(view, before, after):
        before, after = after, None
    broken = after is not None and _breaks_a_clause(view, left, right)
    if not _is_said(view, verb, word, before) and not broken:
        return None
    if after is not None and not broken and not _belongs(view, verb, left, right):
        after = None
    if after is not None and is_own_remark(view, before, after):
        after = None
    before = without_remark(view, before)
    return ((before, after) if after is not None else (before,)), phrase


def fronted_part(view: FrameSyntax, verb: "Token", content: Span) -> Span | None:
    """The clause that begins what a quotation ends: 'If it rains, she said, "we stay."'.

    The quotation goes on with a small letter, so that it is no sentence of its own.
    """
    text = view.analysis.text
    quote = next((q for q in view.frame.quotes if q.outer.start == content.start), None)
    opening = view.token(view.first)
    if quote is None and content.start > 0 and text[content.start - 1] in "\"“'‘":
        quote = next((q for q in view.frame.quotes if q.inner.start == content.start), None)
    if quote is None or not quote.inner.of(text)[:1].islower():
        return None
    if opening.lower_ not in _SUBORDINATORS or opening.i in view.quoted or verb.i >= view.last:
        return None
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    left = subject.left_edge.i if subject is not None else verb.i
    set_off = left > view.first + 1 and view.token(left - 1).text == ","
    if not set_off or view.token(verb.i + 1).text != ",":
        return None
    front = [view.token(number) for number in range(view.first, left - 1)]
    if any(t.i in view.quoted or t.lower_ in _ASKED for t in front):
        return None
    return trimmed(text, view.span(view.first, left - 2))


def _is_done_to(view: FrameSyntax, verb: "Token") -> bool:
    """Whether a passive's subject opens the sentence, so that nothing said can stand before it."""
    own = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    return own is not None and own.left_edge.i <= view.first and own.lower_ != "it"


def _opens_with_adjunct(view: FrameSyntax, before: Span, after: Span) -> bool:
    """Whether only `after` was said: 'Asked whether he would go, he said, "No."'."""
    opening = view.token(view.first)
    fronted = opening.tag_ in ("VBN", "VBG") or opening.lower_ in _FRONTED
    if not fronted or opening.i in view.quoted:
        return False
    quotes = view.frame.quotes
    return any(q.outer.start <= after.start < q.outer.end for q in quotes) and not any(
        q.outer.overlaps(before) for q in quotes
    )


def _has_own_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _breaks_a_clause(view: FrameSyntax, left: int, right: int) -> bool:
    """Whether commas set the cue off in the middle: "The plan, she said, was late"."""
    if (
        right + 2 > view.last
        or view.token(left - 1).text != ","
        or view.token(right + 1).text != ","
    ):
        return False
    following = view.token(right + 2)
    if following.i in view.quoted and following.is_punct and right + 3 <= view.last:
        return view.token(right + 3).tag_ in _FINITE
    if following.tag_ in ("VBG", "WDT", "WP") or following.pos_ == "CCONJ":
        return False
    before = [view.token(number) for number in range(view.first, left)]
    fronted = before[0].lower_ in _SUBORDINATORS  # "If it rains, she said, we stay"
    if not fronted and any(_is_main(t) and t.i not in view.quoted for t in before):
        return False
    return any(view.token(n).tag_ in _FINITE for n in range(right + 2, view.last + 1))


def _is_main(token: "Token") -> bool:
    """Whether a finite verb is no part of a relative clause: not "has" in "the arms it has"."""
    return token.tag_ in _FINITE and "relcl" not in (token.dep_, token.head.dep_)


def _past_colon(view: FrameSyntax, word: CueWord, before: Span) -> Span:
    """What the cue follows: of `She hesitated: "No," she said.` only the quotation.

    The last one that a colon or dash leads, with all that follows it.
    """
    text = view.analysis.text
    for quote in view.frame.quotes:
        if not before.start <= quote.outer.start < before.end:
            continue  # a quotation behind the cue leads nothing before it
        led = text[before.start : quote.outer.start].rstrip().endswith(_LEADS)
        tail = text[quote.outer.end : before.end]
        if (led or _is_led_by_cue(view, word, quote)) and not any(char.isalnum() for char in tail):
            return Span(quote.outer.start, before.end)
    return before


def _is_led_by_cue(view: FrameSyntax, word: CueWord, quote: Quote) -> bool:
    """Whether a sentence in marks has a cue before it already: 'telling them, "No," he said'.

    Whoever reports passes on the whole of it.
    """
    tokens = view.analysis.tokens(quote.outer)
    if not quote.inner.of(view.analysis.text)[:1].isupper() or not tokens or word.lemma == "report":
        return False
    for number in range(tokens[0].i - 1, max(view.first - 1, tokens[0].i - _LEAD), -1):
        token = view.token(number)
        if number in view.quoted or token.dep_ == "cc":
            return False
        if token.lower_ in SPEECH_FORMS:
            adjacent = all(view.token(n).is_punct for n in range(number + 1, tokens[0].i))
            return adjacent or not is_title(quote.inner.of(view.analysis.text))
        if token.tag_ in _FINITE:
            return False
    return False


def _is_said(view: FrameSyntax, verb: "Token", word: CueWord, before: Span) -> bool:
    """Whether what stands before the cue is a sentence or a quotation, not "In a statement"."""
    tokens = view.analysis.tokens(before)
    if not word.takes(Form.CLAUSE):  # "she continued" needs the quotation right before it
        return bool(tokens) and tokens[-1].i in view.quoted
    held = [quote for quote in view.frame.quotes if quote.outer.overlaps(before)]
    alone = all(token.i in view.quoted or token.is_punct for token in tokens)
    if held and not alone and _is_fronted_phrase(view, tokens):
        return False  # 'In a box marked "Other," she wrote'
    if alone or any(not _is_name(view, quote) for quote in held):
        return True
    return any(
        (token.tag_ in _FINITE or (token.tag_ == "VB" and token.dep_ in ("ROOT", "ccomp")))
        and not _is_adjunct(token, verb)
        for token in tokens
    )


def _is_fronted_phrase(view: FrameSyntax, tokens: "Sequence[Token]") -> bool:
    """Whether a preposition's phrase without a verb runs up to quoted words and ends with them."""
    plain = [token for token in tokens if token.i not in view.quoted]
    if not plain or plain[0].tag_ != "IN" or plain[0].i != tokens[0].i:
        return False
    return plain[-1].is_alpha and not any(token.tag_ in _FINITE for token in plain)


def _is_name(view: FrameSyntax, quote: Quote) -> bool:
    tokens = view.analysis.tokens(quote.outer)
    return bool(tokens) and is_name_in_marks(view, tokens[0].i, quote)


def _is_adjunct(token: "Token", verb: "Token") -> bool:
    """Whether a clause before the cue only says when or why it was said: "When asked, ..."."""
    current = token
    while current.head.i != current.i and current.head.i != verb.i:
        current = current.head
    return current.head.i == verb.i and current.dep_ in ("advcl", "prep", "nsubj", "npadvmod")


def _phrase(view: FrameSyntax, verb: "Token", subject: "Token | None") -> tuple[int, int]:
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


def _adjacent(view: FrameSyntax, child: "Token", left: int) -> bool:
    return child.i not in view.quoted and child.right_edge.i >= left - 2


def _is_set_off(view: FrameSyntax, left: int) -> bool:
    before = view.token(left - 1)
    return before.i in view.quoted or before.text[-1] in _SETS_OFF


def _ends_sentence(view: FrameSyntax, right: int) -> bool:
    return right >= view.last


def _stretched(view: FrameSyntax, right: int) -> int:
    """The end of the cue phrase where the parse cuts it short: up to a comma, without a verb."""
    end = right
    while end < view.last and view.token(end + 1).text not in (",", ";", "—", "–", "―"):
        end += 1
        if view.token(end).tag_ in _FINITE or view.token(end).dep_ == "nsubj":
            return right
    return end


def _ends_there(view: FrameSyntax, right: int) -> bool:
    """Whether the sentence ends after the cue phrase, or goes on after a comma or quotation."""
    if right >= view.last:
        return True
    following = view.token(right + 1)
    return following.is_punct or following.i in view.quoted


def _belongs(view: FrameSyntax, verb: "Token", left: int, right: int) -> bool:
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
    clause = any(view.token(n).tag_ in _FINITE for n in range(verb.i + 1, right + 1))
    return clause and opening.i in view.quoted and word.text[:1].islower()


def _names_place(view: FrameSyntax, verb: "Token", right: int) -> bool:
    """Whether a preposition leads the quotation after a cue: '"...," she said on "Town Talk"'."""
    last = view.token(right)
    if last.pos_ == "ADP" or last.tag_ == "POS":
        return True
    mark = view.token(right + 1)
    led = any(c.dep_ == "prep" and c.right_edge.i > right + 1 for c in verb.rights)
    return led and mark.i in view.quoted
