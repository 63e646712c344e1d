"""Finds the words that name who speaks, for the verb or noun that reports."""

from typing import TYPE_CHECKING

from app.domain.date_words import MONTHS
from app.domain.persons import fold, honorifics
from app.domain.spans import Span
from app.extraction.capitals import role_nouns
from app.extraction.cue_words import CUE_VERBS, Form
from app.extraction.holders import can_speak, is_abstract
from app.extraction.report import FrameSyntax, trimmed
from app.extraction.sharing import (
    before_dashes,
    named_after_who,
    parallel_verb,
    said_of,
    tag_before,
    telling_verb_over,
    wearer_of,
)
from app.extraction.subjects import SUBJECTS, find_subject, object_of
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])

#: Verbs that stand before their subject behind a comma: ", said Jane Roe".
_BEHIND = frozenset([",", "(", "in", "on", "like"])  # what follows that subject
_INVERTED = frozenset(["say", "add", "note", "write", "argue", "warn", "explain", "insist"])

#: Endings of nouns for persons: "the surgeon", "the pollster".
_AGENTS = ("er", "or", "ist", "ian", "eon", "ant", "man", "woman", "ess", "ee")

_QUOTES = frozenset(["quote", "cite"])

#: Things that bear words, beside the texts that are given out, and shares of people.
_BEARERS = frozenset(
    ["sign", "poster", "banner", "shirt", "hat", "paperwork", "record", "one", "share", "number",
     "majority", "percent", "third", "half", "quarter", "book", "page", "story", "article",
     "headline", "slogan"]
)  # fmt: skip

_INSIDE = ("compound", "det", "amod", "poss", "nummod")  # words before the noun they go with

#: Longest source in characters; what is longer names nobody and was misread.
LONGEST_SOURCE = 230

#: Steps up a chain of conjunctions and infinitives before the search for a subject ends.
_REACH = 6


def neighbour(view: FrameSyntax, verb: "Token") -> "Token | None":
    """The head of the name or noun phrase right beside a verb that tags a quotation.

    After a quotation the one behind the verb ("...," said Smith), else the one before it.
    """
    after = verb.i + 1
    opens = verb.i == view.first and view.tokens[-1].text == ":"  # 'Added Roe: "..."'
    if after <= view.last and (opens or (view.first < verb.i and verb.i - 1 in view.quoted)):
        behind = view.token(after)
        ends = after == view.last or view.token(after + 1).text in _BEHIND
        misread = behind.text[0].isupper() and behind.pos_ == "ADV" and ends
        return behind if misread else _phrase_head(view, behind)  # '"...," said Early, adding'
    before = verb.i - 1
    if after <= view.last and before - 1 in view.quoted and view.token(before).is_space:
        return _phrase_head(view, view.token(after))
    if before < view.first or before in view.quoted or before - 1 < view.first:
        return None
    token = view.token(before)
    if _is_taken_for_adverb(view, token):
        return token
    start = token.left_edge.i - 1
    return token if token.pos_ in ("PROPN", "PRON") and start in view.quoted else None


def _inverted(view: FrameSyntax, verb: "Token") -> "Token | None":
    """Who speaks in "It is late, said Jane Roe, a trader", which the parse may give to the port."""
    if (
        verb.lemma_ not in _INVERTED
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.i >= view.last
    ):
        return None
    following = view.token(verb.i + 1)
    if view.token(verb.i - 1).text != "," or following.pos_ not in ("PROPN", "DET", "ADJ", "NOUN"):
        return None
    head = _phrase_head(view, following)
    if head is None or not can_speak(head) or head.ent_type_ in ("DATE", "TIME"):
        return None
    behind = head.i + 1
    other = next((c for c in head.rights if c.dep_ == "conj"), None)
    if other is not None and behind <= view.last and view.token(behind).dep_ == "cc":
        behind = other.i + 1  # "said Roe and others,"
    return head if behind > view.last or view.token(behind).text in _BEHIND else None


