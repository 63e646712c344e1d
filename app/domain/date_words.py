"""The words of English that name a day, month, season or year, found but not yet understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.feasts import FEASTS, feast_named
from app.domain.spans import Span

#: The months by their names, January first.
MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

#: Number of the month, 1 to 12, by its name or abbreviation in lower case.
MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name.lower()[:3]: n for n, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
#: Number of the weekday, Monday is 0, by its name or abbreviation in lower case.
WEEKDAYS = {name.lower(): n for n, name in enumerate(_WEEKDAY_NAMES.split())}
WEEKDAYS |= {name.lower()[:3]: n for n, name in enumerate(_WEEKDAY_NAMES.split())}
WEEKDAYS |= {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}
_NUMBER_NAMES = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: n for n, word in enumerate(_NUMBER_NAMES.split())} | {"a": 1, "an": 1}


class DateForm(StrEnum):
    """What sort of date the words are."""

    DAY = "day"  # "October 31", "Saturday, August 13", "28 October 2011"
    MONTH = "month"  # "in December", "last November", "early July", "March 2011"
    SEASON = "season"  # "this spring", "late in spring"
    YEAR = "year"  # "in 1997", "the 2012 summit"
    WEEKDAY = "weekday"  # "on Monday", "last Friday"
    NEAR_DAY = "near day"  # "today", "yesterday"
    PERIOD = "period"  # "this week", "earlier this month", "last year"
    AGO = "ago"  # "two years ago"
    COUNTED = "counted"  # from another day told: "a week earlier", "two days later", "the next day"
    FEAST = "feast"  # "on Christmas Eve", "Good Friday 2012"


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as printed. What the words leave open is None.

    `direction` is -1 for "last" and "past", 0 for "this", +1 for "next"; `part` is "early",
    "mid" or "late", "over" for the weekend just past; `amount` counts `unit`s back for AGO, and
    forward for NEAR_DAY and COUNTED, where it is None for "several" or "a few"; the unit is
    "weekday" for "the following Monday".
    """

    span: Span
    words: str
    form: DateForm
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    direction: int | None = None
    unit: str | None = None
    amount: int | None = None
    feast: str | None = None


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)|(?:Mon|Tue|Wed|Thu|Fri"
    r"|Sat|Sun)(?=,? \d))(?:['’]s)?"
)
_YEAR = r"(?:1[89]\d\d|20\d\d)(?![\d%]|[,.]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[,.]\d)"
_DIRECTION = r"(?i:last|this|next|past|previous|coming)"
_PART = r"(?i:early|mid|late|the beginning of|the middle of|the end of)"
#: Words after which a name of a month that is an ordinary word too is a month.
_BEFORE_MONTH = (
    r"(?:in|of|last|this|next|since|until|till|by|early|late|mid|during|for|from|to|through|before"
    r"|after|and|every)"
)
_BEFORE_YEAR = (
    r"(?:in|by|since|until|till|during|of|for|from|to|and|before|after|the|than|through|early|late"
    r"|mid|around|about|its|their|his|her|our)"
)

