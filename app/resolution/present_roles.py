"""The part of a printed role that is held on the day of print: "former judge and now governor"."""

import re
from typing import NamedTuple

from app.domain.titles import FORMER

_A = r"(?:(?:the|an?)\s+)?"
_TODAY = r"(?:now|nowadays|currently|today|presently|present|current|incumbent|sitting)"
#: Where a role of today follows one of the past: "once a judge and today", "who is now".
_TODAYS_PART = re.compile(
    rf"(?:^|,?\s+(?:and|but)\s+|,?\s+who(?:\s+is|['’]s)?\s+|,\s+){_A}{_TODAY}\s+"
    rf"(?:(?:is|serves|serving|works|working)\s+(?:as\s+)?)?{_A}(?:(?:his|her|their|its)\s+)?",
    re.IGNORECASE,
)
#: "Once finance minister", "formerly with the bank": FORMER has the adjectives.
_ONCE = re.compile(r"^(?:once|retired|formerly|previously|at one time|until \w+)\b", re.IGNORECASE)
#: The years that a post was held: "mayor of Bergen from 1999 to 2003".
_TERM = re.compile(r"\b(?:from|between|until|till) (?:[A-Z]\w+ )?(?:19|20)\d\d\b|\(\d{4}[–-]\d")
#: What tells how the office is held, and is no part of its name: "newly elected", "three-term".
_HELD_HOW = re.compile(
    r"(?:^|(?<=[’']s )|(?<=[’'] ))(?:(?:newly|recently|freshly|just)[- ](?:appointed|elected"
    r"|re-?elected|named|installed|inaugurated|sworn-in|minted)|(?-i:new)|re-?elected|outgoing|departing"
    r"|long-?serving|long-?time|longest-serving|[a-z]+-term|embattled|beleaguered|visiting"
    r"|incumbent|current|present|sitting|hard-?line)\s+",
    re.IGNORECASE,
)
#: The party of who holds a seat: "Republican Senator".
_PARTY = re.compile(
    r"^(?:Republican|Democratic|Independent|Labou?r|Conservative|Tory|Liberal|Green|Socialist|GOP)"
    r"\s+(?=(?:(?:State|U\.?S\.?)\s+)?(?:(?:Sen|Rep|Gov|Mayor|MP|MEP)\b"
    r"|(?i:senator|representative|governor|lawmaker|congress(?:wo)?man)\b))"
)
#: "Former and present governor": who had it before has it again.
_AGAIN = re.compile(
    r"^(?:the\s+)?(?:(?:former|past|previous|ex)\s+and\s+(?:now\s+)?(?:current|present|now|today[’']s)"
    r"|(?:current|present)\s+and\s+(?:former|past|previous))\s+",
    re.IGNORECASE,
)
#: Whose the office is, where no state is named: "his country's ambassador in Rome".
_OWNER = re.compile(r"^(?:(?:the|his|her|their)\s+)?(?:country|nation)[’']s\s+", re.IGNORECASE)
#: What is wanted, given, claimed or lost, not held; "two-time" does not tell of which time.
_NOT_HELD = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w.]*(?:[’']s?)?\s+){0,2}(?:incoming|designated?|would-be|future|next"
    r"|aspiring|self-(?:proclaimed|styled|declared|appointed)|[a-z]+-time(?<!part-time)"
    r"(?<!full-time)(?<!long-time)|ousted|deposed|toppled|sacked|fired|dismissed|exiled|failed"
    r"|defeated|impeached and removed)\s",
    re.IGNORECASE,
)


class PresentRole(NamedTuple):
    """A printed role as it is on the day of print; `role` is None for one that is not held then."""

    role: str | None
    past: bool = False  # it is told as one of the past


def present_role(printed: str) -> PresentRole:
    """What of a printed role its holder holds today: "former judge, now governor", the governor.

    Of a role that is told as past, or as still to come, nothing is left.
    """
    role = _AGAIN.sub("", " ".join(printed.split()))
    todays = _TODAYS_PART.search(role)
    if todays and (todays.start() == 0 or _is_past(role[: todays.start()])):
        role = role[todays.end() :]
    if _is_past(role):
        return PresentRole(None, past=True)
    if _NOT_HELD.match(role):
        return PresentRole(None)
    return PresentRole(_PARTY.sub("", _HELD_HOW.sub("", _OWNER.sub("", role))) or None)


def _is_past(role: str) -> bool:
    return bool(FORMER.search(role) or _ONCE.search(role) or _TERM.search(role))
