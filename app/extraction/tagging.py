"""Finds who speaks by place alone, right beside a quotation: '..., Jane Roe of the Board said'."""

from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.extraction.cue_words import SPEECH_FORMS
from app.extraction.cues import cue_of
from app.extraction.holders import can_speak
from app.extraction.quote_marks import Quote
from app.extraction.report import FrameSyntax, trimmed
from app.extraction.subjects import is_passive

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_NAMING = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "PART"])
_RELATIVES = frozenset(["who", "which", "whose", "that"])
_LINKS = frozenset(["and", "but", "or", "when", "as", "while", "that", "so", "because", "if"])
_ADVERBS = frozenset(["also", "then", "later", "once", "has", "had", "have", "again"])
_CLOSERS = frozenset(",?!—–―-")
_STOPS = frozenset([",", ";", ":", ".", "—", "–", "―", "--", "(", ")"])

_SMALL = 3  # letters of the longest word that titles print small: "the", "and"
_SMALL_TOO = frozenset(["with", "from", "into", "over", "upon"])

#: Tokens from a quotation to the verb that tags it: a name with its office and party between.
_REACH = 30


def is_title(quoted: str) -> bool:
    """Whether quoted words are printed as a show or book is: capitals on all longer words."""
    words = quoted.split()
    small = any(w[:1].islower() and len(w) > _SMALL and w not in _SMALL_TOO for w in words)
    return not small and sum(word[:1].isupper() or word[:1].isdigit() for word in words) > 1


def is_name_in_marks(view: FrameSyntax, first: int, quote: Quote) -> bool:
    """Whether a quotation names a show or book: capitals on all its longer words.

    A single one counts only after "on" or "NBC's"; after a verb of saying it is speech.
    """
    text = quote.inner.of(view.analysis.text)
    before = view.token(first - 1) if first > view.first else None
    if before is not None and before.lower_ in SPEECH_FORMS and before.lemma_ != "tell":
        return False
    named = before is not None and (before.pos_ == "ADP" or before.tag_ == "POS")
    return is_title(text) or (named and not any(w[:1].islower() for w in text.split()))


def speaker_beside(view: FrameSyntax, verb: "Token") -> Span | None:
    """The name or noun phrase between a quotation and its verb, else the one behind the verb.

    Of '"...," Jane Roe, who leads the town, told the Daily' the words "Jane Roe".
    """
    between = _between(view, verb)
    if between is not None:
        return _phrase(view, between, verb.i - 1)
    behind = verb.i - 1 in view.quoted and verb.i < view.last
    if behind and _opens_phrase(view, verb.i + 1):
        return _phrase(view, verb.i + 1, view.last)
    return None


