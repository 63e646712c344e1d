"""Lines at the head of an article that name its outlet or place beside the day it appeared."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.countries import country_of, government_of, is_english_town, us_state
from app.domain.date_words import DateForm, find_date_words
from app.domain.dates import DateFinding
from app.parsing.dateline import place_name
from app.parsing.lines import SENTENCE_END, Line
from app.parsing.metadata import day_stated, read_date_line
from app.parsing.outlets import OutletNames

_LONGEST = 90  # characters of a line
_MOST_LINES = 3  # between a headline and the day below it
_BLOCK = 60  # characters of a line between a headline and its day
#: How papers, agencies and stations call themselves: "Harbour Daily", "Times of Porto".
_MEDIA = re.compile(
    r"(?:The )?(?:Daily|Radio|News) \w.*|.*\b(?:Times|Post|News|Newswire|Wire|Daily|Weekly|Herald"
    r"|Agency|Journal|Monitor|Gazette|Tribune|Chronicle|Observer|Bulletin|Reporter|Telegraph|Mail"
    r"|Express|Globe|Radio|Television|TV|Examiner|Courier|Dispatch|Digest|Mirror|Inquirer|Enquirer"
    r"|Argus|Echo)(?: of [A-ZÀ-Þ]\w+)?"
)
#: Words of one's own that stand before a day and are no place.
_NO_TOWN = re.compile(
    r"(?:On|In|At|By|From|Born|Dated|Christmas|Easter|Ramadan|Islam|\w+day|\w+ Day)\b",
    re.IGNORECASE,
)
#: What is no place though it is capitalised: occasions, documents and houses.
_NO_PLACE = re.compile(
    r"\b(?:Conference|Summit|Forum|Council|House|Office|Room|Meeting|Session|Statement|Speech"
    r"|Address|Remarks?|Briefing|Interview|Agreement|Treaty|Release|Report|Transcript|Committee"
    r"|Assembly|University|Institute|Ministry|Department|Hall|Palace|Center|Centre|Debate|Letter"
    r"|Communiqu[eé]|Declaration|Published|Updated|Posted|Copyright|Edition|Issue|Vol)\b",
    re.IGNORECASE,
)
_NAME = r"(?:The )?[A-ZÀ-Þ][\w'’.&-]*(?:,? (?:of|the|de|and|[A-ZÀ-Þ][\w'’.&-]*)){0,7}"
_NAMED = re.compile(rf"(?P<name>{_NAME})(?:,|:| [–—|-]|\.)? ?$")
_REGION = re.compile(r"(?:[A-Z]\.?){2,3}$")  # "Washington, D.C."


class Imprint(NamedTuple):
    """The outlet or the place that a dated line names, and the day."""

    outlet: str | None
    outlet_words: str | None
    place: str | None
    published: DateFinding


def read_imprint(line: str, outlets: OutletNames, *, below_headline: bool) -> Imprint | None:
    """ "Harbour Daily, Friday 24 August 2018", "Brussels, 8 December 2011"; None for other lines.

    Above a headline only a known outlet, one that calls itself so or a place counts: "Oslo
    Agreement, 13 September 1993" is a headline itself.
    """
    found = None if len(line) > _LONGEST else _day_at_the_end(line)
    if found is None:
        return None
    start, published = found
    named = _NAMED.fullmatch(line[:start])
    if named is None:
        return None
    name = named["name"].strip(" ,.")
    outlet = outlets.find(name) or (name if _is_outlet(name) else None)
    place = None if outlet else _place(name, below_headline=below_headline)
    if not (outlet or place or below_headline):
        return None
    return Imprint(outlet, name if outlet else None, place, published)


def _day_at_the_end(line: str) -> tuple[int, DateFinding] | None:
    """Where the day with its year begins with which a line ends, and the day."""
    found = [d for d in find_date_words(line) if d.form is DateForm.DAY and d.year]
    if len(found) != 1 or line[found[0].span.end :].strip(" .)"):
        return None
    return found[0].span.start, day_stated(found[0], f'the line "{line}"')


def _is_outlet(name: str) -> bool:
    """Whether a name that no list holds is an outlet's by its own words."""
    return _MEDIA.fullmatch(name) is not None and not _NO_PLACE.search(name)


def _place(name: str, *, below_headline: bool) -> str | None:
    """The place that a name is; of two words and more, or above a headline, only one known.

    Somebody's name stands beside a day as well: "Ana Ruiz, 8 December 2011".
    """
    first, *others = name.split(", ")
    if len(others) > 1 or _NO_PLACE.search(name) or _NO_TOWN.match(name):
        return None
    within = any(_REGION.fullmatch(one) or us_state(one) or country_of(one) for one in others)
    known = within or government_of(first) or is_english_town(first) or us_state(first)
    town = below_headline and not others and " " not in first
    return place_name(first) if len(first.split()) <= 3 and (known or town) else None


def block_above_day(lines: Sequence[Line], outlets: OutletNames) -> int:
    """How many short lines stand between a headline and the line below them that dates it.

    "Ana Ruiz / Secretary of State / Washington, DC / July 13, 2011"; 0 where none does.
    """
    for number, line in enumerate(lines[: _MOST_LINES + 1]):
        if _is_dated(line.text, outlets):
            return number
        if len(line.text) > _BLOCK or SENTENCE_END.search(line.text) or '"' in line.text:
            return 0
    return 0


def _is_dated(line: str, outlets: OutletNames) -> bool:
    return bool(read_date_line(line) or read_imprint(line, outlets, below_headline=True))


def read_block_line(line: str, outlets: OutletNames) -> tuple[str | None, str | None]:
    """The outlet and the place that a line between a headline and its day names, if any."""
    if not re.fullmatch(_NAME, line):
        return None, None
    if outlet := outlets.find(line) or (line if _is_outlet(line) else None):
        return outlet, None
    region = line.rpartition(", ")[2]
    return None, _place(line, below_headline=True) if _REGION.fullmatch(region) else None
