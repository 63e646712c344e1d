"""Datelines: "MOSCOW, October 31 (Itar-Tass) —", "Washington (AFP) –", "KIEV. Nov 8. /UNIAN/."."""

import re

from app.domain.date_words import DateForm, find_date_words
from app.domain.documents import Dateline
from app.domain.spans import Span

_LONGEST = 110  # characters; no dateline is longer
#: One word of a place in capitals, or as written ("Washington"), with the hyphens of names.
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+"
_WRITTEN = r"[A-ZÀ-Þ][\w'’.-]+"
_DATE = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?[ ])?(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}"
    r"|\d{1,2}[ ][A-Z][a-z]{2,8}\.?)(?:,?[ ]\d{4})?"
)
#: Agencies that write their own names small.
_SMALL_AGENCY = r"(?:dpa|dapd|epd|kna|apa|sda|afp|ap|ansa|efe|anp|belga|ntb|tt|ritzau|stt|pap|mti)"
#: Not "(R-Texas)", which stands after the name of a member of Congress.
_AGENCY = (
    rf"(?:\((?![DRI]-)(?P<agency>[A-Z][^()\n]{{1,40}}|{_SMALL_AGENCY})\)"
    r"|/(?P<slashed>[A-Z][^/\n]{1,40})/\.?)"
)
_DASH = r"(?:—|–|--|-|―)"
_HEAD = re.compile(
    rf"""(?P<place>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}|{_WRITTEN}(?:\ {_WRITTEN}){{0,2}})
    (?P<region>(?:,\ (?!{_DATE})[A-Z][\w.]+(?:\ [A-Z][\w.]+)?)?)
    (?:(?:,|\.)?\ (?P<date>{_DATE})[.,]?)?
    (?:\ ?{_AGENCY})?
    \s*(?P<dash>{_DASH}\s|:\s|(?<=/)\s|(?<=/\.)\s)""",
    re.VERBOSE,
)
#: Words inside the name of a place that keep their small letters: "Mar del Plata".
_SMALL_WORDS = frozenset(
    ["de", "del", "des", "dos", "du", "der", "of", "the", "am", "an", "sur", "la"]
)
_AGENCY_ALONE = re.compile(rf"\((?P<agency>[A-Z][^()\n]{{1,40}})\)\s*{_DASH}\s")


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that a paragraph opens with, its dash included; None where it has none.

    A place in small letters counts only with an agency, so that "Obama - " is not a place.
    """
    end = min(paragraph.end, paragraph.start + _LONGEST)
    if alone := _AGENCY_ALONE.match(text, paragraph.start, end):
        return Dateline(Span(*alone.span()), None, None, alone["agency"].strip())
    match = _HEAD.match(text, paragraph.start, end)
    if match is None:
        return None
    agency = match["agency"] or match["slashed"]
    date_words = _date_in(match["date"])
    if match["date"] and not date_words:
        return None
    if not (agency or date_words or match["region"]) and match["dash"].strip() == "-":
        return None
    if match["dash"].strip() == ":" and not (agency or date_words):
        return None  # "EXCLUSIVE: …", "MOSCOW: …"
    if not agency and not _is_place_alone(match, text[match.end() : match.end() + 1]):
        return None
    place = place_name(match["place"])
    return Dateline(Span(*match.span()), place, date_words, agency.strip() if agency else None)


def _is_place_alone(match: re.Match[str], following: str) -> bool:
    """Whether a place without an agency is one: in capitals, and a new sentence follows."""
    place = match["place"]
    return place.upper() == place and len(place) > 2 and not following.islower()


def place_name(printed: str) -> str:
    """A place as a dateline prints it, in ordinary letters: "DES MOINES" is Des Moines."""
    first = printed.partition("/")[0].strip(" .,")
    if first.upper() != first:
        return first
    return re.sub(r"[^\W_]+", _capitalised, first)


def _capitalised(match: re.Match[str]) -> str:
    word, before = match.group(), match.string[: match.start()]
    small = word.lower() in _SMALL_WORDS and before
    return word.lower() if small else word.capitalize()


def _date_in(words: str | None) -> str | None:
    if words is None:
        return None
    found = next(find_date_words(words), None)
    return words.strip(" .,") if found and found.form is DateForm.DAY else None