def source_beside(view: FrameSyntax, verb: "Token", parsed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The source by place, where the parse gives none or one from before the quotation."""
    start = tag_start(view, verb)
    misread = start is not None and (
        not parsed or parsed[-1].end <= view.analysis.token_starts[start]
    )
    if parsed and not misread:
        return parsed
    beside = speaker_beside(view, verb)
    if beside is None:
        beside = speaker_before(view, verb) if verb.tag_ != "VBG" else None
        beside = beside or _first_subject(view, verb)
    return (beside,) if beside is not None else parsed


def subject_before(view: FrameSyntax, verb: "Token") -> Span | None:
    """The subject that opens the sentence of a verb of saying that the parse gives to nobody.

    None for a passive: "Roe was told that" names who was spoken to.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG") or is_passive(verb):
        return None
    return _first_subject(view, verb)


def _first_subject(view: FrameSyntax, verb: "Token") -> Span | None:
    """The subject that opens the sentence, for 'Roe was ready to go, telling the crowd, "..."'."""
    for token in view.tokens:
        subject = token.dep_ == "nsubj" and token.i < verb.i and token.i not in view.quoted
        if subject and can_speak(token):
            return _phrase(view, max(token.left_edge.i, view.first), token.i)
    return None


def _shared_subject(view: FrameSyntax, verb: "Token") -> Span | None:
    """The nearest subject before a verb behind "and" that can speak; of "who" what it goes with."""
    for number in range(verb.i - 2, view.first - 1, -1):
        token = view.token(number)
        if number in view.quoted or token.dep_ != "nsubj" or not can_speak(token):
            continue
        noun = token.head.head if token.lower_ in _RELATIVES else token
        if not view.holds(noun.i) or noun.i > number:
            return None
        return _phrase(view, max(noun.left_edge.i, view.first), noun.i)
    return None


def speaker_before(view: FrameSyntax, verb: "Token") -> Span | None:
    """The noun phrase before a verb, an aside in commas between them left out.

    Of 'the mayor, asked about the port, said, "..."' the words "the mayor".
    """
    if any(child.dep_ == "auxpass" for child in verb.lefts):
        return None  # 'Roe was asked, "..."'
    if verb.i - 1 > view.first and view.token(verb.i - 1).dep_ == "cc":
        return _shared_subject(view, verb)  # "the boy, who wore a hat and said"
    end = verb.i - 1
    while end > view.first and view.token(end).pos_ in ("AUX", "ADV"):
        end -= 1
    if end >= view.first and view.token(end).text == ",":
        comma = end - 1
        while comma > view.first and view.token(comma).text != ",":
            comma -= 1
        named = view.token(comma + 1).pos_ == "PROPN"  # "her adviser, Jane Roe, said"
        end = end - 1 if named else comma - 1
    start = end
    while start > view.first and start - 1 not in view.quoted and _is_nominal(view, start - 1):
        start -= 1
    if start < view.first or end < start or end in view.quoted:
        return None
    share = view.token(start).like_num and start - 2 >= view.first
    if share and view.token(start - 1).lower_ == "in" and view.token(start - 2).like_num:
        start -= 2  # "4 in 10 say"
    return _phrase(view, start, end)


def _is_nominal(view: FrameSyntax, number: int) -> bool:
    token = view.token(number)
    return token.pos_ in _NOMINAL or token.lower_ == "of" or token.text in ("(", "-")


def tag_start(view: FrameSyntax, verb: "Token") -> int | None:
    """Number of the first token of such a tag before its verb, or None where there is none."""
    between = _between(view, verb)
    if between is None or _phrase(view, between, verb.i - 1) is None:
        return None
    return between


def led_tag(view: FrameSyntax, verb: "Token") -> int | None:
    """The same where the quotation leads the sentence, whatever quoted words stand between.

    Of '"...," Roe, in a cap with "Town" on it, said' the token "Roe".
    """
    if not view.frame.quotes or view.frame.quotes[0].outer.start != view.frame.span.start:
        return None
    tokens = view.analysis.tokens(view.frame.quotes[0].outer)
    first = tokens[-1].i + 1 if tokens else verb.i
    if first >= verb.i or not _is_closed(view, first - 1) or not _opens_phrase(view, first):
        return None
    between = (view.token(n) for n in range(first, verb.i) if n not in view.quoted)
    return None if any(t.tag_ in _FINITE or cue_of(t) is not None for t in between) else first


def tagging_verb(view: FrameSyntax, first: int, last: int) -> "Token | None":
    """The verb of saying beside the quotation of tokens `first` to `last`, whatever its parse.

    Right before it, right behind it, or behind it and a noun phrase.
    """
    before = first - 1
    while before > view.first and view.token(before).text in (",", ":"):
        before -= 1
    if before > view.first and _says(view, before) and _is_sentence(view, first, last):
        return view.token(before)
    if not _is_closed(view, last):
        return None
    for number in range(last + 1, min(last + _REACH, view.last + 1)):
        if number in view.quoted or view.token(number).text in (";", ":", "—", "–", "―", "--"):
            return None
        if _says(view, number) and view.token(number).tag_ != "VBG" and _closes(view, number):
            verb = view.token(number)
            return verb if speaker_beside(view, verb) is not None else None
    return None


def _says(view: FrameSyntax, number: int) -> bool:
    token = view.token(number)
    return number not in view.quoted and token.lower_ in SPEECH_FORMS


def _is_sentence(view: FrameSyntax, first: int, last: int) -> bool:
    """Whether a quotation is a sentence by its capital and its end, no title or term."""
    words = [view.token(n) for n in range(first, last + 1) if not view.token(n).is_punct]
    end = view.token(last).text if last == view.last else view.token(last - 1).text
    return bool(words) and words[0].text[0].isupper() and end[-1] in ".?!…"


def _closes(view: FrameSyntax, number: int) -> bool:
    """Whether the verb ends the sentence, or no clause or object of its own follows it."""
    if number >= view.last or number - 1 in view.quoted:
        return True
    following = view.token(number + 1)
    return following.is_punct or following.pos_ in ("ADP", "ADV", "SCONJ", "PROPN")


def _between(view: FrameSyntax, verb: "Token") -> int | None:
    """The first token after the quotation before `verb`, if but a noun phrase stands between."""
    number = verb.i - 1
    while number >= view.first and number not in view.quoted and verb.i - number < _REACH:
        number -= 1
    first = number + 1
    if number < view.first or number not in view.quoted or first >= verb.i:
        return None
    if not _is_closed(view, number) or not _opens_phrase(view, first):
        return None
    tokens = [view.token(n) for n in range(first, verb.i)]
    finite = next((t.i for t in tokens if t.tag_ in _FINITE or cue_of(t) is not None), None)
    relative = next((t.i for t in tokens if t.lower_ in _RELATIVES), None)
    if finite is not None and (relative is None or relative > finite):
        return None
    return first


def _is_closed(view: FrameSyntax, closing: int) -> bool:
    """Whether a quotation ends as quotations end before "she said": in a comma, "?" or "!"."""
    return closing > view.first and view.token(closing - 1).text[-1] in _CLOSERS


def _opens_phrase(view: FrameSyntax, number: int) -> bool:
    token = view.token(number)
    if token.lower_ in _LINKS:
        return False
    return token.pos_ not in ("ADP", "VERB", "AUX", "PUNCT") or token.text[0].isupper()


def _phrase(view: FrameSyntax, first: int, last: int) -> Span | None:
    """The noun phrase that begins at `first`, up to a comma or a preposition of time."""
    end = first
    while end <= last and not _ends_phrase(view, end):
        end += 1
    while end > first and view.token(end - 1).lower_ in _ADVERBS:
        end -= 1
    if end == first or not any(_names(view.token(n)) for n in range(first, end)):
        return None
    return trimmed(view.analysis.text, view.span(first, end - 1))


def _names(token: "Token") -> bool:
    return token.pos_ in _NAMING or token.text[0].isupper()


def _ends_phrase(view: FrameSyntax, number: int) -> bool:
    token = view.token(number)
    if number in view.quoted or token.text in _STOPS or token.lower_ in _RELATIVES:
        return True
    return token.tag_ in _FINITE or token.lower_ in _LINKS or token.ent_type_ == "DATE"
