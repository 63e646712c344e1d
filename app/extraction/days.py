"""Days that a verb of saying takes along: the words said begin behind them."""

from typing import TYPE_CHECKING

from app.domain.date_words import MONTHS
from app.extraction.report import FrameSyntax

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
#: What comes round again and so is part of what is said: "said on Mondays shops are closed".
_AGAIN = frozenset(
    [*(f"{day}s" for day in _WEEKDAYS), "winter", "summer", "autumn", "spring", "night", "weekends"]
)
_WHEN = frozenset(["on", "in", "at"])
_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
_DAYS = frozenset(day[:3] for day in _WEEKDAYS)
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_PLACES = frozenset(["GPE", "LOC", "FAC"])
_SPOKEN_TO = 6  # tokens from a verb to its day: "told reporters on Monday profits rose"


def past_day(view: FrameSyntax, verb: "Token", first: int, last: int) -> int:
    """Where a clause said begins that seems to begin at `first`, past the day of its verb.

    "Said on Monday profits rose" is said on Monday, of profits: without a "that" before them,
    "on" and a weekday right behind the verb, or those spoken to, go with the verb.
    """
    for at in range(verb.i + 1, min(verb.i + _SPOKEN_TO, first + 1, view.last)):
        token = view.token(at)
        if token.i in view.quoted or token.text in (",", ":", ";") or token.lower_ == "that":
            return first
        if token.lower_ == "on" and view.token(at + 1).lower_ in _WEEKDAYS:
            begins = _past_place(view, _past_part(view, at + 2))
            return begins if _holds_a_clause(view, first, begins, last) else first
        if token.lower_ in _WHEN and view.token(at + 1).lower_ in _AGAIN:
            return at if _holds_a_clause(view, first, at + 2, last) else first
    return first


def is_date(preposition: "Token", thing: "Token") -> bool:
    """Whether a phrase only says when: "on Tuesday", "in March"; not "on Tuesday's vote"."""
    told = thing.ent_type_ in ("DATE", "TIME") and thing.pos_ in ("PROPN", "NUM")
    return told and preposition.lower_ in _WHEN and thing.lower_[:3] in (_DAYS | MONTHS.keys())


def is_day(preposition: "Token", thing: "Token") -> bool:
    """The same where a part of the day stands behind: "on Friday night"."""
    first = thing.left_edge
    parts = thing.lower_ in _PARTS and first.lower_ in _WEEKDAYS and first.i == thing.i - 1
    return is_date(preposition, thing) or (parts and preposition.lower_ in _WHEN)


def _past_part(view: FrameSyntax, at: int) -> int:
    return at + 1 if at < view.last and view.token(at).lower_ in _PARTS else at


def _past_place(view: FrameSyntax, at: int) -> int:
    """Past "in Nairobi", where the words before are a day."""
    if at + 1 >= view.last or view.token(at).lower_ != "in":
        return at
    end = at + 1
    while end < view.last and view.token(end).ent_type_ in _PLACES:
        end += 1
    return end if end > at + 1 else at


def _holds_a_clause(view: FrameSyntax, first: int, begins: int, last: int) -> bool:
    """Whether a subject and its verb stand behind the day, and nothing sets them apart from it.

    Of a clause that begins later, what is left out must be its subject: "[losses] had doubled".
    """
    if begins >= last or view.token(begins).tag_ in (*_FINITE, "POS", "IN", "TO", "CC", "WRB"):
        return False
    if not (view.token(begins).is_alpha or view.token(begins).like_num):
        return False
    if first > begins:
        between = (view.token(n) for n in range(begins, first))
        return view.token(first).tag_ in _FINITE and all(
            t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP") for t in between
        )
    return any(view.token(n).tag_ in _FINITE for n in range(begins + 1, last + 1))