def _is_taken_for_adverb(view: FrameSyntax, token: "Token") -> bool:
    """Whether a name alone was misread: '"...," Will wrote', "asked about it, Early said"."""
    if not token.text[0].isupper() or token.pos_ not in ("ADV", "AUX", "ADJ", "VERB", "INTJ"):
        return False
    before = view.token(token.i - 1)
    return before.i in view.quoted or before.text == "," or before.dep_ == "cc"


def _phrase_head(view: FrameSyntax, token: "Token") -> "Token | None":
    participle = token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound")
    if token.i in view.quoted or not (
        participle or token.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ")
    ):
        return None
    token = _past_hyphen(view, token)
    return token if token.pos_ in ("PROPN", "NOUN", "PRON") and view.holds(token.i) else None


def _past_hyphen(view: FrameSyntax, token: "Token") -> "Token":
    """The noun that a word goes with, past a hyphen that the parse stops at: "co-host Roe"."""
    for _ in range(_REACH):
        hyphen = token.i + 2 <= view.last and view.token(token.i + 1).text == "-"
        if hyphen and not token.whitespace_ and not view.token(token.i + 1).whitespace_:
            token = view.token(token.i + 2)
        elif token.dep_ in _INSIDE and token.head.i > token.i:
            token = token.head
        else:
            break
    return token


def find_speaker(view: FrameSyntax, verb: "Token") -> "Token | None":
    """Who speaks by a verb of saying: its subject, the name beside it, or who gives out a text."""
    if verb.lemma_.lower() in _QUOTES and any(c.lower_ == "as" for c in verb.rights):
        cited = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
        if cited is None and any(_as_saying(c) for c in verb.rights):
            cited = object_of(verb)
        if cited is not None and view.holds(cited.i) and cited.i not in view.quoted:
            return cited  # '"...," Roe is quoted as saying', '"...," the agency quoted Roe as'
    teller = telling_verb_over(view, verb)
    told = find_speaker(view, teller) if teller is not None else None
    if told is not None and (can_speak(told) or told.text[0].isupper()):
        return told
    parallel = parallel_verb(view, verb)
    if parallel is not None:
        return find_subject(parallel)
    clause = named_after_who(view, verb)
    if clause is not None:
        return clause
    apart = before_dashes(view, verb)
    if apart is not None:
        return apart
    subject = find_subject(verb)
    worn = wearer_of(subject, verb) if subject is not None else None
    subject = find_subject(worn) if worn is not None else subject
    if subject is None or subject.i in view.quoted:
        subject = neighbour(view, verb) or _of_tag_before(view, verb) or _behind_month(view, verb)
    elif subject.i < verb.i:
        subject = _inverted(view, verb) or subject
    if subject is not None and view.holds(subject.i):  # it may stand in another sentence
        subject = _before_bracket(view, subject)
    shown = _shown_saying(view, verb) or _who_wrote_to(subject, verb)
    if shown is not None:
        return shown
    quoted = _who_is_quoted(verb)
    if quoted is not None and view.holds(quoted.i):
        return quoted
    if subject is not None and verb.tag_ == "VBG" and _happens(subject):
        subject = _nearest_subject(view, verb) or subject
    issuer = issuer_of(subject) if subject is not None else None
    return issuer if issuer is not None and can_speak(issuer) else subject


def _behind_month(view: FrameSyntax, verb: "Token") -> "Token | None":
    """Who speaks in "In March Roe said", where the parse takes the month for a first name."""
    if verb.i <= view.first + 1:
        return None
    name = view.token(verb.i - 1)
    named = name.pos_ == "PROPN" and name.dep_ == "pobj" and name.i not in view.quoted
    return name if named and _months_before(view, name) else None


