"""Bylines: "By Ana Ruiz", "Robert Bridge, RT" at the end, and credit lines."""

import re
from typing import NamedTuple

from app.parsing.outlets import OutletNames

_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:de|van|von|der|al-|bin|la|[A-ZÀ-Þ][\w'’.-]*)){1,3}"
_NAMES = rf"{_NAME}(?:(?:, | and | & ){_NAME})*"
_BY = re.compile(
    rf"(?:By|BY|Written by|Posted by|Story by) (?P<names>{_NAMES})"
    r"(?:(?:,| \||  | -|/) ?(?P<of>.{2,60}))?$"
)
_SIGNED = re.compile(rf"(?P<names>{_NAMES}),? (?:for )?(?P<of>.{{2,40}})$")
_CREDIT = re.compile(
    r"\(?(?:Reporting|Additional reporting|Writing|Editing|Edited|Compiled) by\b"
    r"|.{2,40} contributed to this (?:report|article|story)\b",
    re.IGNORECASE,
)
_LONGEST = 160  # characters


class Byline(NamedTuple):
    """Who wrote an article, and for whom where the line says so."""

    names: str
    outlet: str | None


def find_byline(line: str, outlets: OutletNames) -> Byline | None:
    """The byline that a line at the head of an article is; None where it is none."""
    match = _BY.match(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    names, _, last = match["names"].rpartition(", ")
    if names and (outlet := outlets.find(last)):  # an outlet can look like one more name
        return Byline(names, outlet)
    return Byline(match["names"], outlets.find(match["of"]) if match["of"] else None)


def find_signature(line: str, outlets: OutletNames) -> Byline | None:
    """The name and outlet that an article is signed with at its end: "Robert Bridge, RT"."""
    line = line.strip("—–- ()")
    if byline := find_byline(line, outlets):
        return byline
    match = _SIGNED.match(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    outlet = outlets.find(match["of"])
    return Byline(match["names"], outlet) if outlet else None


def is_credit(line: str) -> bool:
    """Whether a line only says who helped: "Reporting by …; editing by …"."""
    return len(line) <= 2 * _LONGEST and bool(_CREDIT.match(line))