_SOME = r"(?i:several|some|a few|a couple of|many)"
_SIDES = r"earlier|before|prior|later|after|afterwards?"
#: "The Good Friday agreement", "Labor Day weekend": no day.
_FEAST_OF = (
    r"(?i:weekend|week|season|break|recess|agreements?|accords?|deal|peace|bomb\w*|tsunami|massacre"
    r"|parades?|sales?|dinner|lunch|meal|turkey|tree|part(?:y|ies)|cards?|gifts?|holidays?)\b"
)
_PATTERN = re.compile(
    rf"""(?<![\w-])(?:
      (?<!/)(?P<iso>(?:19|20)\d\d(?P<part>[-/])(?:0[1-9]|1[0-2])(?P=part)(?:0[1-9]|[12]\d|3[01]))
        (?![\d/])
    | (?:(?P<wd1>{_WEEKDAY}),?\ )?(?P<m1>{_MONTH})\ (?P<d1>{_DAY})(?:,?\ (?P<y1>{_YEAR}))?
    | (?:(?P<wd2>{_WEEKDAY}),?\ )?(?P<d2>{_DAY})\ (?:of\ )?(?P<m2>{_MONTH})(?:,?\ (?P<y2>{_YEAR}))?
    | (?:(?P<p3>{_PART})[ -](?:in\ )?)?(?:(?P<dir3>{_DIRECTION})\ )?(?P<m3>{_MONTH})
        (?:(?:\ of|,)?\ (?P<y3>{_YEAR}))?
    | (?:(?P<p4>{_PART})[ -](?:in\ )?)?(?:(?P<dir4>{_DIRECTION}|(?i:over\ the)|the)\ )?
        (?P<season>spring|summer|autumn|winter|(?<=[Ll]ast\ )fall|(?<=[Tt]his\ )fall
            |fall(?=(?:\ of)?\ (?:19|20)\d\d))(?:(?:\ of)?\ (?P<y4>{_YEAR}))?(?!\w)
    | (?:(?P<dir5>{_DIRECTION})\ )?(?P<wd5>{_WEEKDAY})(?!\w)
    | (?P<near>(?i:today|yesterday|tomorrow|tonight|this\ (?:morning|afternoon|evening)
        |last\ (?:night|evening)))(?:['’]s)?(?!\w)
    | (?P<over>(?i:over|during|at)\ the\ (?P<unit9>weekend))(?!\w)
    | (?:(?P<rel6>(?i:earlier|later|late|early))\ )?(?P<dir6>{_DIRECTION})\ (?P<unit6>week|weekend
        |month|year)(?!\w)
    | (?:(?P<n7>\d{{1,3}}|(?i:an?|{_NUMBER_NAMES.replace(" ", "|")}))|(?P<some7>{_SOME}))[ ]
        (?P<unit7>day|week|month|year|decade)s?\ (?P<side7>ago|{_SIDES})(?!\w)
    | (?P<loose>(?i:days|weeks|months|years)\ (?:later|earlier))(?!\w)
    | (?i:the)\ (?P<step8>next|following|previous)\ (?:day|morning|afternoon|evening|night)(?!\w)
    | (?i:the|that)\ (?P<same12>same)\ (?:day|morning|afternoon|evening|night)
        (?!\w|[’']|\ (?:that|as|when|on\ which|the|he|she|they)\b)
    | (?i:the)\ following\ (?P<unit10>week|month|year)(?!\w|[’'])
    | (?i:the)\ (?P<step11>next|following|previous)\ (?P<wd11>{_WEEKDAY})(?!\w)
    | (?i:the)\ day\ (?P<side8>before|after)(?!\w|\ (?:yesterday|tomorrow))
    | (?P<feast>{FEASTS})(?:,?\ (?P<y10>{_YEAR}))?(?:['’]s)?(?!\w|\ {_FEAST_OF})
    | (?P<p13>{_PART})[ -](?P<y13>{_YEAR})(?:['’]s)?(?![\w-])
    | (?<=\ )(?P<y8>{_YEAR})(?:['’]s)?(?![\w-])
    )""",
    re.VERBOSE,
)
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NEAR_DAYS |= {"last night": -1, "last evening": -1}
_NEAR_DAYS |= {"this morning": 0, "this afternoon": 0, "this evening": 0}
_DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_REMEMBERED = 256  # stretches of text looked at last: one article asks for each several times
_LOOK_BACK = 24  # characters before a word that tell what it is
#: A bracket that names a paper before its day; its words are read by who asks for them alone.
_CITED = re.compile(r"\((?:see (?:also )?)?[A-Z][^()“”\"]*, $")
_CITATION = 60  # characters before a day in which its bracket opens
_MONTH_AFTER = re.compile(rf"(?:^|\s){_BEFORE_MONTH}(?: early| late| mid| the)?\s$", re.I)
_YEAR_AFTER = re.compile(rf"(?:^|\s|\(){_BEFORE_YEAR}\s$", re.I)
#: "In a 2013 video": an amount, "a 2000 strong crowd", does not follow these two words.
_IN_A = re.compile(r"(?:^|\s)(?:in|at|during|from|recently as) (?:an?|his|her|its|their)\s$", re.I)
#: A name before that of a feast that makes another of it.
_LONGER_NAME = re.compile(
    r"(?<!\w)(?!(?:On|By|Since|Until|Before|After|Last|This|Next|From|And|But|During|Every|Past"
    r"|Late|Early) )[A-ZÀ-Þ][\w.]*[’']? $"
)
_ALSO_WORDS = frozenset({"May", "March", "Mar", "Jan", "Jun", "June", "April", "August"})


def find_date_words(text: str, span: Span | None = None) -> Iterator[DateWords]:
    """The dates that stand in `text`, or in a span of it, in order and without overlap."""
    start, end = span or Span(0, len(text))
    yield from _found(text, start, end)


@lru_cache(maxsize=_REMEMBERED)
def _found(text: str, start: int, end: int) -> tuple[DateWords, ...]:
    found = []
    for match in _PATTERN.finditer(text, start, end):
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        if match["m1"] and _CITED.search(
            text, max(start, match.start() - _CITATION), match.start()
        ):
            continue  # "(see Harbour News, May 23)": the day of another paper, told by nobody
        words = _understood(match, before)
        if words is not None:
            found.append(words)
    return tuple(found)