def _months_before(view: FrameSyntax, name: "Token") -> int:
    """How many months and years stand before a name that the parse joins to them."""
    first = max(name.left_edge.i, view.first)
    if name.dep_ != "pobj" or first == name.i:
        return 0
    return int(view.token(first).lower_ in MONTHS)


def _as_saying(token: "Token") -> bool:
    """Whether it is the "as" of "quoted Roe as saying"."""
    if token.lower_ != "as":
        return False
    return any(c.tag_ == "VBG" and c.lemma_.lower() in CUE_VERBS for c in token.children)


def _of_tag_before(view: FrameSyntax, verb: "Token") -> "Token | None":
    tag = tag_before(view, verb)
    subject = find_subject(tag) or neighbour(view, tag) if tag is not None else None
    known = subject is not None and view.holds(subject.i) and subject.i not in view.quoted
    return subject if known else None


def _before_bracket(view: FrameSyntax, subject: "Token") -> "Token":
    """The name before "(R-OH)", of which the parse takes a part for the subject."""
    if not view.holds(subject.i):
        return subject
    number = subject.i
    while number > max(view.first, subject.i - 4) and view.token(number).text != "(":
        number -= 1
    if number <= view.first or view.token(number).text != "(":
        return subject
    name = view.token(number - 1)
    return name if name.pos_ == "PROPN" and name.i not in view.quoted else subject


def _who_wrote_to(subject: "Token | None", verb: "Token") -> "Token | None":
    """Who speaks in "she emailed supporters saying": not those written to."""
    if subject is None or verb.tag_ != "VBG" or subject.dep_ not in ("dobj", "dative"):
        return None
    word = CUE_VERBS.get(subject.head.lemma_.lower())
    if word is None or not word.takes(Form.RECIPIENT):
        return None
    return find_subject(subject.head)


def _who_is_quoted(verb: "Token") -> "Token | None":
    """Who speaks in "the network quoted a witness as saying": the object, not who quotes."""
    head = verb.head
    if verb.dep_ != "pcomp" or head.lower_ != "as" or head.head.lemma_.lower() not in _QUOTES:
        return None
    cited = next((c for c in head.head.lefts if c.dep_ == "nsubjpass"), None)
    return cited if cited is not None else object_of(head.head)


def _shown_saying(view: FrameSyntax, verb: "Token") -> "Token | None":
    """Who is seen or heard in "footage of Jane Roe saying"."""
    if verb.tag_ != "VBG" or verb.i <= view.first:
        return None
    name = view.token(verb.i - 1)
    before = name.left_edge.i - 1
    named = name.pos_ == "PROPN" and name.i not in view.quoted and view.holds(before)
    return name if named and view.token(before).lower_ == "of" else None


def _bears_words(subject: "Token") -> bool:
    word = subject.lemma_.lower()
    return word in _BEARERS or word in read_words("given_out.txt")


def _happens(subject: "Token") -> bool:
    """Whether a participle's subject by the parse is a happening or thing, nobody and no text."""
    if subject.pos_ != "NOUN":
        return False
    if subject.lemma_.lower() == "conference" and subject.head.lower_ in ("at", "in", "during"):
        return True  # "she said at a news conference announcing it"
    if can_speak(subject) or _bears_words(subject):
        return False
    return is_abstract(subject) or not subject.lemma_.lower().endswith(_AGENTS)


def _nearest_subject(view: FrameSyntax, verb: "Token") -> "Token | None":
    """Who can speak among the subjects before a participle, for 'as Roe left, shouting "No"'."""
    for number in range(verb.i - 1, view.first - 1, -1):
        token = view.token(number)
        if token.dep_ == "nsubj" and number not in view.quoted and can_speak(token):
            return token
    return None