def _understood(match: re.Match[str], before: str) -> DateWords | None:
    span, words = Span(*match.span()), match.group()
    got = match.groupdict()
    if iso := got["iso"]:
        year, month, day = map(int, re.split("[-/]", iso))
        return DateWords(span, words, DateForm.DAY, year=year, month=month, day=day)
    for n in "12":
        if got[f"m{n}"]:
            return _day(span, words, got[f"wd{n}"], got[f"d{n}"], got[f"m{n}"], got[f"y{n}"])
    if got["m3"]:
        return _month(span, words, got, before)
    if got["season"]:
        return _season(span, words, got)
    if got["wd5"]:
        direction = _direction(got["dir5"])
        weekday = _weekday(got["wd5"])
        return DateWords(span, words, DateForm.WEEKDAY, weekday=weekday, direction=direction)
    if got["near"]:
        if got["near"].isupper():
            return None  # a name: "USA TODAY"
        return DateWords(span, words, DateForm.NEAR_DAY, amount=_NEAR_DAYS[got["near"].lower()])
    if got["over"]:
        return DateWords(span, words, DateForm.PERIOD, unit=got["unit9"], part="over")
    if got["unit6"]:
        return DateWords(
            span,
            words,
            DateForm.PERIOD,
            unit=got["unit6"],
            direction=_direction(got["dir6"]),
            part=_part(got["rel6"]),
        )
    if got["unit7"]:
        return _counted(span, words, got)
    if got["loose"]:
        unit = words.split()[0].lower().removesuffix("s")
        return DateWords(span, words, DateForm.COUNTED, unit=unit)
    if got["same12"]:
        return DateWords(span, words, DateForm.COUNTED, unit="day", amount=0)
    if got["step8"] or got["side8"]:
        amount = -1 if "previous" in words or words.endswith("before") else 1
        return DateWords(span, words, DateForm.COUNTED, unit="day", amount=amount)
    if got["unit10"]:
        return DateWords(span, words, DateForm.COUNTED, unit=got["unit10"], amount=1)
    if got["wd11"]:
        amount = -1 if got["step11"] == "previous" else 1
        weekday = _weekday(got["wd11"])
        return DateWords(
            span, words, DateForm.COUNTED, weekday=weekday, unit="weekday", amount=amount
        )
    if got["feast"]:
        if _LONGER_NAME.search(before):
            return None  # "on Holodomor Memorial Day"
        named = int(got["y10"]) if got["y10"] else None
        return DateWords(span, words, DateForm.FEAST, year=named, feast=feast_named(got["feast"]))
    if got["y13"]:
        year, part = int(got["y13"]), _part(got["p13"])
        return DateWords(span, words, DateForm.YEAR, year=year, part=part)
    if _YEAR_AFTER.search(before) or _IN_A.search(before):
        return DateWords(span, words, DateForm.YEAR, year=int(got["y8"]))
    return None


def _day(
    span: Span, words: str, weekday: str | None, day: str, month: str, year: str | None
) -> DateWords:
    return DateWords(
        span,
        words,
        DateForm.DAY,
        year=int(year) if year else None,
        month=_month_number(month),
        day=int(re.sub(r"\D", "", day)),
        weekday=_weekday(weekday) if weekday else None,
    )


def _month(span: Span, words: str, got: dict[str, str | None], before: str) -> DateWords | None:
    name = str(got["m3"])
    bare = not (got["y3"] or got["p3"] or got["dir3"])
    # "May I ask", "March on": a month only where a word before it says so.
    if (
        bare
        and name.rstrip(".") in _ALSO_WORDS
        and not (_MONTH_AFTER.search(before) or _IN_A.search(before))
    ):
        return None
    return DateWords(
        span,
        words,
        DateForm.MONTH,
        year=int(got["y3"]) if got["y3"] else None,
        month=_month_number(name),
        part=_part(got["p3"]),
        direction=_direction(got["dir3"]),
    )


def _counted(span: Span, words: str, got: dict[str, str | None]) -> DateWords:
    side, number = str(got["side7"]), got["n7"]
    amount = None if number is None else _NUMBERS.get(number.lower()) or int(number)
    if side == "ago" and amount is not None:
        return DateWords(span, words, DateForm.AGO, unit=got["unit7"], amount=amount)
    if amount is not None and side in ("earlier", "before", "prior"):
        amount = -amount
    return DateWords(span, words, DateForm.COUNTED, unit=got["unit7"], amount=amount)


def _season(span: Span, words: str, got: dict[str, str | None]) -> DateWords | None:
    if not (got["dir4"] or got["p4"] or got["y4"]):
        return None
    return DateWords(
        span,
        words,
        DateForm.SEASON,
        year=int(got["y4"]) if got["y4"] else None,
        season=got["season"],
        part=_part(got["p4"]),
        direction=_direction(got["dir4"]),
    )


def _part(words: str | None) -> str | None:
    named = {"the beginning of": "early", "the middle of": "mid", "the end of": "late"}
    return named.get(words.lower(), words.lower()) if words else None


def _direction(words: str | None) -> int | None:
    return _DIRECTIONS.get(words.lower()) if words else None


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()[:3]]


def _weekday(name: str) -> int:
    return WEEKDAYS[re.sub(r"['’]s$", "", name).rstrip(".").lower()[:3]]