def issuer_of(subject: "Token") -> "Token | None":
    """Who gives out the text that speaks: "she" in "she released a statement saying"."""
    noun = subject
    if noun.lower_ in _RELATIVES and noun.head.dep_ == "relcl":
        noun = noun.head.head
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "to":  # "sent a text message to supporters saying"
        verb = verb.head
        if verb.pos_ == "NOUN":
            noun, verb = verb, verb.head
        else:
            noun = next((c for c in verb.rights if c.dep_ == "dobj"), noun)
    elif noun.dep_ == "dative":
        noun = next((c for c in verb.rights if c.dep_ == "dobj"), noun)
    if noun.dep_ != "dobj" or noun.lemma_.lower() not in read_words("given_out.txt"):
        return None
    return find_subject(verb) if verb.lemma_.lower() in read_words("light_verbs.txt") else None


def source_spans(view: FrameSyntax, head: "Token", cue: "Token") -> tuple[Span, ...]:
    """The spans of the noun phrase of `head`; with "who", its antecedent and "who" both."""
    if head.lower_ in _RELATIVES and head.dep_ in SUBJECTS:
        clause = head.head
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head.i != clause.i:
            clause = clause.head
        subject = said_of(view, clause.head) if clause.dep_ == "relcl" else None
        if subject is not None:
            phrase = noun_phrase(view, subject, stop=clause.head.i)
            return (phrase,) if phrase is not None else ()
        if clause.dep_ == "relcl" and view.holds(clause.head.i):
            phrase = noun_phrase(view, clause.head, stop=head.i)
            own = view.span(head.i, head.i)
            return (phrase, own) if phrase is not None else (own,)
    if head.i > cue.i and view.holds(head.i):  # "mused Herald co-host Jane Roe"
        head = _past_hyphen(view, head)
    phrase = noun_phrase(view, head, stop=cue.i if cue.i > head.i else None)
    return (phrase,) if phrase is not None else ()


def noun_phrase(view: FrameSyntax, head: "Token", stop: int | None = None) -> Span | None:
    """The noun phrase of `head` with appositions, without relative clauses, before `stop`."""
    first, last = head.left_edge.i, head.right_edge.i
    whole = head.lower_ in ("those", "people")  # "those surveyed"
    for token in head.subtree:
        if whole and token.tag_ == "VBN" and token.i == head.i + 1 and token.right_edge.i == last:
            continue
        if token.i > head.i and token.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis"):
            last = min(last, token.left_edge.i - 1)
    if stop is not None:
        last = min(last, stop - 1)
    first, last = max(first, view.first), min(last, view.tokens[-1].i)
    first += _months_before(view, head)
    if head.pos_ == "PROPN" and first < head.i and view.token(first).lower_ in ("who", "whom"):
        first += 1  # "Poe, who Roe called late"
    while first < head.i and first in view.quoted and head.i not in view.quoted:
        first += 1
    while last > head.i and last in view.quoted and head.i not in view.quoted:
        last -= 1
    if first > last:
        return None
    span = trimmed(view.analysis.text, view.span(first, last))
    if span is None or span.end - span.start > LONGEST_SOURCE:
        span = view.span(head.i, head.i) if view.holds(head.i) else None
    return span if span is None else _with_name(view, span, last)


def _with_name(view: FrameSyntax, span: Span, last: int) -> Span:
    """A source with the name behind it where the parse leaves but a title: "Capt. Jane Roe".

    Also behind a trade without an article, as in "banker Per Roe".
    """
    words = fold(span.of(view.analysis.text)).strip(".")
    trade = " " not in words and words in role_nouns()
    if words not in honorifics() and not trade:
        return span
    end = last
    while end < view.last and _goes_on_with_name(view.token(end + 1), trade=trade):
        end += 1
    return Span(span.start, view.span(end, end).end) if end > last else span


def _goes_on_with_name(token: "Token", *, trade: bool) -> bool:
    """Whether a token is part of the name behind a title; behind a trade any capital is."""
    if not trade:
        return token.pos_ == "PROPN"
    return token.is_alpha and token.text.istitle() and token.ent_type_ not in ("DATE", "TIME")
